// What a file of the federal production calendar may say. A year that is in it counts as known, and deadlines in it are
// no longer provisional: a year with days missing is refused, because its deadlines would be wrong unseen. Read by
// load.ts.
import * as z from 'zod'
import { newYearHolidays, otherHolidays } from './vocabulary.ts'
import { expect, type Mistake } from './mistakes.ts'
import type { FederalCalendar } from './schema.ts'
import { isoDate } from './shapes.ts'

const days = z.array(isoDate)

export const federalCalendar = z.record(
  z.string().regex(/^20\d\d$/, 'must be a year'),
  z.strictObject({ holidays: days, short: days, work: days }),
)

/** The mistakes a schema of shapes cannot see: days in a wrong year, off and worked at once, or missing. */
export function checkYears(years: FederalCalendar): Mistake[] {
  return Object.entries(years).flatMap(([year, { holidays, short, work }]) => {
    const stray = [...holidays, ...short, ...work].filter((date) => !date.startsWith(year))
    const both = work.filter((date) => holidays.includes(date))
    const missing = [...newYearHolidays, ...otherHolidays]
      .map((day) => `${year}-${day}`)
      .filter((date) => !holidays.includes(date))
    return [
      ...none(stray, year, (dates) => `${dates} stands under ${year}: give each date to its own year`),
      ...none(both, `${year}.work`, (dates) => `${dates} is both a day off and a transferred working day: choose one`),
      ...none(missing, `${year}.holidays`, (dates) => `lacks ${dates}: a day off by article 112 of the Labour Code`),
    ]
  })
}

function none(dates: readonly string[], path: string, message: (dates: string) => string): Mistake[] {
  return expect(dates.length === 0, path, message(dates.join(', ')))
}
