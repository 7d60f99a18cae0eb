// Decides whether an item's time is over. DynamoDB deletes an item up to two days after its `ttl`; until then every reading
// and every condition has to compare. Called by the store, and by whoever gives an item its time.
import type { Case } from '../case/case.ts'
import type { Region } from '../../regions/schema.ts'

/** The attribute in which DynamoDB finds an item's last second. */
export interface Expiring {
  /** Seconds since the epoch. */
  readonly ttl?: number
}

/** How long a test case keeps what was written in it (days): over a weekend, no longer. */
const TEST_DAYS = 7

/** How long what is written in a case is kept (days). */
export function textDaysOf({ retention }: Pick<Region, 'retention'>, { test }: Pick<Case, 'test'>): number {
  return test ? TEST_DAYS : retention.personalDataDays
}

/** The `ttl` of an item that lives some days from an instant (ISO, UTC). */
export function ttlAfter(at: string, days: number): number {
  return seconds(at) + days * 86_400
}

/** Whether an item's time was over at an instant (ISO, UTC), deleted or not; one without `ttl` stays for ever. */
export function isExpired({ ttl }: Expiring, at: string): boolean {
  return ttl !== undefined && ttl < seconds(at)
}

/** The condition of a Put at an instant (ISO, UTC): there is no such item, or its time is over. */
export function ifFree(at: string) {
  return {
    ConditionExpression: 'attribute_not_exists(pk) OR #ttl < :now',
    ExpressionAttributeNames: { '#ttl': 'ttl' },
    ExpressionAttributeValues: { ':now': seconds(at) },
  }
}

function seconds(at: string): number {
  return Math.floor(Date.parse(at) / 1000)
}
