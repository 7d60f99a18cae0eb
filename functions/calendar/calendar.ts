// Builds the calendar of a region from its file: weekly hours, federal and regional days off, transferred and short
// days, in the region's zone. Called by everything that counts working time; whether a day is worked is asked by its
// local date.
import type { EpochMilliseconds, Milliseconds } from './instant.ts'
import type { Region } from '../../regions/schema.ts'
import { assumedDaysOff } from './assumed.ts'
import { instantOf, localDate, weekdayOf } from './dates.ts'

/** Half-open working interval. */
interface Interval {
  readonly from: EpochMilliseconds
  readonly to: EpochMilliseconds
}

export interface Calendar {
  readonly zone: string
  /** Working intervals of a local date ("2026-11-23"), in order; empty on a day off. */
  intervals(date: string): readonly Interval[]
  /** Whether the federal calendar of the date's year is known: beyond it only the week and the fixed holidays are. */
  isKnown(date: string): boolean
  dateOf(instant: EpochMilliseconds): string
}

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
const calendars = new WeakMap<Region, Calendar>()

/** The region's calendar; built once per region object. */
export function calendarOf(region: Region): Calendar {
  const known = calendars.get(region)
  if (known) return known
  const built = build(region)
  calendars.set(region, built)
  return built
}

function build(region: Region): Calendar {
  const federal = Object.values(region.federalCalendar)
  const off = new Set([...federal.flatMap((year) => year.holidays), ...Object.keys(region.calendar.holidays)])
  const short = new Set(federal.flatMap((year) => year.short))
  const transferred = new Set(federal.flatMap((year) => year.work))
  const days = new Map<string, readonly Interval[]>()
  const assumed = new Map<string, ReadonlySet<string>>()

  const isKnown = (date: string) => date.slice(0, 4) in region.federalCalendar
  const isAssumedOff = (date: string) => {
    const year = date.slice(0, 4)
    let dates = assumed.get(year)
    if (!dates) assumed.set(year, (dates = assumedDaysOff(year)))
    return dates.has(date)
  }

  const hoursOf = (date: string) => {
    if (off.has(date) || (!isKnown(date) && isAssumedOff(date))) return []
    const weekday = weekdays[weekdayOf(date) - 1]!
    const hours = region.calendar.workingHours[weekday]
    return hours.length === 0 && transferred.has(date) ? region.calendar.workingHours.mon : hours
  }

  const intervalsOf = (date: string) => {
    const intervals = hoursOf(date).map((range) => ({
      from: instantOf(date, range.slice(0, 5), region.timeZone),
      to: instantOf(date, range.slice(6), region.timeZone),
    }))
    return short.has(date) ? shorten(intervals, region.calendar.shortDayMinutes * 60_000) : intervals
  }

  return {
    zone: region.timeZone,
    intervals(date) {
      let intervals = days.get(date)
      if (!intervals) days.set(date, (intervals = intervalsOf(date)))
      return intervals
    },
    isKnown,
    dateOf: (instant) => localDate(instant, region.timeZone),
  }
}

function shorten(intervals: readonly Interval[], by: Milliseconds): Interval[] {
  const last = intervals.at(-1)
  if (!last) return []
  const length = last.to - last.from
  return length > by
    ? [...intervals.slice(0, -1), { from: last.from, to: last.to - by }]
    : shorten(intervals.slice(0, -1), by - length)
}
