import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addTerm,
  addWorkingTime,
  shiftByPause,
  workingDayFrom,
  workingTimeBetween,
} from '../../functions/calendar/arithmetic.ts'
import { calendarOf } from '../../functions/calendar/calendar.ts'
import { instantOf } from '../../functions/calendar/dates.ts'
import type { Term } from '../../regions/schema.ts'
import { littleRegion } from '../little-region.ts'

const moscow = calendarOf(littleRegion())
const berlin = calendarOf({ ...littleRegion(), timeZone: 'Europe/Berlin' })
const anadyr = calendarOf({ ...littleRegion(), timeZone: 'Asia/Anadyr' })
const HOUR = 3_600_000

const instant = fc.integer({ min: Date.parse('2024-01-01'), max: Date.parse('2026-11-30') })
const calendar = fc.constantFrom(moscow, berlin, anadyr)
const ms = fc.integer({ min: 0, max: 90 * HOUR })

const hours = (amount: number): Term => ({ amount, unit: 'working hours' })
const workingDays = (amount: number): Term => ({ amount, unit: 'working days' })
const days = (amount: number): Term => ({ amount, unit: 'calendar days' })

describe('worked by hand, 09:00–18:00 in Moscow (UTC+3)', () => {
  it.each([
    ['inside one day', '2026-03-02T09:00', hours(4), '2026-03-02T13:00'],
    ['over night', '2026-03-02T16:00', hours(4), '2026-03-03T11:00'],
    ['over a weekend', '2026-02-27T17:00', hours(2), '2026-03-02T10:00'],
    ['from before work', '2026-03-02T05:00', hours(1), '2026-03-02T10:00'],
    ['from a Sunday', '2026-03-01T12:00', hours(9), '2026-03-02T18:00'],
    ['over 9 March 2026, a day off for the 8th', '2026-03-06T17:00', hours(2), '2026-03-10T10:00'],
    ['over the New Year of 2025, 29.12–8.01', '2024-12-28T17:00', hours(2), '2025-01-09T10:00'],
    ['on a Saturday worked for a Monday, 2 November 2024', '2024-11-02T10:00', hours(2), '2024-11-02T12:00'],
    ['over the short day before 12 June 2026', '2026-06-11T16:00', hours(2), '2026-06-15T10:00'],
    [
      'over a New Year that is not published: its first eight days',
      '2026-12-24T11:00',
      workingDays(5),
      '2027-01-11T18:00',
    ],
    ['over 1 May of such a year, a Saturday: Monday is free', '2027-04-30T17:00', hours(2), '2027-05-04T10:00'],
    ['working days, to the end of the last', '2026-03-02T11:00', workingDays(3), '2026-03-05T18:00'],
    ['working days over the holidays of May 2026', '2026-04-30T11:00', workingDays(1), '2026-05-04T18:00'],
    ['calendar days, to the last minute', '2026-03-02T11:00', days(3), '2026-03-05T23:59'],
    ['30 days of 59-FZ', '2026-01-15T11:00', days(30), '2026-02-14T23:59'],
  ])('%s', (_, start, term, due) => {
    const at = (local: string) => Date.parse(`${local}:00+03:00`)
    expect(new Date(addTerm(moscow, at(start), term)).toISOString()).toBe(new Date(at(due)).toISOString())
  })
})

describe('always', () => {
  it('adding is monotone in both', () => {
    fc.assert(
      fc.property(calendar, instant, instant, ms, ms, (at, a, b, x, y) => {
        expect(addWorkingTime(at, Math.min(a, b), x)).toBeLessThanOrEqual(addWorkingTime(at, Math.max(a, b), x))
        expect(addWorkingTime(at, a, Math.min(x, y))).toBeLessThanOrEqual(addWorkingTime(at, a, Math.max(x, y)))
      }),
    )
  })

  it('splitting a term and adding the rest gives the same due time', () => {
    fc.assert(
      fc.property(calendar, instant, ms, ms, (at, start, one, two) => {
        expect(addWorkingTime(at, addWorkingTime(at, start, one), two)).toBe(addWorkingTime(at, start, one + two))
      }),
    )
  })

  it('what was added can be measured', () => {
    fc.assert(
      fc.property(calendar, instant, ms, (at, start, added) => {
        expect(workingTimeBetween(at, start, addWorkingTime(at, start, added))).toBe(added)
      }),
    )
  })

  it('a pause moves the due time by exactly its working time', () => {
    fc.assert(
      fc.property(calendar, instant, ms, fc.integer({ min: 0, max: 20 * 24 * HOUR }), (at, due, offset, pause) => {
        const paused = due - offset
        const moved = shiftByPause(at, due, { unit: 'working hours' }, paused, paused + pause)
        expect(workingTimeBetween(at, due, moved)).toBe(workingTimeBetween(at, paused, paused + pause))
      }),
    )
  })

  it('splitting a term of days at a local midnight and adding the rest gives the same due time', () => {
    const unit = fc.constantFrom('working days' as const, 'calendar days' as const)
    const count = fc.integer({ min: 1, max: 20 })
    fc.assert(
      fc.property(calendar, instant, unit, count, count, (at, start, of, one, two) => {
        const middle = addTerm(at, start, { amount: one, unit: of })
        expect(addTerm(at, middle, { amount: two, unit: of })).toBe(addTerm(at, start, { amount: one + two, unit: of }))
      }),
    )
  })

  it('a pause of calendar days moves the due time by all of it', () => {
    fc.assert(
      fc.property(calendar, instant, ms, (at, due, pause) => {
        expect(shiftByPause(at, due, { unit: 'calendar days' }, due - pause, due)).toBe(due + pause)
      }),
    )
  })

  it('a pause of calendar days that may not end on a day off ends on the next working day, never earlier', () => {
    const onDayOff = fc.constantFrom('working day before' as const, 'working day after' as const)
    fc.assert(
      fc.property(calendar, instant, onDayOff, ms, (at, start, rule, pause) => {
        const term = { amount: 30, unit: 'calendar days' as const, onDayOff: rule }
        const due = addTerm(at, start, term)
        const moved = shiftByPause(at, due, term, due - pause, due)
        expect(at.intervals(at.dateOf(moved)).length).toBeGreaterThan(0)
        const date = at.dateOf(due + pause)
        const isOff = at.intervals(date).length === 0
        const next = instantOf(workingDayFrom(at, date, 1), '23:59', at.zone)
        expect(moved).toBe(isOff ? next : due + pause)
        expect(moved).toBeGreaterThanOrEqual(due + pause)
      }),
    )
  })

  it('a term that ends on a day off ends on a working day where the region says so, on the side it says', () => {
    fc.assert(
      fc.property(calendar, instant, fc.integer({ min: 15, max: 40 }), (at, start, amount) => {
        const stays = addTerm(at, start, { amount, unit: 'calendar days' })
        const before = addTerm(at, start, { amount, unit: 'calendar days', onDayOff: 'working day before' })
        const after = addTerm(at, start, { amount, unit: 'calendar days', onDayOff: 'working day after' })
        expect(before <= stays && stays <= after).toBe(true)
        for (const end of [before, after]) expect(at.intervals(at.dateOf(end)).length).toBeGreaterThan(0)
      }),
    )
  })

  it('a due time is inside working time', () => {
    fc.assert(
      fc.property(calendar, instant, fc.integer({ min: 1, max: 90 * HOUR }), (at, start, added) => {
        const due = addWorkingTime(at, start, added)
        expect(at.intervals(at.dateOf(due - 1)).some(({ from, to }) => from < due && due <= to)).toBe(true)
      }),
    )
  })
})

it('a calendar without working time is an error, not an endless search', () => {
  const region = littleRegion()
  const never = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }
  const empty = calendarOf({ ...region, calendar: { ...region.calendar, workingHours: never } })
  expect(() => addWorkingTime(empty, Date.parse('2026-03-02'), HOUR)).toThrow('no working time')
  expect(() => addTerm(empty, Date.parse('2026-03-02'), workingDays(1))).toThrow('no working day')
})
