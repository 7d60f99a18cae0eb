// Endpoints in a table: five of an integrator at most, replaced secrets, stopped and gone ones; who is told of which event, once.
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
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
import { offer, type Told } from '../../functions/webhooks/offer.ts'
import { deliveriesOf } from '../../functions/webhooks/replay.ts'
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

it('are told of their integrator’s cases, of the events they want, of test cases apart; of each event once', async () => {
  const event: Told = {
    ...{
      caseId: '95-260302-7K4QF',
      seq: 3,
      type: 'answered',
      at,
      status: 'answer_review',
      integrator,
      externalId: 'A-1',
    },
  }
  const ids: Record<string, string> = {}
  const kinds = {
    ...{ mine: {}, answers: { types: ['answered', 'closed'] }, closings: { types: ['closed'] } },
    ...{ tests: { test: true } },
  }
  for (const [name, more] of Object.entries(kinds)) ids[name] = (await add(more)).endpoint.id
  const everybody = (
    await addEndpoint(tables.tableName, wanted({ integrator: `${integrator}-other`, all: true }), at, randomBytes)
  ).endpoint
  await addEndpoint(tables.tableName, wanted({ integrator: `${integrator}-other` }), at, randomBytes)
  // The list is believed for a minute.
  const now = later(at, made * 10 * HOUR)
  const told = async (more: Partial<Told>, instant = now) =>
    (await offer(tables.tableName, { ...event, ...more }, instant)).map(({ endpoint }) => endpoint).toSorted()
  expect(await told({})).toEqual([ids['mine'], ids['answers'], everybody.id].toSorted())
  expect(await told({})).toEqual([ids['mine'], ids['answers'], everybody.id].toSorted())
  expect(await told({ seq: 4, type: 'closed' })).toEqual(
    [ids['mine'], ids['answers'], ids['closings'], everybody.id].toSorted(),
  )
  expect(await told({ seq: 5, test: true })).toEqual([ids['tests']])
  expect(await told({ seq: 6, integrator: 'somebody' })).toEqual([everybody.id])
  const kept = await deliveriesOf(tables.tableName, ids['mine']!, now)
  expect(kept.map((one) => one.event)).toEqual(['95-260302-7K4QF.3', '95-260302-7K4QF.4'])
  expect(kept[0]).toMatchObject({ type: 'answered', status: 'due', attempts: 0, tries: [] })
  expect(JSON.parse(kept[0]!.body)).toEqual({
    ...{ type: 'answered', timestamp: at },
    data: { caseId: '95-260302-7K4QF', seq: 3, status: 'answer_review', externalId: 'A-1' },
  })
})
