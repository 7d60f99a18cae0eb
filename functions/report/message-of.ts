// Reads the form's fields as a message, and names what is wrong at the field. Whoever fills in the trap field is a
// machine. Called by the handler.
import * as z from 'zod/mini'
import { message, type Message } from '../contract/message.ts'
import { wholeOf } from '../../regions/languages.ts'
import type { PageLanguage } from '../../regions/schema.ts'
import { type Fields, type FormErrors, inWords } from '../web/forms.ts'
import { reportWords } from '../web/words/report.ts'
import { words } from '../web/words/words.ts'

export type ParsedMessage = { readonly message: Message } | { readonly errors: FormErrors }

export function messageOf(fields: Fields, language: PageLanguage): ParsedMessage {
  const all = words[language]
  const field = (name: string) => fields[name] || undefined
  if (field('website')) return { errors: { '': reportWords[language].trap } }
  const author = { name: field('name'), email: field('email'), phone: field('phone') }
  const parsed = z.safeParse(message, {
    text: fields['text'] ?? '',
    topic: field('topic'),
    municipality: field('municipality'),
    address: field('address'),
    ...(Object.values(author).some(Boolean) && { author }),
    channel: 'form',
    language: wholeOf(language),
  })
  if (parsed.success) return { message: parsed.data }
  const told = parsed.error.issues.map((issue) => {
    const name = String(issue.path.at(-1))
    const isForeign = issue.code === 'custom' && issue.params?.['code'] === 'email_local'
    if (name === 'email')
      return [name, isForeign ? reportWords[language].emailForeign : reportWords[language].emailWrong] as const
    return [name, inWords(issue, all)] as const
  })
  return { errors: Object.fromEntries(told) }
}
