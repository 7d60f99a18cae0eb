// Signs what is posted, by Standard Webhooks 1.0.0: HMAC-SHA256 over `id.timestamp.body`, by each secret that counts at the time, so
// that a receiver may change from one to the other. Called by functions/deliver and endpoints.ts.
import { createHmac } from 'node:crypto'
import type { Random } from '../case/ids.ts'

const PREFIX = 'whsec_'
const BYTES = 32

export interface Secret {
  /** `whsec_` and base64. */
  readonly secret: string
  /** Until when it still counts beside the next (ISO, UTC); the newest has no end. */
  readonly until?: string
}

export function newWebhookSecret(random: Random): string {
  return `${PREFIX}${Buffer.from(random(BYTES)).toString('base64')}`
}

/** The headers of a post at an instant (ISO, UTC). @param body the bytes that are sent, as text */
export function signedHeaders(secrets: readonly Secret[], id: string, at: string, body: string) {
  const timestamp = String(Math.floor(Date.parse(at) / 1000))
  const signatures = secrets
    .filter(({ until }) => !until || until > at)
    .map(({ secret }) => {
      const key = Buffer.from(secret.slice(PREFIX.length), 'base64')
      return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
    })
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') }
}
