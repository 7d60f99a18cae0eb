// What happens on an official page is counted once, whatever order it is told in, however often, and by however many at once.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { answered, commented, dismissed, posted } from '../../functions/store/page-facts.ts'
import { noteSeen, pageHead } from '../../functions/store/page-heads.ts'
import { daysOfPage, daysOfPages, pageHeads, waitingComments } from '../../functions/store/pages.ts'
import { startTable, type TestTable } from './a-table.ts'

let at: TestTable
beforeAll(async () => {
  at = await startTable()
})
afterAll(() => at.end())

const told = (page: string, instant: string) => {
  return { tableName: at.tableName, timeZone: 'Europe/Moscow', page, at: instant }
}
const countsOf = async (page: string, date = '2026-03-02') =>
  (await daysOfPage(at.tableName, page, [date]))[0]?.counts ?? {}
const waitingOn = async (page: string) =>
  (await waitingComments(at.tableName, '2026-03-10T00:00:00.000Z')).waiting.filter((one) => one.page === page)

it('a post counts once, on the day of its place, and the newest is remembered', async () => {
  const [late, early] = ['2026-03-02T22:30:00.000Z', '2026-03-02T05:00:00.000Z']
  expect(await posted({ ...told('posts', late), post: 'b' })).toBe(true)
  expect(await posted({ ...told('posts', early), post: 'a' })).toBe(true)
  expect(await posted({ ...told('posts', early), post: 'a' })).toBe(false)
  expect([await countsOf('posts'), await countsOf('posts', '2026-03-03')]).toEqual([{ posts: 1 }, { posts: 1 }])
  expect(await pageHead(at.tableName, 'posts')).toEqual({ page: 'posts', since: late, lastPostAt: late })
})

it('a comment waits until it is answered; the answer may be heard before it, and again', async () => {
  const [written, replied] = ['2026-03-02T07:00:00.000Z', '2026-03-02T10:00:00.000Z']
  for (const page of ['in-order', 'answer-first']) {
    const facts = [
      () => commented({ ...told(page, written), comment: '1', by: 'anna' }),
      () => answered({ ...told(page, replied), comment: '1' }),
    ]
    if (page === 'answer-first') facts.reverse()
    const done = []
    for (const fact of [...facts, ...facts]) done.push(await fact())
    expect(done).toEqual([true, true, false, false])
    expect(await countsOf(page)).toEqual({ comments: 1, answered: 1, in4: 1, in8: 1, in24: 1, c180: 1 })
    expect(await waitingOn(page)).toEqual([])
  }
})

it('many at once lose nothing, and one comment told by all of them is one', async () => {
  const written = '2026-03-02T07:00:00.000Z'
  const same = Array.from({ length: 4 }, () => commented({ ...told('busy', written), comment: 'same', by: 'anna' }))
  expect((await Promise.all(same)).filter(Boolean)).toHaveLength(1)
  const others = ['a', 'b', 'c'].map((comment) => commented({ ...told('busy', written), comment, by: comment }))
  expect(await Promise.all(others)).toEqual([true, true, true])
  expect(await countsOf('busy')).toEqual({ comments: 4 })
  expect(await waitingOn('busy')).toHaveLength(4)
})

it('who writes again is counted once; what needs no answer waits for none', async () => {
  const write = (comment: string, hour: number) =>
    commented({ ...told('again', `2026-03-02T0${hour}:00:00.000Z`), comment, by: 'anna' })
  for (const [index, comment] of ['a', 'b', 'c'].entries()) await write(comment, index + 5)
  await dismissed({ ...told('again', '2026-03-02T09:00:00.000Z'), comment: 'b' })
  expect(await countsOf('again')).toEqual({ comments: 3, dismissed: 1, repeats: 1 })
  expect(await waitingOn('again')).toEqual([
    { page: 'again', at: '2026-03-02T05:00:00.000Z' },
    { page: 'again', at: '2026-03-02T07:00:00.000Z' },
  ])
})

it('no name and no words are kept: of an author the keyed hash that was given, for a month', async () => {
  expect(await at.get({ pk: 'V#again', sk: 'A#anna' })).toEqual({
    ...{ pk: 'V#again', sk: 'A#anna', lastAt: '2026-03-02T07:00:00.000Z', countedAt: '2026-03-02T06:00:00.000Z', v: 3 },
    ttl: Date.parse('2026-03-02T07:00:00.000Z') / 1000 + 31 * 86_400,
  })
})

it('what a network says of a page is remembered until it says something else; a refusal ends with the next word', async () => {
  const see = (day: number, seen: Parameters<typeof noteSeen>[3]) =>
    noteSeen(at.tableName, 'seen', `2026-03-0${day}T07:00:00.000Z`, seen)
  await see(1, { refused: true })
  await see(2, { subscribers: 7, widgets: ['https://pos.gosuslugi.ru/form/'], contacts: true })
  await see(3, {})
  expect((await pageHeads(at.tableName)).get('seen')).toEqual({
    ...{ page: 'seen', since: '2026-03-01T07:00:00.000Z', checkedAt: '2026-03-03T07:00:00.000Z' },
    ...{ subscribers: 7, widgets: ['https://pos.gosuslugi.ru/form/'], contacts: true },
  })
})

it('all pages of a day are read together', async () => {
  const pages = (await daysOfPages(at.tableName, ['2026-03-01', '2026-03-02'])).map(({ page }) => page)
  expect(pages.toSorted()).toEqual(['again', 'answer-first', 'busy', 'in-order', 'posts'])
})
