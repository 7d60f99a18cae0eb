// Adding and measuring working time. Everything is in ms between instants, so a term may be split at any moment.
import type { Term } from '../../regions/schema.ts'
import { instantOf, plusDays, type Calendar } from './calendar.ts'

const HOUR = 3_600_000
const LONGEST_BREAK_DAYS = 60

/** The instant (ms) at which `ms` of working time have passed since `start` (ms). Zero or less leaves the start as it is. */
export function addWorkingTime(calendar: Calendar, start: number, ms: number): number {
  if (ms <= 0) return start
  let left = ms
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

/** Working time (ms) between two instants (ms); 0 when `to` is not after `from`. */
export function workingTimeBetween(calendar: Calendar, from: number, to: number): number {
  if (to <= from) return 0
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
 * The instant (ms) a term ends. Working hours are counted from the start; working and calendar days from the next day
 * (Civil Code of Russia, art. 191), to the end of working time or to 23:59 local time of the last day.
 */
export function addTerm(calendar: Calendar, start: number, term: Term): number {
  switch (term.unit) {
    case 'working hours':
      return addWorkingTime(calendar, start, term.amount * HOUR)
    case 'working days':
      return endOfWorkingDay(calendar, calendar.dateOf(start), term.amount)
    case 'calendar days':
      return instantOf(plusDays(calendar.dateOf(start), Math.ceil(term.amount)), '23:59', calendar.zone)
  }
}

/** The due instant (ms) moved by a pause: by its working time, or by all of it where the term counts calendar days. */
export function shiftByPause(
  calendar: Calendar,
  due: number,
  unit: Term['unit'],
  paused: number,
  resumed: number,
): number {
  if (unit === 'calendar days') return due + Math.max(0, resumed - paused)
  return addWorkingTime(calendar, due, workingTimeBetween(calendar, paused, resumed))
}

/** The instant (ms) when a share (0–1) of the time between two instants has been used, in the term's own kind of time. */
export function shareOf(calendar: Calendar, start: number, due: number, unit: Term['unit'], share: number): number {
  if (unit === 'calendar days') return start + Math.round((due - start) * share)
  return addWorkingTime(calendar, start, Math.round(workingTimeBetween(calendar, start, due) * share))
}

function endOfWorkingDay(calendar: Calendar, from: string, amount: number): number {
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
