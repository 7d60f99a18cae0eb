// Sums what was counted in a range of days. Called by the statistics of the API.
import { NOW, type CaseCounter, type CaseSubject } from '../statistics/cases.ts'
import { type CaseDimension, type CaseSummary, summarizeCases } from '../statistics/case-figures.ts'
import { type Dimension, summarize, type Summary } from '../statistics/figures.ts'
import type { Subject } from '../statistics/measure.ts'
import { breakdownFor, type DateRange } from '../statistics/months.ts'
import { caseCounterPages, counterPages } from '../store/counters.ts'
import { caseMonthPages, type MonthAt, monthPages } from '../store/months.ts'
import { oneAfterAnother, overRange } from '../store/range.ts'

/** How deadlines were kept. */
export function summaryOf(
  tableName: string,
  range: DateRange,
  wanted: Partial<Subject>,
  by: Dimension,
): Promise<Summary> {
  const breakdown = breakdownFor(wanted, by)
  const source = {
    byDays: (dates: readonly string[]) => counterPages(tableName, dates, { clock: wanted.clock }),
    byMonths: breakdown && ((months: readonly MonthAt[]) => monthPages(tableName, months, breakdown, wanted.clock)),
  }
  return overRange(tableName, range, source, (counters) => summarize(counters, wanted, by))
}

/** What became of cases. */
export function caseSummaryOf(
  tableName: string,
  range: DateRange,
  wanted: Partial<CaseSubject>,
  by: CaseDimension,
): Promise<CaseSummary> {
  const source = {
    byDays: (dates: readonly string[]) => caseCounterPages(tableName, dates),
    byMonths: (months: readonly MonthAt[]) => caseMonthPages(tableName, months),
  }
  const withOpen = (counters: AsyncIterable<readonly CaseCounter[]>) =>
    oneAfterAnother([counters, caseCounterPages(tableName, [NOW])])
  return overRange(tableName, range, source, (counters) => summarizeCases(withOpen(counters), wanted, by))
}
