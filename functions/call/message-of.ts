// Reads the form of a call as a message, and names what is wrong at the field. Called by the page of a call.
import * as z from 'zod/mini'
import { message, type Message } from '../contract/message.ts'
import type { ConsoleVisit } from '../web/console/visit.ts'
import { type FormErrors, inWords } from '../web/forms.ts'
import { phoneWords } from '../web/words/phone.ts'
import { words } from '../web/words/words.ts'

/** Nobody who calls can be answered without a telephone or an address. */
export function messageOf({
  fields,
  request: { language },
}: ConsoleVisit): { readonly message: Message } | { readonly errors: FormErrors } {
  const text = phoneWords[language]
  const field = (name: string) => fields[name] || undefined
  const author = { name: field('name'), email: field('email'), phone: field('phone') }
  const parsed = z.safeParse(message, {
    ...{ text: fields['text'] ?? '', topic: field('topic'), municipality: field('municipality') },
    ...{ address: field('address'), channel: 'phone', language, author },
  })
  const missing: FormErrors = author.email || author.phone ? {} : { phone: text.noWayToAnswer }
  if (parsed.success) return missing['phone'] ? { errors: missing } : { message: parsed.data }
  const told = parsed.error.issues.map((issue) => {
    const name = String(issue.path.at(-1))
    return [name, name === 'email' ? text.emailWrong : inWords(issue, words[language])] as const
  })
  return { errors: { ...Object.fromEntries(told), ...missing } }
}
