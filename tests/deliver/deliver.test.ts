// Webhooks from event to receiver, by a clock that is moved: receivers that fail, hang, are gone and come back (H2–H5, H7–H10 of the
// failures of others).
import { randomBytes } from 'node:crypto'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { later } from '../../functions/case/clocks/waking.ts'
import type { Posted } from '../../functions/deliver/post.ts'
import { loadEndpoint } from '../../functions/store/endpoints.ts'
import { enableEndpoint, pauseEndpoint, removeEndpoint, rotateSecret } from '../../functions/webhooks/endpoints.ts'
import { deliveriesOf, replay } from '../../functions/webhooks/replay.ts'
import { MOST_TRIES } from '../../functions/webhooks/waits.ts'
import { catchLog } from '../edge/events.ts'
import { startTable, type TestTable } from '../store/a-table.ts'
import { answers, PostOffice } from './post-office.ts'

let tables: TestTable
vi.mock('../../functions/edge/environment.ts', () => ({
  environment: (name: string) => (name === 'TABLE_NAME' ? tables.tableName : name),
  deployedRegion: () => ({ code: '95', stage: 'prod' }),
}))
vi.mock('../../functions/queues/send.ts', () => ({ sendAll: vi.fn() }))

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const office = new PostOffice(() => tables)
let logged: () => Record<string, unknown>[]
let host: string
let hosts = 0

beforeAll(async () => {
  tables = await startTable()
})
afterAll(() => tables.end())
beforeEach(() => {
  logged = catchLog()
  office.reset()
  host = `a${(hosts += 1)}.example.org`
})

const statusOf = async (endpoint: string, event: string) =>
  (await deliveriesOf(tables.tableName, endpoint, office.at)).find((one) => one.event === event)?.status
it('are posted once, however often their message comes', async () => {
  const { endpoint } = await office.add(host)
  const [event] = await office.happens(host)
  const message = office.waiting[0]!
  office.waiting.push(message, message)
  await office.work()
  office.waiting.push(message)
  await office.work()
  expect(office.to(host)).toHaveLength(1)
  expect(await statusOf(endpoint.id, event!)).toBe('delivered')
  expect(logged().find((line) => line['message'] === 'webhook posted')).toEqual({
    ...{
      message: 'webhook posted',
      endpoint: endpoint.id,
      event,
      type: 'answered',
      result: 204,
      tookMs: 0,
      attempt: 1,
    },
  })
})

it('are not posted again while somebody is posting them, and are after a crash', async () => {
  const { endpoint } = await office.add(host)
  const [event] = await office.happens(host)
  const message = office.waiting[0]!
  office.receivers.set(host, () => {
    throw new Error('The function ends here.')
  })
  expect(await office.batch()).toBe(1)
  office.receivers.clear()
  office.waiting.push(message)
  await office.work()
  expect(office.to(host)).toHaveLength(1)
  await office.pass(15 * MINUTE)
  expect(office.to(host)).toHaveLength(2)
  expect(await statusOf(endpoint.id, event!)).toBe('delivered')
})

describe('a receiver that', () => {
  it.each([
    ['answers 404', answers(404)],
    ['answers 500', answers(500)],
    ['redirects', answers(302)],
    ['refuses the connection', { outcome: 'connection' }],
    ['leads to a private address', { outcome: 'refused address' }],
  ] as const)('%s is tried again', async (_, posted) => {
    const { endpoint } = await office.add(host)
    const [event] = await office.happens(host)
    office.receivers.set(host, () => posted)
    await office.pass(HOUR)
    expect(office.to(host)).toHaveLength(4)
    office.receivers.clear()
    await office.pass(2 * HOUR)
    expect(office.to(host)).toHaveLength(5)
    expect(await statusOf(endpoint.id, event!)).toBe('delivered')
    expect(await loadEndpoint(tables.tableName, endpoint.id)).toMatchObject({ state: 'active', failures: 0 })
  })

  it.each([
    ['answers 403', answers(403)],
    ['does not answer', { outcome: 'timeout' }],
  ] as const)(
    'H4: %s is tried ten times at the stated times, then paused, its owner told once; a replay works',
    async (_, posted) => {
      const { endpoint } = await office.add(host)
      const start = office.at
      const [event] = await office.happens(host)
      office.receivers.set(host, () => posted)
      await office.pass(100 * HOUR)
      const waits = [0, 5, 300, 1800, ...[2, 5, 10, 14, 20, 24].map((hours) => hours * 3600)]
      const times = office.to(host, start).map(([, seconds]) => seconds)
      expect(times).toHaveLength(MOST_TRIES)
      for (const [index, time] of times.entries()) {
        const planned = waits.slice(0, index + 1).reduce((sum, wait) => sum + wait, 0)
        // What waits for longer than a queue can hold is found by the digest, five minutes later at most each time.
        expect(time - planned, `try ${index + 1}`).toBeGreaterThanOrEqual(0)
        expect(time - planned, `try ${index + 1}`).toBeLessThanOrEqual(index * 300)
      }
      expect(await statusOf(endpoint.id, event!)).toBe('failed')
      const stopped = (await loadEndpoint(tables.tableName, endpoint.id))!
      expect(stopped).toMatchObject({ state: 'paused', why: 'failed' })
      expect(office.mails).toMatchObject([
        { endpoint: endpoint.id, since: stopped.since, host, email: 'owner@example.org', why: 'failed' },
      ])
      expect(logged().filter((line) => 'WebhookStopped' in line)).toHaveLength(1)

      office.receivers.clear()
      await enableEndpoint(tables.tableName, endpoint.id, office.at)
      const again = await replay(tables.tableName, endpoint.id, { since: start }, office.at)
      expect(again.map((one) => one.event)).toEqual([event])
      await office.pass(10 * MINUTE)
      expect(await statusOf(endpoint.id, event!)).toBe('delivered')
    },
  )

  it('H5: is gone (410) is left alone at once; what happens meanwhile is kept and offered when it is back', async () => {
    const { endpoint } = await office.add(host)
    office.receivers.set(host, () => answers(410))
    const before = await office.happens(host, 12)
    await office.pass(HOUR)
    expect(office.to(host).length).toBe(1)
    expect(await loadEndpoint(tables.tableName, endpoint.id)).toMatchObject({ state: 'disabled', why: 'gone' })
    const meanwhile = await office.happens(host, 2)
    await office.pass(HOUR)
    expect(office.to(host).length).toBe(1)
    office.receivers.clear()
    await enableEndpoint(tables.tableName, endpoint.id, office.at)
    const missed = await replay(tables.tableName, endpoint.id, { since: '' }, office.at)
    expect(missed.map((one) => one.event).toSorted()).toEqual([...before, ...meanwhile].toSorted())
    await office.pass(10 * MINUTE)
    expect(new Set(office.to(host).map(([id]) => id))).toEqual(new Set([...before, ...meanwhile]))
    expect(office.to(host).length).toBe(1 + before.length + meanwhile.length)
  })

  it.each([
    ['429 and 60 seconds', answers(429, '60'), 60],
    ['503 and a date', answers(503, 'date'), 120],
    ['429 and a day: no later than the try after the next', answers(429, '86400'), 300],
    ['503 and nonsense', answers(503, 'soon'), 5],
    ['500, where it means nothing', answers(500, '60'), 5],
  ])('H5: asks to be left alone (%s) is', async (_, posted, seconds) => {
    await office.add(host)
    const start = office.at
    await office.happens(host)
    const date = new Date(Date.parse(start) + 120 * SECOND).toUTCString()
    office.receivers.set(host, () => {
      office.receivers.clear()
      return 'retryAfter' in posted && posted.retryAfter === 'date' ? { ...posted, retryAfter: date } : posted
    })
    await office.pass(HOUR)
    expect(office.to(host, start).map(([, after]) => after)).toEqual([0, seconds])
  })

  it('fails on one event only gets the others, and that one ten times', async () => {
    await office.add(host)
    const [bad, ...good] = await office.happens(host, 8)
    const seeded = xoroshiro128plus(95)
    office.random = (count) => Uint8Array.from({ length: count }, () => uniformInt(seeded, 0, 255))
    office.receivers.set(host, ({ id }) => answers(id === bad ? 500 : 200))
    await office.pass(HOUR)
    expect(new Set(office.to(host).map(([id]) => id))).toEqual(new Set([bad, ...good]))
    expect(office.to(host).filter(([id]) => id !== bad)).toHaveLength(good.length)
    expect(office.to(host).filter(([id]) => id === bad).length).toBe(4)
  })
})

it('are not tried before their time, whenever their message comes', async () => {
  const { endpoint } = await office.add(host)
  await office.happens(host)
  const early = office.waiting[0]!
  office.receivers.set(host, () => answers(500))
  await office.pass(10 * SECOND)
  expect(office.to(host)).toHaveLength(2)
  await enableEndpoint(tables.tableName, endpoint.id, office.at)
  office.waiting.push(early)
  await office.work()
  expect(office.to(host)).toHaveLength(2)
})

describe('H2: a receiver that hangs', () => {
  it('with many events delays nobody else: their posts wait for nothing but their own', async () => {
    const other = `b${hosts}.example.org`
    await office.add(host)
    await office.add(other)
    const releases: ((posted: Posted) => void)[] = []
    office.receivers.set(host, () => new Promise((hangs) => releases.push(hangs)))
    await office.happens(host, 60)
    // Two batches hang, as many as there are lanes; all that follow come through without waiting.
    const hanging = [office.batch(), office.batch()]
    await vi.waitFor(() => expect(releases).toHaveLength(2))
    const own = await office.happens(other, 5)
    await office.work()
    expect(office.to(other).map(([id]) => id)).toEqual(own)
    expect(office.to(host)).toHaveLength(2)
    for (const release of releases) release({ outcome: 'timeout' })
    expect(await Promise.all(hanging)).toEqual([0, 0])
    // From now on one probe at a time, and the next only after a wait.
    office.receivers.set(host, () => ({ outcome: 'timeout' }))
    await office.pass(4 * SECOND)
    expect(office.to(host)).toHaveLength(2)
    await office.pass(2 * MINUTE)
    expect(office.to(host)).toHaveLength(3)
  })

  it('is tried by one at a time, all such receivers together, until they are back', async () => {
    const others = ['c', 'd'].map((letter) => `${letter}${hosts}.example.org`)
    for (const one of [host, ...others]) await office.add(one)
    let running = 0
    let most = 0
    const hangs = async (): Promise<Posted> => {
      most = Math.max(most, (running += 1))
      await new Promise((resolve) => setImmediate(resolve))
      running -= 1
      return { outcome: 'timeout' }
    }
    for (const one of [host, ...others]) office.receivers.set(one, hangs)
    for (const one of [host, ...others]) await office.happens(one, 2)
    await office.work()
    most = 0
    office.at = later(office.at, 10 * MINUTE)
    await Promise.all([office.batch(), office.batch(), office.batch()])
    expect(most).toBe(1)
    office.receivers.clear()
    await office.pass(HOUR)
    for (const one of [host, ...others]) {
      const arrived = (
        await Promise.all((await idsOf(one)).map((id) => deliveriesOf(tables.tableName, id, office.at)))
      ).flat()
      expect(arrived.map(({ status }) => status)).toEqual(['delivered', 'delivered'])
    }
  })
})

const idsOf = async (integrator: string) => {
  const { listEndpoints } = await import('../../functions/webhooks/endpoints.ts')
  return (await listEndpoints(tables.tableName)).filter((one) => one.integrator === integrator).map(({ id }) => id)
}

it('H3: one bad record, or one that the table fails, returns alone', async () => {
  await office.add(host)
  await office.happens(host)
  const { deliverBatch } = await import('../../functions/deliver/handler.ts')
  const records = [
    { messageId: 'good', body: office.waiting[0]!.body },
    { messageId: 'not json', body: '{' },
    { messageId: 'no delivery', body: '{"v":1}' },
    { messageId: 'nobody', body: JSON.stringify({ v: 1, endpoint: 'nobody', event: 'x.1', at: office.at }) },
  ]
  const { batchItemFailures } = await deliverBatch(records as never, office.effects)
  expect(batchItemFailures.map((one) => one.itemIdentifier)).toEqual(['not json', 'no delivery'])
  expect(office.to(host)).toHaveLength(1)
})

it('H3: what a run has no time for is not posted in it, and not lost', async () => {
  await office.add(host)
  const events = await office.happens(host, 5)
  const left = [true, true, false]
  const { deliverBatch } = await import('../../functions/deliver/handler.ts')
  const records = office.waiting.splice(0).map(({ body }, index) => ({ messageId: `m${index}`, body }))
  await deliverBatch(records as never, { ...office.effects, hasTime: () => left.shift() ?? false })
  expect(office.to(host)).toHaveLength(2)
  await office.work()
  expect(office.to(host).map(([id]) => id)).toEqual(events)
})

it('H7, H8: after hours the id is the same, the timestamp new, and the secret the one of that hour', async () => {
  const { endpoint, secret } = await office.add(host)
  await office.happens(host)
  office.receivers.set(host, () => answers(500))
  await office.pass(3 * HOUR)
  const next = await rotateSecret(tables.tableName, endpoint.id, office.at, randomBytes)
  office.receivers.clear()
  await office.pass(10 * HOUR)
  const [first, last] = [office.posts[0]!, office.posts.at(-1)!]
  expect([last.id, last.body]).toEqual([first.id, first.body])
  expect(Number(last.headers['webhook-timestamp'])).toBe(Math.floor(Date.parse(last.at) / 1000))
  const { Webhook } = await import('standardwebhooks')
  vi.useFakeTimers({ now: Date.parse(last.at), toFake: ['Date'] })
  for (const one of [secret, next.secret])
    expect(new Webhook(one).verify(Buffer.from(last.body), last.headers)).toMatchObject({ type: 'answered' })
  vi.useRealTimers()
})

it('H9: many events at once arrive once each, by two posts at a time at most', async () => {
  const other = `b${hosts}.example.org`
  await office.add(host)
  await office.add(other)
  // A post ends when every batch of the round is either posting or done, so that posts meet if they can.
  const batches = 4
  let running = 0
  let most = 0
  let done = 0
  const held: (() => void)[] = []
  const meet = () => {
    if (running + done >= batches) for (const end of held.splice(0)) end()
  }
  office.receivers.set(host, async () => {
    most = Math.max(most, (running += 1))
    await new Promise<void>((resolve) => {
      held.push(resolve)
      meet()
    })
    running -= 1
    return answers(200)
  })
  const batch = async () => {
    await office.batch()
    done += 1
    meet()
  }
  const events = await office.happens(host, 100)
  const [one] = await office.happens(other)
  office.waiting.unshift(office.waiting.pop()!)
  for (let round = 0; round < 500 && office.waiting.length > 0; round += 1) {
    done = 0
    await Promise.all(Array.from({ length: batches }, batch))
    office.at = later(office.at, SECOND)
  }
  expect(
    office
      .to(host)
      .map(([id]) => id)
      .toSorted(),
  ).toEqual(events.toSorted())
  expect(most).toBe(2)
  expect(office.to(other)).toEqual([[one, expect.any(Number)]])
})

it.each(['pause', 'remove'] as const)('H10: after %s nothing of what was queued is posted', async (how) => {
  const { endpoint } = await office.add(host)
  await office.happens(host, 50)
  const act = {
    pause: () => pauseEndpoint(tables.tableName, endpoint.id, office.at),
    remove: () => removeEndpoint(tables.tableName, endpoint.id),
  }
  // In the middle of a batch.
  office.receivers.set(host, async () => {
    await act[how]()
    return answers(200)
  })
  await office.pass(HOUR)
  expect(office.to(host)).toHaveLength(1)
  const kept = await deliveriesOf(tables.tableName, endpoint.id, office.at)
  expect(kept.filter(({ status }) => status === 'held')).toHaveLength(49)
})
