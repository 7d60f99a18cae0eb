// Faults put into what is put on record: repetition, disorder, a crash between writing and acknowledging, two that meet in
// one counter, a message that was lost. Every clock is counted, every event stands in the feed, and none twice.
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { DeleteCommand, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { countAll } from '../../functions/store/count.ts'
import type { FeedEntry } from '../../functions/case/feed.ts'
import { feedKeys, figureKeys, type Key, keys, table } from '../../functions/store/table.ts'
import { regionAtWork, type RegionAtWork } from '../journeys/region-at-work.ts'

const MINUTE = 60_000
let work: RegionAtWork

beforeAll(async () => {
  work = await regionAtWork('2026-03-02T07:00:00Z', undefined, false)
})
afterAll(() => work.end())
afterEach(() => void vi.restoreAllMocks())

const topic = () => work.region.topics.find((one) => !one.important && !one.season)!.id
const submit = async () => {
  const reply = await work.post({ text: 'Не горит фонарь.', topic: topic(), municipality: 'groznyy' })
  return ((await reply.json()) as { id: string }).id
}
const read = async (Key: Key) => {
  await work.engine.idle()
  const { Item } = await work.document.send(new GetCommand({ TableName: work.tableName, Key }))
  return (Item ?? {}) as Record<string, number>
}
const counter = (clock = 'assignment') => read(figureKeys.counter('2026-03-02', [clock, undefined, topic(), 'groznyy']))
const cases = async (date: string) => {
  const { pk: _, sk: __, ...counts } = await read(figureKeys.caseCounter(date, ['api', topic(), 'groznyy']))
  return counts
}
/** The event that assigned a case, which ended the assignment clock. */
const assigned = (caseId: string) => ({ v: 1, caseId, seq: 2 })
const count = (...bodies: unknown[]) => {
  const Records = bodies.map((body, index) => ({ messageId: `message-${index}`, body: JSON.stringify(body) }))
  return work.engine.function('Record').invoke({ Records }) as Promise<{ batchItemFailures: unknown[] }>
}

describe('counting', () => {
  it('happens once for an event, whenever and however often it is asked', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, submit))
    const asked = ids.map(assigned)
    await Promise.all([count(...asked), count(...asked.toReversed()), ...asked.map((one) => count(one, one))])
    expect(await counter()).toMatchObject({ ended: 12, onTime: 12, w15: 12 })
    expect([await cases('2026-03-02'), await cases('now')]).toEqual([{ received: 12 }, { open: 12 }])
  })

  it('of a message that comes again after a crash changes nothing', async () => {
    const caseId = await submit()
    const before = await counter()
    expect((await count(assigned(caseId))).batchItemFailures).toEqual([])
    expect(await counter()).toEqual(before)
  })

  it('of an event that ended nothing writes nothing, of one that is not there is asked again', async () => {
    const caseId = await submit()
    const before = await counter()
    const { batchItemFailures } = await count({ v: 1, caseId, seq: 1 }, { v: 1, caseId, seq: 9 })
    expect(batchItemFailures).toEqual([{ itemIdentifier: 'message-1' }])
    expect(await counter()).toEqual(before)
  })

  it('that was lost is found by the sweep, once', async () => {
    const caseId = await submit()
    const { ended } = await counter()
    // As if the message had never come: no mark. What it added stays, so that the next counting shows.
    const Key = keys.counted(caseId, 2)
    await work.document.send(new DeleteCommand({ TableName: work.tableName, Key }))
    await work.engine.advance(20 * MINUTE)
    expect((await counter())['ended']).toBe(ended! + 1)
    const { Item } = await work.document.send(new GetCommand({ TableName: work.tableName, Key }))
    expect(Item).toBeDefined()
    await work.engine.advance(40 * MINUTE)
    expect((await counter())['ended']).toBe(ended! + 1)
  })
})

describe('the event feed', () => {
  const fed = async (caseId: string) => {
    await work.engine.idle()
    const query = { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': feedKeys.feedEntry(1).pk } }
    const { Items = [] } = await work.document.send(new QueryCommand({ TableName: work.tableName, ...query }))
    return (Items as FeedEntry[]).filter((one) => one.caseId === caseId).map(({ seq, type }) => `${seq} ${type}`)
  }

  it('has what happened once and in order, whatever comes twice, late or at once', async () => {
    const caseId = await submit()
    const whole = await fed(caseId)
    expect(whole).toEqual(['1 received', '2 assigned'])
    const messages = [2, 1, 2, 1].map((seq) => ({ v: 1, caseId, seq }))
    await Promise.all([count(...messages), count(...messages.toReversed()), ...messages.map((one) => count(one, one))])
    expect(await fed(caseId)).toEqual(whole)
  })

  it('gets what was lost from the sweep, in order', async () => {
    const caseId = await submit()
    await work.engine.idle()
    // As if no message had come.
    await work.document.send(new DeleteCommand({ TableName: work.tableName, Key: keys.fed(caseId) }))
    const before = await fed(caseId)
    await work.engine.advance(20 * MINUTE)
    expect((await fed(caseId)).slice(before.length)).toEqual(['1 received', '2 assigned'])
    const after = await fed(caseId)
    await work.engine.advance(40 * MINUTE)
    expect(await fed(caseId)).toEqual(after)
  })
})

describe('two that meet in one counter', () => {
  const refused = (...codes: string[]) =>
    new TransactionCanceledException({
      message: 'cancelled',
      $metadata: {},
      CancellationReasons: codes.map((Code) => ({ Code })),
    })
  const clocks = [{ date: '2026-03-02', of: { clock: 'assignment' }, counts: { ended: 1 } }] as const
  const countings = [2, 3].map((seq) => ({
    ...{ caseId: '95-260302-AAAAA', seq, changed: [] },
    increments: { clocks, cases: [], labels: [] },
  }))
  const counted = async () => (await countAll('table', countings)).map(({ seq }) => seq)

  it('try again, a few times', async () => {
    const send = vi.spyOn(table, 'send')
    send.mockRejectedValueOnce(refused('None', 'None', 'TransactionConflict'))
    send.mockResolvedValueOnce({} as never)
    expect(await counted()).toEqual([2, 3])
    expect(send).toHaveBeenCalledTimes(2)
  })

  it('then leave it to the queue to ask again', async () => {
    vi.spyOn(table, 'send').mockRejectedValue(refused('TransactionConflict', 'None', 'None'))
    await expect(counted()).rejects.toThrow('cancelled')
  })

  it('or find that the other counted one of the same events', async () => {
    const send = vi.spyOn(table, 'send')
    send.mockRejectedValueOnce(refused('TransactionConflict', 'None', 'TransactionConflict'))
    send.mockRejectedValueOnce(refused('ConditionalCheckFailed', 'None', 'None'))
    send.mockResolvedValueOnce({} as never)
    expect(await counted()).toEqual([3])
  })

  it('but what is refused for another reason is not asked twice', async () => {
    const send = vi.spyOn(table, 'send').mockRejectedValue(refused('None', 'None', 'ValidationError'))
    await expect(counted()).rejects.toThrow('cancelled')
    expect(send).toHaveBeenCalledTimes(1)
  })
})
