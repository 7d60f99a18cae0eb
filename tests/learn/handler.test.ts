// A week's training on a table: cases as the store keeps them go in, a model comes out that routing works with. Its messages are invented; no key word of
// the region is in them.
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import type { CaseEvent } from '../../functions/case/events.ts'
import { handler } from '../../functions/learn/handler.ts'
import { routeMessage } from '../../functions/routing/route-message.ts'
import { modelAt } from '../../functions/route/model.ts'
import { append } from '../../functions/store/append.ts'
import { newCase } from '../../functions/store/load.ts'
import { modelWeeks } from '../../functions/store/model-weeks.ts'
import { modelHead } from '../../functions/store/models.ts'
import { dropModel } from '../../functions/store/put-model.ts'
import { table } from '../../functions/store/table.ts'
import { loadRegion } from '../../regions/load.ts'
import type { Region } from '../../regions/schema.ts'
import { catchLog, lambdaContext } from '../edge/events.ts'
import { inventMessages } from '../learning/invented-messages.ts'
import { startTable, type TestTable } from '../store/a-table.ts'

const whole = loadRegion('95')
/** What people call the first ten topics, and key words do not know. */
const inventedWords = ['колдобина', 'раскисло', 'громыхает', 'мигалка', 'развалюха', 'хлюпает', 'тарахтит', 'завалило', 'перекосило', 'обмелело']
const region: Region = { ...whole, topics: whole.topics.slice(0, 10) }
const writers: Region = { ...region, topics: region.topics.map((one, at) => ({ ...one, keywords: [inventedWords[at]!] })) }

let here: TestTable
let time = ''
let logged: ReturnType<typeof catchLog>
vi.mock('../../functions/edge/environment.ts', () => ({
  environment: () => here.tableName,
  deployedRegion: () => region,
}))
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

/** Cases that an operator gave and that ended, spread over days. @param wrong whether each is called by the next topic */
async function write(count: number, seed: number, days: readonly [from: number, to: number], wrong = false) {
  const messages = inventMessages(writers, count, seed, region)
  for (const [at, { text, labels }] of messages.entries()) {
    const id = `95-${seed}-${at}`
    const instant = new Date(begin + (days[0] + ((days[1] - days[0]) * at) / count) * DAY_MS).toISOString()
    const by = { role: 'operator', id: 'operator-1' } as const
    const named = region.topics.findIndex((one) => one.id === labels.topic)
    const topic = region.topics[(named + (wrong ? 1 : 0)) % region.topics.length]!.id
    const events: CaseEvent[] = [
      {
        ...{ type: 'received', at: instant, by: { role: 'citizen' }, region: '95', messageId: 'M1', channel: 'form' },
        ...{ regime: 'message', language: 'ru', moderated: false, reach: 'none' },
      },
      { type: 'assigned', at: instant, by, organisation: 'transport-ministry', responder: 'x', topic, first: true, because: [] },
      { type: 'closed', at: instant, by, outcome: 'no reply' },
    ]
    await append(here.tableName, {
      ...{ stored: newCase(id), events, textDays: 3_000 },
      personal: { message: { messageId: 'M1', text, author: { email: `citizen-${seed}-${at}@example.org` } }, days: 3_000 },
    } as unknown as Parameters<typeof append>[1])
  }
}
const learnOn = async (instant: string) => {
  time = instant
  await handler({} as never, lambdaContext())
  const [week] = await modelWeeks(here.tableName, 1)
  return week
}
const counted = () => logged().flatMap((line) => ('_aws' in line ? Object.keys(line) : [])).filter((key) => /Training|Model/.test(key))

it('too few cases: said, counted, and nothing is routed with', async () => {
  await write(20, 1, [0, 10])
  expect(await learnOn('2026-01-26T03:00:00.000Z')).toMatchObject({ week: '2026-W05', outcome: 'too few', learned: 0, unseen: 20 })
  expect(counted()).toEqual(['TrainingRefused'])
  expect(await modelHead(here.tableName, true)).toBeUndefined()
})
