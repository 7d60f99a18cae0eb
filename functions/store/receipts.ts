// Which commands a case carried out lately: kept on its snapshot, whose version every write depends on, so that one that comes again
// changes nothing. Read by handle, written by writes.ts.
import type { StoredCase } from '../case/case-file.ts'
import { isExpired, ttlAfter } from './expiry.ts'

/** Longer than any queue or browser keeps a command. */
const RECEIPT_DAYS = 16

type Receipts = NonNullable<StoredCase['receipts']>

/** Whether a command of this id was carried out already, and not so long before an instant (ISO, UTC) that it is forgotten. */
export function isCarriedOut({ receipts = {} }: StoredCase, commandId: string, at: string): boolean {
  return Object.hasOwn(receipts, commandId) && !isExpired({ ttl: receipts[commandId]! }, at)
}

/** With that of a command that is carried out now, and without those whose time is over; undefined where there are none. */
export function withReceipt(receipts: Receipts = {}, commandId: string | undefined, at: string): Receipts | undefined {
  const kept = Object.entries(receipts).filter(([, ttl]) => !isExpired({ ttl }, at))
  if (commandId !== undefined) kept.push([commandId, ttlAfter(at, RECEIPT_DAYS)])
  return kept.length > 0 ? Object.fromEntries(kept) : undefined
}
