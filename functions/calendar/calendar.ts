// A region's working time, from its file: weekly hours, federal and regional days off, transferred and short days,
// in the region's zone. Local dates decide what is worked; instants are what is returned.
import { Temporal } from 'temporal-polyfill'
import type { Region } from '../../regions/schema.ts'

/** Half-open working interval, ms since the epoch (UTC). */
export interface Interval {
  readonly from: number
  readonly to: number
}

export interface Calendar {
  readonly zone: string
  /** Working intervals of a local date ("2026-11-23"), in order; empty on a day off. */
  intervals(date: string): readonly Interval[]
  /** Whether the federal calendar of the date's year is known: beyond it only the weekly pattern is. */
  isKnown(date: string): boolean
  dateOf(instant: number): string
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

  const hoursOf = (date: string) => {
    if (off.has(date)) return []
    const weekday = weekdays[Temporal.PlainDate.from(date).dayOfWeek - 1]!
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
    isKnown: (date) => date.slice(0, 4) in region.federalCalendar,
    dateOf: (instant) => localDate(instant, region.timeZone),
  }
}

/** The local date of an instant (ms) in a zone, "2026-11-23". */
export function localDate(instant: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate().toString()
}

/** The local date some days later. */
export function plusDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString()
}

/** The instant (ms) of a local time, "24:00" being the end of the day; a time skipped by a clock change moves forward. */
export function instantOf(date: string, time: string, zone: string): number {
  const [day, plainTime] = time === '24:00' ? [plusDays(date, 1), '00:00'] : [date, time]
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime }).epochMilliseconds
}

function shorten(intervals: readonly Interval[], ms: number): Interval[] {
  const last = intervals.at(-1)
  if (!last) return []
  const length = last.to - last.from
  return length > ms
    ? [...intervals.slice(0, -1), { from: last.from, to: last.to - ms }]
    : shorten(intervals.slice(0, -1), ms - length)
}
