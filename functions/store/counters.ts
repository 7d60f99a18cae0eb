// Reads the counters: one Query for each day, some days at once. A day's partition holds one small item for each clock,
// organisation, topic and municipality of which anything ended that day. Called by the statistics of the API.
import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { Counter, Counts } from '../statistics/counters.ts'
import type { MeasuredClock } from '../statistics/measure.ts'
import { keys, table } from './table.ts'

const DAYS_AT_ONCE = 16

/** The counters of some days, of one clock or of all. */
export async function loadCounters(
  tableName: string,
  dates: readonly string[],
  clock?: MeasuredClock,
): Promise<Counter[]> {
  const counters: Counter[] = []
  for (let start = 0; start < dates.length; start += DAYS_AT_ONCE) {
    const days = dates.slice(start, start + DAYS_AT_ONCE).map((date) => loadDay(tableName, date, clock))
    counters.push(...(await Promise.all(days)).flat())
  }
  return counters
}

async function loadDay(tableName: string, date: string, clock: MeasuredClock | undefined): Promise<Counter[]> {
  const items: Record<string, unknown>[] = []
  let start: Record<string, unknown> | undefined
  do {
    const page = await table.send(
      new QueryCommand({
        TableName: tableName,
        KeyConditionExpression: clock ? 'pk = :pk AND begins_with(sk, :clock)' : 'pk = :pk',
        ExpressionAttributeValues: { ':pk': keys.counter(date, []).pk, ...(clock && { ':clock': `${clock}#` }) },
        ...(start && { ExclusiveStartKey: start }),
      }),
    )
    items.push(...(page.Items ?? []))
    start = page.LastEvaluatedKey
  } while (start)
  return items.map(({ pk: _, sk, ...counts }) => counterOf(date, String(sk), counts as Counts))
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
