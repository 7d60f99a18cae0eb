// npm run rebuild: says which snapshots are not what their events add up to, and writes those, and nothing else.
import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { checkInstant, later } from '../../functions/case/clocks/waking.ts'
import { FOLD_VERSION } from '../../functions/case/evolve.ts'
import { findStale, rewrite } from '../../functions/store/rebuild.ts'
import { setCheck } from '../../functions/store/checks.ts'
import { keys } from '../../functions/store/table.ts'
import { startTable, type TestTable } from '../store/a-table.ts'
import { assign, monday, submit, write } from '../store/lives.ts'

let at: TestTable
beforeAll(async () => {
  at = await startTable()
})
afterAll(() => at.end())

const rebuild = (...args: string[]) => {
  const command = ['tools/rebuild.ts', '--region', '95', '--table', at.tableName, ...args]
  return execFileSync(process.execPath, command, { encoding: 'utf8' }).trim().split('\n').toSorted()
}
const snapshot = async (id: string) => (await at.get(keys.snapshot(id)))!

it('a snapshot of another fold, or one that is wrong, is written as its events add up, with its next check', async () => {
  const cases = [await write(at.tableName, [submit]), await write(at.tableName, [submit, assign])]
  const [older, wrong] = cases.map(({ id }) => id) as [string, string]
  const right = await write(at.tableName, [submit])
  const before = [await snapshot(older), await snapshot(wrong), await snapshot(right.id)]
  const { fold: _, check: __, checkAt: ___, ...unversioned } = before[0]!
  const spoilt = { ...before[1]!, state: { ...(before[1]!['state'] as object), status: 'closed', organisation: 'x' } }
  await at.put(unversioned)
  await at.put(spoilt)

  const found = [`${older}: fold 1, the same state`, `${wrong}: fold ${FOLD_VERSION}, differs in organisation, status`]
  expect(rebuild('--dry-run')).toEqual(['2 of 3 cases differ. Nothing was changed.', ...found].toSorted())
  expect([await snapshot(older), await snapshot(wrong)]).toEqual([unversioned, spoilt])

  expect(rebuild()).toEqual(['2 of 3 cases differ; 2 written.', ...found].toSorted())
  const { checkAt: next, ...rest } = await snapshot(older)
  const { checkAt: _was, ...expected } = before[0]!
  expect(rest).toEqual(expected)
  expect(next).toBe(checkInstant(cases[0]!, 0, new Date().toISOString()))
  expect(await snapshot(wrong)).toMatchObject({ state: before[1]!['state'] as object, armedAt: before[1]!['armedAt'] })
  expect(await snapshot(right.id)).toEqual(before[2])
  expect(rebuild()).toEqual(['0 of 3 cases differ; 0 written.'])
}, 60_000)

it('a case that was changed meanwhile is left to whoever changed it', async () => {
  const { id } = await write(at.tableName, [submit])
  await at.put({ ...(await snapshot(id)), fold: 1 })
  const stale = (await findStale(at.tableName, id))!
  await setCheck(at.tableName, id, 1, 1, later(monday, 1_000))
  expect(await rewrite(at.tableName, stale, monday)).toBe(false)
  await at.put({ ...(await snapshot(id)), settled: 0, version: 2 })
  expect(await rewrite(at.tableName, stale, monday)).toBe(false)
  expect((await snapshot(id))['fold']).toBe(1)
})
