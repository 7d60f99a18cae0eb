// Nobody is written to at night who need not be: what waited comes in the morning as one mail, and what was done in the
// meantime is not spoken of. Faults on that way lose nothing and double nothing.
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { randomBytes } from 'node:crypto'
import { GetCommand, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { Case } from '../../functions/case/case.ts'
import { issueLink } from '../../functions/links/links.ts'
import { linkItem } from '../../functions/store/links.ts'
import { unpack } from '../../functions/store/packed.ts'
import { keys } from '../../functions/store/table.ts'
import { linksIn, open, send } from '../../tools/visitor.ts'
import { Mails } from '../../local/mails.ts'
import { ServiceError } from '../../local/queues.ts'
import { regionAtWork, type RegionAtWork } from './region-at-work.ts'

const MINUTE = 60_000
let work: RegionAtWork
let urgent: string

beforeAll(async () => {
  // Monday, 2 March 2026, 23:00 in Grozny.
  work = await regionAtWork('2026-03-02T20:00:00Z', undefined, false)
})
afterEach(() => vi.restoreAllMocks())
afterAll(() => work.end())

const office = () => work.region.organisations.find((one) => one.municipality === 'groznyy')!
const responder = () => office().responder.email
const ordinary = () =>
  work.region.topics.find((one) => !one.important && !one.season && one.id.startsWith('yards.'))!.id
const post = async (more: object = {}) => {
  const message = { text: 'Во дворе нет скамейки.', topic: ordinary(), municipality: 'groznyy', ...more }
  const reply = await work.post(message)
  await work.engine.idle()
  return ((await reply.json()) as { id: string }).id
}
const until = (local: string) => work.engine.advance(Date.parse(`${local}:00+03:00`) - work.engine.now())
const noticesOf = async (caseId: string) => (await work.get(caseId)).notices
const workSeq = async (caseId: string) => (await noticesOf(caseId)).find(({ kind }) => kind === 'work')!.seq
/** The night's own way to the page: the responder does not have to wait for their mail to act. */
const freshLink = async (caseId: string) => {
  const { Item } = await work.document.send(new GetCommand({ TableName: work.tableName, Key: keys.snapshot(caseId) }))
  const { secret, hash, link } = issueLink(
    unpack(Item!['state']) as Case,
    'respond',
    office().responder.id,
    new Date(work.engine.now()).toISOString(),
    randomBytes,
  )
  await work.document.send(new PutCommand({ TableName: work.tableName, Item: linkItem(hash, link) }))
  return `${work.engine.apiUrl}/a/${secret}`
}
const waitingNotices = async () => {
  const { Items = [] } = await work.document.send(
    new QueryCommand({
      TableName: work.tableName,
      IndexName: 'checks',
      KeyConditionExpression: '#check = :waiting',
      ExpressionAttributeNames: { '#check': 'check' },
      ExpressionAttributeValues: { ':waiting': 'WAITING' },
    }),
  )
  return Items.length
}

describe('at night', () => {
  let cases: string[]

  it('a message is accepted and the citizen hears at once; the responder does not: no reminders at midnight', async () => {
    const author = { email: 'n.citizen@example.org' }
    cases = [await post({ author }), await post(), await post()]
    expect((await work.mails('n.citizen@example.org')).length).toBe(1)
    expect(await work.mails(responder())).toEqual([])
    for (const id of cases)
      expect(await noticesOf(id)).toContainEqual(
        expect.objectContaining({ kind: 'work', status: 'waiting', until: '2026-03-03T05:30:00.000Z' }),
      )
  })

  it('an important one is told of at any hour', async () => {
    const important = work.region.topics.find((one) => one.important && one.id.startsWith('yards.'))!.id
    urgent = await post({ topic: important })
    expect((await noticesOf(urgent)).map(({ kind, status }) => `${kind} ${status}`)).toEqual(['work sent'])
  })
})

describe('in the morning', () => {
  it('everything that waited is one mail, even if SES refuses for a while, in which every case can be opened', async () => {
    const busy = vi.spyOn(Mails.prototype, 'accept').mockRejectedValue(new ServiceError('Throttling', 'Rate exceeded.'))
    // The digest runs every five minutes: before the sweep, ten minutes after the hour, asks for what it did not gather.
    for (const time of ['08:31', '08:42']) await until(`2026-03-03T${time}`)
    expect(await waitingNotices()).toBe(3)
    busy.mockRestore()
    await until('2026-03-03T09:04')
    const [mail, ...more] = (await work.mails(responder())).filter((one) => !one.subject.includes(urgent))
    expect(more.map((one) => one.subject)).toEqual([])
    const links = linksIn(mail!.text, '/a/', work.engine.apiUrl)
    expect(links.length).toBe(3)
    for (const link of links) expect(await (await fetch(link)).text()).toContain('Во дворе нет скамейки.')
    expect(await waitingNotices()).toBe(0)
  })
})

describe('what was done in the meantime', () => {
  it('is not spoken of in the morning', async () => {
    await until('2026-03-03T21:00')
    const reminded = await post()
    const before = (await work.mails(responder())).length
    await send(await open(await freshLink(reminded)), 'name="answer"', {
      action: 'answer',
      kind: 'done',
      answer: 'Есть.',
    })
    await until('2026-03-04T08:36')
    const since = (await work.mails(responder())).slice(before)
    expect(since.filter((mail) => mail.subject.includes(reminded))).toEqual([])
    expect((await noticesOf(reminded)).filter(({ status }) => status === 'waiting')).toEqual([])
  })
})

describe('faults of the digest', () => {
  it('gathering twice at once sends one mail', async () => {
    await until('2026-03-04T21:00')
    const ids = [await post(), await post()]
    const before = (await work.mails(responder())).length
    const notices = await Promise.all(ids.map(async (caseId) => ({ caseId, seq: await workSeq(caseId) })))
    const record = { messageId: 'm', body: JSON.stringify({ v: 1, recipient: office().responder.id, notices }) }
    const notify = work.engine.function('Notify')
    await Promise.all([notify.invoke({ Records: [record] }), notify.invoke({ Records: [record] })])
    await until('2026-03-05T08:36')
    expect((await work.mails(responder())).length).toBe(before + 1)
  })

  it('what was not gathered is asked for by the sweep, ten minutes after its hour', async () => {
    await until('2026-03-05T21:00')
    const caseId = await post()
    const before = (await work.mails(responder())).length
    await work.document.send(
      new UpdateCommand({
        TableName: work.tableName,
        Key: keys.notice(caseId, await workSeq(caseId), office().responder.id),
        UpdateExpression: 'REMOVE #check, checkAt',
        ExpressionAttributeNames: { '#check': 'check' },
      }),
    )
    await until('2026-03-06T08:35')
    expect((await work.mails(responder())).length).toBe(before)
    await work.engine.advance(15 * MINUTE)
    await work.engine.advance(6 * MINUTE)
    expect((await work.mails(responder())).slice(before).map((mail) => mail.subject)).toEqual([
      expect.stringContaining(caseId),
    ])
  })
})

describe('who wants one mail a day', () => {
  it('gets an escalation with the next digest, not at the hour it fell due', async () => {
    await until('2026-03-10T10:00')
    const caseId = await post()
    const head = work.region.municipalities.find((one) => one.id === 'groznyy')!.head!
    const before = (await work.mails(head.email)).length
    for (const day of [11, 12, 13]) await until(`2026-03-${day}T08:36`)
    const escalated = (await noticesOf(caseId)).filter(({ recipient }) => recipient === 'head')
    expect(escalated.length).toBeGreaterThan(0)
    for (const { endedAt } of escalated) expect(endedAt).toMatch(/T05:3\d:/)
    expect((await work.mails(head.email)).length - before).toBeLessThanOrEqual(3)
  })
})
