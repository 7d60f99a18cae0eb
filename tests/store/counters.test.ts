// Counters are read page by page, some days at once, and all of them once.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Counter } from '../../functions/statistics/counters.ts'
import { counterPages } from '../../functions/store/counters.ts'
import { figureKeys } from '../../functions/store/table.ts'
import { startTable, type TestTable } from './a-table.ts'

let at: TestTable
beforeAll(async () => {
  at = await startTable()
})
afterAll(() => at.end())

/** So large that a page of one megabyte holds eight of them: such a counter has many classes of time. */
const filler = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`w${index + 100_000_000}`, 1]))
const dates = Array.from({ length: 20 }, (_, index) => `2026-03-${String(index + 1).padStart(2, '0')}`)

it('a day of several pages among days of one', async () => {
  for (const date of dates)
    await at.put({ ...figureKeys.counter(date, ['acceptance', 'north', 'roads', 'town']), ended: 1 })
  for (let index = 0; index < 20; index += 1)
    await at.put({
      ...figureKeys.counter(dates[4]!, ['finalAnswer', `office-${index}`, 'roads', 'town']),
      ...filler,
      ended: 2,
    })
  const found: Counter[] = []
  let pages = 0
  for await (const page of counterPages(at.tableName, dates)) {
    pages += 1
    found.push(...page)
  }
  expect(pages).toBeGreaterThan(2)
  expect(found.map(({ date, of }) => `${date} ${of.clock} ${of.organisation}`).sort()).toEqual(
    [
      ...dates.map((date) => `${date} acceptance north`),
      ...Array.from({ length: 20 }, (_, index) => `${dates[4]} finalAnswer office-${index}`),
    ].sort(),
  )
  const one = await Array.fromAsync(counterPages(at.tableName, dates, { clock: 'acceptance' }))
  expect(one.flat().map(({ of }) => of.clock)).toEqual(dates.map(() => 'acceptance'))
})
