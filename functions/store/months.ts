// Reads the sums of months. A month's state says how often somebody counted for it late (`changes`), and which of these
// counts its sums know (`summed`): they are true while both are the same. Sums lie in a partition of their own for each such
// number, so that a run that was overtaken spoils none that are read. Called by rollup, and by range.ts for whoever reads.
import type { CaseCounter } from '../statistics/cases.ts'
import type { Counter, Counts } from '../statistics/counters.ts'
import type { MeasuredClock } from '../statistics/measure.ts'
import type { Breakdown, Month } from '../statistics/months.ts'
import { caseCounterOf } from './counters.ts'
import { itemsOf } from './partition.ts'
import { figureKeys } from './table.ts'

/** What the sums of cases begin with among the sums of a month; no breakdown of clocks is called so. */
export const CASES = 'cases'

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
  const items = await itemsOf(tableName, figureKeys.month('').pk)
  return items.map(({ sk, changes = 0, summed }) => {
    return { month: String(sk), changes: Number(changes), summed: summed === changes }
  })
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
    const items = await itemsOf(tableName, figureKeys.monthSum(month, changes, []).pk, first, `${first}\uffff`)
    yield items.map(({ sk, counts }) => counterOf(month, String(sk), counts as Counts))
  }
}

/** The sums of the cases of some months, in full detail, a month at a time. */
export async function* caseMonthPages(tableName: string, months: readonly MonthAt[]): AsyncGenerator<CaseCounter[]> {
  const first = `${CASES}#`
  for (const { month, changes } of months) {
    const items = await itemsOf(tableName, figureKeys.monthSum(month, changes, []).pk, first, `${first}\uffff`)
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
