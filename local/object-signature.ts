// Checks that a request to S3 was signed with the secret of this machine (AWS Signature Version 4), in its headers or in its address, and that
// an address is not past its time. Called by object-requests.ts and object-form.ts.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { SECRET } from './sdk-environment.ts'

export interface Fault {
  readonly code: string
  readonly message: string
}

/** Why a request is not let in at an instant (ms); undefined when it is. */
export function signatureFault(request: IncomingMessage, url: URL, now: number): Fault | undefined {
  const query = url.searchParams
  const signed = query.has('X-Amz-Signature') ? signedAddress(query) : signedHeaders(request)
  if (!signed) return { code: 'AccessDenied', message: 'Access Denied' }
  if (signed.expiresAt !== undefined && signed.expiresAt < now)
    return { code: 'AccessDenied', message: 'Request has expired' }
  const pairs = [...query].filter(([name]) => name !== 'X-Amz-Signature')
  const canonical = [
    request.method ?? 'GET',
    url.pathname,
    pairs
      .map((pair) => pair.map(escapeUri).join('='))
      .sort()
      .join('&'),
    ...signed.headers.map((name) => `${name}:${String(request.headers[name] ?? '').trim()}`),
    '',
    signed.headers.join(';'),
    signed.payload,
  ].join('\n')
  const text = ['AWS4-HMAC-SHA256', signed.date, signed.scope, sha256(canonical)].join('\n')
  return isSignature(signed.signature, signed.scope, text)
    ? undefined
    : { code: 'SignatureDoesNotMatch', message: 'The signature does not match.' }
}

/** Whether it is the signature of a text in a scope (date/region/service/aws4_request). */
export function isSignature(signature: string, scope: string, text: string): boolean {
  const key = scope.split('/').reduce<string | Buffer>(hmac, `AWS4${SECRET}`)
  const expected = hmac(key, text)
  const given = Buffer.from(signature, 'hex')
  return given.length === expected.length && timingSafeEqual(given, expected)
}

interface Signed {
  readonly date: string
  readonly scope: string
  readonly headers: readonly string[]
  readonly signature: string
  readonly payload: string
  readonly expiresAt?: number
}

function signedAddress(query: URLSearchParams): Signed {
  const of = (name: string) => query.get(`X-Amz-${name}`) ?? ''
  const expiresAt = instantOf(of('Date')) + Number(of('Expires')) * 1000
  return {
    ...{ date: of('Date'), scope: scopeOf(of('Credential')), headers: of('SignedHeaders').split(';') },
    ...{ signature: of('Signature'), payload: 'UNSIGNED-PAYLOAD', expiresAt: expiresAt || 0 },
  }
}

function signedHeaders({ headers }: IncomingMessage): Signed | undefined {
  const [, credential, names, signature] =
    /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=(\w+)$/.exec(
      headers.authorization ?? '',
    ) ?? []
  if (!credential || !names || !signature) return undefined
  const payload = String(headers['x-amz-content-sha256'])
  return {
    date: String(headers['x-amz-date']),
    scope: scopeOf(credential),
    headers: names.split(';'),
    signature,
    payload,
  }
}

/** Without the access key, whose secret is the same for all. */
const scopeOf = (credential: string) => credential.split('/').slice(1).join('/')

/** The instant (ms) of "20260302T070000Z". */
function instantOf(date: string): number {
  return Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))
}

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const escapeUri = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
