// Which case follows which in a dialog of a social network, and the place by whose code its person came. A new case takes the place after the last one in
// its own transaction, so that of several messages at once only one makes a case. Called by hear.
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { ifFree, isExpired, ttlAfter } from './expiry.ts'
import { itemsOf } from './partition.ts'
import { networkKeys } from './table.ts'
import { writeIfHolds } from './write-if.ts'
import type { Item } from './writes.ts'

/** How long a dialog is known to have a case (days): a question may wait for long. */
const TALK_DAYS = 90
/** How long whoever scanned a code is taken to write from there (days). */
const CAME_DAYS = 1

/** Before the first. */
export const NONE = '-'

/** Somebody opened the dialog by the code of a place (its id), and no case has begun with it yet; `key` names that opening. */
export interface Came {
  readonly place: string
  readonly key: string
}

export interface Talk {
  /** The last case, or `NONE`. */
  readonly last: string
  readonly came?: Came
}

/** Where a dialog (by its keyed hash) stands at an instant (ISO, UTC). */
export async function talkOf(tableName: string, dialog: string, at: string): Promise<Talk> {
  const items = (await itemsOf(tableName, networkKeys.cameFrom(dialog).pk)).filter((item) => !isExpired(item, at))
  const cases = items.filter((item) => item['caseId'] !== undefined)
  const followed = new Set(cases.map((item) => String(item['after'])))
  const last = cases.map((item) => String(item['caseId'])).find((caseId) => !followed.has(caseId)) ?? NONE
  const came = items.find((item) => item['place'] !== undefined)
  const isUsed = came && cases.some((item) => item['came'] === came['key'])
  return { last, ...(came && !isUsed && { came: { place: String(came['place']), key: String(came['key']) } }) }
}

export async function lastOf(tableName: string, dialog: string, at: string): Promise<string> {
  return (await talkOf(tableName, dialog, at)).last
}

/** Says that a case follows another, and with which opening it began; written once. */
export function talkItem(dialog: string, after: string, caseId: string, at: string, came?: Came): Item {
  const item = { ...networkKeys.talk(dialog, after), after, caseId, ttl: ttlAfter(at, TALK_DAYS) }
  return came ? { ...item, came: came.key } : item
}

export interface Coming extends Came {
  readonly tableName: string
  readonly dialog: string
  /** ISO, UTC. */
  readonly at: string
  /** It came with a message, as it may with the next ones: the same place again is no new opening. */
  readonly isRepeated: boolean
}

/** Keeps that somebody came by the code of a place: the last one counts. */
export async function keepCame({ tableName, dialog, at, place, key, isRepeated }: Coming): Promise<void> {
  const Item = { ...networkKeys.cameFrom(dialog), place, key, ttl: ttlAfter(at, CAME_DAYS) }
  const free = ifFree(at)
  const isOther = {
    ...free,
    ConditionExpression: `${free.ConditionExpression} OR place <> :place`,
    ExpressionAttributeValues: { ...free.ExpressionAttributeValues, ':place': place },
  }
  await writeIfHolds(new PutCommand({ TableName: tableName, Item, ...(isRepeated && isOther) }))
}
