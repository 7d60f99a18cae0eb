// Sums the months that are over, and those for which something was counted since they were summed. Whatever fails is done
// the next night; until then the month is read by its days. Called by a schedule every night.
import middy from '@middy/core'
import type { ScheduledEvent } from 'aws-lambda'
import { calendarOf } from '../calendar/calendar.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { log } from '../edge/log.ts'
import { now } from '../edge/now.ts'
import { datesOf, latestMonths, sumUp, sumUpCases } from '../statistics/months.ts'
import { caseCounterPages, counterPages } from '../store/counters.ts'
import { keepSums } from '../store/keep-sums.ts'
import { type MonthAt, monthStates } from '../store/months.ts'

export const handler = middy<ScheduledEvent, void>().handler(async () => {
  const tableName = environment('TABLE_NAME')
  const today = calendarOf(deployedRegion()).dateOf(Date.parse(now()))
  for (const one of await unsummed(tableName, today)) {
    const dates = datesOf(one.month)
    const sums = await sumUp(counterPages(tableName, dates, { isStrong: true }))
    const cases = await sumUpCases(one.month, caseCounterPages(tableName, dates, { isStrong: true }))
    const kept = await keepSums(tableName, one, sums, cases)
    log('month summed', { month: one.month, sums: sums.length + cases.length, kept })
  }
})

async function unsummed(tableName: string, today: string): Promise<MonthAt[]> {
  const states = await monthStates(tableName)
  const known = new Set(states.map(({ month }) => month))
  const latest = latestMonths(today)
  const untouched = latest.filter((month) => !known.has(month)).map((month) => ({ month, changes: 0 }))
  // A month may be told of before it is summed for the first time.
  return [...untouched, ...states.filter(({ month, summed }) => !summed && month <= latest[0]!)]
}
