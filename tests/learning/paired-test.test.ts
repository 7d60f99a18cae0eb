// The paired test beside shares counted by hand and a table of the binomial, and what it promises for any pairs.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chanceOf, pairsOf } from '../../functions/learning/paired-test.ts'

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
    [5_200, 4_800, 3.3e-5],
  ])('%i better and %i worse: %d', (better, worse, chance) => {
    expect(Math.abs(chanceOf({ better, worse }) - chance)).toBeLessThan(chance < 1e-3 ? 1e-6 : 5e-5)
  })
})

const times = fc.nat(400)

it('falls with what is better, grows with what is worse, and both ways share what is between', () => {
  fc.assert(
    fc.property(times, times, (better, worse) => {
      const chance = chanceOf({ better, worse })
      expect(chance).toBeGreaterThan(0)
      expect(chanceOf({ better: better + 1, worse })).toBeLessThanOrEqual(chance + 1e-9)
      expect(chanceOf({ better, worse: worse + 1 })).toBeGreaterThanOrEqual(chance - 1e-9)
      // At least so many of one kind, or fewer of it: one of both happens.
      const fewer = better === 0 ? 0 : chanceOf({ better: worse + 1, worse: better - 1 })
      expect(chance + fewer).toBeCloseTo(1, 9)
    }),
  )
})

it('of as many better as worse nothing follows, and messages that both find or both miss change nothing', () => {
  const row = fc.record({ current: fc.boolean(), candidate: fc.boolean() })
  fc.assert(
    fc.property(fc.array(row, { maxLength: 80 }), fc.nat(50), (rows, more) => {
      const alike = Array.from({ length: more }, (_, at) => ({ current: at % 2 === 0, candidate: at % 2 === 0 }))
      const [some, all] = [pairsOf(rows), pairsOf([...rows, ...alike])]
      expect([all.better, all.worse]).toEqual([some.better, some.worse])
      expect(some.candidate - some.current).toBe(some.better - some.worse)
      if (some.candidate <= some.current) expect(chanceOf(some)).toBeGreaterThanOrEqual(0.5 - 1e-9)
    }),
  )
})
