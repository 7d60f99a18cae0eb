// Who asks for the links of an address learns nothing of it: every address is answered by the same calls and the same reply.
import { SQSClient } from '@aws-sdk/client-sqs'
import { expect, it, vi } from 'vitest'
import type { Region } from '../../regions/schema.ts'
import { httpEvent, lambdaContext } from '../edge/events.ts'
import { littleRegion } from '../little-region.ts'

const region: Region = { ...littleRegion(), languages: ['ru', 'en'] }
vi.mock('../../functions/edge/environment.ts', () => ({
  deployedRegion: () => region,
  environment: (name: string) => name,
}))
vi.mock('../../functions/edge/refresh.ts', () => ({ refreshRegion: () => Promise.resolve() }))
const { table } = await import('../../functions/store/table.ts')
const { handler } = await import('../../functions/publish/handler.ts')

const calls: [name: string, input: unknown][] = []
const heard = (answer: unknown) => (command: { constructor: { name: string }; input: unknown }) => {
  calls.push([command.constructor.name, command.input])
  return Promise.resolve(answer)
}
vi.spyOn(table, 'send').mockImplementation(heard({ Item: { secret: 'the region’s own' } }) as never)
const queue = vi.spyOn(SQSClient.prototype, 'send').mockImplementation(heard({}) as never)

const ask = async (email: string, nonce = 'ABCDEFGH12345678') => {
  calls.length = 0
  const { statusCode, headers, body } = await handler(
    httpEvent({
      ...{ httpMethod: 'POST', path: '/my', resource: '/my' },
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Accept-Language': 'en' },
      body: new URLSearchParams({ nonce, email }).toString(),
    }),
    lambdaContext(),
  )
  return { statusCode, headers, body, names: calls.map(([name]) => name), calls: [...calls] }
}

it('any address is answered the same, by the same calls, and named by its hash alone', async () => {
  await ask('first@example.org') // reads the region's secret, once in the life of a function
  const [one, other] = [await ask('known@example.org'), await ask('Nobody+1@example.org')]
  const { calls: [[, sent] = []] = [], ...seen } = one
  const { calls: _, ...unknown } = other
  expect(seen).toEqual(unknown)
  expect([seen.statusCode, seen.headers!['Location'], seen.names]).toEqual([
    ...[303, '?done=asked', ['SendMessageBatchCommand']],
  ])
  const { QueueUrl, Entries } = sent as { QueueUrl: string; Entries: { MessageBody: string }[] }
  expect([QueueUrl, Entries.length]).toEqual(['NOTICES_QUEUE_URL', 1])
  const message = JSON.parse(Entries[0]!.MessageBody) as Record<string, unknown>
  expect({ ...message, person: String(message['person']).length }).toEqual({
    ...{ v: 1, person: 43, ask: 'ABCDEFGH12345678', language: 'en' },
  })
  const again = await ask(' KNOWN@example.org')
  expect(JSON.stringify(again.calls)).toBe(JSON.stringify(one.calls))
})

it('what is no address, or no form of ours, is told, and nothing is sent', async () => {
  for (const [email, nonce, status] of [
    ['кто-то', 'ABCDEFGH12345678', 422],
    ['known@example.org', 'x', 400],
  ] as const) {
    const { statusCode, names } = await ask(email, nonce)
    expect([statusCode, names]).toEqual([status, []])
  }
})

it('where the queue does not take it, nobody is told that it was', async () => {
  queue.mockResolvedValueOnce({ Failed: [{ Id: '0' }] } as never)
  const { statusCode, body } = await ask('known@example.org')
  expect([statusCode, body.includes('A fault on our side')]).toEqual([500, true])
})
