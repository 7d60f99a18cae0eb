// What stands on record in a table: counters, the event feed, words; and what should, by the events of its cases alone. Used by the tests of record.
import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { isFed } from '../../functions/case/feed.ts'
import type { FeedEntry } from '../../functions/case/feed.ts'
import { addTo } from '../../functions/statistics/counters.ts'
import { countedIn, incrementsOf } from '../../functions/statistics/counting.ts'
import { feedAfter, feedHead } from '../../functions/store/feed.ts'
import { loadEvents } from '../../functions/store/history.ts'
import { figureKeys, type Key, table } from '../../functions/store/table.ts'
import { region } from '../store/lives.ts'

type Counters = Readonly<Record<string, Readonly<Record<string, number>>>>

const nameOf = ({ pk, sk }: Key) => `${pk} ${sk}`

/** The counters of clocks and cases of some dates, and of those open now; what is nothing is left out. */
export async function countersIn(tableName: string, dates: readonly string[]): Promise<Counters> {
  const partitions = [...dates, 'now'].flatMap((date) => [
    figureKeys.counter(date, []).pk,
    figureKeys.caseCounter(date, []).pk,
  ])
  const found: Record<string, Record<string, number>> = {}
  for (const pk of partitions) {
    const { Items = [] } = await table.send(
      new QueryCommand({
        TableName: tableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
      }),
    )
    for (const { pk: _, sk, ...counts } of Items) found[`${pk} ${sk}`] = counts
  }
  return withoutNothing(found)
}

/** The counters that the whole histories of cases add up to, each event by itself. */
export async function countersOf(tableName: string, caseIds: readonly string[]): Promise<Counters> {
  const sums: Record<string, Record<string, number>> = {}
  const add = (key: Key, counts: Readonly<Record<string, number>>) => addTo((sums[nameOf(key)] ??= {}), counts)
  for (const caseId of caseIds) {
    const events = await loadEvents(tableName, caseId)
    for (const seq of countedIn(caseId, events)) {
      const { clocks, cases } = incrementsOf(region, caseId, events.slice(0, seq))
      for (const { date, of, counts } of clocks)
        add(figureKeys.counter(date, [of.clock, of.organisation, of.topic, of.municipality]), counts)
      for (const { date, of, counts } of cases)
        add(figureKeys.caseCounter(date, [of.channel, of.topic, of.municipality]), counts)
    }
  }
  return withoutNothing(sums)
}

function withoutNothing(counters: Counters): Counters {
  const cleaned = Object.entries(counters).map(
    ([name, counts]) =>
      [name, Object.fromEntries(Object.entries(counts).filter(([, amount]) => amount !== 0))] as const,
  )
  return Object.fromEntries(cleaned.filter(([, counts]) => Object.keys(counts).length > 0))
}

/** The whole feed. @throws Error where its places are not 1, 2, 3 … up to its end. */
export async function feedIn(tableName: string): Promise<FeedEntry[]> {
  const head = await feedHead(tableName)
  const entries = head ? await feedAfter(tableName, head, 0, 1_000_000) : []
  if (entries.length !== (head?.last ?? 0)) throw new Error(`The feed ends after ${entries.length} of ${head?.last}.`)
  return entries
}

/** By case, the numbers of its events in the order in which they stand in the feed. */
export async function fedIn(tableName: string): Promise<Record<string, number[]>> {
  const byCase = Map.groupBy(await feedIn(tableName), ({ caseId }) => caseId)
  return Object.fromEntries([...byCase].map(([caseId, entries]) => [caseId, entries.map(({ seq }) => seq)]))
}

/** By case, the numbers of its events that should stand there. */
export async function fedOf(tableName: string, caseIds: readonly string[]): Promise<Record<string, number[]>> {
  const all = await Promise.all(
    caseIds.map(async (caseId) => {
      const events = await loadEvents(tableName, caseId)
      return [caseId, events.flatMap(({ type }, index) => (isFed(type) ? [index + 1] : []))] as const
    }),
  )
  return Object.fromEntries(all)
}
