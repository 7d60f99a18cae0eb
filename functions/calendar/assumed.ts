// Lists the days off of a year whose calendar the Government of Russia has not published yet, as the Labour Code has them.
// Called by calendar.ts.
import { newYearHolidays, otherHolidays } from '../../regions/vocabulary.ts'
import { plusDays, weekdayOf } from './dates.ts'

/**
 * The non-working holidays of a year ("2027") as dates, and the days they move to: one that falls on a Saturday or Sunday
 * makes the next working day free, except in the first week of January, whose days only the Government moves (Labour Code
 * of Russia, art. 112).
 */
export function assumedDaysOff(year: string): ReadonlySet<string> {
  const off = new Set([...newYearHolidays, ...otherHolidays].map((day) => `${year}-${day}`))
  for (const day of otherHolidays) {
    let date = `${year}-${day}`
    if (weekdayOf(date) < 6) continue
    while (weekdayOf(date) > 5 || off.has(date)) date = plusDays(date, 1)
    off.add(date)
  }
  return off
}
