// Reads the lists of the console from the index of worklists, several as one in the order in which cases are due, and counts them by
// their keys alone. No decision is taken from it: whoever shows a case reads the case. Called by console.
import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { type ListedCase, listedIn, type SideList, type Worklist } from '../case/worklist.ts'
import { table, WORKLISTS_INDEX } from './table.ts'

export type QueueList = Worklist | SideList

export interface QueueEntry extends ListedCase {
  readonly list: QueueList
  readonly caseId: string
  /** Its place: a page after it begins there. */
  readonly key: string
}

interface Looking {
  readonly tableName: string
  /** No case stands on two of them. */
  readonly lists: readonly QueueList[]
  /** Only what was due before this instant (ISO, UTC). */
  readonly before?: string | undefined
  /** Which entries are meant; all of them without it. */
  readonly isMeant?: ((entry: QueueEntry) => boolean) | undefined
}

export interface QueuePage {
  readonly entries: readonly QueueEntry[]
  /** Where the next page begins. A page may be short, even empty, and have one. */
  readonly next?: string
}

/** Counts are exact up to here. */
export const MOST_COUNTED = 1_000
/** Keys of a list that a page looks through for what is meant. */
const MOST_KEYS = 2_000
const KEYS_A_READ = 500

/** A page of what is meant, what is due first coming first. What it reads is bounded, whatever is meant. @param after the place of the last entry before it */
export async function queuePage(looking: Looking & { limit: number; after?: string | undefined }): Promise<QueuePage> {
  const { lists, limit } = looking
  const read = await Promise.all(lists.map((list) => entriesAfter(looking, list)))
  // Beyond the place where a list was left, others may come first that were not read.
  const [left] = read.flatMap(({ leftAt }) => leftAt ?? []).sort()
  const known = read
    .flatMap(({ entries }) => entries)
    .filter(({ key }) => left === undefined || key <= left)
    .sort((one, other) => (one.key < other.key ? -1 : 1))
  const entries = known.slice(0, limit)
  const next = known.length > limit ? entries.at(-1)!.key : left
  return { entries, ...(next && { next }) }
}

async function entriesAfter(looking: Looking & { limit: number; after?: string | undefined }, list: QueueList) {
  const { isMeant = () => true, limit } = looking
  const entries: QueueEntry[] = []
  let read = 0
  for (let from = looking.after; ;) {
    const page = await keysOf(looking, list, from, looking.isMeant ? KEYS_A_READ : limit + 1)
    entries.push(...page.entries.filter(isMeant))
    read += page.entries.length
    const last = page.entries.at(-1)
    if (!page.more || !last) return { entries }
    from = last.key
    if (entries.length > limit || read >= MOST_KEYS) return { entries, leftAt: from }
  }
}

/** How many are meant, up to one more than `MOST_COUNTED`. */
export async function queueCount(looking: Looking): Promise<number> {
  const counts = await Promise.all(looking.lists.map((list) => countOf(looking, list)))
  return Math.min(
    counts.reduce((sum, count) => sum + count, 0),
    MOST_COUNTED + 1,
  )
}

async function countOf(looking: Looking, list: QueueList): Promise<number> {
  const { isMeant = () => true } = looking
  let count = 0
  for (let from: string | undefined; count <= MOST_COUNTED;) {
    const page = await keysOf(looking, list, from, MOST_COUNTED + 1)
    count += page.entries.filter(isMeant).length
    const last = page.entries.at(-1)
    if (!page.more || !last) break
    from = last.key
  }
  return count
}

/** Every entry that is meant, list by list, up to about `most`: beyond that it is not whole. */
export async function queueEntries(
  looking: Looking & { readonly most: number },
): Promise<{ readonly entries: readonly QueueEntry[]; readonly isWhole: boolean }> {
  const { isMeant = () => true, most } = looking
  const entries: QueueEntry[] = []
  for (const list of looking.lists)
    for (let from: string | undefined; ;) {
      if (entries.length >= most) return { entries, isWhole: false }
      const page = await keysOf(looking, list, from, KEYS_A_READ)
      entries.push(...page.entries.filter(isMeant))
      from = page.entries.at(-1)?.key
      if (!page.more || !from) break
    }
  return { entries, isWhole: true }
}

async function keysOf({ tableName, before }: Looking, list: QueueList, after: string | undefined, limit: number) {
  const [first, last] = [after ?? '0', before ?? '~']
  if (first > last) return { entries: [], more: false }
  const { Items = [], LastEvaluatedKey } = await table.send(
    new QueryCommand({
      TableName: tableName,
      IndexName: WORKLISTS_INDEX,
      KeyConditionExpression: 'worklist = :list AND workDue BETWEEN :first AND :last',
      ExpressionAttributeValues: { ':list': list, ':first': first, ':last': last },
      Limit: limit,
    }),
  )
  const entries = Items.map((item): QueueEntry => {
    const key = String(item['workDue'])
    return { ...listedIn(key), list, key, caseId: String(item['pk']).slice(2) }
  })
  // The last entry of the page before is read again, because a range has no open end.
  return { entries: entries.filter(({ key }) => key !== after), more: LastEvaluatedKey !== undefined }
}
