// Places in lists, as an address carries them: opaque, signed with the secret of the session for one list with its filters. Whoever takes
// one elsewhere is told so, and not shown another list. Called by the queue.
import { createHmac, timingSafeEqual } from 'node:crypto'

/** @param bound which list, with which filters */
export function writeCursor(secret: string, bound: string, place: string): string {
  const text = Buffer.from(place).toString('base64url')
  return `${text}.${signatureOf(secret, bound, text).toString('base64url')}`
}

/** The place; undefined where it was altered, is another session's or another list's. */
export function readCursor(secret: string, bound: string, cursor: string): string | undefined {
  const [text = '', signature = '', ...more] = cursor.split('.')
  const expected = signatureOf(secret, bound, text)
  const given = Buffer.from(signature, 'base64url')
  const isSame = given.length === expected.length && timingSafeEqual(given, expected)
  // Compared as text too: base64url has several spellings of the same bytes.
  if (more.length > 0 || !isSame || signature !== expected.toString('base64url')) return undefined
  return Buffer.from(text, 'base64url').toString()
}

function signatureOf(secret: string, bound: string, text: string): Buffer {
  return createHmac('sha256', secret).update(`place ${bound} ${text}`).digest()
}
