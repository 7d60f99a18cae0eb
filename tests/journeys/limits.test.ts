// What an integrator's program meets that sends too much at once, over HTTP.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { hashOf } from '../../functions/links/token.ts'
import { integratorKeys } from '../../functions/store/table.ts'
import { type RegionAtWork, regionAtWork } from './region-at-work.ts'

let work: RegionAtWork
beforeAll(async () => {
  work = await regionAtWork('2026-03-02T07:00:00Z', (region) => ({
    ...region,
    api: { ...region.api, requestsPerMinute: 3, requestsPerDay: 100 },
  }))
  const Key = integratorKeys.integratorKey(hashOf(work.key))
  await work.document.send(new UpdateCommand({ TableName: work.tableName, Key, UpdateExpression: 'REMOVE limits' }))
})
afterAll(() => work.end())

it('F4 makes exactly as many cases as the minute allows, says so in Russian as well, and takes the rest afterwards', async () => {
  const posts = await Promise.all(
    Array.from({ length: 8 }, (_, index) => work.post({ text: 'Проба.', municipality: 'groznyy' }, `post-${index}`)),
  )
  expect(posts.map(({ status }) => status).toSorted()).toEqual([201, 201, 201, 429, 429, 429, 429, 429])
  for (const { headers } of posts) {
    expect(headers.get('RateLimit-Policy')).toBe('"minute";q=3;w=60, "day";q=100;w=86400')
    expect(headers.get('RateLimit')).toMatch(/^"minute";r=[0-2];t=\d+, "day";r=9[7-9];t=\d+$/)
  }
  const refused = posts.findIndex(({ status }) => status === 429)
  expect(posts[refused]!.headers.get('Retry-After')).toMatch(/^[1-9]\d*$/)
  expect(posts.some(({ headers }) => headers.has('Set-Cookie'))).toBe(false)
  expect(await posts[refused]!.json()).toEqual({
    type: 'urn:otklik:problem:rate-limited',
    title: 'Слишком много запросов',
    status: 429,
    detail: 'По этому ключу разрешено запросов в минуту: 3. Повторите позже.',
    code: 'rate-limited',
    requestId: posts[refused]!.headers.get('Request-Id'),
  })
  await work.engine.advance(120_000)
  const again = await work.post({ text: 'Проба.', municipality: 'groznyy' }, `post-${refused}`)
  expect([again.status, again.headers.get('Idempotent-Replayed')]).toEqual([201, null])
})

it('gets the limits on refusals that were counted, and none without a key', async () => {
  await work.engine.advance(120_000)
  const invalid = await work.post({})
  expect([invalid.status, invalid.headers.has('RateLimit')]).toEqual([422, true])
  const nobody = await fetch(`${work.engine.apiUrl}/v1/topics`)
  expect([nobody.status, nobody.headers.has('RateLimit')]).toEqual([401, false])
})

it('F5 a key in the address, where logs would keep it, opens nothing: the reply says where keys belong', async () => {
  const reply = await fetch(`${work.engine.apiUrl}/v1/topics?api_key=${work.key}`)
  const { detail } = (await reply.json()) as { detail: string }
  expect([reply.status, detail]).toEqual([401, expect.stringContaining('Authorization: Bearer')])
  expect(detail).not.toContain(work.key)
})
