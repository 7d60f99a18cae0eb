// The index of words: what is found is what a plain comparison finds, page by page; the table shows no word; what is erased leaves nothing,
// also when it is erased while its words are being written; what the table leaves over is written, or the message comes again.
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb'
import * as fc from 'fast-check'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { ttlAfter } from '../../functions/store/expiry.ts'
import { casesWithWords } from '../../functions/store/find-words.ts'
import { keys, searchKeys, table } from '../../functions/store/table.ts'
import { forgetWords, indexMessages, wordHashes } from '../../functions/store/word-index.ts'
import { neighboursByWords } from '../../functions/store/word-neighbours.ts'
import { writeMany } from '../../functions/store/write-many.ts'
import { startTable, type TestTable } from './a-table.ts'

const at = '2026-03-02T07:00:00.000Z'
const ttl = ttlAfter(at, 30)
let on: TestTable
beforeAll(async () => {
  on = await startTable()
})
afterEach(() => void vi.restoreAllMocks())
afterAll(() => on.end())

const message = (caseId: string, text: string, messageId = 'M1') =>
  on.put({ ...keys.personal(caseId, messageId), messageId, text, ttl })
const pause = () => Promise.resolve()
const index = async (...messages: (readonly [caseId: string, messageId: string])[]) =>
  indexMessages(
    on.tableName,
    messages.map(([caseId, messageId]) => ({ caseId, messageId })),
    at,
    pause,
  )
const search = { first: '99-', last: '99-~', limit: 5, at }
const find = async (...stems: string[]) =>
  (await casesWithWords({ ...search, tableName: on.tableName, stems, limit: 50 })).caseIds
const letters = (index: number) =>
  `99-2603${String(1 + (index % 9)).padStart(2, '0')}-${String(index).padStart(5, '0')}`

/** Every case that has all of the words, asked for page by page; no page may keep one waiting for ever. */
async function walk(stems: readonly string[], limit: number, most: number): Promise<string[]> {
  const found: string[] = []
  let after: string | undefined
  for (let pages = 0; pages <= most; pages += 1) {
    const page = await casesWithWords({ ...search, tableName: on.tableName, stems, limit, after })
    found.push(...page.caseIds)
    if (!page.next) return found
    expect(page.next).not.toBe(after)
    after = page.next
  }
  throw new Error('The pages do not end.')
}

it('finds the cases that have all of the words, the newest first, each once, whatever the pages are', async () => {
  let world = 0
  const cases = fc.array(fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1 }), { maxLength: 25 })
  await fc.assert(
    fc.asyncProperty(
      cases,
      fc.integer({ min: 1, max: 7 }),
      fc.integer({ min: 1, max: 3 }),
      async (all, limit, count) => {
        world += 1
        const named = (word: string) => `${word}${world}`
        const wanted = ['a', 'b', 'c'].slice(0, count).map(named)
        const writes = await Promise.all(
          all.map(async (words, index) => {
            const hashes = await wordHashes(on.tableName, words.map(named))
            return hashes.map((hash) => ({ PutRequest: { Item: { ...searchKeys.word(hash, letters(index)), ttl } } }))
          }),
        )
        await writeMany(on.tableName, writes.flat())
        const expected = all.flatMap((words, index) =>
          wanted.every((one) => words.map(named).includes(one)) ? [letters(index)] : [],
        )
        expect(await walk(wanted, limit, all.length + 2)).toEqual(expected.sort().reverse())
      },
    ),
    { numRuns: 25 },
  )
})

it('looks through a bounded part of very common words, says so, and goes on from there', async () => {
  const [even, odd, both] = await wordHashes(on.tableName, ['even', 'odd', 'both'])
  const ids = Array.from({ length: 3_000 }, (_, index) => `99-260302-${String(index).padStart(5, '0')}`)
  const rows = ids.map((id, index) => ({ ...searchKeys.word(index % 2 ? odd! : even!, id), ttl }))
  const met = [even!, odd!].map((hash) => ({ ...searchKeys.word(hash, '99-260301-00000'), ttl }))
  await writeMany(
    on.tableName,
    [...rows, ...met, ...ids.map((id) => ({ ...searchKeys.word(both!, id), ttl }))].map((Item) => ({
      PutRequest: { Item },
    })),
  )
  const send = vi.spyOn(table, 'send')
  const one = await casesWithWords({ ...search, tableName: on.tableName, stems: ['even', 'odd'] })
  expect(send.mock.calls.length).toBeLessThan(30)
  // Neither is in the other's list: one read after another passes what lies between.
  expect(await walk(['even', 'odd'], 5, 60)).toEqual(['99-260301-00000'])
  expect(one.caseIds.length).toBeLessThanOrEqual(1)
  // A page of what all have costs one read, not as many as there are.
  send.mockClear()
  expect((await casesWithWords({ ...search, tableName: on.tableName, stems: ['both'] })).caseIds).toEqual(
    ids.slice(-5).reverse(),
  )
  expect(send.mock.calls.length).toBe(1)
})

it('is led by a rare word to where it is, through few keys of a common one', async () => {
  const [common, rare] = await wordHashes(on.tableName, ['common', 'rare'])
  const ids = Array.from({ length: 2_000 }, (_, index) => `99-260304-${String(index).padStart(5, '0')}`)
  const rows = [...ids.map((id) => searchKeys.word(common!, id)), searchKeys.word(rare!, ids[700]!)]
  await writeMany(
    on.tableName,
    rows.map((key) => ({ PutRequest: { Item: { ...key, ttl } } })),
  )
  const send = vi.spyOn(table, 'send')
  expect(await find('common', 'rare')).toEqual([ids[700]])
  const read = (await Promise.all(send.mock.results.map(({ value }) => value as Promise<{ Count?: number }>))).map(
    ({ Count = 0 }) => Count,
  )
  expect(read).toEqual([25, 1, 50])
})

it('keeps to the days that are asked for', async () => {
  for (const id of ['99-260301-AAAAA', '99-260302-AAAAA', '99-260303-AAAAA']) {
    await message(id, 'Упал светофор')
    await index([id, 'M1'])
  }
  const between = (first: string, last: string) =>
    casesWithWords({
      ...search,
      tableName: on.tableName,
      stems: ['светофор'],
      first: `99-${first}`,
      last: `99-${last}~`,
    })
  expect(await between('260302', '260302')).toEqual({ caseIds: ['99-260302-AAAAA'] })
  expect((await between('260302', '')).caseIds).toEqual(['99-260303-AAAAA', '99-260302-AAAAA'])
  expect((await between('', '260302')).caseIds).toEqual(['99-260302-AAAAA', '99-260301-AAAAA'])
})

it('shows no word in the table, and keeps each as long as its message', async () => {
  await message('99-260302-CANRY', 'Канарейка сидит на проводе')
  expect(await index(['99-260302-CANRY', 'M1'])).toEqual([3])
  const [hash] = await wordHashes(on.tableName, ['канарейк'])
  const list = (await on.get(searchKeys.words('99-260302-CANRY', 'M1')))!
  expect([list['words'], list['ttl']]).toEqual([expect.arrayContaining([hash]), ttl])
  expect(JSON.stringify(list)).not.toMatch(/канар|провод/i)
  expect(await on.get(searchKeys.word(hash!, '99-260302-CANRY'))).toEqual({
    ...searchKeys.word(hash!, '99-260302-CANRY'),
    ttl,
  })
  const late = { ...search, tableName: on.tableName, stems: ['канарейк'], at: '2026-05-02T07:00:00.000Z' }
  expect([await find('канарейк'), (await casesWithWords(late)).caseIds]).toEqual([['99-260302-CANRY'], []])
})

it('is the same however often it is told, and lets a second message be found too', async () => {
  await message('99-260302-TWICE', 'Затопило подвал')
  for (const _ of [1, 2]) await index(['99-260302-TWICE', 'M1'])
  await message('99-260302-TWICE', 'И гараж', 'M2')
  await index(['99-260302-TWICE', 'M2'])
  expect(await find('подва', 'гараж')).toEqual(['99-260302-TWICE'])
})

it('what is erased is found by none of its words, and told again changes nothing', async () => {
  const id = '99-260302-ERASE'
  await message(id, 'Синица поёт')
  await index([id, 'M1'])
  await on.put({ ...keys.personal(id, 'M1'), ttl: ttlAfter(at, -1) })
  await forgetWords(on.tableName, id, at)
  const gone = async () => [await find('синиц'), (await on.get(searchKeys.words(id, 'M1')))?.['words']]
  expect(await gone()).toEqual([[], undefined])
  // The event of the message itself comes late, once more.
  expect(await index([id, 'M1'])).toEqual([0])
  expect(await gone()).toEqual([[], undefined])
})

it('what is erased while its words are being written is found by none of them either', async () => {
  const id = '99-260302-RACES'
  await message(id, 'Снегирь прилетел')
  const send = table.send.bind(table) as (command: unknown) => Promise<unknown>
  const spy = vi.spyOn(table, 'send').mockImplementation((async (command: unknown) => {
    if (command instanceof BatchWriteCommand) {
      spy.mockRestore()
      await on.put({ ...keys.personal(id, 'M1'), ttl: ttlAfter(at, -1) })
      await forgetWords(on.tableName, id, at)
    }
    return send(command)
  }) as never)
  await index([id, 'M1'])
  expect([await find('снегир'), (await on.get(searchKeys.words(id, 'M1')))?.['words']]).toEqual([[], undefined])
})

it('of some that are written together keeps one item of a word that two messages of a case share, as long as the later one', async () => {
  const [one, other] = ['99-260302-PAIRA', '99-260302-PAIRB']
  await message(one, 'Грач сидит')
  await on.put({ ...keys.personal(one, 'M2'), messageId: 'M2', text: 'Грач улетел', ttl: ttl + 86_400 })
  await message(other, 'Грач кричит')
  expect(await index([one, 'M2'], [other, 'M1'], [one, 'M1'], [one, 'M3'])).toEqual([2, 2, 2, 0])
  const [hash] = await wordHashes(on.tableName, ['грач'])
  expect(await on.get(searchKeys.word(hash!, one))).toMatchObject({ ttl: ttl + 86_400 })
  expect([await find('грач'), await find('грач', 'улетел'), await find('грач', 'крич')]).toEqual([
    [other, one],
    [one],
    [other],
  ])
})

it('of some that are written together asks for all messages at once, and puts every list before any word', async () => {
  const ids = Array.from({ length: 10 }, (_, one) => `99-260302-MANY${one}`)
  for (const id of ids) await message(id, `Скворец прилетел ${id} к дому`)
  await index([ids[0]!, 'M1'])
  const send = vi.spyOn(table, 'send')
  await index(...ids.map((id) => [id, 'M1'] as const))
  const sent = send.mock.calls.map(([command]) => command.constructor.name)
  expect(sent.slice(0, 12)).toEqual(['BatchGetCommand', ...ids.map(() => 'PutCommand'), 'BatchWriteCommand'])
  expect([sent.at(-1), sent.length]).toEqual(['BatchGetCommand', 14])
})

it('what is erased while words of several are being written is found by none of them, the others are', async () => {
  const [gone, stays] = ['99-260302-RACEA', '99-260302-RACEB']
  for (const id of [gone, stays]) await message(id, 'Дрозд прилетел')
  const send = table.send.bind(table) as (command: unknown) => Promise<unknown>
  const spy = vi.spyOn(table, 'send').mockImplementation((async (command: unknown) => {
    if (command instanceof BatchWriteCommand) {
      spy.mockRestore()
      await on.put({ ...keys.personal(gone, 'M1'), ttl: ttlAfter(at, -1) })
      await forgetWords(on.tableName, gone, at)
    }
    return send(command)
  }) as never)
  await index([gone, 'M1'], [stays, 'M1'])
  expect([await find('дрозд'), (await on.get(searchKeys.words(gone, 'M1')))?.['words']]).toEqual([[stays], undefined])
})

it('what the table leaves over is sent again; what it never takes is an error, so that the event comes again', async () => {
  const send = table.send.bind(table) as (command: unknown) => Promise<unknown>
  let short = 2
  vi.spyOn(table, 'send').mockImplementation((async (command: { input: BatchWriteCommand['input'] }) => {
    const writes = command.input.RequestItems![on.tableName]!
    const [over, taken] = short-- > 0 ? [writes.slice(0, 3), writes.slice(3)] : [[], writes]
    if (taken.length > 0) await send(new BatchWriteCommand({ RequestItems: { [on.tableName]: taken } }))
    return { UnprocessedItems: over.length > 0 ? { [on.tableName]: over } : {} }
  }) as never)
  const hashes = Array.from({ length: 25 }, (_, index) => `left${index}`)
  const writes = hashes.map((hash) => ({ PutRequest: { Item: { ...searchKeys.word(hash, 'X'), ttl } } }))
  await writeMany(on.tableName, writes)
  vi.restoreAllMocks()
  for (const hash of hashes) expect(await on.get(searchKeys.word(hash, 'X'))).toBeDefined()
  vi.spyOn(table, 'send').mockImplementation((() =>
    Promise.resolve({ UnprocessedItems: { [on.tableName]: writes } })) as never)
  await expect(writeMany(on.tableName, writes)).rejects.toThrow('25')
})

it('finds the cases that share most words with one since a day, the most first; none that share few, are older, or were erased', async () => {
  const said = 'контейнеры переполнены пакеты разносят собаки поликлиника'
  const texts = {
    '99-260302-NB000': said,
    '99-260301-NB001': said,
    '99-260215-NB002': 'переполнены контейнеры, разносят пакеты',
    '99-260214-NB003': 'контейнеры переполнены',
    '99-260120-NB004': said,
    '99-260210-NB005': said,
  }
  for (const [id, text] of Object.entries(texts)) {
    await message(id, text)
    await index([id, 'M1'])
  }
  await forgetWords(on.tableName, '99-260210-NB005', at)
  const near = (limit: number) => neighboursByWords(on.tableName, '99-260302-NB000', '2026-01-31', limit, at)
  expect(await near(5)).toEqual(['99-260301-NB001', '99-260215-NB002'])
  expect(await near(1)).toEqual(['99-260301-NB001'])
  expect(await neighboursByWords(on.tableName, '99-260302-NOONE', '2026-01-31', 5, at)).toEqual([])
})
