// Who may use the API: keys as the table holds them, and what is written of their use.
import { GetCommand, type UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { authorize } from '../../functions/intake/authorize.ts'
import type { Request } from '../../functions/edge/http.ts'
import { hashOf } from '../../functions/links/token.ts'
import { newIntegratorKey, type Scope } from '../../functions/intake/integrator-key.ts'
import { integratorKeys, table } from '../../functions/store/table.ts'
import { at } from './events.ts'

const key = 'otk_0123456789abcdefghjkmnpqrstvwxyz'
const valid = {
  ...integratorKeys.integratorKey(hashOf(key)),
  integrator: 'demo',
  scopes: ['messages:write', 'cases:read'],
  expiresAt: '2027-03-02T00:00:00.000Z',
  lastUsedOn: '2026-03-02',
}

vi.mock('../../functions/edge/environment.ts', () => ({
  deployedRegion: () => ({ api: { requestsPerMinute: 600, requestsPerDay: 50_000 } }),
}))

/** A key as they are made; the alphabet has no i, l, o and u. */
function keyNamed(name: string): string {
  return `otk_${name.replaceAll(/[ilou]/g, '0').padStart(32, '0')}`
}

let sent: (GetCommand | UpdateCommand)[]
/** Another for each test: what a function remembers of a key is of one table. */
let tableName: string
let tables = 0
beforeEach(() => {
  sent = []
  tableName = `cases-${(tables += 1)}`
})

/** Asks with a table that holds this item under its key. */
function ask(
  item: ({ readonly pk: string } & Record<string, unknown>) | undefined,
  headers: Record<string, string>,
  scopes: Scope[],
  instant = at,
) {
  vi.spyOn(table, 'send').mockImplementation((command: unknown) => {
    sent.push(command as GetCommand | UpdateCommand)
    const asked = (command as GetCommand).input.Key as { pk: string } | undefined
    const found =
      command instanceof GetCommand && asked?.pk === item?.pk
        ? { Item: item }
        : {
            Attributes: { usedThatDay: 1, usedThatMinute: 1, lastUsedOn: '2026-03-02', lastMinute: '2026-03-02T07:00' },
          }
    return Promise.resolve(found) as never
  })
  const request = { headers, language: 'en', at: instant } as unknown as Request
  return authorize(request, tableName, ...scopes)
}

const bearer = { authorization: `Bearer ${key}` }
const writes = () => sent.filter((command) => !(command instanceof GetCommand)).map(({ input }) => input)

describe('a key', () => {
  it.each([
    ['as a bearer', bearer],
    ['as a bearer, however it is spelt', { authorization: `bearer ${key}` }],
    ['in a header of its own', { 'x-api-key': key }],
  ])('%s opens what it was given for', async (_how, headers) => {
    expect(await ask(valid, headers, ['cases:read:all', 'cases:read'])).toEqual({
      id: 'demo',
      scopes: ['messages:write', 'cases:read'],
      test: false,
      derive: expect.any(Function) as unknown,
    })
    expect(sent.slice(0, 1).map(({ input }) => input)).toEqual([
      { TableName: tableName, Key: integratorKeys.integratorKey(hashOf(key)) },
    ])
  })

  it('to try with is looked for among its own kind alone', async () => {
    const made = newIntegratorKey({ integrator: 'demo', scopes: ['cases:read'], test: true }, (size) =>
      Buffer.alloc(size),
    )
    expect(made.key).toMatch(/^otk_test_[0-9a-z]{32}$/)
    expect(await ask(made.item, { authorization: `Bearer ${made.key}` }, ['cases:read'])).toEqual({
      id: 'demo',
      scopes: ['cases:read'],
      test: true,
      derive: expect.any(Function) as unknown,
    })
    expect(sent[0]!.input.Key).toEqual(integratorKeys.testKey(hashOf(made.key)))
  })

  it('makes the same bytes for the same purpose, which no other key makes', async () => {
    const { derive } = await ask(valid, bearer, ['cases:read'])
    const others = await ask(
      { ...valid, ...integratorKeys.integratorKey(hashOf(keyNamed('0ther'))) },
      { 'x-api-key': keyNamed('0ther') },
      ['cases:read'],
    )
    const made = [derive('a'), derive('a'), derive('b'), others.derive('a')].map((random) => String(random(32)))
    expect(made[1]).toBe(made[0])
    expect(new Set(made).size).toBe(3)
  })

  it('without an end stays valid', async () => {
    const { expiresAt: _, ...endless } = valid
    expect(await ask(endless, bearer, ['cases:read'])).toMatchObject({ id: 'demo' })
  })

  const challenge = { 'WWW-Authenticate': 'Bearer realm="otklik"' }
  const missing = { status: 401, code: 'key-missing', detail: 'Send your key in the header Authorization: Bearer …' }
  const wrong = { status: 401, code: 'key-wrong', detail: 'There is no such key, or it has expired.' }
  const lacking = { status: 403, code: 'scope-missing', detail: 'The key lacks the scope statistics:read.' }

  it.each([
    ['is missing', valid, {}, { ...missing, headers: challenge }],
    ['comes by another scheme', valid, { authorization: `Basic ${key}` }, { ...missing, headers: challenge }],
    ['is unknown', valid, { authorization: `Bearer ${keyNamed('other')}` }, { ...wrong, headers: challenge }],
    ['was deleted', undefined, { 'x-api-key': keyNamed('de1eted') }, { ...wrong, headers: challenge }],
    ['expires this instant', { ...valid, expiresAt: at }, bearer, { ...wrong, headers: challenge }],
    ['expired long ago', { ...valid, expiresAt: '2025-01-01T00:00:00.000Z' }, bearer, { ...wrong, headers: challenge }],
    ['lacks the scope', valid, bearer, { ...lacking, headers: {} }],
  ])('that %s is refused, and nothing is written', async (_what, item, headers, problem) => {
    await expect(ask(item, headers, ['statistics:read'])).rejects.toMatchObject(problem)
    expect(writes()).toEqual([])
  })

  it('that ends a moment later still opens', async () => {
    expect(await ask({ ...valid, expiresAt: '2026-03-02T07:00:00.001Z' }, bearer, ['cases:read'])).toMatchObject({
      id: 'demo',
    })
  })
})

describe('a key that nobody has', () => {
  it.each(['otk_short', keyNamed('x').toUpperCase(), `${keyNamed('x')}0`, 'x'.repeat(5_000), 'otk_test_'])(
    'and nobody can have is not even looked for: %s',
    async (impossible) => {
      await expect(ask(undefined, { 'x-api-key': impossible }, ['cases:read'])).rejects.toMatchObject({ status: 401 })
      expect(sent).toEqual([])
    },
  )

  const guess = (instant: string) =>
    ask(undefined, { 'x-api-key': keyNamed('guess') }, ['cases:read'], instant).catch(String)

  it('is looked for once a minute, however often it comes', async () => {
    await guess(at)
    await guess('2026-03-02T07:00:59.999Z')
    expect(sent).toHaveLength(1)
    await guess('2026-03-02T07:01:00.000Z')
    expect(sent).toHaveLength(2)
  })

  it('in one table may be one of another', async () => {
    await guess(at)
    tableName = `${tableName}-other`
    await guess(at)
    expect(sent).toHaveLength(2)
  })

  it('is forgotten when a thousand others have come', async () => {
    const before = { 'x-api-key': keyNamed('first') }
    await ask(undefined, before, ['cases:read']).catch(String)
    for (let other = 0; other < 1_000; other += 1)
      await ask(undefined, { 'x-api-key': keyNamed(String(other)) }, ['cases:read']).catch(String)
    sent = []
    await ask(undefined, before, ['cases:read']).catch(String)
    expect(sent).toHaveLength(1)
  })
})
