// Reads the counters of a range of days: of its whole months by their sums where they are summed, of the rest day by day. Both
// give the same. Called by the statistics of the API and the public pages.
import { type DateRange, datesIn, monthOf, wholeMonths } from '../statistics/months.ts'
import { type MonthAt, monthStates } from './months.ts'

/** Where the counters of some kind are. */
export interface Source<Counter> {
  readonly byDays: (dates: readonly string[]) => AsyncIterable<readonly Counter[]>
  /** Without it months are read day by day as well. */
  readonly byMonths?: ((months: readonly MonthAt[]) => AsyncIterable<readonly Counter[]>) | undefined
}

/** What `sum` makes of the counters of a range. */
export async function overRange<Counter, Sum>(
  tableName: string,
  range: DateRange,
  { byDays, byMonths }: Source<Counter>,
  sum: (pages: AsyncIterable<readonly Counter[]>) => Promise<Sum>,
): Promise<Sum> {
  const months = byMonths ? await summedIn(tableName, range) : []
  if (byMonths && months.length > 0) {
    const names = new Set(months.map(({ month }) => month))
    const rest = datesIn(range).filter((date) => !names.has(monthOf(date)))
    const result = await sum(oneAfterAnother([byMonths(months), byDays(rest)]))
    if (isSame(months, await summedIn(tableName, range))) return result
    // Somebody counted for one of the months while it was read.
  }
  return sum(byDays(datesIn(range)))
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

export async function* oneAfterAnother<Page>(parts: readonly AsyncIterable<Page>[]): AsyncGenerator<Page> {
  for (const part of parts) yield* part
}
