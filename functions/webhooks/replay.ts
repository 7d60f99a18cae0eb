// Posts again what an endpoint did not take: one event, or all since an instant that did not arrive. Called by npm run webhooks.
import type { DeliveryMessage } from '../contract/queued.ts'
import { deliveriesSince, type Delivery, type DeliveryName, repeatDelivery } from '../store/deliveries.ts'

type Kept = Delivery & DeliveryName

/** What is asked for: one event (`caseId.seq`), whatever became of it, or all since an instant (ISO, UTC) that did not arrive. */
export type Wanted = { readonly event: string } | { readonly since: string }

/** What is kept of an endpoint's deliveries at an instant (ISO, UTC), by the instants of their events, oldest first. */
export function deliveriesOf(tableName: string, endpoint: string, at: string): Promise<Kept[]> {
  return deliveriesSince(tableName, endpoint, '', at)
}

/** Makes them due at an instant (ISO, UTC), each with all its tries. @returns what is to be queued; what is on its way already is not among it */
export async function replay(
  tableName: string,
  endpoint: string,
  wanted: Wanted,
  at: string,
): Promise<DeliveryMessage[]> {
  const since = 'since' in wanted ? wanted.since : ''
  const kept = await deliveriesSince(tableName, endpoint, since, at)
  const again = kept.filter((one) => ('event' in wanted ? one.event === wanted.event : isMissed(one)))
  const messages: DeliveryMessage[] = []
  for (const { event, at: happened } of again) {
    const name = { endpoint, event, at: happened }
    if (await repeatDelivery(tableName, name, at)) messages.push({ v: 1, ...name })
  }
  return messages
}

/** Whether it never arrived, and nobody tries it any more. */
export function isMissed({ status }: Delivery): boolean {
  return status === 'failed' || status === 'held'
}
