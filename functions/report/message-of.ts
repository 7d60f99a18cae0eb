// The form's fields as a message; what is wrong is told at the field. A filled trap field is a machine's.
import * as z from 'zod/mini'
import { message, TEXT_LIMIT, type Message } from '../contract/message.ts'
import type { Language } from '../../regions/schema.ts'
import type { Fields } from '../web/forms.ts'
import type { FormErrors } from '../web/parts.tsx'
import { words } from '../web/words.ts'

export type ParsedMessage = { readonly message: Message } | { readonly errors: FormErrors }

export function messageOf(fields: Fields, language: Language): ParsedMessage {
  const all = words[language]
  const field = (name: string) => fields[name] || undefined
  if (field('website')) return { errors: { '': all.report.trap } }
  const author = { name: field('name'), email: field('email'), phone: field('phone') }
  const parsed = z.safeParse(message, {
    text: fields['text'] ?? '',
    topic: field('topic'),
    municipality: field('municipality'),
    address: field('address'),
    ...(Object.values(author).some(Boolean) && { author }),
    channel: 'form',
    language,
  })
  if (parsed.success) return { message: parsed.data }
  const wrong = new Set(parsed.error.issues.map((issue) => String(issue.path.at(-1))))
  const tooLong = (fields['text'] ?? '').length > TEXT_LIMIT
  const said = (name: string) =>
    name === 'email'
      ? all.report.emailWrong
      : name === 'text' && !tooLong
        ? all.required
        : all.tooLong(name === 'text' ? TEXT_LIMIT : 300)
  return { errors: Object.fromEntries([...wrong].map((name) => [name, said(name)])) }
}
