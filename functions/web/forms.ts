// A form as it was sent, and what may stand in it. A browser counts a line's end as one character and sends two: it is
// one again here, so that a text that fits in the page fits in the case.
import * as z from 'zod/mini'
import type { Request } from '../edge/http.ts'
import { Problem } from '../edge/problem.ts'
import { words } from './words/words.ts'
import type { Words } from './words/shape.ts'

export const ANSWER_LIMIT = 8_000
export const REASON_LIMIT = 2_000

/** Trimmed fields, by name. */
export type Fields = Readonly<Record<string, string>>
/** What is wrong with a form, by field; "" is about the whole of it. */
export type FormErrors = Readonly<Record<string, string>>

/** A text that must be written. */
export const written = (limit: number) => z.string().check(z.minLength(1), z.maxLength(limit))
/** A text that may be left out. */
export const offered = (limit: number) => z.string().check(z.maxLength(limit))
/** Something picked from a list; whether it is on the list the decider knows. */
export const picked = z.string().check(z.regex(/^[a-z0-9.-]{1,80}$/))

/** @throws Problem 415 when the body is not a form. */
export function fieldsOf(request: Request): Fields {
  const type = request.headers['content-type'] ?? ''
  if (!type.startsWith('application/x-www-form-urlencoded'))
    throw new Problem(415, 'not-a-form', words[request.language].notAForm)
  return Object.fromEntries([...new URLSearchParams(request.body)].map(([name, value]) => [name, plain(value)]))
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
  return issue.code === 'too_small' ? text.required : text.choose
}

function plain(value: string): string {
  return value
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .trim()
}
