// Which case follows which in a dialog of a social network. A new case takes the place after the last one in its own transaction, so that of several
// messages at once only one makes a case. Called by hear.
import { itemsOf } from './partition.ts'
import { isExpired, ttlAfter } from './expiry.ts'
import { networkKeys } from './table.ts'
import type { Item } from './writes.ts'

/** How long a dialog is known to have a case (days): a question may wait for long. */
const TALK_DAYS = 90

/** Before the first. */
export const NONE = '-'

/** The last case of a dialog (by its keyed hash) at an instant (ISO, UTC), or `NONE`. */
export async function lastOf(tableName: string, dialog: string, at: string): Promise<string> {
  const items = await itemsOf(tableName, networkKeys.talk(dialog, '').pk)
  const follows = new Map(
    items.filter((item) => !isExpired(item, at)).map((item) => [String(item['after']), String(item['caseId'])]),
  )
  const followed = new Set(follows.keys())
  return [...follows.values()].find((caseId) => !followed.has(caseId)) ?? NONE
}

/** Says that a case follows another; written once. */
export function talkItem(dialog: string, after: string, caseId: string, at: string): Item {
  return { ...networkKeys.talk(dialog, after), after, caseId, ttl: ttlAfter(at, TALK_DAYS) }
}
