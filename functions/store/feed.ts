// The event feed: one numbered row of what happened to all cases of the region. It is written in the order of each case, once, some
// cases in one go, and a place in it never changes: whoever has read up to a number has read all of it. Written by `record`, read by the API.
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { GetCommand, QueryCommand, TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb'
import type { FeedEntry, FeedEvent } from '../case/feed.ts'
import { letters, type Random } from '../case/ids.ts'
import { type Expiring, isExpired, ttlAfter } from './expiry.ts'
import { itemsOf } from './partition.ts'
import { keys, feedKeys, table } from './table.ts'
import type { Item } from './writes.ts'

/** How long an event can be read in the feed (days); its case has it longer. */
export const FEED_DAYS = 90
/** How many items the cases of one transaction may have: DynamoDB takes a hundred, and two are of the feed itself. */
export const MOST_ITEMS = 98
/** Two meet at the end of the feed; whoever was slower tries again there. */
const ATTEMPTS = 10

/** Where the feed ends. */
export interface FeedHead {
  /** Which feed it is: after a restore another begins, and places of the old one mean nothing in it. */
  readonly feed: string
  /** The number of the last entry. */
  readonly last: number
  /** The day (UTC) of the last entry. */
  readonly day: string
}

type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number]

/** Up to which of its events a case stands in the feed; 0 before the first. */
export async function fedUpTo(tableName: string, caseId: string): Promise<number> {
  const get = new GetCommand({ TableName: tableName, Key: keys.fed(caseId), ConsistentRead: true })
  const { Item } = await table.send(get)
  return Number(Item?.['upTo'] ?? 0)
}

/** Events of a case that go to the end of the feed: an item each, one for the case, and those beside. */
export interface Feeding {
  readonly caseId: string
  /** As `fedUpTo` said. */
  readonly after: number
  /** The event up to which the case stands in it then. */
  readonly upTo: number
  readonly events: readonly FeedEvent[]
  /** What is to be written together with the entries. */
  readonly beside?: readonly Write[]
}

interface Appending {
  readonly tableName: string
  /** ISO, UTC. */
  readonly at: string
  readonly random: Random
}

/**
 * Puts events of cases at the end of the feed, one case after another, in one transaction. @param feedings of cases that differ, with `MOST_ITEMS` items
 * at most
 * @returns the entries of each; none of those that somebody else put there since `after` was read.
 * @throws Error when others kept being faster, so that the queue asks again.
 */
export async function appendToFeed<F extends Feeding>(
  { tableName, at, random }: Appending,
  feedings: readonly F[],
): Promise<Map<F, readonly FeedEntry[]>> {
  let left = feedings
  for (let attempt = 1; left.length > 0; attempt += 1) {
    const head = await feedHead(tableName)
    const last = head?.last ?? 0
    const entriesOf = numbered(left, last)
    const entries = [...entriesOf.values()].flat()
    // A clock that is behind writes into the day that another began.
    const day = [at.slice(0, 10), head?.day ?? ''].toSorted().at(-1)!
    const ttl = ttlAfter(at, FEED_DAYS)
    const moved: FeedHead = { feed: head?.feed ?? letters(8, random), last: last + entries.length, day }
    const put = (item: Item, expected?: Readonly<Record<string, number>>): Write => ({
      Put: { TableName: tableName, Item: item, ...(expected ? ifIs(expected) : ifNew) },
    })
    const TransactItems = [
      ...left.map(({ caseId, after, upTo }) =>
        put({ ...keys.fed(caseId), upTo }, after > 0 ? { upTo: after } : undefined),
      ),
      put({ ...feedKeys.feedHead, ...moved }, head && { last }),
      ...(day === head?.day ? [] : [put({ ...feedKeys.feedDay(day), position: last + 1, ttl })]),
      ...entries.map((entry) => put({ ...feedKeys.feedEntry(entry.position), ...entry, ttl })),
      ...left.flatMap(({ beside = [] }) => beside),
    ]
    try {
      await table.send(new TransactWriteCommand({ TransactItems }))
      return entriesOf
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error
      const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code)
      const isTaken = codes
        .slice(0, left.length + 1)
        .some((code) => code === 'TransactionConflict' || code === 'ConditionalCheckFailed')
      if (attempt === ATTEMPTS || !isTaken) throw error
      left = left.filter((_, index) => codes[index] !== 'ConditionalCheckFailed')
    }
  }
  return new Map()
}

/** The events with their places after the last one. */
function numbered<F extends Feeding>(feedings: readonly F[], last: number): Map<F, readonly FeedEntry[]> {
  let position = last
  return new Map(
    feedings.map((one) => [one, one.events.map((event) => ({ ...event, position: (position += 1) }))] as const),
  )
}

const ifNew = { ConditionExpression: 'attribute_not_exists(pk)' }

/** The condition that an attribute still is what it was. */
function ifIs(expected: Readonly<Record<string, number>>) {
  const [name, value] = Object.entries(expected)[0]!
  return {
    ConditionExpression: '#name = :value',
    ExpressionAttributeNames: { '#name': name },
    ExpressionAttributeValues: { ':value': value },
  }
}

/** Undefined before anything happened. */
export async function feedHead(tableName: string): Promise<FeedHead | undefined> {
  const { Item } = await table.send(
    new GetCommand({ TableName: tableName, Key: feedKeys.feedHead, ConsistentRead: true }),
  )
  return Item as FeedHead | undefined
}

/**
 * The place before the first entry since a day (UTC date), or before the oldest that is kept at an instant (ISO, UTC); the end where there
 * is none.
 */
export async function feedStart(tableName: string, head: FeedHead, day: string, at: string): Promise<number> {
  const days = await itemsOf(tableName, feedKeys.feedDay(day).pk, day, '~')
  const first = days.find((one) => !isExpired(one as Expiring, at))
  return first ? Number(first['position']) - 1 : head.last
}

/**
 * The entries after a place, at most so many, in their order and without a gap. None where what follows is not kept any more; one
 * that is being written this moment may be left to the next reading.
 */
export async function feedAfter(tableName: string, head: FeedHead, after: number, most: number): Promise<FeedEntry[]> {
  const entries: FeedEntry[] = []
  let place = after
  while (place < head.last && entries.length < most) {
    const { pk, sk } = feedKeys.feedEntry(place + 1)
    const { Items = [] } = await table.send(
      new QueryCommand({
        ...{ TableName: tableName, ConsistentRead: true, Limit: most - entries.length },
        KeyConditionExpression: 'pk = :pk AND sk >= :sk',
        ExpressionAttributeValues: { ':pk': pk, ':sk': sk },
      }),
    )
    const found = Items as FeedEntry[]
    const unbroken = found.filter(({ position }, index) => position === place + index + 1)
    entries.push(...unbroken)
    place += unbroken.length
    if (unbroken.length === 0 || unbroken.length < found.length) break
  }
  return entries
}
