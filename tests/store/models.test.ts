// A model in the table: whole or not at all, one after another, back and forth, by one hand at a time.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { dropModel, loadModel, modelHead, putModel, rollBackModel } from '../../functions/store/models.ts'
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
