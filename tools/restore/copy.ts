// Copies a restored table into the table of the stack: a case's snapshot last, so that nobody finds half a case, and due to be
// looked at by the sweep, which arms its timer and asks for what is missing. Called by npm run restore.
import { DeleteCommand, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb'
import type { Case } from '../../functions/case/case.ts'
import { loadCaseFile } from '../../functions/store/load.ts'
import { unpack } from '../../functions/store/packed.ts'
import { keys, OPEN, table } from '../../functions/store/table.ts'
import type { Item } from '../../functions/store/writes.ts'
import type { Region } from '../../regions/schema.ts'
import { marksFor, type Sent, type Version } from './sent.ts'

/** Writes under way at once: they wait for the table, not for this machine. */
const CONCURRENCY = 32
/** The event feed begins anew: whoever followed it beyond the backup has to be told. */
const FEED = 'E#'
/** What a case consists of or came with. Keys, calendars, wishes about mail and secrets of the region stay. */
const ofCases = ['C#', 'D#', 'F#', 'I#', 'L#', 'P#', 'Q#', 'R#', 'Z#', FEED]

/** What the snapshots of a table say, by case. */
export async function versionsIn(tableName: string): Promise<Map<string, Version>> {
  const found = new Map<string, Version>()
  for await (const item of itemsIn(tableName)) {
    if (!isSnapshot(item)) continue
    const { id, version, updatedAt } = unpack(item['state']) as Case
    found.set(id, { version, updatedAt })
  }
  return found
}

/** Empties a table of all cases and of what came with them. */
export async function clear(tableName: string): Promise<void> {
  await forEach(itemsIn(tableName), async ({ pk, sk }) => {
    if (ofCases.some((partition) => pk.startsWith(partition)))
      await table.send(new DeleteCommand({ TableName: tableName, Key: { pk, sk } }))
  })
}

export interface Copying {
  readonly from: string
  readonly tableName: string
  readonly region: Region
  readonly sent: readonly Sent[]
  /** The instant (ISO, UTC) of the backup. */
  readonly to: string
  /** Now (ISO, UTC). */
  readonly at: string
}

/** @returns how many notices were marked as sent. */
export async function copy({ from, tableName, region, sent, to, at }: Copying): Promise<number> {
  const put = (item: Item) => table.send(new PutCommand({ TableName: tableName, Item: item }))
  await forEach(itemsIn(from), async (item) => {
    // Dispatch passes over events that say so: one by one they would set everything going that ever happened.
    if (!isSnapshot(item) && !item.pk.startsWith(FEED)) await put(isEvent(item) ? { ...item, restored: to } : item)
  })
  const mailed = Map.groupBy(sent, ({ caseId }) => caseId)
  let marked = 0
  await forEach(itemsIn(from), async (item) => {
    if (!isSnapshot(item)) return
    const { id } = unpack(item['state']) as Case
    const mails = mailed.get(id)
    const marks = mails ? marksFor(region, (await loadCaseFile(from, id, at))!, mails, at) : []
    for (const mark of marks) await put({ ...keys.notice(id, mark.seq, mark.recipient), ...mark })
    marked += marks.length
    await put({ ...item, ...(item['check'] === OPEN && { checkAt: at }) })
  })
  return marked
}

async function* itemsIn(tableName: string): AsyncGenerator<Item> {
  let start: Record<string, unknown> | undefined
  do {
    const page = await table.send(
      new ScanCommand({ TableName: tableName, ConsistentRead: true, ...(start && { ExclusiveStartKey: start }) }),
    )
    yield* (page.Items ?? []) as Item[]
    start = page.LastEvaluatedKey
  } while (start)
}

async function forEach(items: AsyncGenerator<Item>, work: (item: Item) => Promise<void>): Promise<void> {
  const hand = async () => {
    for await (const item of items) await work(item)
  }
  await Promise.all(Array.from({ length: CONCURRENCY }, hand))
}

function isSnapshot({ pk, sk }: Item): boolean {
  return pk.startsWith('C#') && sk === 'S'
}

function isEvent({ pk, sk }: Item): boolean {
  return pk.startsWith('C#') && sk.startsWith('E#')
}
