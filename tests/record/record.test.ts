// Whole batches put on record: what many at once ask of the table, and what is on record whatever fails meanwhile: every event is counted once, stands
// in the feed once and in its case's order, and what fails of a batch comes again alone.
import { randomUUID } from 'node:crypto'
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type * as counting from '../../functions/statistics/counting.ts'
import { feedEvents } from '../../functions/case/feed.ts'
import { handler } from '../../functions/record/handler.ts'
import { appendToFeed } from '../../functions/store/feed.ts'
import { loadEvents } from '../../functions/store/history.ts'
import { casesWithWords } from '../../functions/store/find-words.ts'
import { feedKeys, figureKeys, type Key, keys, table, webhookKeys } from '../../functions/store/table.ts'
import { ttlAfter } from '../../functions/store/expiry.ts'
import { createTable } from '../../tools/create-table.ts'
import { catchLog, lambdaContext, queueEvent } from '../edge/events.ts'
import { startTable, type TestTable } from '../store/a-table.ts'
import { assign, freshId, give, monday, operator, responder, submit } from '../store/lives.ts'
import { countersIn, countersOf, feedIn, fedIn, fedOf } from './recorded.ts'

const queued: unknown[][] = []
const given = vi.hoisted(() => ({ tableName: '', hasWebhooks: false, unmeasured: '' }))
vi.mock('../../functions/statistics/counting.ts', async (original) => {
  const actual = await original<typeof counting>()
  const clockIncrements: typeof actual.clockIncrements = (...of) => {
    const [, caseId, events] = of
    if (`${caseId} ${events.length}` === given.unmeasured) throw new Error('The calendar has no working time.')
    return actual.clockIncrements(...of)
  }
  return { ...actual, clockIncrements }
})
vi.mock('../../functions/edge/environment.ts', async () => {
  const { littleRegion } = await import('../little-region.ts')
  const held = littleRegion()
  return {
    environment: () => given.tableName,
    environmentIfSet: () => (given.hasWebhooks ? 'webhooks' : undefined),
    deployedRegion: () => held,
  }
})
vi.mock('../../functions/edge/refresh.ts', () => ({ refreshRegion: () => Promise.resolve() }))
vi.mock('../../functions/edge/now.ts', () => ({ now: () => monday }))
vi.mock('../../functions/queues/send.ts', () => ({
  sendAll: (_: string, messages: unknown[]) => {
    queued.push(messages)
    return Promise.resolve([])
  },
}))

let at: TestTable
let logged: ReturnType<typeof catchLog>
beforeAll(async () => {
  at = await startTable()
}, 120_000)
afterAll(() => at.end())
beforeEach(async () => {
  given.tableName = `Cases-${randomUUID()}`
  given.hasWebhooks = false
  given.unmeasured = ''
  queued.length = 0
  logged = catchLog()
  await createTable(given.tableName)
})
afterEach(() => {
  table.middlewareStack.remove(FAULTS)
  vi.restoreAllMocks()
})

const FAULTS = 'faults'

const DATES = ['2026-03-02']
interface Message {
  readonly caseId: string
  readonly seq: number
}
const told = (caseId: string, ...seqs: number[]): Message[] => seqs.map((seq) => ({ caseId, seq }))

/** Invokes the function with messages as the queue does. @returns those that it reports */
async function record(messages: readonly Message[], receives = 1, context = lambdaContext()): Promise<Message[]> {
  const event = queueEvent(...messages.map((one) => ({ v: 1, ...one })))
  for (const one of event.Records) Object.assign(one, { attributes: { ApproximateReceiveCount: String(receives) } })
  const { batchItemFailures } = await handler(event, context)
  return batchItemFailures.map(({ itemIdentifier }) => messages[Number(itemIdentifier.slice(1)) - 1]!)
}

/** A case that came, with its words, and was assigned. */
async function aCase(text = 'Упал светофор'): Promise<string> {
  const id = freshId()
  await give(given.tableName, id, submit)
  await message(id, 'M1', text)
  await give(given.tableName, id, assign)
  return id
}
const message = (caseId: string, messageId: string, text: string) =>
  write({ ...keys.personal(caseId, messageId), messageId, text, ttl: ttlAfter(monday, 30) })
const write = async (Item: Key & Record<string, unknown>) => {
  await table.send(new PutCommand({ TableName: given.tableName, Item }))
}
const read = async (Key: Key) => (await table.send(new GetCommand({ TableName: given.tableName, Key }))).Item
const someCases = (count: number) => Array.fromAsync({ length: count }, () => aCase())
const found = async (stem: string) => {
  const asked = { tableName: given.tableName, first: '99-', last: '99-~', limit: 50, at: monday }
  return (await casesWithWords({ ...asked, stems: [stem] })).caseIds.toSorted()
}

/** Everything of these cases is on record, once. */
async function isOnRecord(caseIds: readonly string[], apartFrom: readonly string[] = []): Promise<void> {
  expect(await countersIn(given.tableName, DATES)).toEqual(await countersOf(given.tableName, caseIds))
  expect(await fedIn(given.tableName)).toEqual(await fedOf(given.tableName, caseIds))
  expect(await found('светофор')).toEqual(caseIds.filter((one) => !apartFrom.includes(one)).toSorted())
}

/** Counts what is sent to the table by the operation's name. */
function countSent(): Record<string, number> {
  const sent: Record<string, number> = {}
  table.middlewareStack.add(
    (next, { commandName }) =>
      (args) => {
        const name = commandName!.replace('Command', '')
        sent[name] = (sent[name] ?? 0) + 1
        return next(args)
      },
    { step: 'initialize', name: FAULTS },
  )
  return sent
}

/** Does something before each sending of an operation; what it throws is what comes of it. */
function before(operation: string, act: (input: object) => Promise<void>): void {
  table.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        if (commandName === `${operation}Command`) await act(args.input)
        return next(args)
      },
    { step: 'initialize', name: FAULTS },
  )
}

const conflict = () =>
  new TransactionCanceledException({
    message: 'cancelled',
    $metadata: {},
    CancellationReasons: [{ Code: 'TransactionConflict' }],
  })

describe('many at once', () => {
  it('ask for little more than one: a load for each case, one count, one end of the feed, lists and words', async () => {
    const ids = await someCases(5)
    await record(told(await aCase(), 1, 2))
    const sent = countSent()
    expect(await record(ids.flatMap((id) => told(id, 1, 2)))).toEqual([])
    expect(sent).toEqual({
      ...{ Query: 5, GetItem: 1, BatchGetItem: 2 },
      ...{ TransactWriteItems: 2, PutItem: 5, BatchWriteItem: 1 },
    })
  })

  it('are there as if each had come alone', async () => {
    const ids = await someCases(5)
    expect(await record(ids.flatMap((id) => told(id, 1, 2)))).toEqual([])
    await isOnRecord(ids)
    const entries = await feedIn(given.tableName)
    expect(entries.map(({ caseId, seq }) => `${caseId} ${seq}`)).toEqual(ids.flatMap((id) => [`${id} 1`, `${id} 2`]))
    const marks = await Promise.all(ids.map((id) => read(keys.counted(id, 2))))
    expect(marks.every(Boolean)).toBe(true)
  })

  it('of which the same comes twice, late or before what led to it, are there once', async () => {
    const [one, other] = await someCases(2)
    expect(await record([...told(one!, 2, 1, 2), ...told(other!, 2), ...told(one!, 1)])).toEqual([])
    expect(await record([...told(other!, 1, 2), ...told(one!, 2)])).toEqual([])
    await isOnRecord([one!, other!])
    expect(logged().filter(({ message: what }) => what === 'not done together')).toEqual([])
  })

  it('of more events than one transaction takes go into the feed in several, each with what is to be posted of it', async () => {
    given.hasWebhooks = true
    const endpoints = Array.from({ length: 12 }, (_, n) => ({ id: `E${n}`, integrator: 'I', all: true, test: false }))
    await write({ ...webhookKeys.endpoints, endpoints, version: 1 })
    const ids = await someCases(5)
    const sent = countSent()
    expect(await record(ids.flatMap((id) => told(id, 1, 2)))).toEqual([])
    await isOnRecord(ids)
    // Ten events with twelve deliveries each, and a mark for each case: of the fourth case one event goes with the first.
    expect([sent['TransactWriteItems'], queued.map(({ length }) => length)].flat()).toEqual([3, 84, 36])
    const deliveries = await Promise.all(ids.map((id) => read(webhookKeys.delivery('E3', monday, `${id}.2`))))
    expect(deliveries.every(Boolean)).toBe(true)
  })
})

describe('one that fails', () => {
  it('for want of its event, or because nobody can read it, is told again alone', async () => {
    const [one, other, broken] = await someCases(3)
    await write({ ...keys.event(broken!, 1), event: new Uint8Array([255, 255]) })
    const lost = [...told(broken!, 2), ...told(other!, 3)]
    expect(await record([...told(broken!, 2), ...told(one!, 1, 2), ...told(other!, 3, 1, 2)])).toEqual(lost)
    expect(logged().filter(({ message: what }) => what === 'message failed')).toHaveLength(2)
    expect((await fedIn(given.tableName))[other!]).toEqual([1, 2])
    expect(Object.keys(await fedIn(given.tableName)).toSorted()).toEqual([one, other])
    expect(await countersIn(given.tableName, DATES)).toEqual(await countersOf(given.tableName, [one!, other!]))
    expect(await found('светофор')).toEqual([one, other])
  })

  it('in its counter keeps the others from being counted neither, nor itself from the feed', async () => {
    const [one, other] = await someCases(2)
    const south = freshId()
    await give(given.tableName, south, submit)
    await give(given.tableName, south, { ...assign, municipality: 'south', organisation: 'south-office' })
    // No addition goes there.
    const counter = figureKeys.caseCounter('now', ['form', 'roads.pothole', 'south'])
    await write({ ...counter, open: 'many' })
    const failed = await record([...told(south, 2), ...told(one!, 2), ...told(other!, 2)])
    expect(failed).toEqual(told(south, 2))
    expect([await read(keys.counted(south, 2)), await read(keys.counted(one!, 2))]).toMatchObject([undefined, { v: 2 }])
    expect((await fedIn(given.tableName))[south]).toEqual([1, 2])
    // When that is mended, it is counted, and nothing twice.
    await write({ ...counter, open: 0 })
    expect(await record([...told(south, 2), ...told(one!, 2)], 2)).toEqual([])
    expect(await countersIn(given.tableName, DATES)).toEqual(await countersOf(given.tableName, [one!, other!, south]))
  })

  it('to be measured for want of a calendar is told again, and given up to a person in the end; what needs none is counted', async () => {
    const [one, other] = await someCases(2)
    given.unmeasured = `${one} 2`
    expect(await record([...told(one!, 1, 2), ...told(other!, 1, 2)])).toEqual(told(one!, 2))
    const countFailed = () => logged().filter(({ CountFailed }) => CountFailed === 1)
    expect([countFailed(), await read(keys.counted(one!, 2))]).toEqual([[], undefined])
    expect(await record([...told(one!, 2), ...told(other!, 1)], 4)).toEqual([])
    expect(countFailed()).toEqual([expect.objectContaining({ caseId: one, seq: 2, type: 'assigned' })])
    given.unmeasured = ''
    expect(await record([...told(one!, 2), ...told(other!, 2)], 5)).toEqual([])
    const both = await countersOf(given.tableName, [one!, other!])
    const counted = await countersIn(given.tableName, DATES)
    const cases = (counters: typeof both) => Object.entries(counters).filter(([name]) => name.startsWith('F#'))
    expect(cases(counted)).toEqual(cases(both))
    const clock = figureKeys.counter('2026-03-02', ['assignment', undefined, 'roads.pothole', 'north'])
    expect(await read(clock)).toMatchObject({ ended: 1 })
  })

  it('in the feed leaves its count where it is, and the others in the feed', async () => {
    const [one, other] = await someCases(2)
    const mark = JSON.stringify(keys.fed(one!)).slice(1, -1)
    before('TransactWriteItems', (input) =>
      JSON.stringify(input).includes(mark) ? Promise.reject(new Error('no place')) : Promise.resolve(),
    )
    const messages = [...told(one!, 1, 2), ...told(other!, 1, 2)]
    expect(await record(messages)).toEqual(told(one!, 1, 2))
    expect(await fedIn(given.tableName)).toEqual({ [other!]: [1, 2] })
    table.middlewareStack.remove(FAULTS)
    expect(await record(told(one!, 1, 2), 2)).toEqual([])
    await isOnRecord([one!, other!])
  })

  it('in the index of words keeps no others out of it, and what was erased before it is told leaves none', async () => {
    const [one, other, gone] = await someCases(3)
    before('BatchWriteItem', (input) =>
      JSON.stringify(input).includes(one!) ? Promise.reject(new Error('no room')) : Promise.resolve(),
    )
    expect(await record([...told(one!, 1), ...told(other!, 1), ...told(gone!, 1)])).toEqual(told(one!, 1))
    table.middlewareStack.remove(FAULTS)
    expect(await found('светофор')).toEqual([other, gone])
    await give(given.tableName, gone!, { type: 'Erase', by: operator, ground: 'order' })
    await write({ ...keys.personal(gone!, 'M1'), ttl: ttlAfter(monday, -1) })
    expect(await record([...told(gone!, 3), ...told(one!, 1), ...told(gone!, 1)], 2)).toEqual([])
    expect(await found('светофор')).toEqual([one, other])
  })

  it('of many that come for the third time is handled by itself, after those that are new', async () => {
    const [one, other] = await someCases(2)
    const event = queueEvent(...[...told(one!, 1, 2), ...told(other!, 1, 2)].map((each) => ({ v: 1, ...each })))
    event.Records.forEach((each, index) =>
      Object.assign(each, { attributes: { ApproximateReceiveCount: index < 2 ? '3' : '1' } }),
    )
    const sent = countSent()
    expect(await handler(event, lambdaContext())).toEqual({ batchItemFailures: [] })
    expect(sent['Query']).toBe(3)
    expect((await feedIn(given.tableName)).map(({ caseId }) => caseId)).toEqual([other, other, one, one])
    await isOnRecord([one!, other!])
  })
})

describe('two at work', () => {
  it('of whom one feeds a case while the other has read it: none twice, the others go on', async () => {
    const [one, other] = await someCases(2)
    let met = false
    before('TransactWriteItems', async (input) => {
      if (met || !JSON.stringify(input).includes(feedKeys.feedHead.pk)) return
      met = true
      table.middlewareStack.remove(FAULTS)
      expect(await record(told(one!, 2))).toEqual([])
    })
    expect(await record([...told(one!, 1, 2), ...told(other!, 1, 2)])).toEqual([])
    expect(met).toBe(true)
    await isOnRecord([one!, other!])
  })

  it('of whom one read a case before its last event and feeds it first: the other adds what is missing', async () => {
    const [one, other] = await someCases(2)
    let met = false
    before('TransactWriteItems', async (input) => {
      if (met || !JSON.stringify(input).includes(feedKeys.feedHead.pk)) return
      met = true
      const events = feedEvents(one!, (await loadEvents(given.tableName, one!)).slice(0, 1), 0)
      const random = (bytes: number) => new Uint8Array(bytes)
      const appending = { tableName: given.tableName, at: monday, random }
      await appendToFeed(appending, [{ caseId: one!, after: 0, upTo: 1, events }])
    })
    expect(await record([...told(one!, 1, 2), ...told(other!, 1, 2)])).toEqual([])
    expect(met).toBe(true)
    await isOnRecord([one!, other!])
  })

  it('on the same batch at once count nothing twice', async () => {
    const ids = await someCases(5)
    const messages = ids.flatMap((id) => told(id, 1, 2))
    const failed = (await Promise.all([record(messages), record(messages.toReversed())])).flat()
    if (failed.length > 0) expect(await record(failed, 2)).toEqual([])
    await isOnRecord(ids)
  })

  it('who meet in a counter again and again count each event by itself in the end', async () => {
    const [one, other] = await someCases(2)
    let conflicts = 0
    before('TransactWriteItems', (input) => {
      const marks = JSON.stringify(input).match(/"D#0/g) ?? []
      if (marks.length < 2) return Promise.resolve()
      conflicts += 1
      return Promise.reject(conflict())
    })
    expect(await record([...told(one!, 2), ...told(other!, 2)])).toEqual([])
    expect(conflicts).toBe(4)
    await isOnRecord([one!, other!], [one!, other!])
  })
})

describe('time', () => {
  it('that runs out where many have to be tried one by one leaves what is left to the next delivery', async () => {
    const ids = await someCases(3)
    const messages = ids.flatMap((id) => told(id, 2))
    let asked = 0
    before('TransactWriteItems', (input) => {
      const marks = JSON.stringify(input).match(/"D#0/g) ?? []
      if (marks.length === 0) return Promise.resolve()
      asked += 1
      return marks.length > 1 ? Promise.reject(new Error('no table')) : Promise.resolve()
    })
    // Asked by the stack, before the batch, and before each of those that are counted one by one.
    const failed = await record(messages, 1, lambdaContext(30_000, 30_000, 10_000, 9_999))
    expect([failed, asked]).toEqual([messages.slice(1), 2])
    table.middlewareStack.remove(FAULTS)
    expect(await record(failed, 2)).toEqual([])
    await isOnRecord(ids, ids)
  })
})

describe('whatever fails', () => {
  it('before or after it was done, is on record once when it was told often enough', async () => {
    const outcomes = fc.infiniteStream(fc.nat(99))
    const order = fc.shuffledSubarray(
      [0, 1, 2, 3].flatMap((index) => [1, 2, 3].map((seq) => ({ index, seq }))),
      { minLength: 12, maxLength: 12 },
    )
    await fc.assert(
      fc.asyncProperty(order, fc.integer({ min: 1, max: 12 }), outcomes, async (shuffled, size, chances) => {
        given.tableName = `Cases-${randomUUID()}`
        await createTable(given.tableName)
        const ids = await someCases(4)
        for (const id of ids) await give(given.tableName, id, { type: 'Accept', by: responder })
        let waiting = shuffled.map(({ index, seq }) => ({ caseId: ids[index]!, seq }))
        for (let receives = 1; waiting.length > 0; receives += 1) {
          if (receives > 30) throw new Error('It is never done.')
          const isCalm = receives > 8
          table.middlewareStack.add(
            (next) => async (args) => {
              const chance = isCalm ? 99 : (chances.next().value as number)
              if (chance < 8) throw new Error('The table was not reached.')
              if (chance < 16 && 'TransactItems' in args.input) throw conflict()
              const done = await next(args)
              if (chance < 24) throw new Error('The answer was lost.')
              return done
            },
            { step: 'initialize', name: FAULTS, override: true },
          )
          const failed: Message[] = []
          for (let start = 0; start < waiting.length; start += size)
            failed.push(...(await record(waiting.slice(start, start + size), receives)))
          table.middlewareStack.remove(FAULTS)
          waiting = failed
        }
        await isOnRecord(ids)
      }),
      { numRuns: 12 },
    )
  })
})
