// The lists of the API: walked page by page they have each case that is meant once, whatever the sizes of pages and what happens meanwhile.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Case } from '../../functions/case/case.ts'
import { listingEntry } from '../../functions/case/listing.ts'
import { listingPage, MOST_READ, type ListingPlace } from '../../functions/store/listing.ts'
import { createTable } from '../../tools/create-table.ts'
import { startTable, type TestTable } from './a-table.ts'
import { assign, give, monday, submit, write } from './lives.ts'

let at: TestTable
beforeAll(async () => {
  at = await startTable()
})
afterAll(() => at.end())

const fresh = async (name: string) => {
  const tableName = `${at.tableName}-${name}`
  await createTable(tableName)
  return tableName
}

interface Walk {
  readonly limits: readonly number[]
  readonly lists?: readonly string[]
  readonly integrator?: string
  readonly since?: string
  readonly isMeant?: (state: Case) => boolean
  readonly between?: (page: number) => Promise<void>
}

/** The pages of a list, with a cap that an endless one would reach. */
async function walk(tableName: string, { limits, lists = ['open'], isMeant = () => true, between, ...of }: Walk) {
  const pages: string[][] = []
  let from: ListingPlace | undefined
  do {
    if (pages.length > 60) throw new Error('The list has no end.')
    const limit = limits[pages.length % limits.length]!
    const page = await listingPage({ tableName, lists, isMeant, limit, from, ...of })
    expect(page.cases.length).toBeLessThanOrEqual(limit)
    pages.push(page.cases.map(({ id }) => id))
    from = page.next
    await between?.(pages.length)
  } while (from)
  return pages
}

const from = (id: string) => ({ ...submit, channel: 'api', by: { role: 'integrator', id } }) as const
/** The citizen takes it back. */
const withdraw = { type: 'Withdraw', by: { role: 'citizen' } } as const
const day = (days: number) => new Date(Date.parse(monday) + days * 86_400_000).toISOString()

describe('C2 C5 fifteen cases of one instant', () => {
  it('come once each, by pages of any size, and an integrator has their own', async () => {
    const tableName = await fresh('ties')
    const ids: Record<string, string[]> = { one: [], other: [], 'one-more': [] }
    for (let index = 0; index < 15; index += 1) {
      const integrator = ['one', 'other', 'one-more'][index % 3]!
      ids[integrator]!.push((await write(tableName, [from(integrator)])).id)
    }
    await write(tableName, [{ ...from('one'), test: true }])
    const sizes = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(sizes, fc.constantFrom('one', 'other', undefined), async (limits, integrator) => {
        const expected = integrator ? ids[integrator]! : Object.values(ids).flat()
        const seen = (await walk(tableName, { limits, ...(integrator && { integrator }) })).flat()
        expect(seen.toSorted()).toEqual(expected.toSorted())
      }),
      { numRuns: 30 },
    )
  })
})

it('C4 a case that ends between the pages makes nobody be skipped, and is met among the ended ones', async () => {
  const tableName = await fresh('changes')
  const ids: string[] = []
  for (let index = 0; index < 6; index += 1) ids.push((await write(tableName, [from('one')])).id)
  const seen = await walk(tableName, {
    limits: [2],
    lists: ['open', 'ended#2026-03-02'],
    integrator: 'one',
    between: async (page) => {
      if (page > 3) return
      // The last one seen, and the first of the next page.
      for (const index of [page * 2 - 1, page * 2]) if (ids[index]) await give(tableName, ids[index], withdraw)
    },
  })
  expect([...new Set(seen.flat())].toSorted()).toEqual(ids.toSorted())
})

it('ended cases stand in the day of their last change, an integrator’s from an instant on', async () => {
  const tableName = await fresh('ended')
  const ended: Case[] = []
  for (const days of [0, 1, 1, 3]) ended.push(await write(tableName, [from('one'), withdraw], day(days)))
  const open = await write(tableName, [from('one')], day(3))
  expect(ended.map((state) => listingEntry(state)!.listing)).toEqual([
    'ended#2026-03-02',
    'ended#2026-03-03',
    'ended#2026-03-03',
    'ended#2026-03-05',
  ])
  const lists = ['open', 'ended#2026-03-03', 'ended#2026-03-04', 'ended#2026-03-05']
  const of = async (more: Partial<Walk>) => (await walk(tableName, { limits: [1], lists, ...more })).flat()
  const [, second, third, fourth] = ended.map(({ id }) => id)
  expect(await of({})).toEqual([open.id, second, third, fourth])
  expect(await of({ integrator: 'one', since: day(1) })).toEqual([open.id, second, third, fourth])
  expect(await of({ integrator: 'one', since: day(2) })).toEqual([open.id, fourth])
  expect(await of({ integrator: 'other', since: day(0) })).toEqual([])
})

it('C6 a page that read all it may is empty and has a next one; one that looked into as many days as it may, too', async () => {
  const tableName = await fresh('late')
  for (let index = 0; index < MOST_READ; index += 1) await write(tableName, [submit])
  const last = await write(tableName, [submit, assign])
  const pages = await walk(tableName, { limits: [50], isMeant: ({ status }) => status === 'assigned' })
  expect(pages).toEqual([[], [last.id]])
  const lists = Array.from({ length: 100 }, (_, index) => `ended#${day(index).slice(0, 10)}`)
  await write(tableName, [submit, withdraw], day(99))
  const days = await walk(tableName, { limits: [50], lists })
  expect(days.map((page) => page.length)).toEqual([0, 0, 1])
})
