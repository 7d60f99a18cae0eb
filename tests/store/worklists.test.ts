// The lists of open cases: every case once, in order, whatever happens between two pages; what the index says too late does
// not show.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Unshown } from '../../functions/case/commands.ts'
import { givenNow } from '../../functions/case/permissions.ts'
import type { Worklist } from '../../functions/case/worklist.ts'
import { handle } from '../../functions/store/handle.ts'
import { loadCase } from '../../functions/store/load.ts'
import { table } from '../../functions/store/table.ts'
import { type Place, worklistPage } from '../../functions/store/worklists.ts'
import { createTable } from '../../tools/create-table.ts'
import { startTable, type TestTable } from './a-table.ts'
import { changeState } from './change-state.ts'
import { assign, monday, operator, region, responder, submit, write } from './lives.ts'

const OFFICE = 'organisation#north-office'
let at: TestTable
let tableName: string
let [tables, given] = [0, 0]
beforeAll(async () => {
  at = await startTable()
})
afterAll(() => at.end())
beforeEach(async () => {
  tableName = `${at.tableName}-${(tables += 1)}`
  await createTable(tableName)
})

const page = (limit: number, after?: Place, worklist: Worklist = OFFICE) =>
  worklistPage({ tableName, worklist, limit, after, at: monday })
async function walk(limit: number, between: (seen: string) => Promise<void> = async () => {}) {
  const seen: string[] = []
  let after: Place | undefined
  for (let pages = 0; pages < 30; pages += 1) {
    const { files, next } = await page(limit, after)
    seen.push(...files.map(({ state }) => state.id))
    if (!next) return seen
    await between(seen.at(-1)!)
    after = next
  }
  throw new Error('The list has no end.')
}
const many = async (count: number, instants: readonly string[]) => {
  const ids: string[] = []
  for (let index = 0; index < count; index += 1)
    ids.push((await write(tableName, [submit, assign], instants[index % instants.length])).id)
  return ids
}
/** Gives a command on a page that shows the case as it stands. */
async function give(caseId: string, command: Unshown) {
  const { state } = (await loadCase(tableName, caseId, monday))!
  given += 1
  const handled = await handle({
    ...{ tableName, region, caseId, at: monday, commandId: `N${given}` },
    command: givenNow(state, command),
  })
  expect(handled.outcome).toBe('done')
}

it('fifteen cases due at one instant: each once, by one, two or seven', async () => {
  const ids = await many(15, [monday])
  for (const limit of [1, 2, 7]) expect((await walk(limit)).sort(), String(limit)).toEqual(ids)
})

it('what is due first comes first', async () => {
  const [late, early] = await many(2, ['2026-03-03T07:00:00.000Z', '2026-03-02T07:00:00.000Z'])
  expect(await walk(1)).toEqual([early, late])
})

it('a case that leaves the list between two pages takes no other with it', async () => {
  const ids = await many(8, ['2026-03-02T07:00:00.000Z', '2026-03-03T07:00:00.000Z'])
  const begun = given
  const seen = await walk(2, async (last) => {
    await give(last, { type: 'Answer', by: responder, text: 'Сделано.', sort: 'done' })
  })
  expect(given - begun).toBeGreaterThan(2)
  expect([...seen].sort()).toEqual(ids)
})

it('a case is on one list at a time, and on none when nobody has to act', async () => {
  const [id] = await many(1, [monday])
  await give(id!, { type: 'Answer', by: responder, text: 'Сделано.', sort: 'done' })
  expect(await walk(5)).toEqual([])
  expect((await page(5, undefined, 'review')).files.map(({ state }) => state.id)).toEqual([id])
  await give(id!, { type: 'ApproveAnswer', by: { role: 'moderator', id: 'moderator-1' } })
  expect((await page(5, undefined, 'review')).files).toEqual([])
})

it('what the index says too late does not show, and the rest is still found', async () => {
  const ids = await many(3, [monday])
  // The index has not heard yet that the first was given to another organisation.
  await write(tableName, [submit, { ...assign, by: operator, organisation: 'south-office', municipality: 'south' }])
  await changeState({ document: table, tableName }, ids[0]!, { organisation: 'south-office' })
  expect((await walk(1)).sort()).toEqual(ids.slice(1))
})
