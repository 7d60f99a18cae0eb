// Adds and measures working time. Called by the clocks of a case, quiet hours, statistics and the rehearsal.
import type { EpochMilliseconds, Milliseconds } from './instant.ts'
import type { Term } from '../../regions/schema.ts'
import type { Calendar } from './calendar.ts'
import { instantOf, plusDays } from './dates.ts'

const MINUTE: Milliseconds = 60_000
const HOUR: Milliseconds = 60 * MINUTE
const LONGEST_BREAK_DAYS = 60

/** The instant at which some working time has passed since `start`. Zero or less leaves the start as it is. */
export function addWorkingTime(calendar: Calendar, start: EpochMilliseconds, time: Milliseconds): EpochMilliseconds {
  if (time <= 0) return start
  let left = time
  let idle = 0
  for (let date = calendar.dateOf(start); ; date = plusDays(date, 1)) {
    const before = left
    for (const { from, to } of calendar.intervals(date)) {
      const begin = Math.max(from, start)
      if (begin >= to) continue
      if (left <= to - begin) return begin + left
      left -= to - begin
    }
    idle = left === before ? idle + 1 : 0
    if (idle > LONGEST_BREAK_DAYS)
      throw new Error(`The calendar has no working time in ${LONGEST_BREAK_DAYS} days after ${date}.`)
  }
}

/** Working time between two instants; 0 when `to` is not after `from`. */
export function workingTimeBetween(calendar: Calendar, from: EpochMilliseconds, to: EpochMilliseconds): Milliseconds {
  const last = calendar.dateOf(to)
  let total = 0
  for (let date = calendar.dateOf(from); date <= last; date = plusDays(date, 1)) {
    for (const interval of calendar.intervals(date)) {
      total += Math.max(0, Math.min(interval.to, to) - Math.max(interval.from, from))
    }
  }
  return total
}

/**
 * The instant a term ends. Working minutes and hours are counted from the start; working and calendar days from the
 * next day (Civil Code of Russia, art. 191), to the end of working time or to 23:59 local time of the last day. A last
 * calendar day that is a day off stays, as 59-FZ says nothing of it, or moves as the term says (art. 193 moves it on).
 */
export function addTerm(calendar: Calendar, start: EpochMilliseconds, term: Term): EpochMilliseconds {
  switch (term.unit) {
    case 'working minutes':
      return addWorkingTime(calendar, start, term.amount * MINUTE)
    case 'working hours':
      return addWorkingTime(calendar, start, term.amount * HOUR)
    case 'working days':
      return endOfWorkingDay(calendar, calendar.dateOf(start), term.amount)
    case 'calendar days': {
      const first = calendar.dateOf(start)
      const last = lastDay(calendar, plusDays(first, Math.ceil(term.amount)), term.onDayOff)
      return instantOf(last > first ? last : first, '23:59', calendar.zone)
    }
  }
}

/** Time between two instants as a term of this unit counts it; 0 when `to` is not after `from`. */
export function timeBetween(
  calendar: Calendar,
  from: EpochMilliseconds,
  to: EpochMilliseconds,
  unit: Term['unit'],
): Milliseconds {
  return unit === 'calendar days' ? Math.max(0, to - from) : workingTimeBetween(calendar, from, to)
}

/** The instant at which some time, as a term of this unit counts it, has passed since `start`. */
export function addTime(
  calendar: Calendar,
  start: EpochMilliseconds,
  time: Milliseconds,
  unit: Term['unit'],
): EpochMilliseconds {
  return unit === 'calendar days' ? start + Math.max(0, time) : addWorkingTime(calendar, start, time)
}

/**
 * The due instant moved by a pause: by its working time, or by all of it where the term counts calendar days. Where
 * those may not end on a day off they end at 23:59 of the next working day: going back would take from the pause.
 */
export function shiftByPause(
  calendar: Calendar,
  due: EpochMilliseconds,
  { unit, onDayOff }: Pick<Term, 'unit' | 'onDayOff'>,
  paused: EpochMilliseconds,
  resumed: EpochMilliseconds,
): EpochMilliseconds {
  const shifted = addTime(calendar, due, timeBetween(calendar, paused, resumed, unit), unit)
  if (unit !== 'calendar days' || !onDayOff || onDayOff === 'stays') return shifted
  const date = calendar.dateOf(shifted)
  const allowed = workingDayFrom(calendar, date, 1)
  return allowed === date ? shifted : instantOf(allowed, '23:59', calendar.zone)
}

/**
 * The last instant of a local date for what counts in this unit: the end of its working time, or 23:59. Of a day off it is that of the
 * working day before, unless plain days are counted that may end on one.
 */
export function endOfDay(
  calendar: Calendar,
  date: string,
  { unit, onDayOff = 'stays' }: Omit<Term, 'amount'>,
): EpochMilliseconds {
  if (unit !== 'calendar days') return calendar.intervals(workingDayFrom(calendar, date, -1)).at(-1)!.to
  return instantOf(onDayOff === 'stays' ? date : workingDayFrom(calendar, date, -1), '23:59', calendar.zone)
}

/** The first working day from a date on, or back from it. */
export function workingDayFrom(calendar: Calendar, date: string, step: 1 | -1): string {
  for (let day = date, tries = 0; tries <= LONGEST_BREAK_DAYS; day = plusDays(day, step), tries += 1) {
    if (calendar.intervals(day).length > 0) return day
  }
  throw new Error(`The calendar has no working day in ${LONGEST_BREAK_DAYS} days from ${date}.`)
}

function lastDay(calendar: Calendar, date: string, onDayOff: Term['onDayOff']): string {
  if (onDayOff === 'working day before') return workingDayFrom(calendar, date, -1)
  if (onDayOff === 'working day after') return workingDayFrom(calendar, date, 1)
  return date
}

function endOfWorkingDay(calendar: Calendar, from: string, amount: number): EpochMilliseconds {
  let date = from
  let idle = 0
  for (let left = Math.ceil(amount); left > 0;) {
    date = plusDays(date, 1)
    const worked = calendar.intervals(date).length > 0
    if (worked) left -= 1
    idle = worked ? 0 : idle + 1
    if (idle > LONGEST_BREAK_DAYS)
      throw new Error(`The calendar has no working day in ${LONGEST_BREAK_DAYS} days after ${from}.`)
  }
  return calendar.intervals(date).at(-1)!.to
}
