// Figures of findings by hand, the bounds of shares beside published ones, thresholds that hold what they promise.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measure } from '../../functions/learning/measure.ts'
import { hashOf, shuffled } from '../../functions/learning/shuffle.ts'
import { temperatureOf } from '../../functions/learning/temperature.ts'
import { calibrated, mixed } from '../../functions/model/probabilities.ts'
import { lowerBound, thresholdOf, thresholdsByClass, type Trial } from '../../functions/model/trust.ts'

it('figures of four findings', () => {
  const findings = [
    { shares: [0.9, 0.1, 0], truth: 'a' },
    { shares: [0.6, 0.3, 0.1], truth: 'b' },
    { shares: [0.2, 0.7, 0.1], truth: 'b' },
    { shares: [0.5, 0.3, 0.2], truth: 'unknown to the model' },
    { shares: [1, 0, 0], truth: undefined },
  ]
  const trials = [0.9, 0.7, 0.6].map((sure, at): Trial => ({ found: 0, sure, right: at < 2 }))
  const { coverage, ...figures } = measure(['a', 'b', 'c'], findings, trials)
  expect(figures).toEqual({
    rows: 4,
    accuracy: 0.5,
    macroF1: (0.5 + 2 / 3 + 0) / 3,
    top3: 0.75,
    top5: 0.75,
    calibrationError: (0.1 + 0.6 + 0.3 + 0.5) / 4,
    reliability: [
      { sure: 0.5, right: 0, of: 1 },
      { sure: 0.6, right: 0, of: 1 },
      { sure: 0.7, right: 1, of: 1 },
      { sure: 0.9, right: 1, of: 1 },
    ],
    classes: [
      { label: 'unknown to the model', rows: 1, found: 0, right: 0, f1: 0 },
      { label: 'a', rows: 1, found: 3, right: 1, f1: 0.5 },
      { label: 'b', rows: 2, found: 1, right: 1, f1: 2 / 3 },
    ],
    confusions: [
      { truth: 'b', found: 'a', times: 1 },
      { truth: 'unknown to the model', found: 'a', times: 1 },
    ],
  })
  expect(coverage[0]).toEqual({ precision: 0.8, isBound: false, covered: 0.5, right: 1 })
  expect(coverage[1]).toEqual({ precision: 0.8, isBound: true, covered: 0, right: 0 })
})

describe('lower bounds', () => {
  it.each([
    [0, 0, 0],
    [10, 10, 0.787],
    [90, 100, 0.84],
    [950, 1000, 0.937],
    [0, 20, 0],
  ])('%i of %i right is at least %d', (right, of, bound) => {
    expect(lowerBound(right, of)).toBeCloseTo(bound, 3)
  })
})

const trial = fc.record({
  found: fc.nat(2),
  sure: fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000),
  right: fc.boolean(),
})

it('what is above a threshold is right as often as was asked', () => {
  fc.assert(
    fc.property(
      fc.array(trial, { maxLength: 60 }),
      fc.constantFrom(0.5, 0.8, 0.9),
      fc.boolean(),
      (trials, precision, isBound) => {
        const above = trials.filter(({ sure }) => sure >= thresholdOf(trials, precision, isBound))
        const right = above.filter((one) => one.right).length
        if (above.length > 0)
          expect(isBound ? lowerBound(right, above.length) : right / above.length).toBeGreaterThanOrEqual(precision)
      },
    ),
  )
})

describe('a class by itself, drawn towards all', () => {
  const times = (count: number, one: Trial) => Array.from({ length: count }, () => one)
  const good = times(200, { found: 0, sure: 0.9, right: true })
  const bad = times(40, { found: 1, sure: 0.9, right: false })

  it('a class that is often wrong is not believed where the others are', () => {
    expect(thresholdsByClass([...good, ...bad], 3, 0.8)).toEqual([0.9, Infinity, Infinity])
  })
  it('one of which nothing was seen is believed as the others are, as far as thirty of them go', () => {
    expect(thresholdsByClass(good, 3, 0.9)).toEqual([0.9, 0.9, 0.9])
    expect(thresholdsByClass(good, 3, 0.95)).toEqual([0.9, Infinity, Infinity])
  })
  it('of few trials in all nothing follows', () => {
    expect(thresholdsByClass(good.slice(0, 20), 3, 0.8)).toEqual([Infinity, Infinity, Infinity])
  })
})

it('a temperature makes of what is too sure what is true', () => {
  // Two of three are right, and 0.95 was said of each.
  const shares = Array.from({ length: 300 }, () => [0.95, 0.05])
  const temperature = temperatureOf(
    shares,
    shares.map((_, at) => (at % 3 === 0 ? 1 : 0)),
  )
  expect(calibrated([0.95, 0.05], temperature)[0]).toBeCloseTo(2 / 3, 2)
})

it('levels are mixed: a topic gains by its category, a category by its topics', () => {
  const { category, topic } = mixed([0.8, 0.2], [0.3, 0.4, 0.3], [0, 1, 0])
  expect(category[0]).toBeCloseTo((0.8 * 0.6) / (0.8 * 0.6 + 0.2 * 0.4), 5)
  expect(topic.indexOf(Math.max(...topic))).toBe(0)
})

it('an order that a seed decides has each once', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 50 }), fc.nat(1000), (items, seed) => {
      const sorted = (list: number[]) => [...list].sort((a, b) => a - b)
      expect(sorted(shuffled(items, seed))).toEqual(sorted(items))
      expect(shuffled(items, seed)).toEqual(shuffled(items, seed))
    }),
  )
  expect(shuffled([1, 2, 3, 4, 5, 6, 7, 8], 1)).not.toEqual(shuffled([1, 2, 3, 4, 5, 6, 7, 8], 2))
  expect(hashOf('яма', 1)).not.toBe(hashOf('яма', 2))
})
