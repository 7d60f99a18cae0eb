// Working time recounted minute by minute: a region with a lunch break, hours on some Saturdays, a holiday of its own and
// short days that lose more than their last hours.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addTerm,
  addTime,
  addWorkingTime,
  timeBetween,
  workingTimeBetween,
} from '../../functions/calendar/arithmetic.ts'
import { calendarOf } from '../../functions/calendar/calendar.ts'
import { littleRegion } from '../little-region.ts'
import { NaiveCalendar } from './naive-calendar.ts'

const MINUTE = 60_000
const DAY = 86_400_000
const OFFSET = 3 * 3_600_000

const little = littleRegion()
const workday = ['08:30-12:00', '13:00-17:45']
const region = {
  ...little,
  calendar: {
    ...little.calendar,
    workingHours: {
      mon: workday,
      tue: workday,
      wed: workday,
      thu: ['09:00-13:00', '14:00-14:40'],
      fri: workday,
      sat: [],
      sun: [],
    },
    shortDayMinutes: 60,
    holidays: { '2026-04-16': 'День мира' },
  },
}
const calendar = calendarOf(region)
const naive = new NaiveCalendar(region, OFFSET)

/** Around the May and June of three years, where holidays, short days and worked Saturdays stand close together. */
const minute = fc
  .record({
    year: fc.constantFrom(2024, 2025, 2026),
    at: fc.integer({ min: 0, max: 80 * 24 * 60 }),
  })
  .map(({ year, at }) => Date.UTC(year, 3, 10) + at * MINUTE)
const span = fc.integer({ min: -60, max: 6 * 24 * 60 })

describe('as by a minute hand', () => {
  it('working time is measured', () => {
    fc.assert(
      fc.property(minute, span, (from, minutes) => {
        const to = from + minutes * MINUTE
        expect(workingTimeBetween(calendar, from, to)).toBe(naive.between(from, to) * MINUTE)
        expect(timeBetween(calendar, from, to, 'working days')).toBe(naive.between(from, to) * MINUTE)
        expect(timeBetween(calendar, from, to, 'calendar days')).toBe(Math.max(0, minutes) * MINUTE)
      }),
    )
  })

  it('and added', () => {
    fc.assert(
      fc.property(minute, fc.integer({ min: -5, max: 2_000 }), (start, minutes) => {
        const due = naive.add(start, minutes)
        expect(addWorkingTime(calendar, start, minutes * MINUTE)).toBe(due)
        expect(addTime(calendar, start, minutes * MINUTE, 'working hours')).toBe(due)
        expect(addTime(calendar, start, minutes * MINUTE, 'calendar days')).toBe(start + Math.max(0, minutes) * MINUTE)
        if (minutes > 0) expect(addTerm(calendar, start, { amount: minutes, unit: 'working minutes' })).toBe(due)
      }),
    )
  })

  it('working days end with the last of their minutes, a part of a day counting as one', () => {
    fc.assert(
      fc.property(minute, fc.integer({ min: 1, max: 12 }), fc.constantFrom(0, 0.5), (start, whole, part) => {
        let day = Math.floor((start + OFFSET) / DAY)
        for (let left = whole; left > 0;) {
          day += 1
          if (naive.minutesOf(day).size > 0) left -= 1
        }
        const end = day * DAY - OFFSET + (Math.max(...naive.minutesOf(day)) + 1) * MINUTE
        expect(addTerm(calendar, start, { amount: whole - part, unit: 'working days' })).toBe(end)
      }),
    )
  })
})
