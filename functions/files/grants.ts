// Signs what a browser or a program may do with the bucket itself, for minutes: send one file under one name, read one picture. So
// the bytes need not pass through a function. Called by the pages of photos and by the API.
import { createHmac } from 'node:crypto'
import { Sha256 } from '@smithy/core/checksum'
import { SignatureV4 } from '@smithy/signature-v4'
import { bucketUrl } from './address.ts'
import { MOST_BYTES } from './names.ts'

/** How long a picture can be read by an address that was given out (s). */
const READ_SECONDS = 300

/** What a form has to send, as multipart/form-data, the file last and under the name `file`. */
export interface Upload {
  readonly url: string
  readonly fields: Readonly<Record<string, string>>
  /** ISO, UTC. */
  readonly expiresAt: string
}

interface Wanted {
  readonly name: string
  /** The instant (ISO, UTC) and for how long (s). */
  readonly at: string
  readonly seconds: number
  /** Where S3 leads a browser that has sent it; programs get a 204. */
  readonly leadTo?: string
}

/** As Lambda gives them. */
function credentials() {
  const { AWS_REGION: region = '', AWS_SESSION_TOKEN: sessionToken } = process.env
  const { AWS_ACCESS_KEY_ID: accessKeyId = '', AWS_SECRET_ACCESS_KEY: secretAccessKey = '' } = process.env
  return { region, accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) }
}

/**
 * Lets whoever has the reply send one file: under this name, of a type that begins with image/, not empty and no larger than
 * `MOST_BYTES`, and nothing else of it. What it really is, is looked at afterwards. (Amazon S3 API Reference, "POST Policy".)
 */
export function grantUpload({ name, at, seconds, leadTo }: Wanted): Upload {
  const { region, accessKeyId, secretAccessKey, sessionToken } = credentials()
  const { bucket, url } = bucketUrl()
  const stamp = at.replace(/[-:]|\.\d+/g, '')
  const scope = [stamp.slice(0, 8), region, 's3', 'aws4_request']
  const expiresAt = new Date(Date.parse(at) + seconds * 1000).toISOString()
  const exact = {
    key: name,
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Credential': [accessKeyId, ...scope].join('/'),
    'X-Amz-Date': stamp,
    ...(sessionToken && { 'X-Amz-Security-Token': sessionToken }),
    ...(leadTo ? { success_action_redirect: leadTo } : { success_action_status: '204' }),
  }
  const conditions = [
    { bucket },
    ...Object.entries(exact).map(([field, value]) => ({ [field]: value })),
    ['starts-with', '$Content-Type', 'image/'],
    ['content-length-range', 1, MOST_BYTES],
  ]
  const Policy = Buffer.from(JSON.stringify({ expiration: expiresAt, conditions })).toString('base64')
  const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()
  const key = scope.reduce<string | Buffer>(hmac, `AWS4${secretAccessKey}`)
  const signature = hmac(key, Policy).toString('hex')
  const fields = { ...exact, 'Content-Type': 'image/jpeg', Policy, 'X-Amz-Signature': signature }
  return { url, fields, expiresAt }
}

/** The address at which a picture can be read for five minutes from an instant (ISO, UTC). */
export async function grantReading(name: string, at: string): Promise<string> {
  const { region, ...own } = credentials()
  const { protocol, host, hostname, port, pathname: path, href } = new URL(`${bucketUrl().url}/${name}`)
  const signer = new SignatureV4({
    ...{ region, service: 's3', credentials: own, sha256: Sha256, uriEscapePath: false, applyChecksum: false },
  })
  const { query = {} } = await signer.presign(
    {
      ...{ method: 'GET', protocol, hostname, path, query: {}, ...(port && { port: Number(port) }) },
      headers: { host, 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' },
    },
    { expiresIn: READ_SECONDS, signingDate: new Date(at) },
  )
  return `${href}?${new URLSearchParams(query as Record<string, string>).toString()}`
}
