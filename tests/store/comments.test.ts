// Comments in a real table: kept once, screened once of many at once, listed while they wait, gone when their time is over, and counted all the while.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Comment, withVersion } from '../../functions/case/comment.ts'
import { keepComment, keepPost, loadComment, screen, screeningWrites } from '../../functions/store/comments.ts'
import {
  commentDays,
  commentsOf,
  MOST_COUNTED,
  waitingBefore,
  waitingNow,
  waitingPage,
} from '../../functions/store/listed-comments.ts'
import { commentKeys } from '../../functions/store/table.ts'
import { writeAllIfHold } from '../../functions/store/write-all-if.ts'
import { startTable, type TestTable } from './a-table.ts'

let t: TestTable
beforeAll(async () => {
  t = await startTable()
})
afterAll(() => t.end())

const at = '2026-03-02T07:00:00.000Z'
const after = (days: number) => new Date(Date.parse(at) + days * 86_400_000).toISOString()
const named = (name: string) => ({ channel: 'vk', thread: { on: 'wall-1_2', comment: name }, name })
const begun = (name: string, text = 'Яма', known?: Comment, key = 'first') =>
  withVersion(
    known,
    named(name),
    { key, of: name, at, text, pictures: [], others: [], isEdited: key !== 'first', person: '5' },
    at,
  )!
const keep = async (name: string) => {
  await keepComment(t.tableName, undefined, begun(name), at)
  return (await loadComment(t.tableName, named(name), at))!
}
const pageOf = async (asked: Partial<Parameters<typeof waitingPage>[1]>) => {
  const { listed, ...more } = await waitingPage(t.tableName, { order: 'oldest', most: 20, ...asked })
  return { listed: listed.map(({ name }) => name), ...more }
}
const countsOf = async () =>
  (await commentDays(t.tableName, '2026-03-01')).map(({ date: _, channel: _c, ...counts }) => counts)

it('the same at once is kept once and counted once; whoever comes late reads anew', async () => {
  const tries = Array.from({ length: 5 }, () => keepComment(t.tableName, undefined, begun('1'), at))
  expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1)
  const known = (await loadComment(t.tableName, named('1'), at))!
  const changes = ['a', 'b', 'c'].map((key) => keepComment(t.tableName, known, begun('1', key, known, key), at))
  expect((await Promise.all(changes)).filter(Boolean)).toHaveLength(1)
  expect(await countsOf()).toEqual([{ came: 1, problem: 0, thanks: 0, spam: 0, 'off topic': 0 }])
})

it('is screened once, whoever says what; the list has it no more', async () => {
  const known = await keep('2')
  const says = (['thanks', 'spam', 'off topic'] as const).map((as, index) =>
    screen(t.tableName, known, { as, who: `moderator-${index}`, at }, [{ pk: `J#${index}`, sk: 'x' } as never]),
  )
  const done = await Promise.all(says)
  expect(done.filter(Boolean)).toHaveLength(1)
  const noted = await Promise.all([0, 1, 2].map((index) => t.get({ pk: `J#${index}`, sk: 'x' })))
  // Noted is what was done, and nothing else.
  expect(noted.map((one) => one !== undefined)).toEqual(done)
  const index = done.indexOf(true)
  expect(await loadComment(t.tableName, named('2'), at)).toMatchObject({ who: `moderator-${index}` })
  expect((await pageOf({})).listed).toEqual(['1'])
  const [counts] = await countsOf()
  expect(counts!.came).toBe(2)
  expect((counts!.thanks ?? 0) + (counts!.spam ?? 0) + (counts!['off topic'] ?? 0)).toBe(1)
})

it('what was corrected since it was shown is not screened', async () => {
  const shown = await keep('3')
  await keepComment(t.tableName, shown, begun('3', 'Ямы', shown, 'second'), at)
  expect(await screen(t.tableName, shown, { as: 'spam', who: 'm', at }, [])).toBe(false)
  expect(await loadComment(t.tableName, named('3'), at)).toMatchObject({ state: 'waiting', rev: 2 })
})

it('stands with what it is under, and is absent after two weeks, though its item is there', async () => {
  await keepPost(t.tableName, { channel: 'vk', on: 'wall-1_2', text: 'Ремонт' }, at)
  const { listed } = await waitingPage(t.tableName, { order: 'oldest', most: 20 })
  const shown = async (when: string) =>
    (await commentsOf(t.tableName, listed, when, async () => {})).map(({ comment, post }) => [comment.name, post])
  expect(await shown(after(14))).toEqual([
    ['1', 'Ремонт'],
    ['3', 'Ремонт'],
  ])
  expect(await shown(after(15))).toEqual([])
  expect(await loadComment(t.tableName, named('1'), after(15))).toBe(undefined)
  expect(await t.get(commentKeys.comment('vk', 'wall-1_2', '1'))).toMatchObject({ versions: {} })
  // Left alone: three came, one was screened.
  const [counts] = await countsOf()
  const screened = (counts!.thanks ?? 0) + (counts!.spam ?? 0) + (counts!['off topic'] ?? 0)
  expect(counts!.came! - screened).toBe(2)
})

it('a page of those that wait is asked for from either end, of a page or a thread, and says where the next one begins', async () => {
  const write = async (channel: string, on: string, name: string, minute: number) => {
    const when = `2026-03-02T06:0${minute}:00.000Z`
    const version = { key: name, of: name, at: when, text: 'Яма', pictures: [], others: [], isEdited: false }
    const comment = withVersion(undefined, { channel, thread: { on, comment: name }, name }, version, when)!
    await keepComment(t.tableName, undefined, comment, when)
  }
  await write('max', 'mid.1', 'a', 1)
  await write('max', 'mid.2', 'b', 2)
  await write('max', 'mid.1', 'c', 3)
  const first = await pageOf({ most: 2 })
  expect(first.listed).toEqual(['a', 'b'])
  const second = await pageOf({ most: 2, after: first.next! })
  expect([second.listed, second.next !== undefined]).toEqual([['c', '1'], true])
  expect(await pageOf({ most: 2, after: second.next! })).toEqual({ listed: ['3'] })
  expect((await pageOf({ order: 'newest', most: 3 })).listed).toEqual(['3', '1', 'c'])
  expect(await pageOf({ channel: 'max', order: 'newest' })).toEqual({ listed: ['c', 'b', 'a'] })
  expect(await pageOf({ channel: 'max', on: 'mid.1' })).toEqual({ listed: ['a', 'c'] })
  expect(await waitingNow(t.tableName)).toEqual({ count: 5, isWhole: true, oldest: '2026-03-02T06:01:00.000Z' })
  expect(await waitingBefore(t.tableName, '2026-03-02T06:03:00.000Z')).toBe(2)
})

it('more than are counted are told so, and looked through a part at a time', async () => {
  const items = Array.from({ length: MOST_COUNTED }, (_, index) => ({
    ...commentKeys.comment('telegram', '-100', String(index)),
    ...{ worklist: 'comments', workDue: `2026-03-01T00:00:00.000Z#telegram#-100#${index}` },
  }))
  for (const item of items) await t.put(item)
  expect(await waitingNow(t.tableName)).toMatchObject({ count: MOST_COUNTED, isWhole: false })
  const part = await pageOf({ channel: 'max' })
  expect([part.listed, part.next !== undefined]).toEqual([[], true])
  expect(await pageOf({ channel: 'max', after: part.next! })).toEqual({ listed: ['a', 'b', 'c'] })
})

it('what a comment is under names the cases that came of it, whatever is said of it later', async () => {
  const known = (await loadComment(t.tableName, named('1'), at))!
  const writes = screeningWrites(t.tableName, [known], { as: 'problem', who: 'm', at, caseId: '95-260302-AAAAA' })
  expect(await writeAllIfHold(writes.map(({ write }) => write))).toBe(true)
  await keepPost(t.tableName, { channel: 'vk', on: 'wall-1_2', text: 'Ремонт дороги' }, at)
  const { listed } = await waitingPage(t.tableName, { order: 'newest', most: 1 })
  const [shown] = await commentsOf(t.tableName, listed, at, async () => {})
  expect([shown!.post, shown!.cases]).toEqual(['Ремонт дороги', ['95-260302-AAAAA']])
})
