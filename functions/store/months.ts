// Keeps the sums of months. A month's state says how often somebody counted for it late (`changes`), and which of these
// counts its sums know (`summed`): they are true while both are the same. Sums lie in a partition of their own for each such
// number, so that a run that was overtaken spoils none that are read. Called by rollup, and by range.ts for whoever reads.
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { CaseCounter } from '../statistics/cases.ts'
import type { Counter, Counts } from '../statistics/counters.ts'
import type { MeasuredClock } from '../statistics/measure.ts'
import type { Breakdown, Month, MonthSum } from '../statistics/months.ts'
import { caseCounterOf } from './counters.ts'
import { itemsOf } from './partition.ts'
import { keys, table } from './table.ts'

const PUTS_AT_ONCE = 16
/** What the sums of cases begin with among the sums of a month; no breakdown of clocks is called so. */
const CASES = 'cases'

/** A month as of the late counts that its sums know, or are to know. */
export interface MonthAt {
  readonly month: Month
  readonly changes: number
}

export interface MonthState extends MonthAt {
  readonly summed: boolean
}

/** The months of which something is known, strongly read, in order. */
export async function monthStates(tableName: string): Promise<MonthState[]> {
  const items = await itemsOf(tableName, keys.month('').pk)
  return items.map(({ sk, changes = 0, summed }) => {
    return { month: String(sk), changes: Number(changes), summed: summed === changes }
  })
}

/** @returns false when something was counted for the month meanwhile: the sums may or may not know of it. */
export async function keepSums(
  tableName: string,
  { month, changes }: MonthAt,
  sums: readonly MonthSum[],
  cases: readonly CaseCounter[],
): Promise<boolean> {
  const items = [
    ...sums.map(({ breakdown, clock, value, counts }) => ({ parts: [breakdown, clock, value], counts })),
    ...cases.map(({ of, counts }) => ({ parts: [CASES, of.channel, of.topic, of.municipality], counts })),
  ]
  for (let start = 0; start < items.length; start += PUTS_AT_ONCE)
    await Promise.all(
      items.slice(start, start + PUTS_AT_ONCE).map(({ parts, counts }) => {
        const Item = { ...keys.monthSum(month, changes, parts), counts }
        return table.send(new PutCommand({ TableName: tableName, Item }))
      }),
    )
  try {
    await table.send(
      new UpdateCommand({
        TableName: tableName,
        Key: keys.month(month),
        UpdateExpression: 'SET summed = :changes, changes = :changes',
        ConditionExpression: changes === 0 ? 'attribute_not_exists(pk) OR changes = :changes' : 'changes = :changes',
        ExpressionAttributeValues: { ':changes': changes },
      }),
    )
    return true
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false
    throw error
  }
}

/** The sums of some months in one breakdown, of one clock or of all, a month at a time. */
export async function* monthPages(
  tableName: string,
  months: readonly MonthAt[],
  breakdown: Breakdown,
  clock?: MeasuredClock,
): AsyncGenerator<Counter[]> {
  const first = `${breakdown}#${clock ? `${clock}#` : ''}`
  for (const { month, changes } of months) {
    const items = await itemsOf(tableName, keys.monthSum(month, changes, []).pk, first, `${first}\uffff`)
    yield items.map(({ sk, counts }) => counterOf(month, String(sk), counts as Counts))
  }
}

/** The sums of the cases of some months, in full detail, a month at a time. */
export async function* caseMonthPages(tableName: string, months: readonly MonthAt[]): AsyncGenerator<CaseCounter[]> {
  const first = `${CASES}#`
  for (const { month, changes } of months) {
    const items = await itemsOf(tableName, keys.monthSum(month, changes, []).pk, first, `${first}\uffff`)
    yield items.map(({ sk, counts }) =>
      caseCounterOf({ date: month, sk: String(sk).slice(first.length), counts: counts as Counts }),
    )
  }
}

function counterOf(month: Month, sk: string, counts: Counts): Counter {
  const [breakdown, clock, value] = sk.split('#')
  return {
    date: month,
    of: { clock: clock as MeasuredClock, ...(value !== '-' && { [breakdown!]: value }) },
    counts,
  }
}
