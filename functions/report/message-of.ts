// Reads the form's fields as a message, and names what is wrong at the field. Whoever fills in the trap field is a
// machine. Called by the handler.
import * as z from 'zod/mini'
import { message, type Message } from '../contract/message.ts'
import { wholeOf } from '../../regions/languages.ts'
import type { PageLanguage, Region } from '../../regions/schema.ts'
import { describePoint } from '../routing/near-place.ts'
import { type Fields, type FormErrors, inWords } from '../web/forms.ts'
import { reportWords } from '../web/words/report.ts'
import { words } from '../web/words/words.ts'
import { pointIn } from './fields-of.ts'

export type ParsedMessage = { readonly message: Message } | { readonly errors: FormErrors }

export function messageOf(fields: Fields, language: PageLanguage, region: Region): ParsedMessage {
  const all = words[language]
  const field = (name: string) => fields[name] || undefined
  if (field('website')) return { errors: { '': reportWords[language].trap } }
  const point = pointIn(fields)
  const author = { name: field('name'), email: field('email'), phone: field('phone') }
  const parsed = z.safeParse(message, {
    text: fields['text'] ?? '',
    topic: field('topic'),
    municipality: field('municipality'),
    address: field('address'),
    ...(point && { location: point }),
    ...(Object.values(author).some(Boolean) && { author }),
    channel: 'form',
    language: wholeOf(language),
  })
  const { outside } = reportWords[language].point
  if (parsed.success) {
    const isElsewhere = point !== undefined && !describePoint(region, point)
    return isElsewhere ? { errors: { point: outside } } : { message: parsed.data }
  }
  const told = parsed.error.issues.map((issue) => {
    if (issue.path[0] === 'location') return ['point', outside] as const
    const name = String(issue.path.at(-1))
    const isForeign = issue.code === 'custom' && issue.params?.['code'] === 'email_local'
    if (name === 'email')
      return [name, isForeign ? reportWords[language].emailForeign : reportWords[language].emailWrong] as const
    return [name, inWords(issue, all)] as const
  })
  return { errors: Object.fromEntries(told) }
}
