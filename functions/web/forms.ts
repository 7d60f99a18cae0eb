// A form as it was sent: trimmed fields, by name.
import type { Request } from '../edge/http.ts'
import { Problem } from '../edge/problem.ts'
import { words } from './words.ts'

export type Fields = Readonly<Record<string, string>>

/** @throws Problem 415 when the body is not a form. */
export function fieldsOf(request: Request): Fields {
  const type = request.headers['content-type'] ?? ''
  if (!type.startsWith('application/x-www-form-urlencoded'))
    throw new Problem(415, 'not-a-form', words[request.language].notAForm)
  return Object.fromEntries([...new URLSearchParams(request.body)].map(([name, value]) => [name, value.trim()]))
}

/** The id of the command a form gives; a form without a proper one was not ours. @throws Problem 400 */
export function nonceOf(fields: Fields, request: Request): string {
  const nonce = fields['nonce'] ?? ''
  if (!/^[0-9A-Z]{16}$/.test(nonce)) throw new Problem(400, 'form-broken', words[request.language].formBroken)
  return nonce
}
