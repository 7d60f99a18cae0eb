// The states of many cases at once.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadStates } from '../../functions/store/states.ts'
import { keys } from '../../functions/store/table.ts'
import { startTable, type TestTable } from './a-table.ts'
import { assign, freshId, submit, write } from './lives.ts'

let at: TestTable
beforeAll(async () => {
  at = await startTable()
})
afterAll(() => at.end())

it('are each case’s own, added up anew where another fold had added them up; what is not there is left out', async () => {
  const cases = [await write(at.tableName, [submit]), await write(at.tableName, [submit, assign])]
  const old = keys.snapshot(cases[1]!.id)
  await at.put({ ...(await at.get(old))!, fold: 1, state: { ...cases[1]!, status: 'closed' } })
  const ids = [...cases.map(({ id }) => id), freshId(), cases[0]!.id]
  expect(await loadStates(at.tableName, ids)).toEqual(new Map(cases.map((state) => [state.id, state])))
})

it('are read in hundreds', async () => {
  const [one] = [await write(at.tableName, [submit])]
  const ids = [...Array.from({ length: 150 }, freshId), one.id]
  expect([...(await loadStates(at.tableName, ids)).keys()]).toEqual([one.id])
})
