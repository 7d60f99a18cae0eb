// From one measurement to the figures people read, by hand.
import { describe, expect, it } from 'vitest'
import { type Counter, incrementOf } from '../../functions/statistics/counters.ts'
import { dimensions, figuresOf, summarize } from '../../functions/statistics/figures.ts'
import type { Measurement } from '../../functions/statistics/measure.ts'
import { sum } from './sum.ts'

const HOUR = 3_600_000
const of = { clock: 'acceptance', organisation: 'north-office', topic: 'roads.pothole', municipality: 'north' } as const
const measured = (more: Partial<Measurement> = {}): Measurement => ({
  of,
  date: '2026-03-02',
  outcome: 'on time',
  paused: false,
  extended: false,
  ms: 2 * HOUR,
  unit: 'working',
  ...more,
})

async function* pages(all: readonly (readonly Counter[])[]) {
  for (const page of all) yield await Promise.resolve(page)
}

describe('a measurement adds', () => {
  it.each<[Partial<Measurement>, object]>([
    [{}, { ended: 1, onTime: 1, workingMs: 2 * HOUR, w120: 1 }],
    [
      { outcome: 'late', ms: 2 * HOUR + 1 },
      { ended: 1, late: 1, workingMs: 2 * HOUR + 1, w150: 1 },
    ],
    [
      { paused: true, ms: 0 },
      { ended: 1, onTime: 1, paused: 1, w15: 1 },
    ],
    [
      { extended: true, ms: 1, unit: 'calendar' },
      { ended: 1, onTime: 1, extended: 1, calendarMs: 1, c15: 1 },
    ],
    [{ outcome: 'cancelled', paused: true, extended: true }, { cancelled: 1 }],
  ])('%o', (more, counts) => {
    expect(incrementOf(measured(more))).toEqual({ date: '2026-03-02', of, counts })
  })

  it('to what was there', () => {
    expect(sum([{ ended: 1, w15: 2 }, {}, { ended: 2, late: 1 }])).toEqual({ ended: 3, w15: 2, late: 1 })
  })
})

describe('figures', () => {
  it('of working time and of calendar time are kept apart', () => {
    const times: Partial<Measurement>[] = [
      { ms: HOUR },
      { ms: 2 * HOUR, outcome: 'late', paused: true },
      { ms: 6 * HOUR, extended: true },
      { ms: 24 * HOUR, unit: 'calendar' },
      { outcome: 'cancelled' },
    ]
    expect(figuresOf(sum(times.map((more) => incrementOf(measured(more)).counts)))).toEqual({
      ended: 4,
      onTime: 3,
      late: 1,
      onTimeShare: 0.75,
      paused: 1,
      extended: 1,
      cancelled: 1,
      medianHours: 2,
      p90Hours: 6,
      meanHours: 3,
      inCalendarTime: { ended: 1, medianHours: 24, p90Hours: 24, meanHours: 24 },
    })
  })

  it('are rounded: a share to four digits, a mean to two', () => {
    const counts = { ended: 3, onTime: 2, late: 1, w60: 3, workingMs: HOUR }
    expect(figuresOf(counts)).toMatchObject({ onTimeShare: 0.6667, meanHours: 0.33 })
  })

  it('of nothing are none', () => {
    expect(figuresOf({})).toEqual({
      ended: 0,
      onTime: 0,
      late: 0,
      onTimeShare: null,
      paused: 0,
      extended: 0,
      cancelled: 0,
      medianHours: null,
      p90Hours: null,
      meanHours: null,
      inCalendarTime: null,
    })
  })
})

describe('counters', () => {
  const counter = (organisation: string | undefined, ended: number): Counter => ({
    date: '2026-03-02',
    of: { clock: 'acceptance', ...(organisation && { organisation }) },
    counts: { ended, onTime: ended },
  })

  it('are grouped by a dimension, most ended first, then by name, however they come', async () => {
    const counters = [counter('b', 1), counter('c', 2), counter(undefined, 1), counter('a', 1), counter('c', 1)]
    const summary = await summarize(pages([counters.slice(0, 2), [], counters.slice(2)]), {}, 'organisation')
    expect(summary.total).toEqual(figuresOf({ ended: 6, onTime: 6 }))
    expect(summary.groups).toEqual(
      [
        { id: 'c', ended: 3 },
        { id: null, ended: 1 },
        { id: 'a', ended: 1 },
        { id: 'b', ended: 1 },
      ].map(({ id, ended }) => ({ id, ...figuresOf({ ended, onTime: ended }) })),
    )
  })

  it('are of a subject as far as it is given', async () => {
    const one = incrementOf(measured())
    const ended = async (wanted: object) => (await summarize(pages([[one]]), wanted, 'clock')).total.ended
    expect(await ended({})).toBe(1)
    const each = (wanted: (name: (typeof dimensions)[number]) => object) =>
      Promise.all(dimensions.map((name) => ended(wanted(name))))
    expect(await each((name) => ({ [name]: of[name] }))).toEqual([1, 1, 1, 1])
    expect(await each((name) => ({ ...of, [name]: 'another' }))).toEqual([0, 0, 0, 0])
  })
})
