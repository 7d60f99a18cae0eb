// A message as RFC 5322 and MIME want it: text and HTML as alternatives, both UTF-8 in base64. A well-kept composer was
// measured at 89–137 KB minified, more than the bundle's budget leaves; so these few rules are ours, and the tests hold
// them to a parser of others. A line break in a header value is never passed on.
import type { Random } from '../case/ids.ts'

const ENCODED_BYTES = 45
const BASE64_LINE = 76

export interface MailAddress {
  readonly email: string
  readonly name?: string | undefined
}

export interface Message {
  readonly headers: readonly (readonly [name: string, value: string | MailAddress])[]
  readonly text: string
  readonly html: string
}

/** The raw message, lines ended by CRLF. Header values are encoded where they are not plain ASCII (RFC 2047). */
export function mimeMessage({ headers, text, html }: Message, random: Random): string {
  const boundary = `otklik-${Buffer.from(random(12)).toString('hex')}`
  return [
    ...headers.map(([name, value]) => `${name}: ${typeof value === 'string' ? phrase(value) : address(value)}`),
    'MIME-Version: 1.0',
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    '',
    ...part(boundary, 'text/plain', text),
    ...part(boundary, 'text/html', html),
    `--${boundary}--`,
    '',
  ].join('\r\n')
}

/** @throws Error when it is not one address. */
function address({ email, name }: MailAddress): string {
  if (!/^[^\s<>,;"()[\]\\]+@[^\s<>,;"()[\]\\]+$/.test(email)) throw new Error('This is not one e-mail address.')
  if (!name) return email
  const encoded = phrase(name)
  return `${encoded.startsWith('=?') ? encoded : `"${encoded.replace(/["\\]/g, '\\$&')}"`} <${email}>`
}

/** One line of text, as encoded words where it is not plain; no word splits a sign. */
function phrase(text: string): string {
  const line = text.replace(/[\r\n\t\0]+/g, ' ').trim()
  if (/^[\x20-\x7e]{0,200}$/.test(line) && !line.includes('=?')) return line
  const chunks: string[] = ['']
  for (const sign of line) {
    if (Buffer.byteLength(chunks.at(-1)! + sign) > ENCODED_BYTES) chunks.push('')
    chunks[chunks.length - 1] += sign
  }
  return chunks.map((chunk) => `=?UTF-8?B?${Buffer.from(chunk).toString('base64')}?=`).join('\r\n ')
}

function part(boundary: string, type: string, content: string): string[] {
  const encoded = Buffer.from(content.replace(/\r?\n/g, '\r\n')).toString('base64')
  const lines = encoded.match(new RegExp(`.{1,${BASE64_LINE}}`, 'g')) ?? []
  return [`--${boundary}`, `Content-Type: ${type}; charset=utf-8`, 'Content-Transfer-Encoding: base64', '', ...lines]
}
