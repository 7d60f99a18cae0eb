// Medians from classes: as exact as the classes are, whatever is summed in whatever order.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boundsInHours, classOf, quantileHours } from '../../functions/statistics/histogram.ts'

const HOUR = 3_600_000
const times = fc.array(fc.integer({ min: 0, max: 9_000 * HOUR }), { minLength: 1, maxLength: 60 })
const histogramOf = (all: readonly number[]) =>
  new Map([...Map.groupBy(all, classOf)].map(([bound, members]) => [bound, members.length]))

describe('the classes', () => {
  it('rise, in whole minutes, by at most a third after the first hour', () => {
    for (const [index, bound] of boundsInHours.entries()) {
      expect(Number.isInteger(bound * 60), `${bound}`).toBe(true)
      const before = boundsInHours[index - 1] ?? 0
      expect(bound, `${bound}`).toBeGreaterThan(before)
      if (before >= 1) expect(bound / before, `${bound}`).toBeLessThanOrEqual(1.34)
    }
  })

  it.each([
    [0, 0.25],
    [15 * 60_000, 0.25],
    [15 * 60_000 + 1, 0.5],
    [9 * HOUR, 9],
    [27 * HOUR, 27],
    [50_000 * HOUR, 8760],
  ])('%d ms are not above %d hours', (ms, hours) => expect(classOf(ms)).toBe(hours * 60))
})

describe('a quantile', () => {
  it('is the bound above the time of its rank', () => {
    fc.assert(
      fc.property(times, fc.double({ min: 0, max: 1, noNaN: true }), (all, share) => {
        const ranked = all.toSorted((a, b) => a - b)[Math.max(1, Math.ceil(share * all.length)) - 1]!
        expect(quantileHours(histogramOf(all), share)).toBe(classOf(ranked) / 60)
      }),
    )
  })

  it('is nothing of nothing', () => expect(quantileHours(new Map(), 0.5)).toBeNull())
})
