// Turns instants into local dates and times of day ("2026-11-23", "08:30") and back. Called by the calendar, quiet
// hours, case ids, routing and statistics.
import type { EpochMilliseconds } from './instant.ts'
import * as TemporalInstant from 'temporal-polyfill/fns/Instant'
import * as PlainDateTime from 'temporal-polyfill/fns/PlainDateTime'
import * as ZonedDateTime from 'temporal-polyfill/fns/ZonedDateTime'

const DAY_MS = 86_400_000

/** The local date of an instant in a zone. */
export function localDate(instant: EpochMilliseconds, zone: string): string {
  return localTime(instant, zone).slice(0, 10)
}

/** The time of day at an instant in a zone, to the minute. */
export function localClock(instant: EpochMilliseconds, zone: string): string {
  return localTime(instant, zone).slice(11, 16)
}

/** The local date some days later. Dates alone are counted in UTC, where every day is as long as the others. */
export function plusDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10)
}

/** Monday is 1, Sunday 7. */
export function weekdayOf(date: string): number {
  return new Date(date).getUTCDay() || 7
}

/** The instant of a local time, "24:00" being the end of the day; a time skipped by a clock change moves forward. */
export function instantOf(date: string, time: string, zone: string): EpochMilliseconds {
  if (time === '24:00') return instantOf(plusDays(date, 1), '00:00', zone)
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const [hour, minute] = time.split(':').map(Number) as [number, number]
  return PlainDateTime.toZonedDateTime(PlainDateTime.create(year, month, day, hour, minute), zone).epochMilliseconds
}

/** What clocks and calendars of a zone show, as ISO with a Z that means nothing. */
function localTime(instant: EpochMilliseconds, zone: string): string {
  return new Date(instant + offsetAt(instant, zone)).toISOString()
}

/** The offsets of a zone (ms) on days of UTC on which it does not change its clocks. */
const steady = new Map<string, Map<number, number | undefined>>()

/** How far a zone is ahead of UTC at an instant (ms). Zone data are read once for a day: it is asked for far more often than clocks change. */
function offsetAt(instant: EpochMilliseconds, zone: string): number {
  const days = steady.get(zone) ?? new Map<number, number | undefined>()
  steady.set(zone, days)
  const day = Math.floor(instant / DAY_MS)
  if (!days.has(day)) {
    const offset = readOffset(day * DAY_MS, zone)
    days.set(day, offset === readOffset((day + 1) * DAY_MS, zone) ? offset : undefined)
  }
  return days.get(day) ?? readOffset(instant, zone)
}

function readOffset(instant: EpochMilliseconds, zone: string): number {
  const local = TemporalInstant.toZonedDateTimeISO(TemporalInstant.fromEpochMilliseconds(instant), zone)
  return ZonedDateTime.offsetNanoseconds(local) / 1e6
}
