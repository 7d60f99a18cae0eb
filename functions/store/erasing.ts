// The writes that erase what was written in a case and who wrote it, for the transaction of the event `erased`. An item is
// emptied and its time is over: nobody reads it from then on, and DynamoDB deletes it. So no function needs to delete. Called
// by handle.
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { withoutKept } from '../case/texts.ts'
import { ttlAfter } from './expiry.ts'
import { pack, unpack } from './packed.ts'
import { itemsOf, type Stored } from './partition.ts'
import { type Key, keys, table } from './table.ts'
import { hasTextWithin } from './texts.ts'
import type { CaseWrite, Item } from './writes.ts'

/** How many of its 100 writes a transaction has for this; the others are the event's own. */
const TOGETHER = 80

/**
 * What empties a case at an instant (ISO, UTC). What one transaction cannot hold is emptied before it: whoever decided that
 * decides it again if somebody else is faster.
 */
export async function erasingWrites(tableName: string, caseId: string, at: string): Promise<CaseWrite[]> {
  const items = (await itemsOf(tableName, keys.snapshot(caseId).pk)).flatMap((item) => emptied(item, at))
  for (const item of items.slice(0, -TOGETHER)) await table.send(new PutCommand({ TableName: tableName, Item: item }))
  return items.slice(-TOGETHER).map((item) => ({ of: item, write: { Put: { TableName: tableName, Item: item } } }))
}

function emptied(item: Stored, at: string): Item[] {
  const { pk, sk, persons = [] } = item as unknown as Key & { readonly persons?: readonly string[] }
  const over = { ttl: ttlAfter(at, -1) }
  if (sk.startsWith('T#')) return [{ pk, sk, ...over }]
  if (sk.startsWith('P#'))
    // The message comes last: it names the entries of the index, for whoever goes on after a crash.
    return [...persons.map((hash) => ({ ...keys.person(hash, pk.slice(2)), ...over })), { pk, sk, ...over }]
  // Written before texts were kept apart.
  const event = sk.startsWith('E#') && unpack(item['event'])
  if (event && hasTextWithin(event)) return [{ ...item, pk, sk, event: pack(withoutKept(event)) }]
  return []
}
