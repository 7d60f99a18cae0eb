// What decides a week: wrong labels of a few days do not carry a worse model, wherever they lie. Messages are invented; a good model is in force.
import { beforeAll, expect, it } from 'vitest'
import { chanceOf } from '../../functions/learning/paired-test.ts'
import type { Lesson } from '../../functions/lessons/lesson.ts'
import { learnAWeek } from '../../functions/lessons/week.ts'
import { type Model } from '../../functions/model/model.ts'
import { readModel } from '../../functions/model/read-model.ts'
import { wordVectors } from '../../functions/vectors/load.ts'
import { loadRegion } from '../../regions/load.ts'
import { lessonsOf } from '../learning/simulated-year.ts'

const whole = loadRegion('95')
/** Few topics train quickly. */
const region = { ...whole, topics: whole.topics.slice(0, 12) }
const DAY_MS = 86_400_000
const BEGIN = Date.parse('2026-01-05T00:00:00Z')
const MESSAGES_A_DAY = 7
/** The last of them is the newest of the month that measures: days 171 to 200, and the week before it. */
const DAYS = 201
const FIRST_MEASURED = DAYS - 30

const clean = lessonsOf(region, DAYS * MESSAGES_A_DAY, { seed: 2, since: BEGIN, days: DAYS })
const batch = (messages: number, seed: number, day: number, days: number) =>
  lessonsOf(region, messages, { seed, since: BEGIN + day * DAY_MS, days, isWrong: true })
const at = new Date(BEGIN + DAYS * DAY_MS).toISOString()
let current: Model

beforeAll(() => {
  const before = new Date(BEGIN + 150 * DAY_MS).toISOString()
  const first = learnAWeek(
    region,
    clean.filter(({ receivedAt }) => receivedAt < before),
    undefined,
    before,
    wordVectors,
  )
  if (first.outcome !== 'better') throw new Error(first.outcome)
  current = readModel(first.made.bytes, wordVectors)
})

function learn(...batches: readonly (readonly Lesson[])[]) {
  const all = [...clean, ...batches.flat()].sort((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1))
  const week = learnAWeek(region, all, current, at, wordVectors)
  if (!('made' in week)) throw new Error(week.outcome)
  return week
}

it('wrong labels that come on two days and again on two days of the month do not carry it: a day counts as one', () => {
  const { outcome, comparison } = learn(batch(500, 502, 158, 2), batch(400, 503, FIRST_MEASURED + 10, 2))
  const { better, worse, byDay } = comparison.topics
  const byMessage = chanceOf([...Array<number>(better).fill(1), ...Array<number>(worse).fill(-1)])
  expect(byMessage).toBeLessThan(0.01)
  expect(Math.max(...byDay)).toBeGreaterThan(10)
  expect(comparison.chance).toBeGreaterThan(0.05)
  expect([outcome, comparison.isBetter]).toEqual(['not better', false])
})

it('wrong labels of a week are not on both sides of the cut, and it is not learned from what is measured', () => {
  const week = learn(batch(700, 502, FIRST_MEASURED - 1, 7))
  // One day of the batch lies before the month: in the week of which is neither learned nor measured.
  expect(week.learned).toBe((FIRST_MEASURED - 7) * MESSAGES_A_DAY)
  expect(week.unseen).toBeGreaterThan(30 * MESSAGES_A_DAY + 560)
  const { byDay } = week.comparison.topics
  expect(Math.max(...byDay)).toBeLessThan(6)
})
