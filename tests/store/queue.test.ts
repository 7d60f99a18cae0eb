// The lists of the console: several as one in the order of deadlines, every case once whatever happens between two pages; counts are what a
// walk to the end finds.
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Unshown } from '../../functions/case/commands.ts'
import { MOST_COUNTED, queueCount, type QueueEntry, type QueueList, queuePage } from '../../functions/store/queue.ts'
import { table } from '../../functions/store/table.ts'
import { createTable } from '../../tools/create-table.ts'
import { startTable, type TestTable } from './a-table.ts'
import { assign, give, monday, operator, responder, submit, write } from './lives.ts'

const lists: readonly QueueList[] = ['triage', 'organisation#north-office', 'organisation#south-office']
const route = (municipality: string): Unshown => ({
  type: 'Route',
  by: { role: 'system' },
  routing: { outcome: 'triage', why: 'topic unknown', topic: undefined, municipality, because: [] },
})
const south = { ...assign, organisation: 'south-office', municipality: 'south' } as const

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
})

type Meant = (entry: QueueEntry) => boolean
async function walk(limit: number, isMeant?: Meant, between: (seen: string) => Promise<void> = async () => {}) {
  const seen: string[] = []
  let after: string | undefined
  for (let pages = 0; pages < 60; pages += 1) {
    const { entries, next } = await queuePage({ tableName, lists, limit, after, isMeant })
    seen.push(...entries.map(({ caseId }) => caseId))
    if (!next) return seen
    expect(next > (after ?? '')).toBe(true)
    if (entries.length > 0) await between(seen.at(-1)!)
    after = next
  }
  throw new Error('The list has no end.')
}
const many = async (count: number, commands: readonly Unshown[], instant = monday) => {
  const ids: string[] = []
  for (let made = 0; made < count; made += 1) ids.push((await write(tableName, commands, instant)).id)
  return ids
}

it('fifteen cases of three lists due at one instant: each once, by one, two or seven', async () => {
  const ids = [
    ...(await many(5, [submit, route('north')])),
    ...(await many(5, [submit, assign])),
    ...(await many(5, [submit, south])),
  ]
  for (const limit of [1, 2, 7]) expect((await walk(limit)).toSorted(), String(limit)).toEqual(ids)
})

it('what is due first comes first, whichever list it is on', async () => {
  const [late] = await many(1, [submit, assign], '2026-03-04T07:00:00.000Z')
  const [later] = await many(1, [submit, south], '2026-03-05T07:00:00.000Z')
  const [soon] = await many(1, [submit, route('north')])
  expect(await walk(2)).toEqual([soon, late, later])
})

it('a case that leaves between two pages takes no other with it', async () => {
  const ids = [...(await many(4, [submit, assign])), ...(await many(4, [submit, south]))]
  let gone = 0
  const seen = await walk(2, undefined, async (last) => {
    if (!ids.slice(0, 4).includes(last)) return
    await give(tableName, last, { type: 'Answer', by: responder, text: 'Сделано.', sort: 'done' })
    gone += 1
  })
  expect([gone > 0, seen.toSorted()]).toEqual([true, ids])
})

it('the last of many is found by a page that looks for it, and counted', async () => {
  await many(12, [submit, route('north')])
  const [wanted] = await many(1, [submit, route('south')], '2026-03-06T07:00:00.000Z')
  const isMeant: Meant = ({ municipality }) => municipality === 'south'
  expect(await walk(5, isMeant)).toEqual([wanted])
  expect(await queueCount({ tableName, lists, isMeant })).toBe(1)
})

it('what is counted is what a walk finds, whatever was done', async () => {
  const acts: readonly (readonly Unshown[])[] = [
    [submit, route('north')],
    [submit, route('south')],
    [submit, assign],
    [submit, south],
    [submit, assign, { type: 'Answer', by: responder, text: 'Сделано.', sort: 'done' }],
    [submit, assign, { type: 'Decline', by: responder, reason: 'Не наше.' }],
    [submit, assign, { type: 'RequestExtension', by: responder, reason: 'Ждём.' }],
  ]
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...acts), { maxLength: 8 }),
      fc.constantFrom('north', 'south', undefined),
      async (lives, place) => {
        tableName = `${at.tableName}-${(tables += 1)}`
        await createTable(tableName)
        for (const life of lives) await write(tableName, life)
        const isMeant: Meant | undefined =
          place === undefined ? undefined : ({ municipality }) => municipality === place
        for (const each of [...lists, 'extension', 'returned', 'review'] as const) {
          const looking = { tableName, lists: [each], isMeant }
          const { entries, next } = await queuePage({ ...looking, limit: 20 })
          expect([next, await queueCount(looking)]).toEqual([undefined, entries.length])
        }
        expect(await queueCount({ tableName, lists, isMeant })).toBe((await walk(3, isMeant)).length)
      },
    ),
    { numRuns: 5 },
  )
})

it('a request for more time is listed until it is decided, and the work stays on its own list', async () => {
  const { id } = await write(tableName, [submit, assign, { type: 'RequestExtension', by: responder, reason: 'Ждём.' }])
  const count = (list: QueueList) => queueCount({ tableName, lists: [list] })
  expect([await count('extension'), await count('organisation#north-office')]).toEqual([1, 1])
  await give(tableName, id, { type: 'RefuseExtension', by: operator, reason: 'Нет.' })
  expect([await count('extension'), await count('organisation#north-office')]).toEqual([0, 1])
})

it('what is overdue is only what was due before the instant', async () => {
  const [late] = await many(1, [submit, route('north')])
  await many(1, [submit, route('north')], '2026-03-03T07:00:00.000Z')
  const before = '2026-03-02T12:00:00.000Z'
  const { entries } = await queuePage({ tableName, lists, before, limit: 5 })
  expect([entries.map(({ caseId }) => caseId), await queueCount({ tableName, lists, before })]).toEqual([[late], 1])
})

it('counts are exact up to a thousand and one more beyond', async () => {
  const ids = Array.from({ length: MOST_COUNTED + 3 }, (_, index) => `99-260302-${String(index).padStart(5, '0')}`)
  for (let start = 0; start < ids.length; start += 25)
    await table.send(
      new BatchWriteCommand({
        RequestItems: {
          [tableName]: ids.slice(start, start + 25).map((id) => {
            const Item = { pk: `C#${id}`, sk: 'S', worklist: 'moderation', workDue: `2026-03-02T12:00:00.000Z#${id}##` }
            return { PutRequest: { Item } }
          }),
        },
      }),
    )
  expect(await queueCount({ tableName, lists: ['moderation'] })).toBe(MOST_COUNTED + 1)
})
