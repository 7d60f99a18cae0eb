// When a new model takes the place of the one in force, by how many more it had right on each day.
import { expect, it } from 'vitest'
import { judge } from '../../functions/lessons/hold-against.ts'

const days = (count: number, more = 1) => ({ byDay: Array<number>(count).fill(more) })

it.each([
  ['the same on all days', days(0), days(0), { chance: 1, isBetter: false, isWorse: false }],
  ['better on six days, none worse: one in 64', days(6), days(0), { chance: 1 / 64, isBetter: false, isWorse: false }],
  ['better on seven: one in 128', days(7), days(0), { chance: 1 / 128, isBetter: true, isWorse: false }],
  [
    'better in topics, worse in organisations',
    days(7),
    days(5, -2),
    { chance: 1 / 128, isBetter: false, isWorse: false },
  ],
  ['worse on five days: one in 32', days(5, -1), days(0), { chance: 1, isBetter: false, isWorse: true }],
  ['worse on four: one in 16', days(4, -1), days(0), { chance: 1, isBetter: false, isWorse: false }],
])('%s', (_, topics, organisations, judged) => {
  expect(judge(topics, organisations)).toEqual(judged)
})
