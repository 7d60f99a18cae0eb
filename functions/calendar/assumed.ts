// The days off of a year whose calendar the Government of Russia has not published yet: what the Labour Code says by itself.
import { plusDays, weekdayOf } from './dates.ts'

const newYear = ['01-01', '01-02', '01-03', '01-04', '01-05', '01-06', '01-07', '01-08']
const single = ['02-23', '03-08', '05-01', '05-09', '06-12', '11-04']

/**
 * The non-working holidays of a year ("2027") as dates, and the days they move to: one that falls on a Saturday or Sunday
 * makes the next working day free, except in the first week of January, whose days only the Government moves (Labour Code
 * of Russia, art. 112).
 */
export function assumedDaysOff(year: string): ReadonlySet<string> {
  const off = new Set([...newYear, ...single].map((day) => `${year}-${day}`))
  for (const day of single) {
    let date = `${year}-${day}`
    if (weekdayOf(date) < 6) continue
    while (weekdayOf(date) > 5 || off.has(date)) date = plusDays(date, 1)
    off.add(date)
  }
  return off
}
