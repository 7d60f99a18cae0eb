// Codes and sessions in a real table: five tries, ten minutes, used once; over at their instant though the items are still there.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { barredUntil, beginSession, countTry, findCode, findSession, isTypeable } from '../../functions/store/codes.ts'
import { keepCode } from '../../functions/store/keep-code.ts'
import { startTable, type TestTable } from './a-table.ts'

let t: TestTable
beforeAll(async () => {
  t = await startTable()
})
afterAll(() => t.end())

const at = (minutes: number, seconds = 0) =>
  new Date(Date.parse('2026-03-02T07:00:00.000Z') + minutes * 60_000 + seconds * 1000).toISOString()
const code = (hash: string) => ({ salt: 'salt', hash })
const keep = (who: string, hash: string, when: string) => keepCode(t.tableName, who, code(hash), when)
const tries = async (who: string, hash: string, when: string, count: number) => {
  const counted: boolean[] = []
  for (let one = 0; one < count; one += 1) counted.push(await countTry(t.tableName, who, { hash }, when))
  return counted
}

it('a code may be tried until its instant, and is absent after what is remembered of it, though its item is there', async () => {
  expect(await keep('a', 'one', at(0))).toBe(true)
  const found = (await findCode(t.tableName, 'a', at(9)))!
  expect([isTypeable(found, at(9, 59)), isTypeable(found, at(10))]).toEqual([true, false])
  expect(await tries('a', 'one', at(10), 1)).toEqual([false])
  expect(await tries('a', 'another', at(9), 1)).toEqual([false])
  expect(await findCode(t.tableName, 'a', at(25))).toBe(undefined)
  expect(await t.get({ pk: 'O#a', sk: 'S' })).toMatchObject({ hash: 'one', tries: 0 })
})

it('five tries are all, of many at once too, whatever new codes come; the bar ends with what is remembered', async () => {
  await keep('b', 'one', at(0))
  expect(await tries('b', 'one', at(1), 3)).toEqual([true, true, true])
  expect(await keep('b', 'two', at(2))).toBe(true)
  const atOnce = await Promise.all([1, 2, 3, 4].map(() => countTry(t.tableName, 'b', { hash: 'two' }, at(3))))
  expect(atOnce.filter(Boolean).length).toBe(2)
  expect(barredUntil(await findCode(t.tableName, 'b', at(4)))).toBe(at(27))
  expect([await keep('b', 'three', at(26)), await keep('b', 'three', at(27))]).toEqual([false, true])
  expect(barredUntil(await findCode(t.tableName, 'b', at(28)))).toBe(undefined)
})

it('no more than five are mailed while they are remembered', async () => {
  const kept: boolean[] = []
  for (const minute of [0, 1, 2, 3, 4, 5]) kept.push(await keep('c', `code ${minute}`, at(minute)))
  expect(kept).toEqual([true, true, true, true, true, false])
  expect(barredUntil(await findCode(t.tableName, 'c', at(6)))).toBe(at(29))
})

it('a code begins one session, which is over after eight hours, though its item is there', async () => {
  await keep('d', 'one', at(0))
  const begin = (session: string) => beginSession(t.tableName, 'd', { hash: 'one' }, session, at(1))
  expect([await begin('first'), await begin('second')]).toEqual([true, false])
  expect(await tries('d', 'one', at(2), 1)).toEqual([false])
  const session = (when: string) => findSession(t.tableName, 'first', when)
  expect(await session(at(8 * 60 + 1))).toEqual({ recipient: 'd', startedAt: at(1) })
  expect(await session(at(8 * 60 + 1, 1))).toBe(undefined)
  expect(await findSession(t.tableName, 'second', at(2))).toBe(undefined)
  expect(await t.get({ pk: 'W#first', sk: 'S' })).toMatchObject({ recipient: 'd' })
})
