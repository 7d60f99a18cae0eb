// Reads a form as it was sent, and says what may stand in it. Called by the handlers of pages.
import * as z from 'zod/mini'
import type { Request } from '../edge/http.ts'
import { Problem } from '../edge/problem.ts'
import { ofLength, tidyText } from '../contract/text.ts'
import { words } from './words/words.ts'
import type { Words } from './words/shape.ts'

export const ANSWER_LIMIT = 8_000
export const REASON_LIMIT = 2_000

/** Trimmed fields, by name. */
export type Fields = Readonly<Record<string, string>>
/** What is wrong with a form, by field; "" is about the whole of it. */
export type FormErrors = Readonly<Record<string, string>>

/** A text that must be written. */
export const written = (limit: number) => z.string().check(ofLength(1, limit))
/** A text that may be left out. */
export const offered = (limit: number) => z.string().check(ofLength(0, limit))
/** The box that is ticked for a decision without other fields. */
export const sureName = (action: string) => `sure-${action}`
export const sure = z.literal('yes')
/** Something picked from a list; whether it is on the list the decider knows. */
export const picked = z.string().check(z.regex(/^[a-z0-9.-]{1,80}$/))

/** A day (local date) as a date field sends it. */
export const day = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/))

/** @throws Problem 415 when the body is not a form, 400 when it is not in UTF-8. */
export function fieldsOf(request: Request): Fields {
  const type = request.headers['content-type'] ?? ''
  if (!type.startsWith('application/x-www-form-urlencoded'))
    throw new Problem(415, 'not-a-form', words[request.language].notAForm)
  requireUtf8(request)
  return Object.fromEntries([...new URLSearchParams(request.body)].map(([name, value]) => [name, tidyText(value)]))
}

/** Other encodings end as “�” in a page and in a case: a form is read strictly (URL Standard, application/x-www-form-urlencoded). */
function requireUtf8({ body, language }: Request): void {
  if (!body.includes('\ufffd') && !/%EF%BF%BD/i.test(body) && isDecodable(body)) return
  throw new Problem(400, 'not-utf8', words[language].notUtf8)
}

function isDecodable(body: string): boolean {
  try {
    decodeURIComponent(body.replace(/%(?![\da-f]{2})/gi, '%25'))
    return true
  } catch {
    return false
  }
}

/** The id of the command a form gives; a form without a proper one was not ours. @throws Problem 400 */
export function nonceOf(fields: Fields, request: Request): string {
  const nonce = fields['nonce'] ?? ''
  if (!/^[0-9A-Z]{16}$/.test(nonce)) throw new Problem(400, 'form-broken', words[request.language].formBroken)
  return nonce
}

/** Reads a form's fields; each that is wrong is named once, in words. */
export function readForm<Form extends z.ZodMiniObject>(
  form: Form,
  fields: Fields,
  text: Words,
): { readonly data: z.output<Form> } | { readonly errors: FormErrors } {
  const blank = Object.fromEntries(Object.keys(form.shape).map((name) => [name, '']))
  const parsed = z.safeParse(form, { ...blank, ...fields })
  if (parsed.success) return { data: parsed.data }
  const told = parsed.error.issues.map((issue) => [String(issue.path[0] ?? ''), inWords(issue, text)] as const)
  return { errors: Object.fromEntries(told) }
}

/** What is wrong with one field. */
export function inWords(issue: z.core.$ZodIssue, text: Words): string {
  if (issue.code === 'too_big') return text.tooLong(Number(issue.maximum))
  if (issue.code === 'too_small') return text.required
  const field = String(issue.path[0])
  if (field === 'topic' || field === 'organisation') return text.chooseFrom[field]
  if (field === 'promised-for' || field === 'extend-until') return text.chooseFrom.day
  return field.startsWith(sureName('')) ? text.tick : text.choose
}
