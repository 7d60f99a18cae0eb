// A webhook that is to be posted, as it is stored when its event happens. Kept for 30 days, so that it can be looked at and posted
// again. Called by functions/webhooks.
import { later } from '../case/clocks/waking.ts'
import type { Delivery, DeliveryName } from './deliveries.ts'
import { ttlAfter } from './expiry.ts'
import { DELIVERY, webhookKeys } from './table.ts'
import type { Item } from './writes.ts'

const KEPT_DAYS = 30
/** How long its message may be on its way before it is asked for again (ms). */
const GRACE_MS = 10 * 60_000

/** @param now from when on it is to be posted (ISO, UTC) */
export function deliveryItem(
  { endpoint, at, event }: DeliveryName,
  { type, body }: Pick<Delivery, 'type' | 'body'>,
  now: string,
): Item {
  return {
    ...webhookKeys.delivery(endpoint, at, event),
    ...{ type, event, body, status: 'due', attempts: 0, tries: [], nextAt: now },
    ...{ check: DELIVERY, checkAt: later(now, GRACE_MS), ttl: ttlAfter(now, KEPT_DAYS) },
  }
}
