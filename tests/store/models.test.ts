// A model in the table: whole or not at all, one after another, back and forth, by one hand at a time.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadModel, modelHead } from '../../functions/store/models.ts'
import { noteWeek, modelWeeks, weekWrite } from '../../functions/store/model-weeks.ts'
import { dropModel, keptOf, putModel, rollBackModel } from '../../functions/store/put-model.ts'
import { modelKeys } from '../../functions/store/table.ts'
import { startTable, type TestTable } from './a-table.ts'

let here: TestTable
beforeAll(async () => {
  here = await startTable()
})
afterAll(() => here.end())

const at = (minute: number) => `2026-03-02T07:0${minute}:00.000Z`
/** More than one item holds. */
const bytesOf = (seed: number) => Uint8Array.from({ length: 900_000 }, (_, index) => (index * seed) % 251)
const held = async () => {
  const head = await modelHead(here.tableName, true)
  return head?.version ? [head.version, Buffer.from(await loadModel(here.tableName, head))] : head?.version
}

it('there is none before one was put, and nothing to go back to', async () => {
  expect(await held()).toBeUndefined()
  expect(await rollBackModel(here.tableName, at(0))).toBeUndefined()
})

it('the last that was put holds, byte by byte; back goes to the one before, and forth again', async () => {
  await putModel(here.tableName, 'one', bytesOf(3), at(1))
  await putModel(here.tableName, 'two', bytesOf(7), at(2))
  expect(await held()).toEqual(['two', Buffer.from(bytesOf(7))])
  expect(await rollBackModel(here.tableName, at(3))).toMatchObject({ version: 'one', before: { version: 'two' } })
  expect(await held()).toEqual(['one', Buffer.from(bytesOf(3))])
  await rollBackModel(here.tableName, at(4))
  expect((await held())?.[0]).toBe('two')
})

it('of many that are put at once one overwrites no other unseen: each that is told it holds has what held before', async () => {
  const names = ['a', 'b', 'c', 'd', 'e']
  const all = names.map((name) => putModel(here.tableName, name, new Uint8Array([1]), at(5)))
  const outcomes = await Promise.allSettled(all)
  const won = outcomes.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  expect(won.length).toBeGreaterThan(0)
  const before = won.map((head) => head.before!.version)
  expect(new Set(before).size).toBe(won.length)
  expect(before).toContain('two')
})

it('none holds after it was switched off, and back brings it again', async () => {
  await dropModel(here.tableName, at(6))
  expect(await held()).toBe('')
  await rollBackModel(here.tableName, at(7))
  expect(['a', 'b', 'c', 'd', 'e']).toContain((await held())?.[0])
})

it('one with a part that is not what was written is refused', async () => {
  const head = (await modelHead(here.tableName, true))!
  await here.put({ ...modelKeys.part(head.version, 0), bytes: new Uint8Array([2]) })
  await expect(loadModel(here.tableName, head)).rejects.toThrow('is not whole')
})

/** One item. */
const few = (seed: number) => bytesOf(seed).subarray(0, 90)

it('three are kept, any of which can hold again; the bytes of older ones end', async () => {
  const other = await startTable()
  const name = other.tableName
  for (const [index, version] of ['a', 'b', 'c', 'd'].entries())
    await putModel(name, version, few(index + 3), at(index))
  const kept = async () => keptOf(await modelHead(name, true)).map(({ version }) => version)
  expect(await kept()).toEqual(['d', 'c', 'b'])
  const endOf = async (version: string) => (await other.get(modelKeys.part(version, 0)))?.['ttl']
  expect(await Promise.all(['a', 'b', 'd'].map(endOf))).toEqual([
    Date.parse('2026-03-03T07:03:00Z') / 1000,
    undefined,
    undefined,
  ])

  await rollBackModel(name, at(5), { version: 'b' })
  expect([(await modelHead(name, true))?.version, await kept()]).toEqual(['b', ['b', 'd', 'c']])
  expect(Buffer.from(await loadModel(name, (await modelHead(name, true))!))).toEqual(Buffer.from(few(4)))
  // Whoever saw another in force changes nothing, and what ended cannot come back.
  expect(await rollBackModel(name, at(6), { seen: 'd' })).toBeUndefined()
  expect(await rollBackModel(name, at(6), { version: 'a' })).toBeUndefined()
  // The same bytes once more stay, and what held before them is not forgotten.
  expect(await putModel(name, 'b', few(4), at(7))).toMatchObject({ version: 'b', before: { version: 'd' } })
  // One that ended and is put there anew lives on.
  await putModel(name, 'a', few(3), at(8))
  expect([await endOf('a'), await kept()]).toEqual([undefined, ['a', 'b', 'd']])
  expect(await endOf('c')).toBeDefined()
  await other.end()
})

it('where what goes with it was written before, no model is changed: a week promotes once', async () => {
  const week = { week: '2026-W10', at: at(0), outcome: 'promoted', learned: 400, unseen: 60 } as const
  await putModel(here.tableName, 'once', few(5), at(8), [weekWrite(here.tableName, week)])
  await expect(
    putModel(here.tableName, 'twice', few(6), at(9), [weekWrite(here.tableName, { ...week, learned: 500 })]),
  ).rejects.toThrow('same moment')
  expect(await held()).toEqual(['once', Buffer.from(few(5))])
  expect(await noteWeek(here.tableName, { ...week, learned: 600 })).toBe(false)
  expect(await noteWeek(here.tableName, { ...week, week: '2026-W11', outcome: 'too few' })).toBe(true)
  expect((await modelWeeks(here.tableName, 9)).map((one) => [one.week, one.learned])).toEqual([
    ['2026-W11', 400],
    ['2026-W10', 400],
  ])
})
