// The event feed: whatever cases are told of, how often and in which order, and whoever meets at its end, it has each event once, each
// case in its order, without a gap.
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { FeedEntry, FeedEvent } from '../../functions/case/feed.ts'
import { appendToFeed, FEED_DAYS, feedAfter, feedHead, feedStart, fedUpTo } from '../../functions/store/feed.ts'
import { feedKeys, table } from '../../functions/store/table.ts'
import { createTable } from '../../tools/create-table.ts'
import { startTable, type TestTable } from './a-table.ts'
import { monday } from './lives.ts'

let at: TestTable
let names = 0
beforeAll(async () => {
  at = await startTable()
})
afterAll(() => at.end())
afterEach(() => void vi.restoreAllMocks())

const random = (bytes: number) => new Uint8Array(bytes)
const fresh = async () => {
  const tableName = `${at.tableName}-${(names += 1)}`
  await createTable(tableName)
  return tableName
}
const eventsOf = (caseId: string, from: number, to: number): FeedEvent[] =>
  Array.from({ length: to - from }, (_, index) => ({
    ...{ caseId, seq: from + index + 1, type: 'added', at: monday, status: 'assigned' },
  }))
/** As `record` does. */
const feed = async (tableName: string, caseId: string, upTo: number, now = monday) => {
  for (let after = await fedUpTo(tableName, caseId); after < upTo; after = await fedUpTo(tableName, caseId))
    await appendToFeed({ tableName, at: now, random }, [{ caseId, after, upTo, events: eventsOf(caseId, after, upTo) }])
}
const whole = async (tableName: string) => {
  const head = await feedHead(tableName)
  return head ? feedAfter(tableName, head, 0, 1_000_000) : []
}
const seqsOf = (entries: readonly FeedEntry[], caseId: string) =>
  entries.filter((entry) => entry.caseId === caseId).map(({ seq }) => seq)

it('has every event of every case once, in order and without a gap, however it is told', async () => {
  const told = fc.array(fc.record({ caseId: fc.constantFrom('A', 'B', 'C'), upTo: fc.integer({ min: 1, max: 6 }) }), {
    minLength: 1,
    maxLength: 12,
  })
  await fc.assert(
    fc.asyncProperty(told, async (messages) => {
      const tableName = await fresh()
      // All at once, and some again afterwards.
      await Promise.all(messages.map(({ caseId, upTo }) => feed(tableName, caseId, upTo)))
      await Promise.all(messages.map(({ caseId, upTo }) => feed(tableName, caseId, upTo)))
      const entries = await whole(tableName)
      expect(entries.map(({ position }) => position)).toEqual(entries.map((_, index) => index + 1))
      for (const one of ['A', 'B', 'C']) {
        const last = Math.max(0, ...messages.filter(({ caseId }) => caseId === one).map(({ upTo }) => upTo))
        expect(seqsOf(entries, one)).toEqual(Array.from({ length: last }, (_, index) => index + 1))
      }
      expect((await feedHead(tableName))!.last).toBe(entries.length)
    }),
    { numRuns: 15 },
  )
})

describe('whoever reads page by page', () => {
  it('meets each entry once, over the border of two partitions', async () => {
    const tableName = await fresh()
    await feed(tableName, 'A', 1)
    const head = (await feedHead(tableName))!
    const near = 9_997
    await table.send(
      new PutCommand({
        TableName: tableName,
        Item: { ...feedKeys.feedHead, ...head, last: near },
      }),
    )
    for (const caseId of ['B', 'C', 'D']) await feed(tableName, caseId, 2)
    const seen: string[] = []
    let place = near
    for (let page = 0; page < 4; page += 1) {
      const entries = await feedAfter(tableName, (await feedHead(tableName))!, place, 2)
      seen.push(...entries.map(({ caseId, seq }) => `${caseId}${seq}`))
      place = entries.at(-1)?.position ?? place
    }
    expect([seen, place]).toEqual([['B1', 'B2', 'C1', 'C2', 'D1', 'D2'], near + 6])
  })

  it('stops before a gap: what is being written this moment is not passed over', async () => {
    const tableName = await fresh()
    for (const caseId of ['A', 'B', 'C']) await feed(tableName, caseId, 1)
    await table.send(new DeleteCommand({ TableName: tableName, Key: feedKeys.feedEntry(2) }))
    const head = (await feedHead(tableName))!
    expect((await feedAfter(tableName, head, 0, 10)).map(({ caseId }) => caseId)).toEqual(['A'])
    expect(await feedAfter(tableName, head, 1, 10)).toEqual([])
  })
})

it('begins at a day, or at the oldest that is kept', async () => {
  const tableName = await fresh()
  const day = (days: number) => new Date(Date.parse(monday) + days * 86_400_000).toISOString()
  await feed(tableName, 'A', 2, day(0))
  await feed(tableName, 'B', 1, day(3))
  // A clock that is behind opens no day again.
  await feed(tableName, 'C', 1, day(2))
  const head = (await feedHead(tableName))!
  const start = (since: string, now: string) => feedStart(tableName, head, since, now)
  expect(head).toMatchObject({ last: 4, day: '2026-03-05' })
  expect([
    await start('', day(4)),
    await start('2026-03-02', day(4)),
    await start('2026-03-03', day(4)),
    await start('2026-03-06', day(4)),
    await start('', day(FEED_DAYS + 1)),
    await start('', day(FEED_DAYS + 4)),
  ]).toEqual([0, 0, 2, 4, 2, 4])
})

describe('two that meet at its end', () => {
  const refused = (...codes: string[]) =>
    new TransactionCanceledException({
      message: 'cancelled',
      $metadata: {},
      CancellationReasons: codes.map((Code) => ({ Code })),
    })
  const one = { caseId: 'A', after: 0, upTo: 1, events: eventsOf('A', 0, 1) }
  const other = { caseId: 'B', after: 0, upTo: 2, events: eventsOf('B', 0, 2) }
  const append = async (...feedings: (typeof one)[]) => {
    const entriesOf = await appendToFeed({ tableName: 'table', at: monday, random }, feedings)
    return [...entriesOf.values()].flat().map(({ caseId, position }) => `${caseId} ${position}`)
  }
  const head = { Item: { feed: '00000000', last: 7, day: '2026-03-02' } } as never

  it('try again behind each other', async () => {
    const send = vi.spyOn(table, 'send')
    send.mockResolvedValueOnce(head).mockRejectedValueOnce(refused('None', 'ConditionalCheckFailed', 'None'))
    send.mockResolvedValueOnce({ Item: { feed: '00000000', last: 9, day: '2026-03-02' } } as never)
    send.mockResolvedValueOnce({} as never)
    expect(await append(one)).toEqual(['A 10'])
  })

  it('or find that the other did the same', async () => {
    vi.spyOn(table, 'send').mockResolvedValueOnce(head).mockRejectedValueOnce(refused('ConditionalCheckFailed', 'None'))
    expect(await append(one)).toEqual([])
  })

  it('of one case alone: the others go on without it', async () => {
    const send = vi.spyOn(table, 'send')
    send.mockResolvedValueOnce(head).mockRejectedValueOnce(refused('ConditionalCheckFailed', 'None', 'None', 'None'))
    send.mockResolvedValueOnce({ Item: { feed: '00000000', last: 8, day: '2026-03-02' } } as never)
    send.mockResolvedValueOnce({} as never)
    expect(await append(one, other)).toEqual(['B 9', 'B 10'])
  })

  it('then leave it to the queue', async () => {
    const send = vi.spyOn(table, 'send')
    for (let tries = 0; tries < 20; tries += 1)
      send.mockResolvedValueOnce(head).mockRejectedValueOnce(refused('None', 'TransactionConflict'))
    await expect(append(one)).rejects.toThrow('cancelled')
  })

  it('but what is refused for another reason is not asked twice', async () => {
    const send = vi.spyOn(table, 'send')
    send.mockResolvedValueOnce(head).mockRejectedValueOnce(refused('None', 'None', 'ValidationError'))
    await expect(append(one)).rejects.toThrow('cancelled')
    expect(send).toHaveBeenCalledTimes(2)
  })
})
