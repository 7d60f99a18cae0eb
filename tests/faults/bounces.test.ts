// Faults on the way of a bounce: what SES says may come twice, in any order, late, of a case nobody knows, or be nonsense.
import { randomBytes } from 'node:crypto'
import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { GetQueueAttributesCommand, ListQueuesCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { letters } from '../../functions/case/ids.ts'
import { keys } from '../../functions/store/table.ts'
import { regionAtWork, type RegionAtWork } from '../journeys/region-at-work.ts'

const MINUTE = 60_000
let work: RegionAtWork

beforeAll(async () => {
  work = await regionAtWork('2026-03-02T07:00:00Z', undefined, false)
})
afterAll(() => work.end())

const office = () => work.region.organisations.find((one) => one.municipality === 'groznyy')!
const deputy = () => office().deputy!
const submit = async () => {
  await work.morning()
  const topic = work.region.topics.find((one) => !one.important && !one.season)!.id
  const reply = await work.post({ text: 'Не горит фонарь.', topic, municipality: 'groznyy' })
  await work.engine.idle()
  return ((await reply.json()) as { id: string }).id
}
const bounced = (caseIds: readonly string[], more: object = {}, recipient = office().responder.id) => ({
  v: 1,
  event: 'Bounce',
  bounceType: 'Permanent',
  tags: {
    'ses:configuration-set': ['a-set'],
    recipient: [recipient],
    'notices-1': [caseIds.map((caseId) => `${caseId}-2`).join('_')],
  },
  ...more,
})
let messages = 0
const batch = (...bodies: unknown[]) => ({
  Records: bodies.map((body) => ({
    messageId: `message-${(messages += 1)}`,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })),
})
const invoke = async (event: unknown) =>
  (await work.engine.function('Bounce').invoke(event)) as { batchItemFailures: { itemIdentifier: string }[] }
const failures = async (caseId: string) =>
  (await work.get(caseId)).history.filter(({ type }) => type === 'undelivered').length
const mailsAbout = async (caseId: string, to = deputy().email) =>
  (await work.mails(to)).filter((mail) => mail.subject.includes(caseId)).length

describe('what SES says of a mail', () => {
  it('is one event and one mail to the next, however often and however much at once it comes', async () => {
    const caseId = await submit()
    const said = bounced([caseId])
    const replies = await Promise.all([invoke(batch(said, said)), invoke(batch(said)), invoke(batch(said))])
    expect(replies.flatMap(({ batchItemFailures }) => batchItemFailures)).toEqual([])
    expect(await failures(caseId)).toBe(1)
    expect(await mailsAbout(caseId)).toBe(1)
  })

  it('ends alike in any order: a complaint before its bounce, the next one’s bounce before another’s', async () => {
    const caseId = await submit()
    const complaint = { ...bounced([caseId]), event: 'Complaint', bounceType: undefined }
    await invoke(batch(complaint, bounced([caseId]), bounced([caseId], {}, 'citizen')))
    expect(await failures(caseId)).toBe(3)
    expect((await work.get(caseId)).notices.filter(({ kind }) => kind === 'dead-address')).toHaveLength(1)
    expect(await mailsAbout(caseId)).toBe(1)
  })

  it('of a mail of many cases reaches those that are there, though one is not; a second try changes nothing', async () => {
    const ids = [await submit(), await submit()]
    const said = bounced([ids[0]!, '95-260302-ZZZZZ', ids[1]!])
    for (let tried = 0; tried < 2; tried += 1) expect((await invoke(batch(said))).batchItemFailures).toHaveLength(1)
    for (const id of ids) expect(await failures(id)).toBe(1)
  })

  it('that makes no sense is put aside, and takes nobody along', async () => {
    const caseId = await submit()
    const nonsense = [
      'not json',
      { ...bounced([caseId]), v: 2 },
      { ...bounced([caseId]), event: 'Delivery' },
      { ...bounced([caseId]), tags: { recipient: ['citizen'] } },
      { ...bounced([caseId]), tags: { recipient: ['citizen'], 'notices-1': ['../../etc-1'] } },
      bounced([`95-260302-${letters(5, randomBytes)}`]),
    ]
    const mixed = batch(...nonsense, bounced([caseId]))
    const { batchItemFailures } = await invoke(mixed)
    expect(batchItemFailures.map((one) => one.itemIdentifier)).toEqual(
      mixed.Records.slice(0, nonsense.length).map(({ messageId }) => messageId),
    )
    expect(await failures(caseId)).toBe(1)
  })

  it('rests in the dead letters when it never succeeds', async () => {
    const sqs = new SQSClient({
      endpoint: work.engine.endpoints['AWS_ENDPOINT_URL_SQS']!,
      region: 'local',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    })
    const { QueueUrls = [] } = await sqs.send(new ListQueuesCommand({}))
    const queue = (part: string) => QueueUrls.find((url) => url.includes(`/${part}`))!
    const QueueUrl = queue('BouncesQueue')
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(bounced(['95-260302-ZZZZZ'])) }))
    await work.engine.advance(30 * MINUTE)
    const dead = { QueueUrl: queue('BouncesDeadLetters'), AttributeNames: ['ApproximateNumberOfMessages' as const] }
    const { Attributes } = await sqs.send(new GetQueueAttributesCommand(dead))
    expect(Attributes?.['ApproximateNumberOfMessages']).toBe('1')
  })
})

describe('the mail to the next', () => {
  it('that was lost is asked for by the sweep, once', async () => {
    const caseId = await submit()
    await invoke(batch(bounced([caseId])))
    await work.engine.idle()
    await work.document.send(
      new UpdateCommand({
        TableName: work.tableName,
        Key: keys.notice(caseId, 3, deputy().id),
        UpdateExpression: 'SET #status = :failed',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':failed': 'failed' },
      }),
    )
    await work.engine.advance(20 * MINUTE)
    expect(await mailsAbout(caseId)).toBe(2)
    await work.engine.advance(20 * MINUTE)
    expect(await mailsAbout(caseId)).toBe(2)
  })
})
