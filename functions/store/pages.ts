// What is known of the region's official pages: their heads, their counters by day, the comments that wait. Read by the console's register in a few
// queries, however many pages and comments there are.
import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { COMMENT_KEPT_DAYS, type PageDay, type PageHead, type WaitingComment } from '../statistics/page-figures.ts'
import { headIn } from './page-head-item.ts'
import { readMany } from './read-many.ts'
import { type Key, pageKeys, table, WAITING_COMMENTS, WORKLISTS_INDEX } from './table.ts'

const DAYS_AT_ONCE = 16
/** So many waiting comments are told apart; a region with more has other worries. */
const MOST_WAITING = 5_000
const DAY_MS = 86_400_000

type Item = Record<string, unknown>

/** By the page's id. */
export async function pageHeads(tableName: string): Promise<Map<string, PageHead>> {
  const items = await partition(tableName, pageKeys.head('').pk)
  return new Map(items.map(headIn).map((head) => [head.page, head]))
}

/** The counters of all pages on some local dates. */
export async function daysOfPages(tableName: string, dates: readonly string[]): Promise<PageDay[]> {
  const days: PageDay[] = []
  for (let from = 0; from < dates.length; from += DAYS_AT_ONCE) {
    const some = dates.slice(from, from + DAYS_AT_ONCE)
    const read = await Promise.all(some.map((date) => partition(tableName, pageKeys.day(date, '').pk)))
    days.push(...read.flat().map(dayIn))
  }
  return days
}

/** The counters of one page on some local dates, in no order. */
export async function daysOfPage(tableName: string, page: string, dates: readonly string[]): Promise<PageDay[]> {
  const keys = dates.map((date) => pageKeys.day(date, page))
  const found = await readMany(tableName, keys, { isConsistent: false })
  return [...found.values()].map(dayIn)
}

/** The comments that wait at an instant (ISO, UTC), of all pages, the oldest first. */
export async function waitingComments(
  tableName: string,
  at: string,
): Promise<{ readonly waiting: readonly WaitingComment[]; readonly isWhole: boolean }> {
  const oldest = new Date(Date.parse(at) - COMMENT_KEPT_DAYS * DAY_MS).toISOString()
  const waiting: WaitingComment[] = []
  let start: Item | undefined
  do {
    const { Items = [], LastEvaluatedKey } = await table.send(
      new QueryCommand({
        ...{ TableName: tableName, IndexName: WORKLISTS_INDEX },
        KeyConditionExpression: 'worklist = :list AND workDue > :oldest',
        ExpressionAttributeValues: { ':list': WAITING_COMMENTS, ':oldest': oldest },
        ...(start && { ExclusiveStartKey: start }),
      }),
    )
    waiting.push(...Items.map(({ pk, workDue }) => ({ page: String(pk).slice(2), at: String(workDue).split('#')[0]! })))
    start = LastEvaluatedKey
  } while (start && waiting.length < MOST_WAITING)
  return { waiting: waiting.slice(0, MOST_WAITING), isWhole: !start && waiting.length <= MOST_WAITING }
}

async function partition(tableName: string, pk: Key['pk']): Promise<Item[]> {
  const items: Item[] = []
  let start: Item | undefined
  do {
    const page = await table.send(
      new QueryCommand({
        ...{ TableName: tableName, KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': pk } },
        ...(start && { ExclusiveStartKey: start }),
      }),
    )
    items.push(...(page.Items ?? []))
    start = page.LastEvaluatedKey
  } while (start)
  return items
}

function dayIn({ pk, sk, ttl: _, ...counts }: Item): PageDay {
  return { date: String(pk).slice('V#D#'.length), page: String(sk), counts: counts as PageDay['counts'] }
}
