// The rows of a public page: what is too little to be shown by itself is shown with others, and no total gives it away.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Cell } from '../../functions/publish/cells.ts'
import { rowsOf, totalOf } from '../../functions/publish/tables.ts'

const limits = { atLeast: 5, rows: 3 }
const cell = (topic: string, counts: Record<string, number>, municipality?: string): Cell => ({
  topic,
  ...(municipality && { municipality }),
  counts,
})
const received = (amounts: Record<string, number>) =>
  Object.entries(amounts).map(([topic, amount]) => cell(topic, { received: amount }))
const shape = (amounts: Record<string, number>) => {
  const { shown, rest } = rowsOf(received(amounts), 'topic', limits)
  return [shown.map((row) => `${row.id} ${row.received}`).join(', '), rest?.received]
}

describe('rows', () => {
  it.each([
    ['all are enough', { a: 9, b: 5, c: 7 }, ['a 9, c 7, b 5', undefined]],
    ['some are too few, and enough together', { a: 9, b: 4, c: 2 }, ['a 9', 6]],
    ['one is too few: the least of the others hides it', { a: 9, b: 6, c: 1 }, ['a 9', 7]],
    ['one is too few beside one: nothing is told apart', { a: 9, c: 1 }, ['', 10]],
    ['more than there is room for', { a: 9, b: 8, c: 7, d: 6, e: 5 }, ['a 9, b 8, c 7', 11]],
    ['none are enough, even together', { a: 2, b: 2 }, ['', undefined]],
    ['there is nothing', {}, ['', undefined]],
  ])('where %s', (_, amounts, expected) => expect(shape(amounts as Record<string, number>)).toEqual(expected))

  it('are sums of cells, with a median and a mean of five or more alone', () => {
    const cells = [
      cell('a', { received: 6, solved: 5, c1440: 3, c2880: 2, rated: 4, score: 20, open: 1 }, 'north'),
      cell('b', { received: 1, solved: 4, c60: 4, unanswered: 1, reopened: 1 }, 'south'),
      cell('a', { received: 8, open: 2 }),
      cell('b', { open: 5 }, 'south'),
    ]
    const none = {
      received: 0,
      solved: 0,
      unanswered: 0,
      reopened: 0,
      rated: 0,
      meanScore: null,
      medianHours: null,
      open: 0,
    }
    expect(rowsOf(cells, 'municipality', limits)).toEqual({
      shown: [
        { ...none, id: null, received: 8, open: 2 },
        { ...none, id: 'north', received: 6, solved: 5, rated: 4, medianHours: 24, open: 1 },
        { ...none, id: 'south', received: 1, solved: 4, unanswered: 1, reopened: 1, open: 5 },
      ],
    })
    expect(totalOf(cells, limits)).toMatchObject({ received: 15, solved: 9, open: 8, medianHours: 24 })
    expect(totalOf(cells.slice(1, 2), limits)).toBeUndefined()
  })

  it('of any cells hide what is too little, and lose nothing else', () => {
    const cells = fc.array(
      fc.record({
        topic: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
        counts: fc.record({ received: fc.nat(9), solved: fc.nat(9), open: fc.nat(9) }),
      }),
    )
    fc.assert(
      fc.property(cells, fc.integer({ min: 3, max: 12 }), (some, atLeast) => {
        const { shown, rest } = rowsOf(some, 'topic', { atLeast, rows: 3 })
        const all = [...shown, ...(rest ? [rest] : [])]
        for (const row of all) expect(Math.max(row.received, row.solved, row.open)).toBeGreaterThanOrEqual(atLeast)
        const total = totalOf(some, { atLeast, rows: 1 })
        const sum = (name: 'received' | 'solved' | 'open') => all.reduce((amount, row) => amount + row[name], 0)
        if (total && all.length > 0)
          expect([sum('received'), sum('solved'), sum('open')]).toEqual([total.received, total.solved, total.open])
        if (!total) expect(all).toEqual([])
      }),
    )
  })
})
