// npm run rebuild: says which snapshots are not what their events add up to, and writes those, and nothing else.
import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { checkInstant, later } from '../../functions/case/clocks/waking.ts'
import { FOLD_VERSION } from '../../functions/case/evolve.ts'
import { findStale, rewrite } from '../../functions/store/rebuild.ts'
import { ttlAfter } from '../../functions/store/expiry.ts'
import { casesOf } from '../../functions/store/persons.ts'
import { wordHashes } from '../../functions/store/word-index.ts'
import { loadRegion } from '../../regions/load.ts'
import { setCheck } from '../../functions/store/checks.ts'
import { pack, unpack } from '../../functions/store/packed.ts'
import { figureKeys, keys, searchKeys } from '../../functions/store/table.ts'
import { startTable, type TestTable } from '../store/a-table.ts'
import { assign, monday, operator, submit, write } from '../store/lives.ts'

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
  const said = unpack(before[1]!['state']) as object
  const spoilt = { ...before[1]!, state: pack({ ...said, status: 'closed', organisation: 'x' }) }
  await at.put(unversioned)
  await at.put(spoilt)

  const found = [`${older}: fold 1, the same state`, `${wrong}: fold ${FOLD_VERSION}, differs in organisation, status`]
  const uncounted = `${wrong}: events that were not counted: 1`
  expect(rebuild('--dry-run')).toEqual(['2 of 3 cases differ. Nothing was changed.', uncounted, ...found].toSorted())
  expect([await snapshot(older), await snapshot(wrong)]).toEqual([unversioned, spoilt])

  expect(rebuild()).toEqual(['2 of 3 cases differ; 2 written.', uncounted, ...found].toSorted())
  const { checkAt: next, ...rest } = await snapshot(older)
  const { checkAt: _was, ...expected } = before[0]!
  expect(rest).toEqual(expected)
  expect(next).toBe(checkInstant(cases[0]!, 0, new Date().toISOString()))
  expect(await snapshot(wrong)).toMatchObject({ state: before[1]!['state'], armedAt: before[1]!['armedAt'] })
  expect(await snapshot(right.id)).toEqual(before[2])
  expect(rebuild()).toEqual(['0 of 3 cases differ; 0 written.'])
}, 60_000)

it('texts that lie in events get the time to live of personal data, and authors and words can be found', async () => {
  const note = { type: 'Note', by: operator, text: 'Смотрим.' } as const
  const { id } = await write(at.tableName, [submit, assign, note])
  const author = { email: 'old@example.org' }
  const ttl = Math.floor(Date.now() / 1000) + 1_000
  await at.put({ ...keys.personal(id, 'M1'), messageId: 'M1', text: 'Яма.', author, ttl })
  const [texts, event] = [(await at.get(keys.texts(id, 3)))!, (await at.get(keys.event(id, 3)))!]
  await at.remove(keys.texts(id, 3))
  // As events were stored then, too.
  await at.put({ ...event, event: { ...(unpack(event['event']) as object), text: 'Смотрим.' } })

  const says = [
    `${id}: events that hold their texts: 1`,
    `${id}: messages whose authors are not found: 1`,
    `${id}: messages whose words are not found: 1`,
  ]
  expect(rebuild('--dry-run')).toEqual(expect.arrayContaining(says))
  expect(await at.get(keys.texts(id, 3))).toBeUndefined()
  expect(rebuild()).toEqual(expect.arrayContaining(says))
  const days = loadRegion('95').retention.personalDataDays
  expect(await at.get(keys.texts(id, 3))).toEqual({ ...texts, ttl: ttlAfter(monday, days) })
  const { event: stored, ...rest } = (await at.get(keys.event(id, 3)))!
  expect({ ...rest, event: unpack(stored) }).toEqual({ ...event, event: unpack(event['event']) })
  expect(await casesOf(at.tableName, 'Old@example.org', new Date().toISOString())).toEqual([id])
  const [word] = await wordHashes(at.tableName, ['ям'])
  expect(await at.get(searchKeys.words(id, 'M1'))).toMatchObject({ words: [word], ttl })
  expect(rebuild().filter((line) => line.startsWith(id))).toEqual([])
}, 60_000)

it('what was not counted is, once: all of a case without marks, its own figures where its clocks were counted', async () => {
  const { id } = await write(at.tableName, [submit, assign])
  const received = async () => {
    const item = await at.get(figureKeys.caseCounter('2026-03-02', ['form', 'roads.pothole', 'north']))
    return Number(item?.['received'] ?? 0)
  }
  const clocks = async () => {
    const item = await at.get(figureKeys.counter('2026-03-02', ['assignment', undefined, 'roads.pothole', 'north']))
    return Number(item?.['ended'] ?? 0)
  }
  rebuild()
  const [cases, ended] = [await received(), await clocks()]
  const mark = (await at.get(keys.counted(id, 2)))!
  expect(mark).toEqual({ ...keys.counted(id, 2), v: 2 })
  // As it was marked before there were counters of cases.
  await at.put(keys.counted(id, 2))
  expect(rebuild('--dry-run')).toContain(`${id}: events that were not counted: 1`)
  expect(rebuild()).toContain(`${id}: events that were not counted: 1`)
  expect([await received(), await clocks(), await at.get(keys.counted(id, 2))]).toEqual([cases + 1, ended, mark])
  expect(rebuild()).not.toContain(`${id}: events that were not counted: 1`)
  expect(await received()).toBe(cases + 1)
}, 60_000)

it('a case that was changed meanwhile is left to whoever changed it', async () => {
  const { id } = await write(at.tableName, [submit])
  await at.put({ ...(await snapshot(id)), fold: 1 })
  const stale = (await findStale(at.tableName, id, monday))!
  await setCheck(at.tableName, id, 1, 1, later(monday, 1_000))
  expect(await rewrite(at.tableName, stale, monday)).toBe(false)
  await at.put({ ...(await snapshot(id)), settled: 0, version: 2 })
  expect(await rewrite(at.tableName, stale, monday)).toBe(false)
  expect((await snapshot(id))['fold']).toBe(1)
})
