// A week's training on a table: cases as the store keeps them go in, a model comes out that routing works with. Its messages are invented; no key word of
// the region is in them.
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import type { CaseEvent } from '../../functions/case/events.ts'
import type * as Gather from '../../functions/learn/gather.ts'
import { handler } from '../../functions/learn/handler.ts'
import { routeMessage } from '../../functions/routing/route-message.ts'
import { modelAt } from '../../functions/route/model.ts'
import { append } from '../../functions/store/append.ts'
import { newCase } from '../../functions/store/load.ts'
import { modelWeeks } from '../../functions/store/model-weeks.ts'
import { modelHead } from '../../functions/store/models.ts'
import { dropModel } from '../../functions/store/put-model.ts'
import { keys, table } from '../../functions/store/table.ts'
import { loadRegion } from '../../regions/load.ts'
import type { Region } from '../../regions/schema.ts'
import { catchLog, lambdaContext } from '../edge/events.ts'
import { inventMessages } from '../learning/invented-messages.ts'
import { startTable, type TestTable } from '../store/a-table.ts'

const whole = loadRegion('95')
/** What people call the first ten topics, and key words do not know. */
const inventedWords = [
  'колдобина',
  'раскисло',
  'громыхает',
  'мигалка',
  'развалюха',
  'хлюпает',
  'тарахтит',
  'завалило',
  'перекосило',
  'обмелело',
]
const retention = { ...whole.retention, personalDataDays: 120 }
const region: Region = { ...whole, retention, topics: whole.topics.slice(0, 10) }
const writers: Region = {
  ...region,
  topics: region.topics.map((one, at) => ({ ...one, keywords: [inventedWords[at]!] })),
}

let here: TestTable
let time = ''
let logged: ReturnType<typeof catchLog>
vi.mock('../../functions/edge/environment.ts', () => ({
  environment: () => here.tableName,
  deployedRegion: () => region,
}))
// Cases that nobody changed are read once: reading them takes the time of this test.
let gathered: Promise<Gather.Gathered> | undefined
vi.mock('../../functions/learn/gather.ts', async (original) => {
  const real = await original<typeof Gather>()
  const gatherLessons: typeof real.gatherLessons = (...of) => (gathered ??= real.gatherLessons(...of))
  return { ...real, gatherLessons }
})
vi.mock('../../functions/edge/refresh.ts', () => ({ refreshRegion: () => Promise.resolve() }))
vi.mock('../../functions/edge/now.ts', () => ({ now: () => time }))

beforeAll(async () => {
  here = await startTable()
})
afterAll(() => here.end())
beforeEach(() => {
  logged = catchLog()
})

const begin = Date.parse('2026-01-05T09:00:00Z')
const DAY_MS = 86_400_000

/** Cases that an operator gave and that ended, spread over days. */
async function write(count: number, seed: number, days: readonly [from: number, to: number]) {
  gathered = undefined
  const messages = inventMessages(writers, count, seed, region)
  for (const [at, { text, labels }] of messages.entries()) {
    const id = `95-${seed}-${at}`
    const instant = new Date(begin + (days[0] + ((days[1] - days[0]) * at) / count) * DAY_MS).toISOString()
    const by = { role: 'operator', id: 'operator-1' } as const
    const topic = labels.topic!
    const events: CaseEvent[] = [
      {
        ...{ type: 'received', at: instant, by: { role: 'citizen' }, region: '95', messageId: 'M1', channel: 'form' },
        ...{ regime: 'message', language: 'ru', moderated: false, reach: 'none' },
      },
      {
        type: 'assigned',
        at: instant,
        by,
        organisation: 'transport-ministry',
        responder: 'x',
        topic,
        first: true,
        because: [],
      },
      { type: 'closed', at: instant, by, outcome: 'no reply' },
    ]
    const words = { messageId: 'M1', text, author: { email: `citizen-${seed}-${at}@example.org` } }
    const items = [{ ...keys.personal(id, 'M1'), ...words }]
    await append(here.tableName, { stored: newCase(id), events, items, textDays: 365 })
  }
}
const learnOn = async (instant: string) => {
  time = instant
  await handler({} as never, lambdaContext())
  const [week] = await modelWeeks(here.tableName, 1)
  return week
}
const counted = () =>
  logged()
    .flatMap((line) => ('_aws' in line ? Object.keys(line) : []))
    .filter((key) => /Training|Model/.test(key))

it('too few cases: said, counted, and nothing is routed with', async () => {
  await write(20, 1, [0, 10])
  expect(await learnOn('2026-01-26T03:00:00.000Z')).toMatchObject({
    week: '2026-W05',
    outcome: 'too few',
    learned: 0,
    unseen: 20,
  })
  expect(counted()).toEqual(['TrainingRefused'])
  expect(await modelHead(here.tableName, true)).toBeUndefined()
})

/** What routing makes of a word that it can only have learned. */
const routed = async () =>
  routeMessage(region, { text: `Мигалка третий день. Просим принять меры.`, date: '2026-05-04' }, await modelAt(time))

it('a write that fails leaves what was in force, and the next run does its work', async () => {
  await write(560, 2, [12, 100])
  const send = table.send.bind(table)
  const spy = vi
    .spyOn(table, 'send')
    .mockImplementation(((command: never) =>
      (command as object) instanceof TransactWriteCommand
        ? Promise.reject(new Error('InternalServerError'))
        : send(command)) as never)
  await expect(learnOn('2026-04-20T03:00:00.000Z')).rejects.toThrow('InternalServerError')
  spy.mockRestore()
  expect(await modelHead(here.tableName, true)).toBeUndefined()
  expect((await modelWeeks(here.tableName, 9)).map(({ week }) => week)).toEqual(['2026-W05'])
  expect(await routed()).not.toHaveProperty('suggestions')
})

it('one that is better than key words is put in their place, and routing works with it within five minutes', async () => {
  const week = await learnOn('2026-04-20T04:00:00.000Z')
  expect(week).toMatchObject({ week: '2026-W17', outcome: 'promoted', topics: { rows: week!.unseen } })
  expect(week!.learned + week!.unseen).toBeGreaterThan(350)
  expect(week!.topics!.candidate).toBeGreaterThan(week!.topics!.current + 30)
  expect(week!.chance).toBeLessThan(0.001)
  const head = await modelHead(here.tableName, true)
  expect([head?.version, head?.putAt]).toEqual([week!.candidate, '2026-04-20T04:00:00.000Z'])
  time = '2026-04-20T04:06:00.000Z'
  const learnt = { step: 'model', about: 'topic', value: region.topics[inventedWords.indexOf('мигалка')]!.id }
  expect((await routed()).because).toContainEqual(expect.objectContaining(learnt))
})

it('a second run in the same week reads nothing and changes nothing', async () => {
  const before = await modelHead(here.tableName, true)
  await learnOn('2026-04-26T23:00:00.000Z')
  expect(logged().map(({ message }) => message)).toEqual(['the week was learned before'])
  expect(await modelHead(here.tableName, true)).toEqual(before)
})

it('one that is as good stays out, and the model in force fits what people write', async () => {
  const before = await modelHead(here.tableName, true)
  expect(await learnOn('2026-04-27T03:00:00.000Z')).toMatchObject({
    week: '2026-W18',
    outcome: 'not better',
    signs: [],
    unknownTopics: { times: 0 },
  })
  expect(await modelHead(here.tableName, true)).toEqual(before)
  expect(counted()).toEqual([])
})

it('whoever switched the model off gets no other by itself, however much better it is', async () => {
  await dropModel(here.tableName, '2026-05-03T03:00:00.000Z')
  expect(await learnOn('2026-05-04T03:00:00.000Z')).toMatchObject({ week: '2026-W19', outcome: 'held back' })
  expect((await modelHead(here.tableName, true))?.version).toBe('')
})
