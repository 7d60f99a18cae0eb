// Open cases around a point: what lies near is found, whatever the cell; every one of many at one point can be reached; and what is
// nobody else's business is neither found nor counted.
import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Unshown } from '../../functions/case/commands.ts'
import { decide } from '../../functions/case/decide.ts'
import { cellsAround, isOpenToOthers, metresAway, nearbyEntry } from '../../functions/case/nearby.ts'
import { kilometres } from '../../functions/routing/outline.ts'
import { initialCase } from '../../functions/case/evolve.ts'
import { findNearby } from '../../functions/report/nearby-cases.ts'
import { nearbyPage } from '../../functions/store/nearby.ts'
import { keys, table } from '../../functions/store/table.ts'
import type { Region } from '../../regions/schema.ts'
import { createTable } from '../../tools/create-table.ts'
import { inParallel } from '../../tools/in-parallel.ts'
import { startTable, type TestTable } from './a-table.ts'
import { assign, monday, operator, region as little, submit, write } from './lives.ts'

const spot = { lat: 56.0123, lon: 38.0456 }
const region: Region = { ...little, public: { topics: ['roads.*'], atLeast: 3, embeddedBy: [] } }
const here = { ...submit, location: spot } satisfies Unshown
const topics = (...names: string[]) => ({ isMeant: (topic: string) => names.includes(topic) })

let at: TestTable
let tableName: string
let tables = 0
beforeAll(async () => {
  at = await startTable()
})
afterAll(() => at.end())
beforeEach(async () => {
  tableName = `${at.tableName}-${(tables += 1)}`
  await createTable(tableName)
  process.env['TABLE_NAME'] = tableName
})

/** What the page shows, one after another, as its button asks for them. */
async function walk() {
  const message = { text: 'Яма.', channel: 'form', regime: 'message', location: spot } as const
  const found: string[] = []
  let seen: string | undefined
  for (let pages = 0; pages < 100; pages += 1) {
    const page = (await findNearby(region, message, seen, monday))!
    expect(page.cases.length).toBeLessThanOrEqual(10)
    found.push(...page.cases.map(({ state }) => state.id))
    if (page.next === undefined) return found
    seen = String(page.next)
  }
  throw new Error('The list has no end.')
}

it.each([1, 2, 120])('J3 %i cases at one point: each can be reached, once', async (count) => {
  const ids: string[] = []
  const places = Array.from({ length: count }, (_, index) => index)
  await inParallel(places, 8, async () => void ids.push((await write(tableName, [here, assign])).id))
  expect((await walk()).toSorted()).toEqual(ids.toSorted())
})

describe('J4 what is nobody else’s business', () => {
  const statutory = { ...here, regime: 'statutory' } as const
  const admitted: readonly Unshown[] = [here, assign]
  it.each<[string, readonly Unshown[]]>([
    ['a test case', [{ ...here, test: true }, assign]],
    ['an appeal by law', [statutory, assign]],
    ['one that nobody has read yet', [here]],
    ['one of a topic that the region’s file does not open', [here, { ...assign, topic: 'health.queue' }]],
    ['one without a point', [submit, assign]],
    ['one that was rejected', [here, { type: 'Reject', by: operator, reason: 'Спам.' }]],
    ['one that is merged', [...admitted, { type: 'Merge', by: operator, into: '99-260302-BBBBB' }]],
    ['one that is over', [...admitted, { type: 'Withdraw', by: { role: 'citizen' } }]],
    ['one whose citizen asked for erasure', [statutory, assign, { type: 'RequestErasure', by: { role: 'citizen' } }]],
  ])('is not shown, nor counted, nor joined: %s', async (_, commands) => {
    const { id } = await write(tableName, admitted)
    const hidden = await write(tableName, commands)
    expect(await walk()).toEqual([id])
    expect(isOpenToOthers(region, hidden)).toBe(false)
    const join = { type: 'Join', by: { role: 'citizen' }, child: '99-260302-CCCCC' } as const
    expect(decide(hidden, join, monday, region)).toHaveProperty('refused')
  })

  it('nothing is looked for where a moderator reads messages first, or without a point', async () => {
    await write(tableName, admitted)
    const message = { text: 'Яма.', channel: 'form', regime: 'message' } as const
    const moderated = { ...region, policy: { ...region.policy, moderateMessages: true } }
    expect(await findNearby(moderated, { ...message, location: spot }, undefined, monday)).toBeUndefined()
    expect(await findNearby(region, message, undefined, monday)).toBeUndefined()
  })
})

it('a case that moved on since the index was written is left out: the case itself decides', async () => {
  const open = await write(tableName, [here, assign])
  const { cell, cellOrder } = nearbyEntry(open)!
  const gone = await write(tableName, [here, assign, { type: 'Withdraw', by: { role: 'citizen' } }])
  await table.send(
    new UpdateCommand({
      TableName: tableName,
      Key: keys.snapshot(gone.id),
      UpdateExpression: 'SET cell = :cell, cellOrder = :order',
      ExpressionAttributeValues: { ':cell': cell, ':order': cellOrder },
    }),
  )
  expect(await walk()).toEqual([open.id])
})

it('one topic is told from another', async () => {
  const hole = await write(tableName, [here, assign])
  const manhole = await write(tableName, [here, { ...assign, topic: 'roads.manhole' }])
  const looking = { tableName, point: spot, skip: 0, limit: 10, at: monday }
  const idsOf = async (...names: string[]) =>
    (await nearbyPage({ ...looking, ...topics(...names) })).cases.map(({ state }) => state.id)
  expect(await idsOf('roads.pothole')).toEqual([hole.id])
  expect((await idsOf('roads.pothole', 'roads.manhole')).toSorted()).toEqual([hole.id, manhole.id].toSorted())
})

describe('the cells around a point', () => {
  const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true })
  it('hold whatever is near it, and are four at most', () => {
    const beside = fc.record({ lat: degrees(80), lon: degrees(180), north: degrees(0.4), east: degrees(0.4) })
    fc.assert(
      fc.property(beside, ({ lat, lon, north, east }) => {
        const point = { lat, lon }
        const width = Math.cos((lat * Math.PI) / 180)
        const location = { lat: lat + north / 111.2, lon: lon + east / 111.2 / width }
        const state = {
          ...initialCase('99-260302-AAAAA'),
          status: 'assigned',
          regime: 'message',
          topic: 'roads.pothole',
          location,
        } as never
        const cells = cellsAround(point)
        expect(cells.length).toBeLessThanOrEqual(4)
        if (metresAway(state, point) !== undefined && Math.abs(lon) < 179.9)
          expect(cells).toContain(nearbyEntry(state)!.cell)
      }),
      { numRuns: 2_000 },
    )
  })

  it('tell of a case’s place no more than a tenth of a kilometre', () => {
    fc.assert(
      fc.property(degrees(0.0004), degrees(0.0004), degrees(0.003), degrees(0.003), (up, along, north, east) => {
        const centre = { lat: 56.012, lon: 38.045 }
        const from = { lat: centre.lat + north, lon: centre.lon + east }
        const of = (location: typeof centre) => metresAway({ ...initialCase('99-260302-AAAAA'), location }, from)
        expect(of({ lat: centre.lat + up, lon: centre.lon + along })).toBe(of(centre))
        expect(kilometres(centre, from) < 0.25 ? of(centre) : 100).toBeGreaterThanOrEqual(100)
      }),
    )
  })
})
