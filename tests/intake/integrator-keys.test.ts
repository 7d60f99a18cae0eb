// The keys of integrators in a table: two beside each other, one after the other, none after it was withdrawn.
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { authorize } from '../../functions/intake/authorize.ts'
import { later } from '../../functions/case/clocks/waking.ts'
import type { Request } from '../../functions/edge/http.ts'
import {
  createKey,
  idOfKey,
  limitKey,
  listKeys,
  type NewKey,
  revokeKey,
  rotateKey,
} from '../../functions/intake/integrator-keys.ts'
import { startTable, type TestTable } from '../store/a-table.ts'

vi.mock('../../functions/edge/environment.ts', () => ({
  deployedRegion: () => ({ api: { requestsPerMinute: 600, requestsPerDay: 50_000 } }),
}))

const at = '2026-03-02T07:00:00.000Z'
const DAY = 86_400_000
const inDays = (days: number) => later(at, days * DAY)
let tables: TestTable
let integrator: string
let made = 0
beforeAll(async () => {
  tables = await startTable()
})
afterAll(() => tables.end())
beforeEach(() => {
  integrator = `portal-${(made += 1)}`
})

const grant = (more: Partial<NewKey> = {}): NewKey => ({
  ...{ integrator, scopes: ['cases:read'], expiresAt: inDays(365), ...more },
})
const create = (more?: Partial<NewKey>, when = at) => createKey(tables.tableName, grant(more), when, randomBytes)
const rotate = (id: string, endsAt: string) => rotateKey(tables.tableName, id, endsAt, inDays(400), at, randomBytes)
const listed = async () => (await listKeys(tables.tableName)).filter((one) => one.integrator === integrator)
/** The integrator whom a key opens the API for at an instant. */
const opens = (key: string, when: string) =>
  authorize(
    { headers: { 'x-api-key': key }, language: 'en', at: when } as unknown as Request,
    tables.tableName,
    'cases:read',
  )
    .then(({ id }) => id)
    .catch(({ code }: { code: string }) => code)

it('are made, listed without what opens anything, and tell when they were used', async () => {
  const { key, record } = await create({ name: 'Portal of the city' })
  expect(key).toMatch(/^otk_[0-9a-z]{32}$/)
  expect(await opens(key, inDays(1))).toBe(integrator)
  expect(await listed()).toEqual([{ ...record, lastUsedOn: '2026-03-03' }])
  expect(record).toMatchObject({ name: 'Portal of the city', createdAt: at, expiresAt: inDays(365), test: false })
  expect(JSON.stringify(await listed())).not.toContain(key.slice(4))
  expect(await idOfKey(tables.tableName, key)).toBe(record.id)
  expect(await idOfKey(tables.tableName, `${key}x`)).toBeUndefined()
})

it('are two beside each other at most, of each kind, also when two people make one at once', async () => {
  const first = await create()
  await create({ test: true })
  const both = await Promise.allSettled([create(), create()])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  await expect(create()).rejects.toThrow(`${integrator} has two keys already`)
  await revokeKey(tables.tableName, first.record.id, at)
  await expect(create()).resolves.toBeDefined()
  await expect(create({ test: true })).resolves.toBeDefined()
})

it('follow each other: the old one opens until its day, and a third waits for that', async () => {
  const old = await create({ name: 'Portal', scopes: ['cases:read', 'messages:write'] })
  const next = await rotate(old.record.id, inDays(7))
  expect(next.record).toMatchObject({
    ...old.record,
    ...{ id: next.record.id, hash: next.record.hash, expiresAt: inDays(400) },
  })
  expect([await opens(old.key, inDays(6)), await opens(old.key, inDays(7)), await opens(next.key, inDays(8))]).toEqual([
    ...[integrator, 'key-wrong', integrator],
  ])
  await expect(create()).rejects.toThrow('two keys already')
  await expect(create({}, inDays(8))).resolves.toBeDefined()
})

it('end at once when they are withdrawn, and no earlier end is put off', async () => {
  const leaked = await create({ expiresAt: inDays(3) })
  expect((await rotate(leaked.record.id, inDays(7))).record.expiresAt).toBe(inDays(400))
  expect(await opens(leaked.key, inDays(4))).toBe('key-wrong')
  await revokeKey(tables.tableName, leaked.record.id, inDays(1))
  expect(await opens(leaked.key, inDays(1))).toBe('key-wrong')
  const ended = (await listed()).find(({ id }) => id === leaked.record.id)
  expect(ended).toMatchObject({ expiresAt: inDays(1), revokedAt: inDays(1) })
  await expect(revokeKey(tables.tableName, leaked.record.id, inDays(2))).rejects.toThrow('ended at')
  await expect(revokeKey(tables.tableName, 'nobody', at)).rejects.toThrow('There is no key nobody.')
})

it('have limits of their own where they were given them: from the next request on, also after a rotation, until they are taken away', async () => {
  const limits = { requestsPerMinute: 2, requestsPerDay: 1_000 }
  const { key, record } = await create({ limits })
  const asked = async (day: number) => [
    await opens(key, inDays(day)),
    await opens(key, inDays(day)),
    await opens(key, inDays(day)),
  ]
  expect(await asked(1)).toEqual([integrator, integrator, 'rate-limited'])
  const three = { requestsPerMinute: 3, requestsPerDay: 1_000 }
  expect((await limitKey(tables.tableName, record.id, three, at)).limits).toEqual(three)
  expect(await asked(2)).toEqual([integrator, integrator, integrator])
  const next = await rotate(record.id, inDays(7))
  expect([next.record.limits, (await listed()).map((one) => one.limits)]).toEqual([three, [three, three]])
  await limitKey(tables.tableName, next.record.id, undefined, at)
  expect((await listed()).map((one) => one.limits)).toEqual([three, undefined])
  expect(Array.from({ length: 4 }, () => integrator)).toEqual(
    await Promise.all(Array.from({ length: 4 }, () => opens(next.key, inDays(3)))),
  )
  await expect(limitKey(tables.tableName, 'nobody', three, at)).rejects.toThrow('There is no key nobody.')
})
