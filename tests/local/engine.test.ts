// The engine by what a stack and the unmodified SDK clients see of it. Time moves only when it is told to.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DynamoDBClient, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb'
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { SendRawEmailCommand, SESClient } from '@aws-sdk/client-ses'
import { ExecutionAlreadyExists, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn'
import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Engine, startEngine } from '../../local/engine.ts'
import { assemblyOf, resources } from './small-stack.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'small-data-'))
const assembly = assemblyOf()
let engine: Engine
let config: { region: string; credentials: { accessKeyId: string; secretAccessKey: string } }
const at = (service: string) => ({ ...config, endpoint: engine.endpoints[`AWS_ENDPOINT_URL_${service}`]! })

const start = async () => {
  engine = await startEngine({ assembly, stack: 'Small', dataDir, startAt: '2026-03-02T06:00:00Z', standing: true })
  config = { region: 'local', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }
}
beforeAll(start)
afterAll(async () => {
  await engine.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

const items = async () =>
  (await new DynamoDBClient(at('DYNAMODB')).send(new ScanCommand({ TableName: engine.outputs['TableName'] }))).Items ??
  []
const notes = async () =>
  (await items()).filter((item) => item['pk']!.S!.startsWith('note#')).map((item) => item['text']!.S!)
const put = (pk: string, text: string, more: object = {}) =>
  new DynamoDBClient(at('DYNAMODB')).send(
    new PutItemCommand({ TableName: engine.outputs['TableName'], Item: { pk: { S: pk }, text: { S: text }, ...more } }),
  )
const receive = async (queue: string, more: object = {}) =>
  (
    await new SQSClient(at('SQS')).send(
      new ReceiveMessageCommand({ QueueUrl: engine.physical(queue), MaxNumberOfMessages: 10, ...more }),
    )
  ).Messages ?? []

describe('the REST API', () => {
  it('gives a function what API Gateway would', async () => {
    const reply = await fetch(`${engine.apiUrl}/things/a%20b?x=1&x=2`, { method: 'POST', body: 'тело' })
    expect(reply.headers.get('x-seen')).toBe('yes')
    expect(await reply.json()).toMatchObject({ path: { id: 'a b' }, query: { x: '2' }, body: 'тело', secret: null })
    const named = await fetch(`${engine.apiUrl}/things/1?__proto__=1`)
    expect(JSON.stringify(await named.json())).toContain('"query":{"__proto__":"1"}')
    expect((await fetch(`${engine.outputs['ApiUrl']!}things/1`)).status).toBe(200)
    expect((await fetch(`${engine.apiUrl}/live/things/1`)).status).toBe(200)
  })

  it('compresses what is long enough, for whoever names gzip', async () => {
    const coding = async (length: number, accepted: string) => {
      const asked = { method: 'POST', body: 'я'.repeat(length), headers: { 'Accept-Encoding': accepted } }
      const reply = await fetch(`${engine.apiUrl}/things/1`, asked)
      expect(await reply.json()).toMatchObject({ body: asked.body })
      return reply.headers.get('content-encoding')
    }
    expect([await coding(500, 'deflate, gzip'), await coding(500, 'gzip;q=0.5, br')]).toEqual(['gzip', 'gzip'])
    expect([await coding(10, 'gzip'), await coding(500, '*'), await coding(500, 'gzip;q=0')]).toEqual([
      null,
      null,
      null,
    ])
  })

  it('answers by itself where no function does', async () => {
    const unknown = await fetch(`${engine.apiUrl}/nothing`)
    expect([unknown.status, await unknown.json()]).toEqual([404, { said: 'Missing Authentication Token' }])
    expect(
      (await fetch(`${engine.apiUrl}/things/big`, { method: 'POST', body: Buffer.alloc(11 * 1024 * 1024) })).status,
    ).toBe(413)
  })

  it('outlives functions that throw or exit', async () => {
    for (const what of ['throw', 'exit'])
      expect((await fetch(`${engine.apiUrl}/things/${what}`)).status, what).toBe(502)
    expect((await fetch(`${engine.apiUrl}/things/1`)).status).toBe(200)
  })
})

describe('queues', () => {
  it('keep a message until it is deleted, invisible while somebody has it', async () => {
    const sqs = new SQSClient(at('SQS'))
    const QueueUrl = engine.physical('Plain')
    await sqs.send(
      new SendMessageBatchCommand({
        QueueUrl,
        Entries: [
          { Id: 'a', MessageBody: 'раз' },
          { Id: 'b', MessageBody: 'два', DelaySeconds: 60 },
        ],
      }),
    )
    const [first, ...none] = await receive('Plain')
    expect([first?.Body, none.length]).toEqual(['раз', 0])
    expect(await receive('Plain')).toEqual([])
    await sqs.send(
      new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle: first!.ReceiptHandle, VisibilityTimeout: 0 }),
    )
    const [again] = await receive('Plain')
    await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: again!.ReceiptHandle }))
    await engine.advance(61_000)
    const [delayed] = await receive('Plain')
    expect(delayed?.Body).toBe('два')
    await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: delayed!.ReceiptHandle }))
  })

  it('feed a function, and bury what fails too often without its neighbours', async () => {
    const sqs = new SQSClient(at('SQS'))
    await sqs.send(
      new SendMessageBatchCommand({
        QueueUrl: engine.physical('Queue'),
        Entries: ['one', 'poison', 'two'].map((MessageBody, index) => ({ Id: String(index), MessageBody })),
      }),
    )
    await engine.idle()
    await engine.advance(60_000)
    expect((await notes()).filter((note) => note.startsWith('queue:')).sort()).toEqual(['queue:one', 'queue:two'])
    expect((await receive('Dead')).map((message) => message.Body)).toEqual(['poison'])
  })
})

describe('the stream', () => {
  it('feeds a function what its filter lets through, in order, and keeps the one record that fails', async () => {
    for (const text of ['a', 'b', 'poison', 'c']) await put(`in#${text}`, text)
    await put('out#x', 'x')
    await put('in#a', 'a changed')
    await engine.idle()
    const seen = (await notes()).filter((note) => note.startsWith('stream:'))
    expect([...new Set(seen)].sort()).toEqual(['stream:a', 'stream:b', 'stream:c'])
    const s3 = new S3Client(at('S3'))
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: engine.physical('Lost') }))
    expect(Contents.length).toBe(1)
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: engine.physical('Lost'), Key: Contents[0]!.Key }))
    const kept = JSON.parse(await Body!.transformToString()) as { payload: string }
    expect(kept.payload).toContain('in#poison')
    expect(kept.payload).not.toContain('in#c')
  })
})

describe('clocks and schedules', () => {
  it('wait until their instant, and are one clock when started twice', async () => {
    const sfn = new SFNClient(at('SFN'))
    const input = JSON.stringify({ at: new Date(engine.now() + 3 * 86_400_000).toISOString(), name: 'late' })
    const startOne = () =>
      sfn.send(new StartExecutionCommand({ stateMachineArn: engine.physical('Machine'), name: 'case-1', input }))
    expect((await startOne()).executionArn).toBe((await startOne()).executionArn)
    await engine.advance(2 * 86_400_000)
    expect(await receive('Plain')).toEqual([])
    await engine.advance(86_400_000)
    expect((await receive('Plain')).map((message) => JSON.parse(message.Body!) as unknown)).toEqual([
      { v: 1, name: 'late' },
    ])
    await expect(startOne()).rejects.toThrow(ExecutionAlreadyExists)
  })

  it('fire in engine time, which the functions see too', async () => {
    expect((await notes()).filter((note) => note === 'schedule').length).toBeGreaterThan(0)
    const { at: seen } = (await (await fetch(`${engine.apiUrl}/things/1`)).json()) as { at: number }
    expect(seen).toBe(engine.now())
  })

  it('delete items two days after their time, as late as DynamoDB may', async () => {
    const now = Math.floor(engine.now() / 1000)
    const over = (seconds: number) => ({ ttl: { N: String(now - seconds) } })
    await put('over an hour ago', 'x', over(3_600))
    await put('over two days ago', 'x', over(2 * 86_400))
    await engine.advance(3_600_000)
    const left = (await items()).map((item) => item['pk']!.S!).filter((pk) => pk.startsWith('over'))
    expect(left).toEqual(['over an hour ago'])
  })
})

describe('mail', () => {
  it('lands in the mailbox, where nothing in it can run', async () => {
    const raw =
      'From: a@example.org\r\nTo: b@example.org\r\nSubject: =?UTF-8?B?0J/RgNC40LLQtdGC?=\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p onclick="x()">Hi</p><script>alert(1)</script>"><b>'
    await new SESClient(at('SES')).send(
      new SendRawEmailCommand({ RawMessage: { Data: Buffer.from(raw) }, Destinations: ['b@example.org'] }),
    )
    const [mail] = (await (await fetch(`${engine.mailboxUrl}/api/mails?to=B@example.org`)).json()) as {
      id: number
      subject: string
    }[]
    expect(mail?.subject).toBe('Привет')
    const page = await (await fetch(`${engine.mailboxUrl}/mails/${mail!.id}`)).text()
    expect(page).toMatch(/<iframe[^>]*sandbox="allow-popups allow-popups-to-escape-sandbox"/)
    expect(page).not.toContain('<script>alert')
    expect(await (await fetch(`${engine.mailboxUrl}/?to=b@example.org`)).text()).toContain('Привет')
  })
})

describe('a restart', () => {
  it('keeps the table, messages, objects, mails, waiting clocks and the time', async () => {
    await new S3Client(at('S3')).send(new PutObjectCommand({ Bucket: engine.physical('Lost'), Key: 'kept', Body: 'x' }))
    await new SQSClient(at('SQS')).send(
      new SendMessageCommand({ QueueUrl: engine.physical('Plain'), MessageBody: 'kept', DelaySeconds: 600 }),
    )
    const input = JSON.stringify({ at: new Date(engine.now() + 600_000).toISOString(), name: 'kept' })
    await new SFNClient(at('SFN')).send(
      new StartExecutionCommand({ stateMachineArn: engine.physical('Machine'), name: 'kept', input }),
    )
    const before = { items: (await items()).length, now: engine.now() }
    await engine.stop()
    await start()
    expect((await items()).length).toBe(before.items)
    expect(engine.now()).toBe(before.now)
    await engine.idle()
    expect((await items()).length).toBe(before.items)
    await engine.advance(700_000)
    const bodies = (await receive('Plain')).map((message) => message.Body)
    expect(bodies).toEqual(expect.arrayContaining(['kept', '{"v":1,"name":"kept"}']))
    expect((await (await fetch(`${engine.mailboxUrl}/api/mails`)).json()) as unknown[]).toHaveLength(1)
  })
})

describe('a mail that does not arrive', () => {
  const mail = (to: string, Tags: { Name: string; Value: string }[], ConfigurationSetName = 'a-set') =>
    new SESClient(at('SES')).send(
      new SendRawEmailCommand({
        RawMessage: { Data: Buffer.from(`From: a@example.org\r\nTo: ${to}\r\nSubject: x\r\n\r\nx`) },
        Destinations: [to],
        ConfigurationSetName,
        Tags,
      }),
    )
  const tags = [{ Name: 'of', Value: 'case-7' }]

  it('is kept, marked, and told of by the bus as the rule’s transformer says; others are not', async () => {
    await mail('bounce+x@example.org', tags)
    await mail('softbounce+x@example.org', tags)
    await mail('complaint@simulator.amazonses.com', tags)
    await mail('success@simulator.amazonses.com', tags)
    await mail('bounce@example.org', tags)
    await mail('bounce+x@example.org', [])
    await mail('bounce+x@example.org', tags, 'another-set')
    const told = (await receive('Undelivered')).map((message) => JSON.parse(message.Body!) as unknown)
    const bounced = { kind: 'Bounce', of: ['case-7'], said: 'Email Bounced!' }
    expect(told).toEqual([bounced, bounced, { ...bounced, kind: 'Complaint', said: 'Email Complaint Received!' }])
    const kept = (await (
      await fetch(`${engine.mailboxUrl}/api/mails?to=softbounce%2Bx@example.org`)
    ).json()) as object[]
    expect(kept).toMatchObject([{ outcome: 'softbounce' }])
  })

  it('has tags that SES would take, or is refused', async () => {
    await expect(mail('b@example.org', [{ Name: 'of', Value: 'a@b' }])).rejects.toThrow(/tag/)
  })
})

describe('what it cannot run', () => {
  it.each([
    ['a resource', { Bus: { Type: 'AWS::Events::EventBus', Properties: {} } }, 'AWS::Events::EventBus (Bus)'],
    ['a FIFO queue', { Fifo: { Type: 'AWS::SQS::Queue', Properties: { FifoQueue: true } } }, 'FIFO queue Fifo'],
    [
      'a state',
      {
        Other: {
          Type: 'AWS::StepFunctions::StateMachine',
          Properties: { DefinitionString: '{"StartAt":"M","States":{"M":{"Type":"Map","End":true}}}' },
        },
      },
      'state M: Map',
    ],
    [
      'a rule of another bus',
      { Other: { Type: 'AWS::Events::Rule', Properties: { EventPattern: { source: ['x'] }, EventBusName: 'mine' } } },
      'the rule Other: it has the default bus only',
    ],
    [
      'a pattern',
      { Other: { Type: 'AWS::Events::Rule', Properties: { EventPattern: { source: [{ wildcard: 'a*' }] } } } },
      'wildcard of the rule Other',
    ],
    [
      'a target of a rule',
      {
        Other: {
          Type: 'AWS::Events::Rule',
          Properties: { EventPattern: { source: ['x'] }, Targets: [{ Id: 'x', Arn: 'arn:aws:sns:local:0:topic' }] },
        },
      },
      'the rule Other: its target is no queue',
    ],
    [
      'mail events',
      {
        Other: {
          Type: 'AWS::SES::ConfigurationSetEventDestination',
          Properties: {
            ConfigurationSetName: 'a-set',
            EventDestination: {
              EventBridgeDestination: { EventBusArn: 'arn:aws:events:local:0:event-bus/default' },
              MatchingEventTypes: ['open'],
            },
          },
        },
      },
      'no mail events open for Other',
    ],
  ])('%s is refused by name', async (_, more, message) => {
    const folder = mkdtempSync(join(tmpdir(), 'small-refused-'))
    const options = { assembly: assemblyOf({ ...resources, ...more }), stack: 'Small', dataDir: folder }
    await expect(startEngine(options)).rejects.toThrow(message)
    rmSync(folder, { recursive: true, force: true })
  })
})
