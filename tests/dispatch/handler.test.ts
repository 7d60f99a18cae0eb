// A cluster of a thousand ends: one message each, in tens; what a queue did not take comes again with its event.
import { marshall } from '@aws-sdk/util-dynamodb'
import { SFNClient } from '@aws-sdk/client-sfn'
import { SQSClient } from '@aws-sdk/client-sqs'
import type { DynamoDBStreamEvent } from 'aws-lambda'
import { beforeEach, expect, it, vi } from 'vitest'
import { handler } from '../../functions/dispatch/handler.ts'
import { pack } from '../../functions/store/packed.ts'
import { catchLog, lambdaContext } from '../edge/events.ts'

const missing = vi.hoisted(() => new Set<string>())
vi.mock('../../functions/edge/environment.ts', () => ({
  environment: (name: string) => name,
  environmentIfSet: (name: string) => (missing.has(name) ? undefined : name),
}))
beforeEach(() => {
  missing.clear()
  vi.restoreAllMocks()
  catchLog()
})

const children = Array.from({ length: 1_000 }, (_, index) => `99-260302-${index + 10_000}`)
const inserted = (seq: number, event: object, more: object = {}) => ({
  eventName: 'INSERT',
  dynamodb: {
    SequenceNumber: `s${seq}`,
    NewImage: {
      ...marshall({ pk: 'C#99-260302-AAAAA', sk: `E#${String(seq).padStart(6, '0')}`, ...more }),
      // As Lambda writes bytes.
      event: { B: Buffer.from(pack(event)).toString('base64') },
    },
  },
})
const stream = {
  Records: [inserted(1, { type: 'noted' }), inserted(2, { type: 'closed', children }), inserted(3, { type: 'noted' })],
} as unknown as DynamoDBStreamEvent

interface Sent {
  readonly QueueUrl: string
  readonly Entries: { Id: string; MessageBody: string }[]
}
/** Takes messages, but for what `fails` says of them. */
const queues = (fails: (sent: Sent) => object = () => ({})) => {
  const taken: Sent[] = []
  vi.spyOn(SQSClient.prototype, 'send').mockImplementation(((command: { input: Sent }) => {
    taken.push(command.input)
    return Promise.resolve(fails(command.input))
  }) as never)
  return taken
}

it('each case gets its own message', async () => {
  const taken = queues()
  expect(await handler(stream, lambdaContext())).toEqual({ batchItemFailures: [] })
  const routing = taken.filter(({ QueueUrl }) => QueueUrl === 'ROUTING_QUEUE_URL')
  expect(routing.map(({ Entries }) => Entries.length)).toEqual(Array.from({ length: 100 }, () => 10))
  expect(routing.flatMap(({ Entries }) => Entries.map(({ MessageBody }) => JSON.parse(MessageBody) as object))).toEqual(
    children.map((child) => ({ v: 1, caseId: '99-260302-AAAAA', seq: 2, child })),
  )
})

it('one that is not taken, or a crash between them, brings the whole event again', async () => {
  queues(({ QueueUrl, Entries }) =>
    QueueUrl === 'ROUTING_QUEUE_URL' && Entries[0]!.Id === '570' ? { Failed: [{ Id: '573' }] } : {},
  )
  expect(await handler(stream, lambdaContext())).toEqual({ batchItemFailures: [{ itemIdentifier: 's2' }] })
  queues(({ Entries }) => {
    if (Entries[0]!.Id === '570') throw new Error('gone')
    return {}
  })
  expect(await handler(stream, lambdaContext())).toEqual({ batchItemFailures: [{ itemIdentifier: 's2' }] })
})

it('the queue of photos is told of an erased case; where the region has no such queue, nothing fails', async () => {
  const erased = { Records: [inserted(7, { type: 'erased' })] } as unknown as DynamoDBStreamEvent
  const toPhotos = (taken: Sent[]) =>
    taken.filter(({ QueueUrl }) => QueueUrl === 'PHOTOS_QUEUE_URL').flatMap(({ Entries }) => Entries)
  const taken = queues()
  await handler(erased, lambdaContext())
  expect(toPhotos(taken).map(({ MessageBody }) => JSON.parse(MessageBody) as object)).toEqual([
    { v: 1, caseId: '99-260302-AAAAA', seq: 7 },
  ])
  missing.add('PHOTOS_QUEUE_URL')
  const without = queues()
  expect([await handler(erased, lambdaContext()), toPhotos(without)]).toEqual([{ batchItemFailures: [] }, []])
})

it('what was put back from a backup sets nothing going again', async () => {
  const taken = queues()
  const start = vi.spyOn(SFNClient.prototype, 'send')
  const back = { arm: '2026-03-09T07:00:00.000Z', restored: '2026-03-05T07:00:00.000Z', counts: true }
  const Records = [inserted(1, { type: 'admitted' }, back), inserted(2, { type: 'closed', children: ['A'] }, back)]
  expect(await handler({ Records } as unknown as DynamoDBStreamEvent, lambdaContext())).toEqual({
    batchItemFailures: [],
  })
  expect([taken.flatMap(({ Entries }) => Entries), start.mock.calls]).toEqual([[], []])
})

it('says how many events of each type went on, each once: neither what comes again nor what was put back nor a test', async () => {
  const logged = catchLog()
  queues(({ Entries }) => ({ Failed: Entries.filter(({ MessageBody }) => MessageBody.includes('"seq":4')) }))
  const Records = [
    ...[inserted(1, { type: 'missed' }), inserted(2, { type: 'received' }, { restored: '2026-03-05T07:00:00.000Z' })],
    inserted(2, { type: 'missed' }, { test: true }),
    ...[inserted(3, { type: 'missed' }), inserted(4, { type: 'received' }), inserted(5, { type: 'closed' })],
  ]
  await handler({ Records } as unknown as DynamoDBStreamEvent, lambdaContext())
  expect(logged()).toEqual([{ message: 'events dispatched', events: 6, failed: true, missed: 2 }])
})
