// The client: whatever fails on the way, the same is sent again with the same key while that may help; lists are walked to their end.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { batchesOf } from '../../tools/client/batches.ts'
import { OtklikProblem, OtklikUnreachable } from '../../tools/client/problem.ts'
import type { BatchItem, BatchResult } from '../../tools/client/types.ts'
import { type Answer, json, regionSaying } from './a-region.ts'

const accepted = {
  id: '95-261123-7K4QF',
  status: 'routing',
  receivedAt: '2026-11-23T08:00:00.000Z',
  trackUrl: 'https://x',
}
const message = { text: 'Яма на дороге.' }
const nobody = () => new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED 127.0.0.1:9') })

describe('a call', () => {
  it('sends the key in a header, to the address it was given and to no other', async () => {
    const { otklik, asked } = regionSaying([json(201, accepted)])
    expect(await otklik.postMessage(message, { idempotencyKey: 'row-1' })).toEqual({ ...accepted, replayed: false })
    expect(asked).toEqual([
      {
        url: 'https://region.example/live/v1/messages',
        method: 'POST',
        headers: {
          ...{ Authorization: 'Bearer otk_key', Accept: 'application/json', 'Accept-Language': 'en' },
          ...{ 'Content-Type': 'application/json', 'Idempotency-Key': 'row-1' },
        },
        body: JSON.stringify(message),
      },
    ])
    const moved = regionSaying([new Response('', { status: 308, headers: { Location: 'https://evil.example' } })])
    await expect(moved.otklik.getCase('x')).rejects.toMatchObject({ status: 308 })
  })

  it('is sent again whatever fails, the very same each time, and done once it is answered', async () => {
    const failure = fc.constantFrom<() => Answer>(
      nobody,
      () => new Error('The operation was aborted due to timeout'),
      () => json(429, { code: 'rate-limited' }, { 'Retry-After': '2' }),
      () => json(503, { code: 'busy' }, { 'Retry-After': '0' }),
      () => new Response('<html>', { status: 502 }),
      () => json(500, { code: 'internal' }),
      () => json(504, { code: 'timed-out' }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(failure, { maxLength: 6 }), async (failures) => {
        const replayed = { 'Idempotent-Replayed': 'true' }
        const { otklik, asked, waits } = regionSaying([...failures.map((one) => one()), json(201, accepted, replayed)])
        expect(await otklik.postMessage(message)).toEqual({ ...accepted, replayed: true })
        expect(asked).toHaveLength(failures.length + 1)
        expect(new Set(asked.map((one) => JSON.stringify(one))).size).toBe(1)
        expect(asked[0]!.headers['Idempotency-Key']).toMatch(/^[\w-]{36}$/)
        for (const wait of waits) expect([100, 2_000, 500, 1_000, 2_000, 4_000, 8_000, 16_000]).toContain(wait)
      }),
    )
  })

  it('that is refused is not sent again, and says why', async () => {
    const errors = [{ pointer: '/text', code: 'required', detail: 'This field is required.' }]
    const problem = { code: 'invalid', detail: 'Check the fields named in errors.', errors, requestId: 'r' }
    const { otklik, waits } = regionSaying([json(422, problem)])
    const refused = await otklik.postMessage(message).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(OtklikProblem)
    expect(refused).toMatchObject({
      ...{ status: 422, code: 'invalid', errors, requestId: 'r', retryAfter: undefined },
      message: '422 invalid: Check the fields named in errors.\n  /text: This field is required.',
    })
    expect(waits).toEqual([])
  })

  it('ends when patience does: at once where the day is used up, after a minute where nobody answers', async () => {
    const day = regionSaying([json(429, { code: 'quota-exceeded' }, { 'Retry-After': '31422' })])
    await expect(day.otklik.getCase('x')).rejects.toMatchObject({ code: 'quota-exceeded', retryAfter: 31_422 })
    const dead = regionSaying(Array.from({ length: 20 }, nobody))
    await expect(dead.otklik.getCase('x')).rejects.toThrow(
      'No region answers at https://region.example/live: connect ECONNREFUSED 127.0.0.1:9.',
    )
    expect(dead.waits.reduce((sum, one) => sum + one)).toBeLessThanOrEqual(60_000)
    expect(dead.waits.slice(0, 3)).toEqual([500, 1_000, 2_000])
    const impatient = regionSaying([nobody()], { unreachableMs: 0 })
    await expect(impatient.otklik.getCase('x')).rejects.toBeInstanceOf(OtklikUnreachable)
  })
})

describe('many messages', () => {
  const item = fc.record({
    idempotencyKey: fc.string({ minLength: 1, maxLength: 5 }),
    message: fc.record({ text: fc.nat({ max: 300_000 }).map((length) => 'я'.repeat(length)) }),
  })

  it('are cut into batches that are taken, all of them, in their order', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 250 }), (items) => {
        const batches = batchesOf(items)
        expect(batches.flat()).toEqual(items)
        for (const batch of batches) {
          expect(batch.length).toBeLessThanOrEqual(100)
          const { length } = Buffer.from(JSON.stringify({ messages: batch }))
          expect(batch.length === 1 || length < 1024 * 1024).toBe(true)
        }
      }),
      { numRuns: 25 },
    )
  })

  it('are sent again where the API asks for it, those alone, under their own keys', async () => {
    const result = (idempotencyKey: string, status: number, retryAfter: number | null): BatchResult => ({
      ...{ idempotencyKey, status, replayed: false, problem: null, retryAfter },
      accepted: status === 201 ? (accepted as BatchResult['accepted']) : null,
    })
    const answers: Answer[] = [
      json(200, {
        results: [result('a', 201, null), result('b', 429, 30), result('c', 422, null), result('d', 503, 1)],
      }),
      nobody(),
      json(200, { results: [result('b', 201, null), result('d', 500, 5)] }),
      json(200, { results: [result('d', 201, null)] }),
    ]
    const { otklik, asked, waits } = regionSaying(answers)
    const messages = ['a', 'b', 'c', 'd'].map((idempotencyKey) => ({ idempotencyKey, message }))
    const results = await otklik.postMessages(messages)
    expect(results.map(({ idempotencyKey, status }) => `${idempotencyKey} ${status}`)).toEqual([
      ...['a 201', 'b 201', 'c 422', 'd 201'],
    ])
    const keysOf = (body: string) =>
      (JSON.parse(body) as { messages: BatchItem[] }).messages.map((one) => one.idempotencyKey)
    expect(asked.map(({ body }) => keysOf(body!).join(''))).toEqual(['abcd', 'bd', 'bd', 'd'])
    expect(waits).toEqual([30_000, 500, 5_000])
  })

  it('that cannot be taken within our patience are given back as they were answered', async () => {
    const late = { idempotencyKey: 'a', status: 429, replayed: false, accepted: null, problem: null, retryAfter: 3_600 }
    const { otklik, waits } = regionSaying([json(200, { results: [late] })])
    expect(await otklik.postMessages([{ message }])).toEqual([late])
    expect(waits).toEqual([])
  })
})

describe('lists', () => {
  const link = (cursor: string) => ({
    Link: `<https://elsewhere.example/v1/cases?status=triage&cursor=${cursor}>; rel="next"`,
  })

  it('of cases are walked over short and empty pages to their end, at our own address', async () => {
    const { otklik, asked } = regionSaying([
      json(200, { cases: [{ id: '1' }] }, link('a')),
      json(200, { cases: [] }, link('b')),
      json(200, { cases: [{ id: '2' }] }),
    ])
    const found: string[] = []
    for await (const { id } of otklik.listCases({ status: 'triage', topic: undefined })) found.push(id)
    expect(found).toEqual(['1', '2'])
    expect(asked.map(({ url }) => url)).toEqual(
      ['', '&cursor=a', '&cursor=b'].map((more) => `https://region.example/live/v1/cases?status=triage${more}`),
    )
  })

  it('as a table have their headings and their mark once', async () => {
    const page = (text: string, headers = {}) =>
      new Response(text, { headers: { 'Content-Type': 'text/csv', ...headers } })
    const { otklik } = regionSaying([
      page('\ufeffid;status\r\n1;triage\r\n', link('a')),
      page('\ufeffid;status\r\n', link('b')),
      page('\ufeffid;status\r\n2;closed\r\n'),
    ])
    let table = ''
    for await (const part of otklik.exportCases({}, 'text/csv')) table += part
    expect(table).toBe('\ufeffid;status\r\n1;triage\r\n2;closed\r\n')
  })

  it('of events go on after `next` of the page before, until there is no more', async () => {
    const page = (next: string, more: boolean, ...events: string[]) =>
      json(200, { events: events.map((id) => ({ id })), next, more })
    const { otklik, asked } = regionSaying([page('F-1', true, 'a.1'), page('F-5', true), page('F-6', false, 'b.1')])
    const kept: string[] = []
    for await (const { events, next } of otklik.eventPages({ since: '2026-11-23', limit: '1' }))
      kept.push(...events.map(({ id }) => id), next)
    expect(kept).toEqual(['a.1', 'F-1', 'F-5', 'b.1', 'F-6'])
    expect(asked.map(({ url }) => url.split('?')[1])).toEqual([
      ...['since=2026-11-23&limit=1', 'after=F-1&limit=1', 'after=F-5&limit=1'],
    ])
  })
})

it('what is not asked any more is no error', async () => {
  const { otklik } = regionSaying([json(409, { code: 'not-asked' }), json(409, { code: 'erased' })])
  expect(await otklik.supplyMissing('x', { askedAt: '' })).toBe(undefined)
  await expect(otklik.supplyMissing('x', { askedAt: '' })).rejects.toMatchObject({ code: 'erased' })
})
