// Reads the counters, some days at once and page by page: a large region's year is more than a function can hold. A day's
// partition holds one small item for each clock, organisation, topic and municipality of which anything ended that day; another,
// one for each channel, topic and municipality of which a case is counted. Called by range.ts and rollup.
import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { Channel } from '../case/case.ts'
import type { CaseCounter } from '../statistics/cases.ts'
import type { Counter, Counts } from '../statistics/counters.ts'
import type { MeasuredClock } from '../statistics/measure.ts'
import { figureKeys, type Key, table } from './table.ts'

const DAYS_AT_ONCE = 16

interface Day {
  readonly date: string
  readonly start?: Record<string, unknown> | undefined
}

interface Reading {
  /** One alone. */
  readonly clock?: MeasuredClock | undefined
  /** Nothing that was counted before is missing; costs twice as much. */
  readonly isStrong?: boolean
}

interface Stored {
  readonly date: string
  readonly sk: string
  readonly counts: Counts
}

/** The counters of clocks of some days, a page of some days at a time. */
export async function* counterPages(
  tableName: string,
  dates: readonly string[],
  { clock, isStrong }: Reading = {},
): AsyncGenerator<Counter[]> {
  const of = (date: string) => ({ pk: figureKeys.counter(date, []).pk, ...(clock && { first: `${clock}#` }) })
  for await (const page of pages(tableName, dates, of, isStrong)) yield page.map(counterOf)
}

/** The counters of cases of some days, or of `NOW`. */
export async function* caseCounterPages(
  tableName: string,
  dates: readonly string[],
  { isStrong }: Pick<Reading, 'isStrong'> = {},
): AsyncGenerator<CaseCounter[]> {
  const of = (date: string) => ({ pk: figureKeys.caseCounter(date, []).pk })
  for await (const page of pages(tableName, dates, of, isStrong)) yield page.map(caseCounterOf)
}

async function* pages(
  tableName: string,
  dates: readonly string[],
  of: (date: string) => { readonly pk: Key['pk']; readonly first?: string },
  isStrong = false,
): AsyncGenerator<Stored[]> {
  let waiting: Day[] = dates.map((date) => ({ date }))
  while (waiting.length > 0) {
    const read = await Promise.all(
      waiting.slice(0, DAYS_AT_ONCE).map((day) => pageOf(tableName, day, of(day.date), isStrong)),
    )
    yield read.flatMap(({ items }) => items)
    waiting = [...read.flatMap(({ rest }) => rest ?? []), ...waiting.slice(DAYS_AT_ONCE)]
  }
}

async function pageOf(
  tableName: string,
  { date, start }: Day,
  { pk, first }: { readonly pk: Key['pk']; readonly first?: string },
  isStrong: boolean,
) {
  const { Items = [], LastEvaluatedKey } = await table.send(
    new QueryCommand({
      TableName: tableName,
      KeyConditionExpression: first ? 'pk = :pk AND begins_with(sk, :first)' : 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk, ...(first && { ':first': first }) },
      ConsistentRead: isStrong,
      ...(start && { ExclusiveStartKey: start }),
    }),
  )
  const rest: Day | undefined = LastEvaluatedKey && { date, start: LastEvaluatedKey }
  return { items: Items.map(({ pk: _, sk, ...counts }) => ({ date, sk: String(sk), counts: counts as Counts })), rest }
}

function counterOf({ date, sk, counts }: Stored): Counter {
  const [clock, organisation, topic, municipality] = partsOf(sk)
  const of = {
    clock: clock as MeasuredClock,
    ...(organisation && { organisation }),
    ...(topic && { topic }),
    ...(municipality && { municipality }),
  }
  return { date, of, counts }
}

/** A counter of cases as it is stored: of a day, or of a month. */
export function caseCounterOf({ date, sk, counts }: Stored): CaseCounter {
  const [channel, topic, municipality] = partsOf(sk)
  const of = { channel: channel as Channel, ...(topic && { topic }), ...(municipality && { municipality }) }
  return { date, of, counts }
}

function partsOf(sk: string): (string | undefined)[] {
  return sk.split('#').map((part) => (part === '-' ? undefined : part))
}
