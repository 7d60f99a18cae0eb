// Names in the address for replies which mail is replied to: the case, the event it told of, and 80 bits that only whoever has the region's
// secret can make for its recipient. Letter case is nobody's: mail servers change it. Called by notify, which signs, and by inbox.
import { caseIdPattern } from '../case/ids.ts'

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
/** 80 bits, five a letter. */
const LENGTH = 16
const TOKEN = /^(\d{2,3}-\d{6}-[0-9a-hjkmnp-tv-z]{5})\.([1-9]\d{0,5})\.([0-9a-hjkmnp-tv-z]{16})$/

export interface ReplyToken {
  readonly caseId: string
  readonly seq: number
  readonly signature: string
}

/** What is signed, by the region's secret. @param recipient a contact's id, or "citizen" */
export function signedPart({ caseId, seq }: Pick<ReplyToken, 'caseId' | 'seq'>, recipient: string): string {
  return `reply ${caseId} ${seq} ${recipient}`
}

/** @param hash the keyed hash of `signedPart`, in base64url */
export function signatureOf(hash: string): string {
  const bytes = Buffer.from(hash, 'base64url')
  let bits = 0n
  for (const byte of bytes.subarray(0, (LENGTH * 5) / 8)) bits = (bits << 8n) | BigInt(byte)
  return Array.from(
    { length: LENGTH },
    (_, at) => ALPHABET[Number((bits >> BigInt(5 * (LENGTH - 1 - at))) & 31n)]!,
  ).join('')
}

export function writeToken({ caseId, seq, signature }: ReplyToken): string {
  return `${caseId.toLowerCase()}.${seq}.${signature}`
}

/** Undefined where it cannot be one. */
export function readToken(text: string): ReplyToken | undefined {
  const [, id = '', seq, signature] = TOKEN.exec(text.toLowerCase()) ?? []
  const caseId = id.toUpperCase()
  return seq && signature && caseIdPattern.test(caseId) ? { caseId, seq: Number(seq), signature } : undefined
}

/** "obratnaya+95-….12.…@in.example.org". */
export function addressWith(address: string, token: string): string {
  const at = address.lastIndexOf('@')
  return `${address.slice(0, at)}+${token}${address.slice(at)}`
}

/** The token in an address for replies to this one; undefined in any other address. */
export function tokenIn(address: string, ours: string): ReplyToken | undefined {
  const [one, own] = [address.toLowerCase(), ours.toLowerCase()]
  const at = own.lastIndexOf('@')
  const [name, domain] = [`${own.slice(0, at)}+`, own.slice(at)]
  return one.startsWith(name) && one.endsWith(domain)
    ? readToken(one.slice(name.length, one.length - domain.length))
    : undefined
}
