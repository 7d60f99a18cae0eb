// How far back is looked for cases that ended: as far as there are some, and no further.
import { expect, it, vi } from 'vitest'
import { gatherLessons } from '../../functions/learn/gather.ts'
import { loadRegion } from '../../regions/load.ts'

const asked: string[] = []
const ended = new Map<string, number>()
vi.mock('../../functions/store/ended-cases.ts', () => ({
  endedCases(_table: string, day: string) {
    asked.push(day)
    return [Array.from({ length: ended.get(day) ?? 0 }, (_, at) => `${day} ${at}`)]
  },
}))
vi.mock('../../functions/store/load.ts', () => ({ loadCaseFile: () => Promise.resolve(undefined) }))

/** Cases that were read, and the day that was looked at last. */
async function lookBack(...days: readonly [day: string, cases: number][]) {
  asked.length = 0
  ended.clear()
  for (const [day, cases] of days) ended.set(day, cases)
  const { read } = await gatherLessons('T', loadRegion('95'), '2026-06-30T03:00:00.000Z')
  return [read, asked.at(-1)]
}

it('looks back over days without an end, and stops where for ninety days there was none', async () => {
  expect(await lookBack()).toEqual([0, '2026-04-02'])
  expect(await lookBack(['2026-06-29', 20], ['2026-04-02', 3])).toEqual([23, '2026-01-02'])
  expect(await lookBack(['2026-06-29', 20], ['2026-03-30', 3])).toEqual([20, '2026-03-31'])
})
