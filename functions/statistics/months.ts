// Sums of whole months, so that a year is not read day by day: of each clock, and of each clock by one thing more; of cases in full
// detail. Called
// by rollup, which keeps them, by record, which says that a month has changed, and by the statistics of the API.
import { plusDays } from '../calendar/dates.ts'
import { type CaseCounter, NOW } from './cases.ts'
import { addTo, type Counter } from './counters.ts'
import { type Dimension, dimensions } from './figures.ts'
import type { MeasuredClock, Subject } from './measure.ts'

/** What the sums of a month tell apart beside the clock; by `clock`, nothing. */
export type Breakdown = Dimension

/** "2026-03" */
export type Month = string

/** Local dates, both included. */
export interface DateRange {
  readonly from: string
  readonly to: string
}

export interface MonthSum {
  readonly breakdown: Breakdown
  readonly clock: MeasuredClock
  /** Of the breakdown; undefined where it was not known. */
  readonly value?: string | undefined
  readonly counts: Record<string, number>
}

/** How long a month is over when it is summed (days). */
const SUMMED_AFTER = 3
/** How long it is over when counting for it says so: what is counted without a word has a day to come before the sum. */
const TOLD_AFTER = 2
/** If the nights fail for longer, a month is read by its days, which is slower and as true. */
const MONTHS_BACK = 3

export function monthOf(date: string): Month {
  return date.slice(0, 7)
}

export function datesIn({ from, to }: DateRange): string[] {
  const dates: string[] = []
  for (let date = from; date <= to; date = plusDays(date, 1)) dates.push(date)
  return dates
}

/** All dates of a month. */
export function datesOf(month: Month): string[] {
  const first = `${month}-01`
  return datesIn({ from: first, to: plusDays(first, 30) }).filter((date) => monthOf(date) === month)
}

/** The months that lie within a range as a whole, in order. */
export function wholeMonths(range: DateRange): Month[] {
  const months = [...new Set(datesIn(range).map(monthOf))]
  return months.filter((month) => {
    const dates = datesOf(month)
    return dates[0]! >= range.from && dates.at(-1)! <= range.to
  })
}

/** The months that are summed by a local date, the latest first. */
export function latestMonths(today: string): Month[] {
  const months: Month[] = []
  for (let next = monthOf(plusDays(today, -SUMMED_AFTER)); months.length < MONTHS_BACK; next = months.at(-1)!)
    months.push(monthOf(plusDays(`${next}-01`, -1)))
  return months
}

/** The months of some dates that may be summed already, or while something is counted for them. */
export function monthsToTell(dates: readonly string[], today: string): Month[] {
  const running = monthOf(plusDays(today, -TOLD_AFTER))
  const months = dates.filter((date) => date !== NOW).map(monthOf)
  return [...new Set(months)].filter((month) => month < running)
}

/** The breakdown that answers a question; undefined when it names more than one thing beside the clock. */
export function breakdownFor(wanted: Partial<Subject>, by: Dimension): Breakdown | undefined {
  const named = dimensions.filter((one) => one !== 'clock' && (one === by || wanted[one] !== undefined))
  return named.length > 1 ? undefined : (named[0] ?? 'clock')
}

/** Sums counters in every breakdown, as they come. */
export async function sumUp(pages: AsyncIterable<readonly Counter[]>): Promise<MonthSum[]> {
  const sums = new Map<string, MonthSum>()
  for await (const { of, counts } of flat(pages)) {
    for (const breakdown of dimensions) {
      const value = of[breakdown]
      const key = `${breakdown}#${of.clock}#${value ?? ''}`
      const sum = sums.get(key) ?? { breakdown, clock: of.clock, value, counts: {} }
      sums.set(key, sum)
      addTo(sum.counts, counts)
    }
  }
  return [...sums.values()]
}

/** Sums the counters of cases of a month in full detail: few days of a month share a counter, and few months are as large. */
export async function sumUpCases(month: Month, pages: AsyncIterable<readonly CaseCounter[]>): Promise<CaseCounter[]> {
  const sums = new Map<string, { of: CaseCounter['of']; counts: Record<string, number> }>()
  for await (const { of, counts } of flat(pages)) {
    const key = [of.channel, of.topic, of.municipality].join('#')
    const sum = sums.get(key) ?? { of, counts: {} }
    sums.set(key, sum)
    addTo(sum.counts, counts)
  }
  return [...sums.values()].flatMap(({ of, counts: all }) => {
    const counts = Object.fromEntries(Object.entries(all).filter(([, amount]) => amount !== 0))
    return Object.keys(counts).length > 0 ? [{ date: month, of, counts }] : []
  })
}

async function* flat<One>(pages: AsyncIterable<readonly One[]>): AsyncGenerator<One> {
  for await (const page of pages) yield* page
}
