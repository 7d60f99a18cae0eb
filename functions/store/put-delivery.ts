// Puts a webhook that is to be posted, when its event happens. It is kept for 30 days, so that it can be looked at and posted again.
// Called by functions/webhooks.
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { later } from '../case/clocks/waking.ts'
import type { Delivery, DeliveryName } from './deliveries.ts'
import { ttlAfter } from './expiry.ts'
import { DELIVERY, keys } from './table.ts'
import { writeIfHolds } from './write-if.ts'

const KEPT_DAYS = 30
/** How long its message may be on its way before it is asked for again (ms). */
const GRACE_MS = 10 * 60_000

/** Puts what is to be posted from an instant on (ISO, UTC). @returns false when it was put before. */
export function putDelivery(
  tableName: string,
  name: DeliveryName,
  { type, body }: Pick<Delivery, 'type' | 'body'>,
  now: string,
): Promise<boolean> {
  const due = { status: 'due', attempts: 0, tries: [], nextAt: now, check: DELIVERY, checkAt: later(now, GRACE_MS) }
  return writeIfHolds(
    new PutCommand({
      TableName: tableName,
      Item: {
        ...keys.delivery(name.endpoint, name.at, name.event),
        type,
        event: name.event,
        body,
        ...due,
        ttl: ttlAfter(now, KEPT_DAYS),
      },
      ConditionExpression: 'attribute_not_exists(pk)',
    }),
  )
}
