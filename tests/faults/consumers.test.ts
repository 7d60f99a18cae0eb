// Faults put into every consumer by hand: the same delivery twice, deliveries in the wrong order, one bad record among
// good ones, a crash between writing and sending, a clock that never fires. Nothing may be lost, nothing may happen twice.
import { GetCommand, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { SFNClient, ListExecutionsCommand, StopExecutionCommand } from '@aws-sdk/client-sfn'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { keys } from '../../functions/store/table.ts'
import { Mails } from '../../local/mails.ts'
import { ServiceError } from '../../local/queues.ts'
import { regionAtWork, type RegionAtWork } from '../journeys/region-at-work.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
let work: RegionAtWork

beforeAll(async () => {
  work = await regionAtWork('2026-03-02T07:00:00Z')
})
afterAll(() => work.end())

const office = () => work.region.organisations.find((one) => one.municipality === 'groznyy')!
const submit = async (more: object = {}) => {
  await work.morning()
  const topic = work.region.topics.find((one) => !one.important && !one.season)!.id
  const reply = await work.post({ text: 'Не горит фонарь.', topic, municipality: 'groznyy', ...more })
  await work.engine.idle()
  return ((await reply.json()) as { id: string }).id
}
const mailsAbout = async (caseId: string, to = office().responder.email) =>
  (await work.mails(to)).filter((mail) => mail.subject.includes(caseId)).length
const seqOf = async (caseId: string, type: string) =>
  (await work.get(caseId)).history.find((entry) => entry.type === type)!.seq

let messages = 0
const batch = (...bodies: unknown[]) => ({
  Records: bodies.map((body) => ({
    messageId: `message-${(messages += 1)}`,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })),
})
const invoke = async (name: string, event: unknown) =>
  (await work.engine.function(name).invoke(event)) as { batchItemFailures: { itemIdentifier: string }[] }
const notice = (caseId: string, seq: number) => keys.notice(caseId, seq, office().responder.id)
/** What is written of the responder's notice of a case that was assigned to him. */
const noticeOf = async (caseId: string) => {
  const key = notice(caseId, await seqOf(caseId, 'assigned'))
  return (await work.document.send(new GetCommand({ TableName: work.tableName, Key: key }))).Item
}

const runningClocks = async () => {
  const stateMachineArn = work.engine.outputs['TimerArn']!
  const { executions = [] } = await sfn().send(new ListExecutionsCommand({ stateMachineArn, statusFilter: 'RUNNING' }))
  return executions
}
const sfn = () =>
  new SFNClient({
    endpoint: work.engine.endpoints['AWS_ENDPOINT_URL_SFN']!,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })
/** Loses clocks, as a fault would. */
const stopClocks = async (which: (name: string) => boolean) => {
  const own = (await runningClocks()).filter((one) => which(one.name!))
  for (const { executionArn } of own) await sfn().send(new StopExecutionCommand({ executionArn }))
  return own.length
}
/** The instants a case's clocks wait for. */
const clocksOf = async (caseId: string) =>
  (await runningClocks())
    .filter((one) => one.name!.startsWith(caseId))
    .map((one) => new Date(Number(one.name!.split('-').at(-1)) * 1000).toISOString())
    .sort()

describe('notify', () => {
  it('sends one mail when an event is delivered many times, at once and later', async () => {
    const caseId = await submit()
    const seq = await seqOf(caseId, 'assigned')
    const again = { v: 1, caseId, seq }
    await Promise.all([invoke('Notify', batch(again, again)), invoke('Notify', batch(again))])
    expect(await mailsAbout(caseId)).toBe(1)
  })

  it('sends what was claimed and not sent, after the claim has expired, and counts it', async () => {
    const caseId = await submit()
    const seq = await seqOf(caseId, 'assigned')
    const claimedAt = new Date(work.engine.now()).toISOString()
    const record = { seq, recipient: office().responder.id, kind: 'work', status: 'claimed', claimedAt, attempts: 1 }
    await work.document.send(new PutCommand({ TableName: work.tableName, Item: { ...notice(caseId, seq), ...record } }))
    const early = await invoke('Notify', batch({ v: 1, caseId, seq }))
    expect(early.batchItemFailures.length).toBe(1)
    expect(await mailsAbout(caseId)).toBe(1)

    await work.engine.advance(3 * MINUTE)
    expect((await invoke('Notify', batch({ v: 1, caseId, seq }))).batchItemFailures).toEqual([])
    expect(await mailsAbout(caseId)).toBe(2)
    const { Item } = await work.document.send(new GetCommand({ TableName: work.tableName, Key: notice(caseId, seq) }))
    expect(Item).toMatchObject({ status: 'sent', attempts: 2 })
  })

  it('tells the citizen although the responder’s address is refused, and tries that one again', async () => {
    const { accept } = Mails.prototype
    const refusing = vi.spyOn(Mails.prototype, 'accept').mockImplementation(function (this: Mails, raw, envelope) {
      if (!envelope.destinations.includes(office().responder.email)) return accept.call(this, raw, envelope)
      throw new ServiceError('MessageRejected', 'Email address is not verified.')
    })
    const email = 'citizen.refusal@example.org'
    const caseId = await submit({ author: { email } })
    expect(await mailsAbout(caseId, email)).toBe(1)
    expect(await noticeOf(caseId)).toMatchObject({ status: 'failed' })
    refusing.mockRestore()
    await work.engine.advance(10 * MINUTE)
    expect([await mailsAbout(caseId), await mailsAbout(caseId, email)]).toEqual([1, 1])
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
    const caseId = await submit()
    expect(await noticeOf(caseId)).toMatchObject({ status: 'claimed', attempts: 1 })
    expect(await mailsAbout(caseId)).toBe(1)
    lost.mockRestore()
    await work.engine.advance(10 * MINUTE)
    expect(await noticeOf(caseId)).toMatchObject({ status: 'sent', attempts: 2 })
  })

  it('keeps one bad message from taking its batch along', async () => {
    const caseId = await submit()
    const seq = await seqOf(caseId, 'assigned')
    const mixed = batch(
      'not json',
      { v: 1, caseId, seq },
      { v: 2, caseId, seq },
      { v: 1, caseId: '95-260302-ZZZZZ', seq: 1 },
    )
    const { batchItemFailures } = await invoke('Notify', mixed)
    expect(batchItemFailures.map((one) => one.itemIdentifier)).toEqual(
      [0, 2, 3].map((index) => mixed.Records[index]!.messageId),
    )
  })

  it('does not send a responder a case that was handed on before the mail could go', async () => {
    const caseId = await submit()
    const seq = await seqOf(caseId, 'assigned')
    await work.document.send(
      new UpdateCommand({
        TableName: work.tableName,
        Key: keys.snapshot(caseId),
        UpdateExpression: 'SET #state.responder = :other',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: { ':other': 'somebody-else' },
      }),
    )
    await work.document.send(
      new UpdateCommand({
        TableName: work.tableName,
        Key: notice(caseId, seq),
        UpdateExpression: 'SET #status = :failed',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':failed': 'failed' },
      }),
    )
    await invoke('Notify', batch({ v: 1, caseId, seq }))
    expect(await mailsAbout(caseId)).toBe(1)
  })
})

describe('route', () => {
  it('routes once, whenever and however often it is asked', async () => {
    const caseId = await submit()
    await Promise.all([1, 2, 3].map(() => invoke('Route', batch({ v: 1, caseId, seq: 1 }))))
    expect((await work.get(caseId)).history.map((entry) => entry.type)).toEqual(['received', 'assigned'])
  })

  it('reports an event that is not there, so that it comes again', async () => {
    const caseId = await submit()
    expect((await invoke('Route', batch({ v: 1, caseId, seq: 99 }))).batchItemFailures.length).toBe(1)
  })
})

describe('tick', () => {
  it('finds nothing when it comes early and nothing more when it comes twice', async () => {
    const caseId = await submit()
    const tick = { v: 1, caseId, at: '2026-03-02T07:00:00Z' }
    await invoke('Tick', batch(tick))
    expect((await work.get(caseId)).history.length).toBe(2)
    await work.engine.advance(2 * DAY)
    const before = (await work.get(caseId)).history.length
    await Promise.all([invoke('Tick', batch(tick)), invoke('Tick', batch(tick, tick))])
    expect((await work.get(caseId)).history.length).toBe(before)
  })
})

describe('dispatch', () => {
  it('delivers events again and in any order without doing anything twice', async () => {
    const caseId = await submit()
    const before = (await work.get(caseId)).history.length
    const { Items = [] } = await work.document.send(
      new QueryCommand({
        TableName: work.tableName,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :e)',
        ExpressionAttributeValues: { ':pk': keys.snapshot(caseId).pk, ':e': 'E#' },
      }),
    )
    const { marshall } = await import('@aws-sdk/util-dynamodb')
    const Records = Items.map((item, index) => ({
      eventName: 'INSERT',
      dynamodb: { SequenceNumber: String(index + 1), NewImage: marshall(item) },
    })).reverse()
    const reply = await invoke('Dispatch', { Records: [...Records, ...Records] })
    expect(reply.batchItemFailures).toEqual([])
    expect(await mailsAbout(caseId)).toBe(1)
    expect((await work.get(caseId)).history.length).toBe(before)
  })
})

describe('sweep', () => {
  it('sends a mail that was lost, once', async () => {
    const caseId = await submit()
    const seq = await seqOf(caseId, 'assigned')
    await work.document.send(
      new UpdateCommand({
        TableName: work.tableName,
        Key: notice(caseId, seq),
        UpdateExpression: 'SET #status = :failed',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':failed': 'failed' },
      }),
    )
    await work.engine.advance(20 * MINUTE)
    expect(await mailsAbout(caseId)).toBe(2)
    await work.engine.advance(30 * MINUTE)
    expect(await mailsAbout(caseId)).toBe(2)
  })

  it('does the work of a clock that was lost', async () => {
    const caseId = await submit()
    expect(await stopClocks((name) => name.startsWith(caseId))).toBe(1)
    await work.engine.advance(3 * DAY)
    const history = (await work.get(caseId)).history.map((entry) => entry.type)
    expect(history).toContain('missed')
    expect(history).toContain('escalated')
  })

  it('starts a clock that should be waiting and is not, before its instant', async () => {
    const caseId = await submit()
    const [waiting] = await clocksOf(caseId)
    expect(await stopClocks((name) => name.startsWith(caseId))).toBe(1)
    await work.engine.advance(20 * MINUTE)
    const again = [new Date(Date.parse(waiting!) + 1_000).toISOString()]
    expect(await clocksOf(caseId)).toEqual(again)
    await work.engine.advance(20 * MINUTE)
    expect(await clocksOf(caseId)).toEqual(again)
  })

  it('leaves settled cases alone: the index holds only what is still owed', async () => {
    const caseId = await submit()
    await work.engine.advance(15 * MINUTE)
    const { Item } = await work.document.send(new GetCommand({ TableName: work.tableName, Key: keys.snapshot(caseId) }))
    expect(Item).toMatchObject({ settled: 2, version: 2 })
    expect(String(Item!['checkAt']) > new Date(work.engine.now() + 60 * MINUTE).toISOString()).toBe(true)
  })

  it('looks at more than the first hundred: every case whose clock was lost is woken', async () => {
    await work.morning()
    const ids = await Promise.all(Array.from({ length: 130 }, () => submit()))
    await stopClocks((name) => ids.some((id) => name.startsWith(id)))
    await work.engine.advance(2 * DAY)
    const missed = await Promise.all(ids.map(async (id) => (await work.get(id)).history.map((entry) => entry.type)))
    expect(missed.filter((types) => !types.includes('missed'))).toEqual([])
  })
})

describe('clocks', () => {
  it('are cut to less than a year: a wait of 400 days is armed twice and ticks in time', async () => {
    const caseId = await submit()
    const instant = new Date(work.engine.now() + 400 * DAY).toISOString()
    await work.document.send(
      new UpdateCommand({
        TableName: work.tableName,
        Key: keys.snapshot(caseId),
        UpdateExpression: 'SET #state.clocks = :clocks, armedAt = :at, checkAt = :at',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: {
          ':at': instant,
          ':clocks': { finalAnswer: { startedAt: instant, due: instant, rule: { amount: 1, unit: 'working days' } } },
        },
      }),
    )
    await invoke('Tick', batch({ v: 1, caseId, at: '2026-03-02T07:00:00Z' }))
    const [first] = (await clocksOf(caseId)).slice(-1)
    expect(Date.parse(first!) - work.engine.now()).toBeLessThan(366 * DAY)
    await work.engine.advance(301 * DAY)
    expect((await work.get(caseId)).history.map((entry) => entry.type)).not.toContain('missed')
    await work.engine.advance(100 * DAY)
    expect((await work.get(caseId)).history.map((entry) => entry.type)).toContain('missed')
  })
})
