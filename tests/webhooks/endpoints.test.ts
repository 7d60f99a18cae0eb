// Endpoints in a table: five of an integrator at most, replaced secrets, stopped and gone ones; who is told of which event, once.
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { FeedEvent } from '../../functions/case/feed.ts'
import { later } from '../../functions/case/clocks/waking.ts'
import { loadEndpoint } from '../../functions/store/endpoints.ts'
import {
  addEndpoint,
  enableEndpoint,
  listEndpoints,
  type NewEndpoint,
  pauseEndpoint,
  removeEndpoint,
  rotateSecret,
} from '../../functions/webhooks/endpoints.ts'
import { offersOf, subscriptionsAt } from '../../functions/webhooks/offer.ts'
import { startTable, type TestTable } from '../store/a-table.ts'

const at = '2026-03-02T07:00:00.000Z'
const HOUR = 3_600_000
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

const wanted = (more: Partial<NewEndpoint> = {}): NewEndpoint => ({
  ...{ integrator, url: 'https://hooks.example.org/', email: 'owner@example.org', all: false, test: false, ...more },
})
const add = (more?: Partial<NewEndpoint>) => addEndpoint(tables.tableName, wanted(more), at, randomBytes)
const own = async () => (await listEndpoints(tables.tableName)).filter((one) => one.integrator === integrator)

it('are added with a secret that is shown once, listed, and refused where their address is', async () => {
  const { secret, endpoint } = await add({ types: ['answered'] })
  expect(await own()).toMatchObject([{ ...endpoint, state: 'active', since: at, failures: 0, types: ['answered'] }])
  expect(endpoint.secrets).toEqual([{ secret }])
  await expect(add({ url: 'https://10.0.0.1/' })).rejects.toThrow('not an IP address')
  expect((await own()).length).toBe(1)
})

it('are five of an integrator at most, also when two people add one at once', async () => {
  for (let count = 0; count < 4; count += 1) await add()
  const both = await Promise.allSettled([add(), add()])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  await expect(add()).rejects.toThrow(`${integrator} has 5 endpoints already`)
  await removeEndpoint(tables.tableName, (await own())[0]!.id)
  await expect(add()).resolves.toBeDefined()
})

it('H8: have two secrets for a day after one is replaced, never three', async () => {
  const { secret, endpoint } = await add()
  const second = await rotateSecret(tables.tableName, endpoint.id, at, randomBytes)
  const third = await rotateSecret(tables.tableName, endpoint.id, later(at, HOUR), randomBytes)
  expect(new Set([secret, second.secret, third.secret]).size).toBe(3)
  expect((await loadEndpoint(tables.tableName, endpoint.id))!.secrets).toEqual([
    { secret: third.secret },
    { secret: second.secret, until: later(at, 25 * HOUR) },
  ])
})

it('are paused, enabled and removed; nobody else is', async () => {
  const { endpoint } = await add()
  const other = await add()
  await pauseEndpoint(tables.tableName, endpoint.id, later(at, HOUR))
  expect(await loadEndpoint(tables.tableName, endpoint.id)).toMatchObject({
    ...{ state: 'paused', since: later(at, HOUR), why: 'asked' },
  })
  await enableEndpoint(tables.tableName, endpoint.id, later(at, 2 * HOUR))
  expect(await loadEndpoint(tables.tableName, endpoint.id)).toMatchObject({
    state: 'active',
    since: later(at, 2 * HOUR),
  })
  await removeEndpoint(tables.tableName, endpoint.id)
  expect(await own()).toMatchObject([{ ...other.endpoint }])
  await expect(pauseEndpoint(tables.tableName, endpoint.id, at)).rejects.toThrow(`There is no endpoint ${endpoint.id}.`)
})

it('are told of their integrator’s cases, of the events they want, of test cases apart', async () => {
  const event: FeedEvent = {
    ...{ caseId: '95-260302-7K4QF', seq: 3, type: 'answered', at, status: 'answer_review' },
    ...{ integrator, externalId: 'A-1' },
  }
  const ids: Record<string, string> = {}
  const kinds = {
    ...{ mine: {}, answers: { types: ['answered', 'closed'] }, closings: { types: ['closed'] } },
    ...{ tests: { test: true } },
  }
  for (const [name, more] of Object.entries(kinds)) ids[name] = (await add(more)).endpoint.id
  const other = { integrator: `${integrator}-other` }
  ids['everybody’s'] = (await add({ ...other, all: true })).endpoint.id
  await add(other)
  const names = Object.fromEntries(Object.entries(ids).map(([name, id]) => [id, name]))
  const subscriptions = await subscriptionsAt(tables.tableName, at)
  const told = (more: Partial<FeedEvent>) =>
    offersOf(subscriptions, [{ ...event, ...more }], at).map(({ message }) => names[message.endpoint])
  expect(told({})).toEqual(['mine', 'answers', 'everybody’s'])
  expect(told({ type: 'closed' })).toEqual(['mine', 'answers', 'closings', 'everybody’s'])
  expect(told({ test: true })).toEqual(['tests'])
  expect(told({ integrator: 'somebody' })).toEqual(['everybody’s'])
  const [offer] = offersOf(subscriptions, [event], at)
  expect(offer!.message).toEqual({ v: 1, endpoint: ids['mine'], event: '95-260302-7K4QF.3', at })
  expect(JSON.parse(String(offer!.item['body']))).toEqual({
    ...{ type: 'answered', timestamp: at },
    data: {
      ...{ id: '95-260302-7K4QF.3', type: 'answered', at, caseId: '95-260302-7K4QF', seq: 3 },
      ...{ status: 'answer_review', externalId: 'A-1' },
    },
  })
})

it('of a region are forty at most', async () => {
  while ((await listEndpoints(tables.tableName)).length < 40) await add({ integrator: `${integrator}-${(made += 1)}` })
  await expect(add()).rejects.toThrow('The region has 40 endpoints already.')
})
