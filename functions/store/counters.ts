// Reads the counters, some days at once and page by page: a large region's year is more than a function can hold. A day's
// partition holds one small item for each clock, organisation, topic and municipality of which anything ended that day. Called
// by the statistics of the API and rollup.
import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { Counter, Counts } from '../statistics/counters.ts'
import type { MeasuredClock } from '../statistics/measure.ts'
import { keys, table } from './table.ts'

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

/** The counters of some days, a page of some days at a time. */
export async function* counterPages(
  tableName: string,
  dates: readonly string[],
  reading: Reading = {},
): AsyncGenerator<Counter[]> {
  let waiting: Day[] = dates.map((date) => ({ date }))
  while (waiting.length > 0) {
    const pages = await Promise.all(waiting.slice(0, DAYS_AT_ONCE).map((day) => pageOf(tableName, day, reading)))
    yield pages.flatMap(({ counters }) => counters)
    waiting = [...pages.flatMap(({ rest }) => rest ?? []), ...waiting.slice(DAYS_AT_ONCE)]
  }
}

async function pageOf(tableName: string, { date, start }: Day, { clock, isStrong = false }: Reading) {
  const { Items = [], LastEvaluatedKey } = await table.send(
    new QueryCommand({
      TableName: tableName,
      KeyConditionExpression: clock ? 'pk = :pk AND begins_with(sk, :clock)' : 'pk = :pk',
      ExpressionAttributeValues: { ':pk': keys.counter(date, []).pk, ...(clock && { ':clock': `${clock}#` }) },
      ConsistentRead: isStrong,
      ...(start && { ExclusiveStartKey: start }),
    }),
  )
  const rest: Day | undefined = LastEvaluatedKey && { date, start: LastEvaluatedKey }
  return { counters: Items.map(({ pk: _, sk, ...counts }) => counterOf(date, String(sk), counts as Counts)), rest }
}

function counterOf(date: string, sk: string, counts: Counts): Counter {
  const [name, ...parts] = sk.split('#')
  const [organisation, topic, municipality] = parts.map((part) => (part === '-' ? undefined : part))
  const of = {
    clock: name as MeasuredClock,
    ...(organisation && { organisation }),
    ...(topic && { topic }),
    ...(municipality && { municipality }),
  }
  return { date, of, counts }
}
