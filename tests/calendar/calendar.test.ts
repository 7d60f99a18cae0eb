// The working intervals of single days, compared whole.
import { describe, expect, it } from 'vitest'
import { assumedDaysOff } from '../../functions/calendar/assumed.ts'
import { calendarOf } from '../../functions/calendar/calendar.ts'
import { instantOf, localClock, localDate, plusDays } from '../../functions/calendar/dates.ts'
import type { Region } from '../../regions/schema.ts'
import { littleRegion } from '../little-region.ts'

const little = littleRegion()
const workday = ['09:00-13:00', '14:00-15:00']
const lunch = { ...little.calendar.workingHours, mon: workday, thu: workday }

/** A Monday-to-Friday region with lunch on Mondays and Thursdays and a federal calendar of one year. */
function region(year: Partial<Region['federalCalendar'][string]>, calendar: Partial<Region['calendar']> = {}): Region {
  return {
    ...little,
    calendar: { ...little.calendar, workingHours: lunch, ...calendar },
    federalCalendar: { 2026: { holidays: [], short: [], work: [], ...year } },
  }
}

/** What is worked on a date: "09:00-13:00 14:00-15:00". */
function worked(of: Region, date: string): string {
  const times = calendarOf(of)
    .intervals(date)
    .map(({ from, to }) => `${localClock(from, of.timeZone)}-${localClock(to, of.timeZone)}`)
  return times.join(' ')
}

describe('a short day, Thursday 11 June 2026 from 9 to 13 and from 14 to 15', () => {
  it.each([
    [0, '09:00-13:00 14:00-15:00'],
    [30, '09:00-13:00 14:00-14:30'],
    [60, '09:00-13:00'],
    [61, '09:00-12:59'],
    [240, '09:00-10:00'],
    [299, '09:00-09:01'],
    [300, ''],
    [400, ''],
  ])('shorter by %d minutes', (shortDayMinutes, expected) => {
    expect(worked(region({ short: ['2026-06-11'] }, { shortDayMinutes }), '2026-06-11')).toBe(expected)
  })

  it('that is a day off stays one', () => {
    expect(worked(region({ short: ['2026-06-13'] }), '2026-06-13')).toBe('')
  })
})

describe('a day that is worked for another', () => {
  const saturday = { work: ['2026-06-13'] }

  it('has the hours of a Monday', () => expect(worked(region(saturday), '2026-06-13')).toBe('09:00-13:00 14:00-15:00'))

  it('keeps hours of its own', () => {
    const workingHours = { ...lunch, sat: ['10:00-12:00'] }
    expect(worked(region(saturday, { workingHours }), '2026-06-13')).toBe('10:00-12:00')
  })

  it('is off where the region has a holiday', () => {
    expect(worked(region(saturday, { holidays: { '2026-06-13': 'День города' } }), '2026-06-13')).toBe('')
  })
})

describe('the holidays of the Labour Code', () => {
  it('are days off of a year that nobody has published, and worked in one whose calendar says so', () => {
    expect([worked(region({}), '2026-05-01'), worked(region({}), '2025-05-01')]).toEqual(['09:00-18:00', ''])
  })

  it.each([
    // In 2027 three of them fall on a weekend: Saturday 1 May, Sunday 9 May and Saturday 12 June.
    ['2027', ['02-23', '03-08', '05-01', '05-03', '05-09', '05-10', '06-12', '06-14', '11-04']],
    // In 2028 one does, Saturday 4 November; the first week of January moves nothing, though two of its days do.
    ['2028', ['02-23', '03-08', '05-01', '05-09', '06-12', '11-04', '11-06']],
  ])('in %s, with the days they move to', (year, others) => {
    const january = ['01-01', '01-02', '01-03', '01-04', '01-05', '01-06', '01-07', '01-08']
    expect([...assumedDaysOff(year)].sort()).toEqual([...january, ...others].map((day) => `${year}-${day}`))
  })
})

describe('local dates and times as instants', () => {
  it.each([
    ['2026-03-02', '08:05', 'Europe/Moscow', '2026-03-02T05:05:00.000Z'],
    ['2026-12-31', '24:00', 'Europe/Moscow', '2026-12-31T21:00:00.000Z'],
    ['2026-12-31', '23:59', 'Asia/Anadyr', '2026-12-31T11:59:00.000Z'],
    // A time that the clocks of spring skip, and one that those of autumn have twice.
    ['2026-03-29', '02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
    ['2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
  ])('%s %s in %s', (date, time, zone, expected) => {
    expect(new Date(instantOf(date, time, zone)).toISOString()).toBe(expected)
  })

  it('and back', () => {
    const instant = Date.parse('2026-12-31T21:05:59.999Z')
    expect([localDate(instant, 'Europe/Moscow'), localClock(instant, 'Europe/Moscow')]).toEqual(['2027-01-01', '00:05'])
    expect([plusDays('2028-02-28', 1), plusDays('2027-01-01', -1)]).toEqual(['2028-02-29', '2026-12-31'])
  })
})

it('a calendar is built once for a region', () => expect(calendarOf(little)).toBe(calendarOf(little)))
