// The days that a public page may be asked for: whole months, because these are summed. Called by the handler.
import type { DateRange } from '../statistics/months.ts'
import { plusDays } from '../calendar/dates.ts'

export const periods = ['quarter', 'month', 'last-month', 'year'] as const
export type Period = (typeof periods)[number]

/** The days of a period as of a local date; the first of the periods where none is named. */
export function daysOf(period: Period, today: string): DateRange {
  if (period === 'last-month') return { from: firstOf(today, 1), to: plusDays(firstOf(today, 0), -1) }
  return { from: firstOf(today, { month: 0, quarter: 2, year: 11 }[period]), to: today }
}

/** The first day of a month so many months ago. */
function firstOf(today: string, monthsAgo: number): string {
  const [year = 0, month = 0] = today.split('-').map(Number)
  const months = year * 12 + month - 1 - monthsAgo
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`
}
