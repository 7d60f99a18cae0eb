// Addresses whose readers want no mails but those they confirmed: kept by keyed hash, for a year. Asked by intake and notify,
// written by track.
import { GetCommand } from '@aws-sdk/lib-dynamodb'
import { isExpired, ttlAfter } from './expiry.ts'
import { addressKeys, table } from './table.ts'
import type { Item } from './writes.ts'

/** As long as the links act by which it can be taken back (links/links.ts). */
const KEPT_DAYS = 365

/** @param hash of the address, as `addressHash` gives it @param at an instant (ISO, UTC) */
export async function isUnwanted(tableName: string, hash: string, at: string): Promise<boolean> {
  const { Item } = await table.send(
    new GetCommand({ TableName: tableName, Key: addressKeys.unwanted(hash), ConsistentRead: true }),
  )
  return Item !== undefined && !isExpired(Item, at)
}

/** Notes from an instant (ISO, UTC) on that an address wants none. */
export function unwantedItem(hash: string, at: string): Item {
  return { ...addressKeys.unwanted(hash), ttl: ttlAfter(at, KEPT_DAYS) }
}

/** Takes that back: its time is over, so that no function needs to delete. */
export function wantedItem(hash: string, at: string): Item {
  return { ...addressKeys.unwanted(hash), ttl: ttlAfter(at, -1) }
}
