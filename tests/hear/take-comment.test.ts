// An album is one comment, in whatever order its photos come; after it became a case, what comes late of it goes there, and what made it comes to nothing.
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { saidIn } from '../../functions/case/comment.ts'
import type { Hearing } from '../../functions/hear/hearing.ts'
import { takePictures } from '../../functions/hear/pictures.ts'
import { takeCommented } from '../../functions/hear/take-comment.ts'
import type { Commented } from '../../functions/networks/network.ts'
import { telegram } from '../../functions/networks/telegram.ts'
import { loadComment, screeningWrites } from '../../functions/store/comments.ts'
import { handle } from '../../functions/store/handle.ts'
import { waitingPage } from '../../functions/store/listed-comments.ts'
import { writeAllIfHold } from '../../functions/store/write-all-if.ts'
import { littleRegion } from '../little-region.ts'
import { startTable, type TestTable } from '../store/a-table.ts'

vi.mock('../../functions/edge/environment.ts', () => ({ environmentIfSet: () => 'Photos' }))
vi.mock('../../functions/store/handle.ts', () => ({ handle: vi.fn() }))
vi.mock('../../functions/store/load.ts', () => ({
  loadCase: () => Promise.resolve({ state: { language: 'ru', status: 'assigned', regime: 'message' } }),
}))
vi.mock('../../functions/hear/pictures.ts', () => ({ takePictures: vi.fn() }))

let t: TestTable
beforeAll(async () => {
  t = await startTable()
})
afterAll(() => t.end())
beforeEach(() => {
  vi.mocked(handle)
    .mockReset()
    .mockResolvedValue({ outcome: 'done' } as never)
  vi.mocked(takePictures).mockReset()
})

const at = '2026-03-02T07:00:00.000Z'
const caseId = '99-260302-AAAAA'
const thread = { on: '-1001', comment: '8', album: 'g' }
const named = { channel: 'telegram', thread, name: 'album.g' }
const part = (id: number, caption?: string, edited = false): Commented => {
  const message = {
    ...{ message_id: id, date: Date.parse(at) / 1000, from: { id: 5 }, chat: { id: -1001, type: 'supergroup' } },
    ...{ message_thread_id: 3, photo: [{ file_id: `f${id}` }], media_group_id: 'g' },
    ...(caption !== undefined && { caption }),
    ...(edited && { edit_date: Date.parse(at) / 1000 + 60 }),
  }
  return telegram.hear(edited ? { edited_message: message } : { message }) as Commented
}
const take = (heard: Commented) => {
  const channel = { id: 'telegram', network: 'telegram', account: 'bot' }
  const hearing = { tableName: t.tableName, region: littleRegion(), channel, key: heard.key, at } as unknown as Hearing
  return takeCommented(hearing, heard)
}
const added = () => vi.mocked(handle).mock.calls.map(([{ command, items }]) => [command.type, items?.[0]?.['text']])

it('is one line of the list, answered below the photo that has the words', async () => {
  for (const heard of [part(7), part(8, 'Яма на Садовой 5'), part(9), part(7)]) await take(heard)
  expect((await waitingPage(t.tableName, { order: 'oldest', most: 5 })).listed.map(({ name }) => name)).toEqual([
    'album.g',
  ])
  const comment = (await loadComment(t.tableName, named, at))!
  expect(comment.thread).toMatchObject({ comment: '8', album: 'g', link: 'https://t.me/c/1/8?thread=3' })
  expect(saidIn(comment)).toMatchObject({
    text: 'Яма на Садовой 5',
    pictures: ['f7', 'f8', 'f9'].map((fileId) => ({ fileId })),
  })
})

it('is corrected as one: what it said before stays', async () => {
  await take(part(8, 'Яма на Садовой 6', true))
  expect(saidIn((await loadComment(t.tableName, named, at))!)).toMatchObject({
    ...{ text: 'Яма на Садовой 6', earlier: ['Яма на Садовой 5'] },
  })
})

it('as a case: a photo that comes late goes there, words and corrections are added, what made it comes to nothing', async () => {
  const comment = (await loadComment(t.tableName, named, at))!
  const writes = screeningWrites(t.tableName, [comment], { as: 'problem', who: 'm', at, caseId })
  expect(await writeAllIfHold(writes.map(({ write }) => write))).toBe(true)
  for (const heard of [part(7), part(8, 'Яма на Садовой 5')])
    expect(await take(heard)).toEqual({ caseId, outcome: 'repeated' })
  expect([added(), vi.mocked(takePictures).mock.calls]).toEqual([[], []])
  expect(await take(part(10))).toEqual({ caseId, outcome: 'pictures' })
  expect(vi.mocked(takePictures).mock.calls.map(([, pictures, of]) => [pictures, of])).toEqual([
    [[{ fileId: 'f10' }], caseId],
  ])
  await take(part(11, 'И вот ещё.'))
  await take(part(8, 'Яма на Садовой 7', true))
  expect(added()).toEqual([
    ['AddWords', 'И вот ещё.'],
    ['AddWords', '[Житель исправил своё сообщение. Теперь оно такое:]\n\nЯма на Садовой 7'],
  ])
})
