// When the sweep looks at a case next: written only by whoever saw the case as it stands.
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { later } from '../../functions/case/clocks/waking.ts'
import { putOffCheck, setCheck } from '../../functions/store/checks.ts'
import { dueChecks, openCases } from '../../functions/store/due.ts'
import { keys, table } from '../../functions/store/table.ts'
import { startTable, type TestTable } from './a-table.ts'
import { monday, submit, write } from './lives.ts'

let at: TestTable
beforeAll(async () => {
  at = await startTable()
})
afterAll(() => at.end())

const due = (instant: string) => Array.fromAsync(dueChecks(at.tableName, instant))
const check = async (id: string) => {
  const { settled, check, checkAt } = (await at.get(keys.snapshot(id)))!
  return { settled, check, checkAt }
}

it('a check is set, moved and ended', async () => {
  const { id } = await write(at.tableName, [submit])
  const tomorrow = later(monday, 86_400_000)
  await setCheck(at.tableName, id, 1, 1, tomorrow)
  expect(await check(id)).toEqual({ settled: 1, check: 'OPEN', checkAt: tomorrow })
  expect(await due(later(tomorrow, -1))).toEqual([])
  expect(await due(tomorrow)).toEqual([id])
  await setCheck(at.tableName, id, 1, 1, undefined)
  expect(await check(id)).toEqual({ settled: 1 })
  expect(await due('9999')).toEqual([])
})

it('a check by whoever saw an older version of the case changes nothing', async () => {
  const { id } = await write(at.tableName, [submit])
  const before = await check(id)
  await setCheck(at.tableName, id, 0, 0, undefined)
  await setCheck(at.tableName, id, 2, 2, monday)
  expect(await check(id)).toEqual(before)
  await setCheck(at.tableName, id, 1, 1, undefined)
})

it('what is longest overdue comes first, and everything open is found', async () => {
  const cases = [await write(at.tableName, [submit]), await write(at.tableName, [submit])]
  const [first, second] = cases.map(({ id }) => id) as [string, string]
  await setCheck(at.tableName, first, 1, 1, later(monday, 2_000))
  await setCheck(at.tableName, second, 1, 1, later(monday, 1_000))
  expect(await due(later(monday, 2_000))).toEqual([second, first])
  expect(await due(later(monday, 1_000))).toEqual([second])
  expect(await Array.fromAsync(openCases(at.tableName))).toEqual([second, first])
})

it('more than a page is found whole and in order, and who stops early asks for no more', async () => {
  const ids = Array.from({ length: 450 }, (_, index) => `99-260302-P${String(index).padStart(4, '0')}`)
  for (const [index, id] of ids.entries())
    await at.put({ ...keys.snapshot(id), check: 'OPEN', checkAt: later('2026-01-01T00:00:00.000Z', index) })
  const asked = vi.spyOn(table, 'send')
  expect(await due('2026-01-02')).toEqual(ids)
  expect(asked).toHaveBeenCalledTimes(3)
  asked.mockClear()
  for await (const id of dueChecks(at.tableName, '2026-01-02')) if (id === ids[10]) break
  expect(asked).toHaveBeenCalledTimes(2)
  asked.mockRestore()
  for (const id of ids) await at.remove(keys.snapshot(id))
})

it('a check that fails is put off, longer every time, and from the start again once it has gone well', async () => {
  const { id } = await write(at.tableName, [submit])
  let now = monday
  await setCheck(at.tableName, id, 1, 0, now)
  const waits: number[] = []
  const fail = async () => {
    await putOffCheck(at.tableName, id, now)
    const { checkAt } = await check(id)
    waits.push((Date.parse(String(checkAt)) - Date.parse(now)) / 60_000)
    now = String(checkAt)
  }
  for (let time = 0; time < 5; time += 1) await fail()
  await setCheck(at.tableName, id, 1, 1, now)
  await fail()
  expect(waits).toEqual([10, 20, 40, 60, 60, 10])
  expect(await due(later(now, -1))).not.toContain(id)
  expect(await due(now)).toContain(id)
  await setCheck(at.tableName, id, 1, 1, undefined)
})

it('a check that is not due any more is not put off', async () => {
  const { id } = await write(at.tableName, [submit])
  await setCheck(at.tableName, id, 1, 1, later(monday, 1))
  await putOffCheck(at.tableName, id, monday)
  expect(await check(id)).toEqual({ settled: 1, check: 'OPEN', checkAt: later(monday, 1) })
  await setCheck(at.tableName, id, 1, 1, undefined)
  await putOffCheck(at.tableName, id, later(monday, 2))
  expect(await check(id)).toEqual({ settled: 1 })
})
