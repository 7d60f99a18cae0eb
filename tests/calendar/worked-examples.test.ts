// Deadlines worked out by hand with a wall calendar, 2024–2026: holidays, transferred and short days, regional holidays,
// lunch breaks, every zone of Russia and zones that change their clocks.
import { describe, expect, it } from 'vitest'
import { addTerm } from '../../functions/calendar/arithmetic.ts'
import { calendarOf } from '../../functions/calendar/calendar.ts'
import { instantOf, localClock, localDate } from '../../functions/calendar/dates.ts'
import { loadRegion } from '../../regions/load.ts'
import type { Region, Term } from '../../regions/schema.ts'
import { littleRegion } from '../little-region.ts'

const minutes = (amount: number): Term => ({ amount, unit: 'working minutes' })
const hours = (amount: number): Term => ({ amount, unit: 'working hours' })
const workingDays = (amount: number): Term => ({ amount, unit: 'working days' })
const days = (amount: number, onDayOff?: Term['onDayOff']): Term => ({
  amount,
  unit: 'calendar days',
  ...(onDayOff && { onDayOff }),
})

/** The local due time of a term that starts at a local time. */
function due(region: Region, start: string, term: Term): string {
  const [date, time] = start.split(' ') as [string, string]
  const instant = addTerm(calendarOf(region), instantOf(date, time, region.timeZone), term)
  return `${localDate(instant, region.timeZone)} ${localClock(instant, region.timeZone)}`
}

const little = littleRegion()
const chechnya = loadRegion('95')
const roundTheClock = { ...little.calendar, workingHours: weekOf(['00:00-24:00']) }

describe('09:00–18:00 from Monday to Friday', () => {
  it.each([
    ['ninety minutes over an evening', '2026-03-02 17:00', minutes(90), '2026-03-03 09:30'],
    ['a whole day of nine hours ends that evening', '2026-03-02 09:00', hours(9), '2026-03-02 18:00'],
    ['a minute more is the next morning', '2026-03-02 09:00', minutes(541), '2026-03-03 09:01'],
    ['the short eve of 1 May 2026 ends at 17:00', '2026-04-30 16:00', hours(2), '2026-05-04 10:00'],
    ['Saturday 27 April 2024 is worked', '2024-04-26 17:00', hours(4), '2024-04-27 12:00'],
    ['and for it Monday 29 April 2024 is not', '2024-04-27 17:00', hours(2), '2024-05-02 10:00'],
    ['Saturday 1 November 2025 is worked', '2025-10-31 17:00', hours(2), '2025-11-01 10:00'],
    ['8 May 2025 is a day off for 23 February', '2025-05-07 17:00', hours(1.5), '2025-05-12 09:30'],
    ['31 December 2025 is a day off', '2025-12-30 17:00', workingDays(1), '2026-01-12 18:00'],
    ['three working days from a Saturday', '2026-02-28 12:00', workingDays(3), '2026-03-04 18:00'],
    ['ten working days over the May of 2026', '2026-04-28 12:00', workingDays(10), '2026-05-14 18:00'],
    ['three calendar days ask no calendar', '2026-05-07 23:50', days(3), '2026-05-10 23:59'],
    ['29 February 2024 is a day like others', '2024-02-28 10:00', days(1), '2024-02-29 23:59'],
  ])('%s', (_, start, term, expected) => {
    expect(due(little, start, term)).toBe(expected)
  })
})

describe('30 days of 59-FZ that end on a day off', () => {
  it.each([
    ['stay, where the region so decides', '2026-01-15 11:00', undefined, '2026-02-14 23:59'],
    ['end on the working day before', '2026-01-15 11:00', 'working day before', '2026-02-13 23:59'],
    ['or on the one after (Civil Code, art. 193)', '2026-01-15 11:00', 'working day after', '2026-02-16 23:59'],
    ['before the New Year', '2025-12-05 11:00', 'working day before', '2025-12-30 23:59'],
    ['after the New Year', '2025-12-05 11:00', 'working day after', '2026-01-12 23:59'],
    ['and do not move when they end on a working day', '2026-01-14 11:00', 'working day before', '2026-02-13 23:59'],
  ] as const)('%s', (_, start, onDayOff, expected) => {
    expect(due(little, start, days(30, onDayOff))).toBe(expected)
  })

  it('never end before they begin', () => {
    expect(due(little, '2026-01-05 11:00', days(1, 'working day before'))).toBe('2026-01-05 23:59')
  })
})

describe('the Chechen Republic: lunch from 13 to 14, Friday until 16:45, its own holidays', () => {
  it.each([
    ['a start at lunch waits for its end', '2026-03-02 13:30', hours(1), '2026-03-02 15:00'],
    ['lunch is not worked', '2026-03-02 12:30', hours(1), '2026-03-02 14:30'],
    ['Friday is shorter', '2026-02-27 15:00', hours(2), '2026-03-02 09:15'],
    ['the Day of Peace, Thursday 16 April 2026', '2026-04-15 16:00', hours(4), '2026-04-17 11:00'],
    ['Uraza Bayram, Thursday and Friday 19 and 20 March 2026', '2026-03-18 17:00', hours(2), '2026-03-24 10:00'],
    ['Kurban Bayram, 27 to 29 May 2026', '2026-05-26 17:30', workingDays(1), '2026-06-01 18:00'],
  ])('%s', (_, start, term, expected) => {
    expect(due(chechnya, start, term)).toBe(expected)
  })
})

describe('the eleven zones of Russia', () => {
  it.each([
    ['Europe/Kaliningrad', '+02:00'],
    ['Europe/Moscow', '+03:00'],
    ['Europe/Samara', '+04:00'],
    ['Asia/Yekaterinburg', '+05:00'],
    ['Asia/Omsk', '+06:00'],
    ['Asia/Krasnoyarsk', '+07:00'],
    ['Asia/Irkutsk', '+08:00'],
    ['Asia/Yakutsk', '+09:00'],
    ['Asia/Vladivostok', '+10:00'],
    ['Asia/Magadan', '+11:00'],
    ['Asia/Kamchatka', '+12:00'],
  ])('%s works by its own clocks', (timeZone, offset) => {
    const there = { ...little, timeZone }
    const at = (local: string) => Date.parse(`${local}:00${offset}`)
    expect(addTerm(calendarOf(there), at('2026-03-06T17:00'), hours(2))).toBe(at('2026-03-10T10:00'))
    expect(addTerm(calendarOf(there), at('2026-03-06T17:00'), days(1))).toBe(at('2026-03-07T23:59'))
  })
})

describe('zones that change their clocks', () => {
  const berlin = { ...little, timeZone: 'Europe/Berlin' }
  const always = { ...berlin, calendar: roundTheClock, federalCalendar: {} }

  it('keep the local hour of a deadline over the change', () => {
    expect(due(berlin, '2026-03-27 17:00', hours(2))).toBe('2026-03-30 10:00')
    expect(due(berlin, '2026-10-23 17:00', hours(2))).toBe('2026-10-26 10:00')
  })

  it('work an hour less in the night of spring and an hour more in that of autumn', () => {
    expect(due(always, '2026-03-28 12:00', hours(24))).toBe('2026-03-29 13:00')
    expect(due(always, '2026-10-24 12:00', hours(24))).toBe('2026-10-25 11:00')
  })
})

describe('a year whose calendar is not published', () => {
  it('is known to be unknown', () => {
    const calendar = calendarOf(little)
    expect(calendar.isKnown('2026-12-31')).toBe(true)
    expect(calendar.isKnown('2027-01-01')).toBe(false)
  })
})

function weekOf(ranges: string[]): Region['calendar']['workingHours'] {
  return { mon: ranges, tue: ranges, wed: ranges, thu: ranges, fri: ranges, sat: ranges, sun: ranges }
}
