// Reads the fields of a form, as a web page or FixMyStreet sends them. Called by what takes requests and updates.
import type { Request } from '../edge/http.ts'
import { refusal } from './refusal.ts'

/** What Lambda and the gateway take is more; a description of 4,000 characters is far less. */
const MOST_BYTES = 64 * 1024

/** The texts by name, each as often as it was sent; empty ones are left out, and files. @throws Problem 400 */
export async function fieldsOf({ headers, body }: Request): Promise<Readonly<Record<string, readonly string[]>>> {
  if (Buffer.byteLength(body) > MOST_BYTES) throw refusal(400, `the body: at most ${MOST_BYTES / 1024} KB`)
  const type = headers['content-type'] ?? 'application/x-www-form-urlencoded'
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type))
    throw refusal(400, 'Content-Type: application/x-www-form-urlencoded or multipart/form-data')
  const form = await new Response(body, { headers: { 'Content-Type': type } }).formData().catch(() => undefined)
  if (!form) throw refusal(400, 'the body: it is no form')
  const fields: Record<string, string[]> = {}
  for (const [name, value] of form) {
    if (typeof value !== 'string' || value.trim() === '') continue
    ;(fields[name] ??= []).push(value.trim())
  }
  return fields
}
