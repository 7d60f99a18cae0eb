// Cases that cannot be checked stand first in the index, more of them than a run has time for: the others are checked all the same.
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { later } from '../../functions/case/clocks/waking.ts'
import { setCheck } from '../../functions/store/checks.ts'
import { dueChecks } from '../../functions/store/due.ts'
import { keys } from '../../functions/store/table.ts'
import { handler } from '../../functions/sweep/handler.ts'
import { catchLog, lambdaContext } from '../edge/events.ts'
import { startTable, type TestTable } from '../store/a-table.ts'
import { monday, region, submit, write } from '../store/lives.ts'

const around = vi.hoisted(() => ({ tableName: '', now: '' }))
vi.mock('../../functions/edge/environment.ts', () => ({
  environment: (name: string) => (name === 'TABLE_NAME' ? around.tableName : name),
  deployedRegion: () => region,
}))
vi.mock('../../functions/edge/refresh.ts', () => ({ refreshRegion: () => Promise.resolve() }))
vi.mock('../../functions/edge/now.ts', () => ({ now: () => around.now }))
vi.mock('../../functions/queues/send.ts', () => ({ sendAll: () => Promise.resolve([]) }))

const MINUTE = 60_000
let at: TestTable
beforeAll(async () => {
  at = await startTable()
  around.tableName = at.tableName
})
afterAll(() => at.end())

/** A run with the time for so many cases. @returns how many cases are due after it. */
async function sweep(minutes: number, cases: number): Promise<number> {
  around.now = later(monday, minutes * MINUTE)
  // Middy asks once how much time is left; a run in which a check failed says so at its end.
  await handler({}, lambdaContext(...Array.from({ length: cases + 1 }, () => 60_000), 0)).catch(() => {})
  return (await Array.fromAsync(dueChecks(at.tableName, around.now))).length
}

it('forty broken cases hold up nobody, and come back longer and longer after', async () => {
  const logged = catchLog()
  for (let index = 0; index < 40; index += 1) {
    const { id } = await write(at.tableName, [submit])
    await at.put({ ...(await at.get(keys.snapshot(id)))!, state: { id }, checkAt: later(monday, -index) })
  }
  for (let index = 0; index < 20; index += 1) {
    const { id } = await write(at.tableName, [submit])
    await setCheck(at.tableName, id, 1, 0, later(monday, 10 * MINUTE))
  }
  expect(await sweep(10, 45)).toBe(15)
  expect(await sweep(15, 45)).toBe(0)
  expect(await sweep(20, 200)).toBe(0)
  const failed = () => logged().filter(({ message }) => message === 'check failed').length
  expect(failed()).toBe(80)
  expect(await sweep(25, 200)).toBe(0)
  expect(failed()).toBe(80)
})
