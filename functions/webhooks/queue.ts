// Queues deliveries: at once, or after a while that SQS can wait. What waits longer lies in the table's index until the digest looks.
// Called by functions/deliver.
import { sendAll } from '../queues/send.ts'
import type { DeliveryName } from '../store/deliveries.ts'

/** The longest that SQS holds back a message (ms). */
const MOST_DELAY_MS = 900_000

/** Whether a wait (ms) is too long for the queue. */
export function isLong(waitMs: number): boolean {
  return waitMs > MOST_DELAY_MS
}

/** Queues a delivery for an instant (ISO, UTC). What the queue does not take is found by the index later. */
export async function queueFor(queueUrl: string, name: DeliveryName, until: string, now: string): Promise<void> {
  const waitMs = Date.parse(until) - Date.parse(now)
  await sendAll(queueUrl, [{ v: 1, ...name }], Math.max(0, Math.ceil(waitMs / 1000)))
}
