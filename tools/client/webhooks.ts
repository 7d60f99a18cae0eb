// Says whether a webhook is from the region, by Standard Webhooks. It needs nothing but the platform's Web Crypto. Used by receivers of
// integrators.
import type { WebhookEvent, WebhookPing } from './types.ts'

const PREFIX = 'whsec_'
/** A post that is older, or of the future, may be somebody's copy (seconds). */
const MOST_OFF = 300

export interface Received {
  /** By name in any size of letters, as Node, Express and the like give them, or `Headers`. */
  readonly headers: Headers | Readonly<Record<string, string | readonly string[] | undefined>>
  /** The body as it came, before anything parsed it. */
  readonly body: string | Uint8Array
}

/** The post is not from the region, or too old: answer 401. */
export class WebhookRefused extends Error {
  override readonly name = 'WebhookRefused'
}

/**
 * What was posted. Keep `webhook-id` of those you have seen: the same may come twice.
 * @param secret as it was shown when the endpoint was added; while it is replaced, the old and the new one
 * @param now ms since 1970
 * @throws WebhookRefused
 *
 * @example
 * createServer(async (request, response) => {
 *   const body = Buffer.concat(await request.toArray())
 *   const event = await verifyWebhook(process.env.WEBHOOK_SECRET, { headers: request.headers, body })
 *   response.writeHead(204).end()
 * })
 */
export async function verifyWebhook(
  secret: string | readonly string[],
  { headers, body }: Received,
  now: () => number = Date.now,
): Promise<WebhookEvent | WebhookPing> {
  const [id, timestamp, signatures] = ['id', 'timestamp', 'signature'].map((name) =>
    headerOf(headers, `webhook-${name}`),
  )
  if (!id || !timestamp || !signatures) throw new WebhookRefused('It is not signed.')
  if (!/^\d{1,12}$/.test(timestamp) || Math.abs(now() / 1_000 - Number(timestamp)) > MOST_OFF)
    throw new WebhookRefused('It is too old, or the clock of this machine is wrong.')
  const raw = typeof body === 'string' ? new TextEncoder().encode(body) : body
  const head = new TextEncoder().encode(`${id}.${timestamp}.`)
  const signed = new Uint8Array(head.length + raw.length)
  signed.set(head)
  signed.set(raw, head.length)
  const given = signatures.split(' ').flatMap((one) => (one.startsWith('v1,') ? (bytesOf(one.slice(3)) ?? []) : []))
  for (const one of [secret].flat()) {
    const key = await keyOf(one)
    for (const signature of given)
      if (await crypto.subtle.verify('HMAC', key, signature, signed))
        return JSON.parse(new TextDecoder().decode(raw)) as WebhookEvent | WebhookPing
  }
  throw new WebhookRefused('No signature fits.')
}

function headerOf(headers: Received['headers'], name: string): string | undefined {
  if (headers instanceof Headers) return headers.get(name) ?? undefined
  const [, found] = Object.entries(headers).find(([one]) => one.toLowerCase() === name) ?? []
  return typeof found === 'string' ? found : found?.[0]
}

function keyOf(secret: string) {
  const bytes = secret.startsWith(PREFIX) ? bytesOf(secret.slice(PREFIX.length)) : undefined
  if (!bytes || bytes.length === 0)
    throw new TypeError('The secret of an endpoint begins with whsec_ and goes on in base64.')
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['verify'])
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(base64), (one) => one.charCodeAt(0))
  } catch {
    return undefined
  }
}
