// Many messages at once: each as if it had come alone, once for its key however often and however many at one time, also when half of
// the writes fail.
import { randomBytes } from 'node:crypto'
import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { postBatch } from '../../functions/api/batch.ts'
import type { BatchReply } from '../../functions/contract/replies/batch.ts'
import type { Request } from '../../functions/edge/http.ts'
import type { Problem } from '../../functions/edge/problem.ts'
import { newIntegratorKey } from '../../functions/intake/integrator-key.ts'
import { sayingLimits } from '../../functions/intake/limits.ts'
import { unpack } from '../../functions/store/packed.ts'
import { table } from '../../functions/store/table.ts'
import { startTable, type TestTable } from '../store/a-table.ts'
import { monday } from '../store/lives.ts'

const here = vi.hoisted(() => ({ tableName: '' }))
vi.mock('../../functions/edge/environment.ts', async () => {
  const { littleRegion } = await import('../little-region.ts')
  return { deployedRegion: () => littleRegion(), environment: () => here.tableName }
})
vi.mock('../../functions/edge/log.ts', () => ({ log: () => undefined, logError: () => undefined }))

let tables: TestTable
/** Whether the next transaction is to fail, and with what. */
let fault: () => string | undefined = () => undefined
beforeAll(async () => {
  tables = await startTable()
  here.tableName = tables.tableName
  table.middlewareStack.add(
    (next, { commandName }) =>
      (args) => {
        const name = commandName === 'TransactWriteItemsCommand' ? fault() : undefined
        return name ? Promise.reject(Object.assign(new Error(name), { name })) : next(args)
      },
    { step: 'initialize', name: 'faults', override: true },
  )
})
afterAll(() => tables.end())

interface Item {
  readonly idempotencyKey?: string
  readonly message?: object
}
const item = (idempotencyKey: string, text: string, more: object = {}): Item => ({
  idempotencyKey,
  message: { text, ...more },
})
afterEach(() => {
  fault = () => undefined
})

let integrators = 0
/** A key of an integrator of its own. */
async function sender(limits = { requestsPerMinute: 100_000, requestsPerDay: 100_000 }) {
  const integrator = `portal-${(integrators += 1)}`
  const made = newIntegratorKey({ integrator, scopes: ['messages:write'], limits }, randomBytes)
  await tables.put(made.item)
  const ask = async (body: unknown, elapsed?: () => number) => {
    const request = {
      ...{ headers: { 'x-api-key': made.key }, language: 'en', at: monday, requestId: 'r', base: 'https://otklik' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    } as unknown as Request
    return sayingLimits(request, postBatch(request, elapsed)).catch((error: Problem) => error)
  }
  const send = async (messages: readonly Item[], elapsed = () => 0) => {
    const reply = await ask({ messages }, elapsed)
    if (!('body' in reply)) throw new Error(reply.code)
    return (JSON.parse(reply.body) as BatchReply).results
  }
  const cases = async () => {
    const { Items = [] } = await table.send(new ScanCommand({ TableName: tables.tableName }))
    const states = Items.filter(({ pk, sk }) => sk === 'S' && String(pk).startsWith('C#')).map(
      ({ state }) => unpack(state) as { id: string; integrator?: string },
    )
    return states.filter((one) => one.integrator === integrator).map(({ id }) => id)
  }
  const used = async () => (await tables.get(made.item))!['usedThatMinute']
  return { ask, send, cases, used }
}

it('takes what is right, refuses what is wrong in words, and says of each which it was', async () => {
  const { send, cases } = await sender()
  const results = await send([
    item('row-1', 'Яма на дороге.', { externalId: 'e-1' }),
    item('row-2', 'Яма на дороге.', { topic: 'no.such', txet: '' }),
    { message: { text: 'Яма на дороге.' } },
    item('row 4', 'Яма на дороге.'),
    item('row-1', 'Яма на дороге.', { externalId: 'e-1' }),
    item('row-1', 'Другая яма.'),
    item('row-7', 'Ещё одна яма.', { externalId: 'e-1', address: null }),
    'nothing' as Item,
  ])
  const { accepted } = results[0]!
  expect(accepted).toMatchObject({ status: 'routing', receivedAt: monday })
  const taken = { status: 201, accepted, problem: null, retryAfter: null }
  const refused = (key: string | null, code: string, ...errors: object[]) => ({
    ...{ idempotencyKey: key, status: 422, replayed: false, accepted: null, retryAfter: null },
    problem: expect.objectContaining({
      code,
      status: 422,
      requestId: 'r',
      ...(errors.length > 0 && { errors }),
    }) as unknown,
  })
  const keyText = 'Write it so: 1 to 200 ASCII signs without blanks.'
  expect(results).toEqual([
    { idempotencyKey: 'row-1', replayed: false, ...taken },
    refused(
      'row-2',
      'invalid',
      {
        pointer: '/message/txet',
        code: 'unknown_field',
        detail: 'There is no such field. Check its name for a misprint.',
      },
      { pointer: '/message/topic', code: 'unknown', detail: 'The region has no such topic.' },
    ),
    refused(null, 'invalid', { pointer: '/idempotencyKey', code: 'required', detail: 'This field is required.' }),
    refused('row 4', 'invalid', { pointer: '/idempotencyKey', code: 'format', detail: keyText }),
    { idempotencyKey: 'row-1', replayed: true, ...taken },
    refused('row-1', 'idempotency-mismatch'),
    { idempotencyKey: 'row-7', replayed: true, ...taken },
    refused(null, 'invalid', {
      pointer: '',
      code: 'type',
      detail: 'Something else is expected here: an object.',
    }),
  ])
  expect(await cases()).toEqual([accepted!.id])
})

it('F2 of twenty of the same at once each message is a case once, and everybody is told the same', async () => {
  const { send, cases } = await sender()
  const messages = Array.from({ length: 10 }, (_, index) => item(`key-${index}`, `Яма номер ${index}.`))
  const all = await Promise.all(Array.from({ length: 20 }, () => send(messages)))
  const ids = new Set(all.flat().map(({ accepted }) => accepted?.id))
  expect([ids.size, ids]).toEqual([10, new Set(await cases())])
  expect(all.flat().filter(({ status, replayed }) => status === 201 && !replayed)).toHaveLength(10)
  for (const results of all)
    expect(results.map(({ accepted }) => accepted)).toEqual(all[0]!.map(({ accepted }) => accepted))
})

it('C8 whatever is sent and however often a write fails, sent again until nothing is left it is as if each had come alone', async () => {
  const texts = fc.constantFrom('Яма на дороге.', 'Не горит фонарь.')
  const sent = fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), texts), { minLength: 1, maxLength: 12 })
  const failures = fc.infiniteStream(fc.constantFrom('ThrottlingException', 'InternalServerError', undefined))
  await fc.assert(
    fc.asyncProperty(sent, failures, async (asked, faults) => {
      const { send, cases } = await sender()
      const messages = asked.map(([key, text]) => item(`key-${key}`, text))
      let left = 20
      fault = () => ((left -= 1) > 0 ? (faults.next().value as string | undefined) : undefined)
      const told = new Map<number, { status: number; id: string | undefined }>()
      for (let tries = 0; tries < 30 && told.size < messages.length; tries += 1) {
        for (const [index, { status, accepted, retryAfter }] of (await send(messages)).entries()) {
          const answer = { status, id: accepted?.id }
          if (status >= 500) expect([500, 503, 5]).toEqual([500, 503, retryAfter])
          else if (status === 201) expect(told.get(index) ?? answer).toEqual(answer)
          if (status < 500) told.set(index, answer)
        }
      }
      // With faults a later message of a key may be the one that is taken; with none it is the first.
      fault = () => undefined
      const settled = await send(messages)
      const byKey = Map.groupBy(settled.entries(), ([index]) => asked[index]![0])
      for (const group of byKey.values()) {
        const took = group.filter(([, { status }]) => status === 201)
        expect(new Set(took.map(([index]) => asked[index]![1])).size).toBe(1)
        expect(new Set(took.map(([, { accepted }]) => accepted!.id)).size).toBe(1)
        for (const [, { status }] of group) expect([201, 422]).toContain(status)
      }
      expect((await cases()).length).toBe(byKey.size)
    }),
    { numRuns: 15 },
  )
})

it('counts each message as a request, takes those that there is room for, and says when the others may come', async () => {
  const { ask, send } = await sender({ requestsPerMinute: 5, requestsPerDay: 12 })
  const messages = Array.from({ length: 8 }, (_, index) => item(`key-${index}`, `Яма номер ${index}.`))
  const reply = await ask({ messages })
  if (!('body' in reply)) throw reply
  const { results } = JSON.parse(reply.body) as BatchReply
  expect(results.map(({ status, retryAfter }) => [status, retryAfter])).toEqual([
    ...Array.from({ length: 5 }, () => [201, null]),
    ...Array.from({ length: 3 }, () => [429, 60]),
  ])
  expect(results[7]!.problem).toMatchObject({
    ...{ code: 'rate-limited', status: 429 },
    detail: 'This key may send 5 requests a minute. Try again later.',
  })
  expect(reply.headers!['RateLimit']).toBe('"minute";r=0;t=60, "day";r=7;t=61200')
  await expect(send(messages)).rejects.toThrow('rate-limited')
})

it('F3 of many at once takes what was counted, and no more is counted than there is room for', async () => {
  const { ask, used } = await sender({ requestsPerMinute: 50, requestsPerDay: 1_000 })
  const batches = Array.from({ length: 10 }, (_, batch) =>
    Array.from({ length: 10 }, (_, index) => item(`key-${batch}-${index}`, 'Яма на дороге.')),
  )
  const replies = await Promise.all(batches.map((messages) => ask({ messages })))
  const statuses = replies.flatMap((reply) =>
    'body' in reply ? (JSON.parse(reply.body) as BatchReply).results.map(({ status }) => status) : [],
  )
  const taken = statuses.filter((status) => status === 201).length
  expect([taken, taken <= 50, taken > 40]).toEqual([await used(), true, true])
})

it('leaves what is not begun in time to the next request', async () => {
  const { send, cases } = await sender()
  const messages = Array.from({ length: 10 }, (_, index) => item(`key-${index}`, `Яма номер ${index}.`))
  let time = 0
  const results = await send(messages, () => (time += 1_000) - 1_000)
  expect(results.map(({ status, retryAfter }) => [status, retryAfter])).toEqual([
    ...Array.from({ length: 7 }, () => [201, null]),
    ...Array.from({ length: 3 }, () => [503, 1]),
  ])
  expect((await cases()).length).toBe(7)
  expect((await send(messages)).map(({ replayed }) => replayed)).toEqual([
    ...Array.from({ length: 7 }, () => true),
    ...Array.from({ length: 3 }, () => false),
  ])
})

it('is refused whole, and makes nothing, where it is no batch or too large', async () => {
  const { ask, cases } = await sender()
  const one = item('key', 'Яма на дороге.')
  const refused = async (body: unknown) => {
    const { status, code, errors } = (await ask(body)) as Problem
    return [status, code, errors.map(({ pointer, code: why }) => `${pointer} ${why}`)]
  }
  expect(await refused({ messages: [] })).toEqual([422, 'invalid', ['/messages too_small']])
  expect(await refused({ messages: Array.from({ length: 101 }, () => one) })).toEqual([
    422,
    'invalid',
    ['/messages too_large'],
  ])
  expect(await refused([one])).toEqual([422, 'invalid', [' type']])
  expect(await refused({ messages: [one], Idempotency: 'x' })).toEqual([422, 'invalid', ['/Idempotency unknown_field']])
  expect(await refused(`{"messages": [${' '.repeat(1024 * 1024)}]}`)).toEqual([413, 'too-large', []])
  expect(await cases()).toEqual([])
  const long = Array.from({ length: 100 }, (_, index) => item(`k-${index}`, 'я'.repeat(4_000)))
  expect(await ask({ messages: long })).toMatchObject({ status: 200 })
})
