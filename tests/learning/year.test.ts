// A year of weekly training on invented messages: it gets better, and a batch of wrong labels is not promoted. The long one, by the week and over all
// topics of the region, prints its table: YEAR=long npx vitest run tests/learning/year.test.ts
import { expect, it } from 'vitest'
import { loadRegion } from '../../regions/load.ts'
import { liveAYear, type Trained } from './simulated-year.ts'

const whole = loadRegion('95')
/** Few topics train quickly. */
const small = { ...whole, topics: whole.topics.slice(0, 12) }
const isLong = process.env['YEAR'] === 'long'
/** By how much at least the first model is better than key words, and one that learned the batch is worse than the one in force: over few topics, more. */
const [gain, fall] = isLong ? [0.03, 0.02] : [0.2, 0.05]
const region = isLong ? whole : small
const plan = isLong
  ? { weeks: 52, messagesAWeek: 60, every: 1, bad: { week: 26, messages: 800 }, seed: 1 }
  : { weeks: 25, messagesAWeek: 60, every: 6, bad: { week: 17, messages: 900 }, seed: 1 }

function lineOf({ week, learned, accuracy, candidate }: Trained): string {
  const percent = (share: number | undefined) => (share === undefined ? '–' : `${(100 * share).toFixed(1)} %`)
  const chance = 'comparison' in learned ? learned.comparison.chance.toFixed(3) : '–'
  const made = `new model ${percent(candidate)}, by chance ${chance}`
  return `week ${week}: ${learned.outcome}, learned from ${learned.learned}, ${made}; in force ${percent(accuracy)}`
}

it('gets better by the week, and no batch of wrong labels is promoted', { timeout: 3_600_000 }, () => {
  const year = liveAYear(region, plan)
  if (isLong) for (const one of year) console.log(lineOf(one))
  const promoted = year.filter(({ learned }) => learned.outcome === 'better')
  const [first, last] = [promoted[0]!, year.at(-1)!]
  expect(year[0]!.learned.outcome).toBe('too few')
  expect(first.accuracy).toBeGreaterThan(year[0]!.accuracy + gain)
  expect(promoted.at(-1)!.accuracy).toBeGreaterThan(first.accuracy + 0.05)

  // A model that learned from the batch is worse and is not in force; where it is much worse, the month that it had not seen says so.
  const spoilt = year.filter(({ week, candidate, before }) => week > plan.bad.week && candidate! < before - fall)
  expect(spoilt.length).toBeGreaterThan(0)
  for (const { learned } of spoilt)
    expect(learned).toMatchObject({ outcome: 'not better', ...(!isLong && { comparison: { isWorse: true } }) })
  expect(last.accuracy).toBeGreaterThanOrEqual(promoted.at(-1)!.accuracy)
})
