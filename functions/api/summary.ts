// Sums what was counted in a range of days: by its whole months where they are summed, else by its days. Both are the same.
// Called by the statistics of the API.
import { type Dimension, summarize, type Summary } from '../statistics/figures.ts'
import type { Subject } from '../statistics/measure.ts'
import { breakdownFor, type DateRange, datesIn, monthOf, wholeMonths } from '../statistics/months.ts'
import { counterPages } from '../store/counters.ts'
import { type MonthAt, monthPages, monthStates } from '../store/months.ts'

export async function summaryOf(
  tableName: string,
  range: DateRange,
  wanted: Partial<Subject>,
  by: Dimension,
): Promise<Summary> {
  const breakdown = breakdownFor(wanted, by)
  const byDays = (dates: readonly string[]) => counterPages(tableName, dates, { clock: wanted.clock })
  const months = breakdown ? await summedIn(tableName, range) : []
  if (breakdown && months.length > 0) {
    const names = new Set(months.map(({ month }) => month))
    const rest = datesIn(range).filter((date) => !names.has(monthOf(date)))
    const parts = [monthPages(tableName, months, breakdown, wanted.clock), byDays(rest)]
    const summary = await summarize(oneAfterAnother(parts), wanted, by)
    if (isSame(months, await summedIn(tableName, range))) return summary
    // Somebody counted for one of the months while it was read.
  }
  return summarize(byDays(datesIn(range)), wanted, by)
}

async function summedIn(tableName: string, range: DateRange): Promise<MonthAt[]> {
  const whole = new Set(wholeMonths(range))
  if (whole.size === 0) return []
  const states = await monthStates(tableName)
  return states.filter(({ month, summed }) => summed && whole.has(month))
}

function isSame(some: readonly MonthAt[], others: readonly MonthAt[]): boolean {
  const text = (months: readonly MonthAt[]) => months.map(({ month, changes }) => `${month} ${changes}`).join()
  return text(some) === text(others)
}

async function* oneAfterAnother<Page>(parts: readonly AsyncIterable<Page>[]): AsyncGenerator<Page> {
  for (const part of parts) yield* part
}
