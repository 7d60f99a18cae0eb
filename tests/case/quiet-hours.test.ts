// When people are written to: never at midnight, never on a holiday, once a morning for those who want it so.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarOf } from '../../functions/calendar/calendar.ts'
import { initialCase } from '../../functions/case/evolve.ts'
import { isQuiet, morningAfter, waitsUntil } from '../../functions/case/notices/quiet-hours.ts'
import type { Case } from '../../functions/case/case.ts'
import type { Clock } from '../../functions/case/clocks/clock.ts'
import { littleRegion } from '../little-region.ts'

const region = littleRegion()
const reader = { id: 'r', name: 'Человек', email: 'r@little.example' }
const digest = { ...reader, mails: 'digest' as const }
const moscow = (local: string) => new Date(`${local}:00+03:00`).toISOString()
const local = (iso: string | undefined) => iso && new Date(Date.parse(iso) + 3 * 3_600_000).toISOString().slice(0, 16)
const state = (due: string, topic = 'roads.pothole'): Case => ({
  ...initialCase('99-260302-AAAAA'),
  topic,
  clocks: { finalAnswer: { due } as Clock },
})
const later = state(moscow('2026-12-01T12:00'))

describe('a notice to an official', () => {
  it.each([
    ['goes at once in the day', '2026-03-02T11:00', undefined],
    ['is no reminder at midnight: it waits for the morning', '2026-03-02T23:59', '2026-03-03T08:30'],
    ['waits from the first quiet minute', '2026-03-02T20:00', '2026-03-03T08:30'],
    ['goes at once when the quiet ends', '2026-03-03T08:00', undefined],
    ['waits for Monday on a Saturday', '2026-03-14T12:00', '2026-03-16T08:30'],
    ['waits over the holidays of May', '2026-05-08T21:00', '2026-05-12T08:30'],
    ['waits over the New Year', '2025-12-30T21:00', '2026-01-12T08:30'],
  ])('%s', (_, at, until) => {
    expect(local(waitsUntil(region, later, 'warning', reader, moscow(at)))).toBe(until)
  })

  it('waits for the morning in the day too, if they want one mail a day', () => {
    expect(local(waitsUntil(region, later, 'work', digest, moscow('2026-03-02T11:00')))).toBe('2026-03-03T08:30')
    expect(local(waitsUntil(region, later, 'work', digest, moscow('2026-03-02T08:10')))).toBe('2026-03-02T08:30')
  })

  it('does not wait for the morning if something falls due before it', () => {
    const soon = state(moscow('2026-03-02T18:00'))
    expect(waitsUntil(region, soon, 'work', digest, moscow('2026-03-02T11:00'))).toBeUndefined()
    expect(local(waitsUntil(region, soon, 'escalation', digest, moscow('2026-03-02T11:00')))).toBe('2026-03-03T08:30')
  })

  it('goes at any hour when the topic is important or they asked for it themselves', () => {
    const important = state(moscow('2026-12-01T12:00'), 'roads.manhole')
    expect(waitsUntil(region, important, 'escalation', digest, moscow('2026-03-02T23:59'))).toBeUndefined()
    expect(waitsUntil(region, later, 'fresh-link', digest, moscow('2026-03-02T23:59'))).toBeUndefined()
  })
})

describe('a notice to the citizen', () => {
  it('goes at any hour when they wait for it, and not at night when only time passed', () => {
    expect(waitsUntil(region, later, 'registered', 'citizen', moscow('2026-03-02T23:59'))).toBeUndefined()
    expect(waitsUntil(region, later, 'answer', 'citizen', moscow('2026-03-02T23:59'))).toBeUndefined()
    expect(local(waitsUntil(region, later, 'closed', 'citizen', moscow('2026-03-02T23:59')))).toBe('2026-03-03T08:30')
  })
})

describe('the morning', () => {
  const zones = ['Europe/Kaliningrad', 'Asia/Kamchatka', 'Europe/Berlin', 'America/New_York'] as const
  const instant = fc.integer({ min: Date.parse('2024-01-01'), max: Date.parse('2026-12-20') })

  it('always comes, after now, in working time’s own zone and never in quiet hours', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), instant, (timeZone, now) => {
        const there = { ...region, timeZone }
        const morning = Date.parse(morningAfter(there, now))
        const calendar = calendarOf(there)
        expect(morning).toBeGreaterThan(now)
        expect(isQuiet(there, morning)).toBe(false)
        expect(calendar.intervals(calendar.dateOf(morning)).length).toBeGreaterThan(0)
      }),
    )
  })
})

describe('what may wait', () => {
  const NIGHT = moscow('2026-03-02T23:59')
  const DAY = moscow('2026-03-02T11:00')

  it('is told to the citizen in the morning when only time passed, at once in the day', () => {
    const kinds = [
      'closed',
      'late',
      'rescheduled',
      'received',
      'rejected',
      'registered',
      'extended',
      'question',
    ] as const
    const waiting = kinds.filter((kind) => waitsUntil(region, later, kind, 'citizen', NIGHT))
    expect(waiting).toEqual(['closed', 'late', 'rescheduled'])
    expect(kinds.filter((kind) => waitsUntil(region, later, kind, 'citizen', DAY))).toEqual([])
  })

  it('is not what the reader asked for this minute', () => {
    const kinds = ['fresh-link', 'receipt', 'work', 'warning'] as const
    expect(kinds.filter((kind) => waitsUntil(region, later, kind, reader, NIGHT))).toEqual(['work', 'warning'])
  })

  it('as one mail a day is what is over already, or falls due after the morning', () => {
    const waits = (clock: Partial<Clock>, name = 'finalAnswer', kind: 'work' | 'missed' | 'escalation' = 'work') =>
      waitsUntil(region, { ...later, clocks: { [name]: clock as Clock } }, kind, digest, DAY) !== undefined
    const due = moscow('2026-03-03T08:29')
    expect(waits({ due })).toBe(false)
    expect(waits({ due: moscow('2026-03-03T08:30') })).toBe(true)
    expect(waits({ due, missed: true })).toBe(true)
    expect(waits({ due, moves: [{ kind: 'pause', from: DAY, why: 'question' }] })).toBe(true)
    expect(waits({ due }, 'rating')).toBe(true)
    expect(waits({ due }, 'finalAnswer', 'missed')).toBe(true)
    expect(waits({ due }, 'finalAnswer', 'escalation')).toBe(true)
  })
})

describe('quiet hours', () => {
  const { quietHours } = region.policy
  const quiet = (hours: Partial<typeof quietHours>, ...times: string[]) => {
    const there = littleRegion({ quietHours: { ...quietHours, ...hours } })
    return times.filter((time) => isQuiet(there, Date.parse(moscow(time))))
  }
  const SATURDAY = '2026-03-14T12:00'

  it('reach over midnight, or lie within a day', () => {
    const times = ['2026-03-02T07:59', '2026-03-02T08:00', '2026-03-02T19:59', '2026-03-02T20:00']
    expect(quiet({}, ...times)).toEqual([times[0], times[3]])
    const noon = ['2026-03-02T11:59', '2026-03-02T12:00', '2026-03-02T12:59', '2026-03-02T13:00']
    expect(quiet({ from: '12:00', to: '13:00' }, ...noon)).toEqual([noon[1], noon[2]])
    expect(quiet({ from: '12:00', to: '12:00' }, ...noon)).toEqual([])
  })

  it('are days off, too, where the region says so', () => {
    expect(quiet({}, SATURDAY)).toEqual([SATURDAY])
    expect(quiet({ daysOff: false }, SATURDAY)).toEqual([])
  })

  it('end in the next morning, on a day off where those are not quiet', () => {
    const there = littleRegion({ quietHours: { ...quietHours, daysOff: false } })
    const after = (time: string) => local(morningAfter(there, Date.parse(moscow(time))))
    expect([after('2026-03-13T21:00'), after('2026-03-14T08:29'), after('2026-03-14T08:30')]).toEqual([
      '2026-03-14T08:30',
      '2026-03-14T08:30',
      '2026-03-15T08:30',
    ])
    const working = (time: string) => local(morningAfter(region, Date.parse(moscow(time))))
    expect([working('2026-03-13T08:29'), working('2026-03-13T08:30')]).toEqual(['2026-03-13T08:30', '2026-03-16T08:30'])
  })
})
