// An account of working time kept apart from the code it checks: minute by minute, from the region's file, by the
// arithmetic of `Date`. For zones that keep one offset from UTC and years whose federal calendar is known.
import type { Region } from '../../regions/schema.ts'

const MINUTE = 60_000
const DAY = 86_400_000
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const

export class NaiveCalendar {
  readonly #region: Region
  readonly #offset: number
  readonly #days = new Map<number, ReadonlySet<number>>()

  /** @param offset of the zone from UTC (ms) */
  constructor(region: Region, offset: number) {
    this.#region = region
    this.#offset = offset
  }

  /** The minutes of a local day that are worked, as minutes since midnight. @param day counted from 1 January 1970 */
  minutesOf(day: number): ReadonlySet<number> {
    const known = this.#days.get(day)
    if (known) return known
    const reckoned = new Set(this.#reckon(new Date(day * DAY).toISOString().slice(0, 10)))
    this.#days.set(day, reckoned)
    return reckoned
  }

  #reckon(date: string): number[] {
    const { workingHours, holidays, shortDayMinutes } = this.#region.calendar
    const year = this.#region.federalCalendar[date.slice(0, 4)]!
    if (year.holidays.includes(date) || date in holidays) return []
    const own = workingHours[weekdays[new Date(date).getUTCDay()]!]
    const hours = own.length === 0 && year.work.includes(date) ? workingHours.mon : own
    const minutes: number[] = []
    for (const range of hours) {
      const [from, to] = range.split('-').map((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3)))
      for (let minute = from!; minute < to!; minute += 1) minutes.push(minute)
    }
    return year.short.includes(date) ? minutes.slice(0, Math.max(0, minutes.length - shortDayMinutes)) : minutes
  }

  isWorked(instant: number): boolean {
    const local = instant + this.#offset
    return this.minutesOf(Math.floor(local / DAY)).has((local % DAY) / MINUTE)
  }

  /** Working minutes between two full minutes. */
  between(from: number, to: number): number {
    let count = 0
    for (let at = from; at < to; at += MINUTE) if (this.isWorked(at)) count += 1
    return count
  }

  /** The end of the last of some working minutes from a full minute on. */
  add(start: number, minutes: number): number {
    let at = start
    for (let left = minutes; left > 0; at += MINUTE) if (this.isWorked(at)) left -= 1
    return at
  }
}
