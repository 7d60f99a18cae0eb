// The paired test beside shares counted by hand, a table of the binomial, and all ways of turning days, one by one.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chanceOf, pairsOf } from '../../functions/learning/paired-test.ts'

const ones = (better: number, worse: number) => [...Array<number>(better).fill(1), ...Array<number>(worse).fill(-1)]

describe('the chance that one is so much better by luck', () => {
  it.each([
    [0, 0, 1],
    [1, 0, 0.5],
    [4, 0, 0.0625],
    [5, 0, 0.03125],
    [8, 2, 56 / 1024],
    [9, 1, 11 / 1024],
    [15, 5, 0.0207],
    [60, 40, 0.0284],
  ])('%i days better and %i worse by one message each, as in the sign test: %d', (better, worse, chance) => {
    expect(Math.abs(chanceOf(ones(better, worse)) - chance)).toBeLessThan(5e-5)
  })

  // By messages the first would be 155 better and 20 worse: a chance of 10^-27.
  it.each([
    ['two days that carry everything, and twenty that speak against', [80, 75, ...ones(0, 20)], 1 / 4],
    ['one day', [500], 1 / 2],
    ['3, -1, -1: all ways in which the 3 is better', [3, -1, -1], 1 / 2],
    ['4, 2, 1, -1: so much or more in 3 of 16', [4, 2, 1, -1], 3 / 16],
  ])('%s: the days count, not their messages', (_, byDay, chance) => {
    expect(chanceOf(byDay)).toBeCloseTo(chance, 12)
  })
})

it('is the share of all ways to turn the sign of days that come to as much', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { maxLength: 9 }), (byDay) => {
      const sum = (days: readonly number[]) => days.reduce((all, more) => all + more, 0)
      const ways = Array.from({ length: 2 ** byDay.length }, (_, way) =>
        sum(byDay.map((more, at) => ((way >> at) & 1 ? -more : more))),
      )
      const asMuch = ways.filter((one) => one >= sum(byDay)).length
      expect(chanceOf(byDay)).toBeCloseTo(asMuch / ways.length, 12)
    }),
  )
})

it('messages that both find or both miss change nothing, nor does their order', () => {
  const row = fc.record({
    date: fc.constantFrom('2026-03-02', '2026-03-03', '2026-03-04'),
    ...{ current: fc.boolean(), candidate: fc.boolean() },
  })
  fc.assert(
    fc.property(fc.array(row, { maxLength: 80 }), fc.nat(50), (rows, more) => {
      const alike = Array.from({ length: more }, (_, at) => {
        return { date: '2026-03-04', current: at % 2 === 0, candidate: at % 2 === 0 }
      })
      const [some, all] = [pairsOf(rows), pairsOf([...alike, ...rows.toReversed()])]
      expect([all.better, all.worse, all.byDay.toSorted()]).toEqual([some.better, some.worse, some.byDay.toSorted()])
      expect(some.candidate - some.current).toBe(some.better - some.worse)
      expect(some.byDay.reduce((sum, day) => sum + day, 0)).toBe(some.better - some.worse)
      if (some.candidate <= some.current) expect(chanceOf(some.byDay)).toBeGreaterThanOrEqual(0.5 - 1e-9)
    }),
  )
})
