// Comments in a real table: kept once, screened once of many at once, listed while they wait, gone when their time is over, and counted all the while.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Comment, withVersion } from '../../functions/case/comment.ts'
import { keepComment, keepPost, loadComment, screen } from '../../functions/store/comments.ts'
import { commentDays, commentsOf, waitingComments } from '../../functions/store/listed-comments.ts'
import { commentKeys } from '../../functions/store/table.ts'
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
  expect((await waitingComments(t.tableName)).map(({ name }) => name)).toEqual(['1'])
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
  const listed = await waitingComments(t.tableName)
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
