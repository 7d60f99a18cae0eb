// Offers an event to the endpoints that are told of it: puts what is to be posted, once, and says what is to be queued. An event that
// is offered again changes nothing and is queued again, which deliver bears. Called by feed with each event, and by npm run webhooks.
import { letters, type Random } from '../case/ids.ts'
import type { DeliveryMessage } from '../contract/queued.ts'
import { putDelivery } from '../store/put-delivery.ts'
import { loadSubscriptions, type Subscription } from '../store/subscriptions.ts'

/** What an endpoint is told of an event: which, of which case, and how the case stands. No text, no person. */
export interface Told {
  readonly caseId: string
  readonly seq: number
  readonly type: string
  /** ISO, UTC. */
  readonly at: string
  readonly status: string
  readonly integrator?: string
  readonly externalId?: string
  readonly test?: boolean
}

/** How long the list of subscriptions is believed (ms). */
const BELIEVED_MS = 60_000
let believed: { readonly until: number; readonly of: string; readonly endpoints: readonly Subscription[] } | undefined

/** Puts what is to be posted of an event from an instant on (ISO, UTC). @returns what is to be queued */
export async function offer(tableName: string, event: Told, now: string): Promise<DeliveryMessage[]> {
  const told = (await subscriptions(tableName, now)).filter((one) => isTold(one, event))
  const { caseId, seq, at, type } = event
  const body = bodyOf(event)
  return Promise.all(
    told.map(async ({ id }) => {
      const name = { endpoint: id, event: `${caseId}.${seq}`, at }
      await putDelivery(tableName, name, { type, body }, now)
      return { v: 1 as const, ...name }
    }),
  )
}

/** Puts a test that is to be posted to an endpoint at an instant (ISO, UTC). @returns what is to be queued */
export async function ping(tableName: string, endpoint: string, at: string, random: Random): Promise<DeliveryMessage> {
  const name = { endpoint, event: `ping-${letters(8, random)}`, at }
  const type = 'ping'
  await putDelivery(tableName, name, { type, body: JSON.stringify({ type, timestamp: at, data: {} }) }, at)
  return { v: 1, ...name }
}

/** Written once: the same bytes are signed and sent at every try. */
function bodyOf({ type, at, caseId, seq, status, externalId, test }: Told): string {
  const data = { caseId, seq, status, ...(externalId && { externalId }), ...(test && { test }) }
  return JSON.stringify({ type, timestamp: at, data })
}

function isTold({ integrator, types, all, test }: Subscription, event: Told): boolean {
  return (
    test === (event.test ?? false) && (all || integrator === event.integrator) && (types?.includes(event.type) ?? true)
  )
}

async function subscriptions(tableName: string, now: string): Promise<readonly Subscription[]> {
  const time = Date.parse(now)
  if (!believed || believed.of !== tableName || believed.until <= time) {
    const { endpoints } = await loadSubscriptions(tableName)
    believed = { until: time + BELIEVED_MS, of: tableName, endpoints }
  }
  return believed.endpoints
}
