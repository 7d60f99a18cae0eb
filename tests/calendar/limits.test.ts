// The edges of the arithmetic: nothing to add, a part of a day, and a calendar that stands still for sixty days.
import { describe, expect, it } from 'vitest'
import { addTerm, addTime, addWorkingTime, shiftByPause, workingDayFrom } from '../../functions/calendar/arithmetic.ts'
import { calendarOf } from '../../functions/calendar/calendar.ts'
import { plusDays } from '../../functions/calendar/dates.ts'
import type { Term } from '../../regions/schema.ts'
import { littleRegion } from '../little-region.ts'

const HOUR = 3_600_000
const little = littleRegion()
const moscow = calendarOf(little)
const at = (local: string) => Date.parse(`${local.replace(' ', 'T')}:00+03:00`)
const local = (instant: number) => new Date(instant + 3 * HOUR).toISOString().slice(0, 16).replace('T', ' ')
const hours = (amount: number): Term => ({ amount, unit: 'working hours' })
const workingDays = (amount: number): Term => ({ amount, unit: 'working days' })

describe('nothing to add', () => {
  const sunday = at('2026-03-01 12:00')

  it.each([0, -5 * HOUR])('leaves an instant out of hours as it is: %d', (time) => {
    expect(addWorkingTime(moscow, sunday, time)).toBe(sunday)
    expect(addTime(moscow, sunday, time, 'calendar days')).toBe(sunday)
  })

  it('is less than a millisecond', () => {
    expect(addWorkingTime(moscow, sunday, 1)).toBe(at('2026-03-02 09:00') + 1)
  })

  it('in a pause that was none', () => {
    const due = at('2026-03-04 15:00')
    for (const unit of ['working hours', 'calendar days'] as const)
      expect(shiftByPause(moscow, due, { unit }, due - HOUR, due - HOUR)).toBe(due)
  })
})

describe('a pause that ends a term on a day off', () => {
  const saturday = at('2026-02-28 23:59')

  it.each([
    ['stays there', { unit: 'calendar days' }, '2026-03-01 23:59'],
    ['stays there by the letter', { unit: 'calendar days', onDayOff: 'stays' }, '2026-03-01 23:59'],
    ['or goes on to a working day', { unit: 'calendar days', onDayOff: 'working day before' }, '2026-03-02 23:59'],
  ] as const)('%s', (_, term, expected) => {
    expect(local(shiftByPause(moscow, saturday, term, saturday - 24 * HOUR, saturday))).toBe(expected)
  })

  it('is no matter for working hours', () => {
    const term = { unit: 'working hours', onDayOff: 'working day after' } as const
    expect(local(shiftByPause(moscow, saturday, term, saturday, saturday))).toBe('2026-02-28 23:59')
  })
})

describe('a part of a calendar day', () => {
  it.each([
    [0.5, '2026-03-03 23:59'],
    [1.5, '2026-03-04 23:59'],
  ])('%d days', (amount, expected) => {
    expect(local(addTerm(moscow, at('2026-03-02 12:00'), { amount, unit: 'calendar days' }))).toBe(expected)
  })
})

describe('closed for sixty days, from 1 July to 29 August 2024', () => {
  const calendar = closedFor(60)

  it('is waited for', () => {
    expect(local(addTerm(calendar, at('2024-07-01 09:00'), hours(1)))).toBe('2024-08-30 10:00')
    expect(local(addTerm(calendar, at('2024-06-30 12:00'), workingDays(1)))).toBe('2024-08-30 18:00')
    expect(workingDayFrom(calendar, '2024-07-01', 1)).toBe('2024-08-30')
    expect(workingDayFrom(calendar, '2024-08-29', -1)).toBe('2024-06-30')
  })

  it('is counted from the last day that was worked', () => {
    expect(local(addTerm(calendar, at('2024-06-29 09:00'), hours(19)))).toBe('2024-08-30 10:00')
    expect(local(addTerm(calendar, at('2024-06-28 09:00'), workingDays(3)))).toBe('2024-08-30 18:00')
  })

  it('is not mistaken for a long term', () => {
    expect(local(addTerm(calendar, at('2024-03-01 09:00'), hours(9 * 100)))).toBe('2024-06-08 18:00')
    expect(local(addTerm(calendar, at('2024-03-01 09:00'), workingDays(100)))).toBe('2024-06-09 18:00')
  })
})

describe('closed for a day more', () => {
  const calendar = closedFor(61)

  it('is an error that says from when', () => {
    expect(() => addTerm(calendar, at('2024-07-01 09:00'), hours(1))).toThrow(
      'The calendar has no working time in 60 days after 2024-08-30.',
    )
    expect(() => addTerm(calendar, at('2024-06-30 12:00'), workingDays(1))).toThrow(
      'The calendar has no working day in 60 days after 2024-06-30.',
    )
    expect(() => workingDayFrom(calendar, '2024-07-01', 1)).toThrow(
      'The calendar has no working day in 60 days from 2024-07-01.',
    )
    expect(() => workingDayFrom(calendar, '2024-08-30', -1)).toThrow('60 days from 2024-08-30')
  })
})

/** Nine hours on every day of the week, and none for some days from 1 July 2024 on. */
function closedFor(days: number) {
  const workday = ['09:00-18:00']
  const workingHours = {
    mon: workday,
    tue: workday,
    wed: workday,
    thu: workday,
    fri: workday,
    sat: workday,
    sun: workday,
  }
  const closed = Array.from({ length: days }, (_, day) => [plusDays('2024-07-01', day), 'закрыто'])
  const holidays = Object.fromEntries(closed) as Record<string, string>
  const known = { 2024: { holidays: [], short: [], work: [] } }
  return calendarOf({ ...little, calendar: { ...little.calendar, workingHours, holidays }, federalCalendar: known })
}
