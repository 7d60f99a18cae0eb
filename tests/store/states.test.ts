// The states of many cases at once.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadPlacedStates, loadStates } from '../../functions/store/states.ts'
import { keys } from '../../functions/store/table.ts'
import { startTable, type TestTable } from './a-table.ts'
import { assign, freshId, monday, submit, write } from './lives.ts'

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

it('have their points where these are asked for, as long as these are kept', async () => {
  const location = { lat: 43.3, lon: 45.7 }
  const [placed, other] = [await write(at.tableName, [{ ...submit, location }]), await write(at.tableName, [submit])]
  const pointsAt = async (instant: string) => {
    const states = await loadPlacedStates(at.tableName, [placed.id, other.id], instant)
    return [placed.id, other.id].map((id) => states.get(id)?.location)
  }
  expect(await pointsAt(monday)).toEqual([location, undefined])
  expect(await pointsAt('2036-01-01T00:00:00.000Z')).toEqual([undefined, undefined])
  expect((await loadStates(at.tableName, [placed.id])).get(placed.id)?.location).toBeUndefined()
})

it('are read in hundreds', async () => {
  const [one] = [await write(at.tableName, [submit])]
  const ids = [...Array.from({ length: 150 }, freshId), one.id]
  expect([...(await loadStates(at.tableName, ids)).keys()]).toEqual([one.id])
})
