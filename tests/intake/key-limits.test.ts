// How much a key may ask, counted in a table: exactly so many however many come at once, again in the next minute, and no more in a day.
import { randomBytes } from 'node:crypto'
import { DeleteCommand, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { authorize } from '../../functions/intake/authorize.ts'
import { sayingLimits } from '../../functions/intake/limits.ts'
import type { Request } from '../../functions/edge/http.ts'
import type { Problem } from '../../functions/edge/problem.ts'
import { createKey, limitKey, listKeys, revokeKey } from '../../functions/intake/integrator-keys.ts'
import type { Scope } from '../../functions/intake/integrator-key.ts'
import { hashOf } from '../../functions/links/token.ts'
import { integratorKeys, table } from '../../functions/store/table.ts'
import { startTable, type TestTable } from '../store/a-table.ts'

vi.mock('../../functions/edge/environment.ts', () => ({
  deployedRegion: () => ({ api: { requestsPerMinute: 5, requestsPerDay: 12 } }),
}))

let tables: TestTable
let key: string
let id: string
let made = 0
beforeAll(async () => {
  tables = await startTable()
})
afterAll(() => tables.end())
beforeEach(async () => {
  const grant = { integrator: `portal-${(made += 1)}`, scopes: ['cases:read'], expiresAt: '2027-01-01T00:00:00.000Z' }
  const { key: secret, record } = await createKey(tables.tableName, grant, '2026-03-02T06:00:00.000Z', randomBytes)
  ;[key, id] = [secret, record.id]
})

/** What a request at an instant is told. */
async function ask(at: string) {
  const request = { headers: { 'x-api-key': key }, language: 'en', at } as unknown as Request
  const reply = authorize(request, tables.tableName, 'cases:read').then(() => ({ status: 200, body: '' }))
  return sayingLimits(request, reply).catch(({ status, code, detail, headers }: Problem) => ({
    ...{ status, code, detail, headers },
  }))
}
const askTogether = (count: number, at: string) => Promise.all(Array.from({ length: count }, () => ask(at)))
const accepted = (replies: readonly { status: number }[]) => replies.filter(({ status }) => status === 200).length
const policy = { 'RateLimit-Policy': '"minute";q=5;w=60, "day";q=12;w=86400' }

it('each reply says what is left, to the second', async () => {
  const headers = { ...policy, RateLimit: '"minute";r=4;t=60, "day";r=11;t=61200' }
  expect(await ask('2026-03-02T07:00:00.000Z')).toEqual({ status: 200, body: '', headers })
  const later = { ...policy, RateLimit: '"minute";r=3;t=1, "day";r=10;t=61141' }
  expect(await ask('2026-03-02T07:00:59.500Z')).toEqual({ status: 200, body: '', headers: later })
})

it('of many at once exactly the limit is accepted, and what is refused is not counted', async () => {
  const replies = await askTogether(20, '2026-03-02T07:00:15.000Z')
  expect(accepted(replies)).toBe(5)
  expect(replies.find(({ status }) => status !== 200)).toEqual({
    ...{ status: 429, code: 'rate-limited', detail: 'This key may send 5 requests a minute. Try again later.' },
    headers: { ...policy, RateLimit: '"minute";r=0;t=45, "day";r=7;t=61185', 'Retry-After': '45' },
  })
  expect(accepted(await askTogether(20, '2026-03-02T07:01:00.000Z'))).toBe(5)
})

it('the day ends at its own limit, and the next one begins anew', async () => {
  for (const minute of ['01', '02']) await askTogether(8, `2026-03-02T07:${minute}:00.000Z`)
  const replies = await askTogether(5, '2026-03-02T07:03:00.000Z')
  expect(accepted(replies)).toBe(2)
  expect(await ask('2026-03-02T23:59:30.000Z')).toEqual({
    ...{
      status: 429,
      code: 'quota-exceeded',
      detail: 'This key may send 12 requests a day (UTC). Try again tomorrow.',
    },
    headers: { ...policy, RateLimit: '"minute";r=5;t=30, "day";r=0;t=30', 'Retry-After': '30' },
  })
  expect((await ask('2026-03-03T00:00:00.000Z')).status).toBe(200)
  const [listed] = (await listKeys(tables.tableName)).filter(({ integrator }) => integrator === `portal-${made}`)
  expect(listed!.lastUsedOn).toBe('2026-03-03')
})

it('a clock that is behind goes back to no window', async () => {
  await askTogether(4, '2026-03-02T07:05:00.000Z')
  expect(accepted(await askTogether(4, '2026-03-02T07:04:59.900Z'))).toBe(1)
})

const at = '2026-03-02T07:00:00.000Z'
const wrong = { status: 401, code: 'key-wrong' }
/** The key's item, looked for as nobody does who asks with it. */
const itemKey = () => integratorKeys.integratorKey(hashOf(key))

it('a key that was counted is not read again, and what became of it since counts at once', async () => {
  const send = vi.spyOn(table, 'send')
  for (const _ of [1, 2, 3]) expect((await ask(at)).status).toBe(200)
  expect(send.mock.calls.map(([{ constructor }]) => constructor)).toEqual([
    ...[GetCommand, UpdateCommand],
    ...[UpdateCommand, UpdateCommand],
  ])
  send.mockRestore()

  await limitKey(tables.tableName, id, { requestsPerMinute: 4, requestsPerDay: 6 }, at)
  const replies = [await ask(at), await ask(at)]
  expect(accepted(replies)).toBe(1)
  expect(replies[0]).toMatchObject({ headers: { RateLimit: '"minute";r=0;t=60, "day";r=2;t=61200' } })

  await limitKey(tables.tableName, id, { requestsPerMinute: 50, requestsPerDay: 60 }, at)
  expect((await ask(at)).status).toBe(200)

  await revokeKey(tables.tableName, id, at)
  expect(await ask(at)).toMatchObject(wrong)
})

it('a key whose limit others used up is told so by reading, without trying to write each time', async () => {
  expect((await ask(at)).status).toBe(200)
  // Another copy of the function counted the rest.
  await table.send(
    new UpdateCommand({
      ...{ TableName: tables.tableName, Key: itemKey(), UpdateExpression: 'SET usedThatMinute = :all' },
      ExpressionAttributeValues: { ':all': 5 },
    }),
  )
  const send = vi.spyOn(table, 'send')
  for (const _ of [1, 2, 3]) expect((await ask(at)).status).toBe(429)
  expect(send.mock.calls.map(([{ constructor }]) => constructor)).toEqual([
    ...[UpdateCommand, GetCommand],
    ...[GetCommand, GetCommand],
  ])
  send.mockRestore()
})

it('a key that is gone opens nothing at once, and one that may do more does so at once', async () => {
  const needed = async (scope: Scope) => {
    const request = { headers: { 'x-api-key': key }, language: 'en', at } as unknown as Request
    return authorize(request, tables.tableName, scope).then(
      () => 200,
      ({ status }: Problem) => status,
    )
  }
  expect([await needed('cases:read'), await needed('statistics:read')]).toEqual([200, 403])
  await table.send(
    new UpdateCommand({
      ...{ TableName: tables.tableName, Key: itemKey(), UpdateExpression: 'SET scopes = :scopes' },
      ExpressionAttributeValues: { ':scopes': ['statistics:read'] },
    }),
  )
  expect([await needed('statistics:read'), await needed('cases:read')]).toEqual([200, 403])
  await table.send(new DeleteCommand({ TableName: tables.tableName, Key: itemKey() }))
  expect(await ask(at)).toMatchObject(wrong)
})
