// Faults put into every consumer by hand: the same delivery twice, deliveries in the wrong order, one bad record among
// good ones, a crash between writing and sending. Nothing may be lost, nothing may happen twice.
import { GetCommand, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { keys } from '../../functions/store/table.ts'
import { Mails } from '../../local/mails.ts'
import { ServiceError } from '../../local/queues.ts'
import { changeState } from '../store/change-state.ts'
import { batch, regionUnderFaults, type RegionUnderFaults } from './region-under-faults.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
let work: RegionUnderFaults

beforeAll(async () => {
  work = await regionUnderFaults()
})
afterAll(() => work.end())

const notice = (caseId: string, seq: number) => keys.notice(caseId, seq, work.office.responder.id)
/** What is written of the responder's notice of a case that was assigned to them. */
const noticeOf = async (caseId: string) => {
  const key = notice(caseId, await work.seqOf(caseId, 'assigned'))
  return (await work.document.send(new GetCommand({ TableName: work.tableName, Key: key }))).Item
}

describe('notify', () => {
  it('sends one mail when an event is delivered many times, at once and later', async () => {
    const caseId = await work.submit()
    const seq = await work.seqOf(caseId, 'assigned')
    const again = { v: 1, caseId, seq }
    await Promise.all([work.invoke('Notify', batch(again, again)), work.invoke('Notify', batch(again))])
    expect(await work.mailsAbout(caseId)).toBe(1)
  })

  it('sends what was claimed and not sent, after the claim has expired, and counts it', async () => {
    const caseId = await work.submit()
    const seq = await work.seqOf(caseId, 'assigned')
    const claimedAt = new Date(work.engine.now()).toISOString()
    const record = { seq, recipient: work.office.responder.id, kind: 'work', status: 'claimed', claimedAt, attempts: 1 }
    await work.document.send(new PutCommand({ TableName: work.tableName, Item: { ...notice(caseId, seq), ...record } }))
    const early = await work.invoke('Notify', batch({ v: 1, caseId, seq }))
    expect(early.batchItemFailures.length).toBe(1)
    expect(await work.mailsAbout(caseId)).toBe(1)

    await work.engine.advance(3 * MINUTE)
    expect((await work.invoke('Notify', batch({ v: 1, caseId, seq }))).batchItemFailures).toEqual([])
    expect(await work.mailsAbout(caseId)).toBe(2)
    const { Item } = await work.document.send(new GetCommand({ TableName: work.tableName, Key: notice(caseId, seq) }))
    expect(Item).toMatchObject({ status: 'sent', attempts: 2 })
  })

  it('tells the citizen although the responder’s address is refused, and tries that one again', async () => {
    const { accept } = Mails.prototype
    const refusing = vi.spyOn(Mails.prototype, 'accept').mockImplementation(function (this: Mails, raw, envelope) {
      if (!envelope.destinations.includes(work.office.responder.email)) return accept.call(this, raw, envelope)
      throw new ServiceError('MessageRejected', 'Email address is not verified.')
    })
    const email = 'citizen.refusal@example.org'
    const caseId = await work.submit({ author: { email } })
    expect(await work.mailsAbout(caseId, email)).toBe(1)
    expect(await noticeOf(caseId)).toMatchObject({ status: 'failed' })
    refusing.mockRestore()
    await work.engine.advance(10 * MINUTE)
    expect([await work.mailsAbout(caseId), await work.mailsAbout(caseId, email)]).toEqual([1, 1])
  })

  it('does not send at once again what SES may have taken: the claim expires first, and the repetition is counted', async () => {
    const { accept } = Mails.prototype
    const lost = vi.spyOn(Mails.prototype, 'accept').mockImplementationOnce(async function (
      this: Mails,
      raw,
      envelope,
    ) {
      await accept.call(this, raw, envelope)
      throw new ServiceError('InternalFailure', 'The answer is lost.', 500)
    })
    const caseId = await work.submit()
    expect(await noticeOf(caseId)).toMatchObject({ status: 'claimed', attempts: 1 })
    expect(await work.mailsAbout(caseId)).toBe(1)
    lost.mockRestore()
    await work.engine.advance(10 * MINUTE)
    expect(await noticeOf(caseId)).toMatchObject({ status: 'sent', attempts: 2 })
  })

  it('keeps one bad message from taking its batch along', async () => {
    const caseId = await work.submit()
    const seq = await work.seqOf(caseId, 'assigned')
    const mixed = batch(
      'not json',
      { v: 1, caseId, seq },
      { v: 2, caseId, seq },
      { v: 1, caseId: '95-260302-ZZZZZ', seq: 1 },
    )
    const { batchItemFailures } = await work.invoke('Notify', mixed)
    expect(batchItemFailures.map((one) => one.itemIdentifier)).toEqual(
      [0, 2, 3].map((index) => mixed.Records[index]!.messageId),
    )
  })

  it('does not send a responder a case that was handed on before the mail could go', async () => {
    const caseId = await work.submit()
    const seq = await work.seqOf(caseId, 'assigned')
    await changeState(work, caseId, { responder: 'somebody-else' })
    await work.document.send(
      new UpdateCommand({
        TableName: work.tableName,
        Key: notice(caseId, seq),
        UpdateExpression: 'SET #status = :failed',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':failed': 'failed' },
      }),
    )
    await work.invoke('Notify', batch({ v: 1, caseId, seq }))
    expect(await work.mailsAbout(caseId)).toBe(1)
  })
})

describe('route', () => {
  it('routes once, whenever and however often it is asked', async () => {
    const caseId = await work.submit()
    await Promise.all([1, 2, 3].map(() => work.invoke('Route', batch({ v: 1, caseId, seq: 1 }))))
    expect((await work.get(caseId)).history.map((entry) => entry.type)).toEqual(['received', 'assigned'])
  })

  it('reports an event that is not there, so that it comes again', async () => {
    const caseId = await work.submit()
    expect((await work.invoke('Route', batch({ v: 1, caseId, seq: 99 }))).batchItemFailures.length).toBe(1)
  })
})

describe('tick', () => {
  it('finds nothing when it comes early and nothing more when it comes twice', async () => {
    const caseId = await work.submit()
    const tick = { v: 1, caseId, at: '2026-03-02T07:00:00Z' }
    await work.invoke('Tick', batch(tick))
    expect((await work.get(caseId)).history.length).toBe(2)
    await work.engine.advance(4 * HOUR)
    const { history } = await work.get(caseId)
    expect(history.at(-1)!.type).toBe('warned')
    const before = history.length
    await Promise.all([work.invoke('Tick', batch(tick)), work.invoke('Tick', batch(tick, tick))])
    expect((await work.get(caseId)).history.length).toBe(before)
  })
})

describe('dispatch', () => {
  it('delivers events again and in any order without doing anything twice', async () => {
    const caseId = await work.submit()
    const before = (await work.get(caseId)).history.length
    const { Items = [] } = await work.document.send(
      new QueryCommand({
        TableName: work.tableName,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :e)',
        ExpressionAttributeValues: { ':pk': keys.snapshot(caseId).pk, ':e': 'E#' },
      }),
    )
    const { marshall } = await import('@aws-sdk/util-dynamodb')
    const Records = Items.map(({ event, ...item }, index) => ({
      eventName: 'INSERT',
      dynamodb: {
        SequenceNumber: String(index + 1),
        // As Lambda writes bytes.
        NewImage: { ...marshall(item), event: { B: Buffer.from(event as Uint8Array).toString('base64') } },
      },
    })).reverse()
    const reply = await work.invoke('Dispatch', { Records: [...Records, ...Records] })
    expect(reply.batchItemFailures).toEqual([])
    expect(await work.mailsAbout(caseId)).toBe(1)
    expect((await work.get(caseId)).history.length).toBe(before)
  })
})
