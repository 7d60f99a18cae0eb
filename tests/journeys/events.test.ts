// Integrators follow what happens to their cases by the event feed, over HTTP.
import { randomBytes } from 'node:crypto'
import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newIntegratorKey } from '../../functions/intake/integrator-key.ts'
import { FEED_DAYS } from '../../functions/store/feed.ts'
import { feedKeys } from '../../functions/store/table.ts'
import { type RegionAtWork, regionAtWork } from './region-at-work.ts'

const DAY = 86_400_000
let work: RegionAtWork
let all: string
let own: string
let stranger: string
let test: string
const ids: string[] = []

const keyOf = async (integrator: string, scopes: string[], test = false) => {
  const made = newIntegratorKey({ integrator, scopes, test }, randomBytes)
  await work.document.send(new PutCommand({ TableName: work.tableName, Item: made.item }))
  return made.key
}
const ask = (query: string, key = work.key) =>
  fetch(`${work.engine.apiUrl}/v1/events?${query}`, { headers: { Authorization: `Bearer ${key}` } })
interface Feed {
  readonly events: readonly Readonly<Record<string, unknown>>[]
  readonly next: string
  readonly more: boolean
}
const read = async (query: string, key?: string) => {
  await work.engine.idle()
  return (await (await ask(query, key)).json()) as Feed
}
const send = (path: string, body: object, key = work.key) =>
  fetch(`${work.engine.apiUrl}/v1/${path}`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${key}`,
      'Idempotency-Key': `${path}-${JSON.stringify(body).length}`.replaceAll('/', '-'),
      'Content-Type': 'application/json',
    },
    body: JSON.stringify(body),
  })
const told = ({ events }: Feed) =>
  events.map(({ caseId, seq, type, status }) => [ids.indexOf(caseId as string), seq, type, status])
const refused = async (query: string, key?: string) => {
  const reply = await ask(query, key)
  return [reply.status, ((await reply.json()) as { code: string }).code]
}

beforeAll(async () => {
  work = await regionAtWork('2026-03-02T07:00:00Z')
  all = await keyOf('dashboard', ['cases:read:all'])
  own = await keyOf('demo', ['cases:read'])
  stranger = await keyOf('stranger', ['cases:read', 'messages:write'])
  test = await keyOf('demo', ['cases:read:all', 'messages:write'], true)
}, 60_000)
afterAll(() => work.end())

describe('GET /v1/events', () => {
  it('says of a region where nothing happened where to go on', async () => {
    expect(await read('')).toEqual({ events: [], next: '0-0', more: false })
    expect(await read('after=latest')).toEqual({ events: [], next: '0-0', more: false })
  })

  it('tells what happened to the cases of the key in the order of each, and nothing of what was written', async () => {
    const topic = work.region.topics.find((one) => !one.important && !one.season)!.id
    for (const externalId of ['ext-0', 'ext-1']) {
      const message = { externalId, text: 'Не горит фонарь у дома.', topic, municipality: 'groznyy' }
      ids.push(((await (await work.post(message)).json()) as { id: string }).id)
      await work.engine.idle()
    }
    await send(`cases/${ids[0]}/withdraw`, {})
    const feed = await read('after=0-0')
    expect(told(feed)).toEqual([
      [0, 1, 'received', 'routing'],
      [0, 2, 'assigned', 'assigned'],
      [1, 1, 'received', 'routing'],
      [1, 2, 'assigned', 'assigned'],
      [0, 3, 'closed', 'closed'],
    ])
    expect(feed.events[1]).toEqual({
      ...{ id: `${ids[0]}.2`, type: 'assigned', at: '2026-03-02T07:00:00.000Z', caseId: ids[0], seq: 2 },
      ...{ status: 'assigned', externalId: 'ext-0' },
    })
    expect([JSON.stringify(feed).includes('фонарь'), feed.more]).toEqual([false, false])
    expect(await read('')).toEqual(feed)
    expect([await read('', all), await read('', own)]).toEqual([feed, feed])
    expect(await read(`after=${feed.next}`)).toEqual({ events: [], next: feed.next, more: false })
  })

  it('goes on page by page, each event once, and from now on', async () => {
    const whole = await read('')
    const seen: Feed['events'][number][] = []
    let next = '0-0'
    for (let pages = 0, more = true; more && pages < 10; pages += 1) {
      const page = await read(`limit=2&after=${next}`)
      expect(page.events.length).toBeLessThanOrEqual(2)
      seen.push(...page.events)
      ;({ next, more } = page)
    }
    expect(seen).toEqual(whole.events)
    const { next: end } = await read('after=latest')
    await send(`cases/${ids[1]}/messages`, { text: 'И второй фонарь тоже.' })
    expect(told(await read(`after=${end}`))).toEqual([[1, 3, 'added', 'assigned']])
  })

  it('shows others nothing, and where they stand', async () => {
    const feed = await read('', stranger)
    expect(feed).toEqual({ events: [], next: (await read('')).next, more: false })
    const theirs = (await (await send('messages', { text: 'Яма на дороге.' }, stranger)).json()) as { id: string }
    const { events } = await read(`after=${feed.next}`, stranger)
    expect(new Set(events.map(({ caseId }) => caseId))).toEqual(new Set([theirs.id]))
    expect((await read(`after=${feed.next}`, own)).events).toEqual([])
    expect((await read(`after=${feed.next}`, all)).events).toEqual(events)
  })

  it('tells a test key of test cases and no other key', async () => {
    const { next } = await read('after=latest')
    const made = (await (await send('messages', { text: 'Проба пера.' }, test)).json()) as { id: string }
    const { events } = await read(`after=${next}`, test)
    expect(events[0]).toMatchObject({ id: `${made.id}.1`, type: 'received', test: true })
    expect((await read(`after=${next}`, all)).events).toEqual([])
    expect(new Set((await read('', test)).events.map(({ caseId }) => caseId))).toEqual(new Set([made.id]))
  })

  it('begins at a day', async () => {
    await work.engine.advance(3 * DAY)
    await send(`cases/${ids[1]}/messages`, { text: 'Фонарь всё ещё не горит.' })
    const since = await read('since=2026-03-05')
    expect(told(since).at(-1)).toEqual([1, expect.any(Number), 'added', expect.any(String)])
    expect(since.events.every(({ at }) => String(at) >= '2026-03-0')).toBe(true)
    expect(since.events.length).toBeLessThan((await read('')).events.length)
    expect(await read('since=2027-03-01')).toEqual(await read('after=latest'))
  })

  it('refuses what is no place in it, and says when a place is gone', async () => {
    const { next } = await read('')
    const [feed, position] = next.split('-')
    expect(await refused('after=nonsense')).toEqual([400, 'cursor-wrong'])
    expect(await refused(`after=${feed}-${Number(position) + 1}`)).toEqual([410, 'cursor-gone'])
    expect(await refused('after=ZZZZZZZZ-1')).toEqual([410, 'cursor-gone'])
    expect(await refused(`after=${next}&since=2026-03-02`)).toEqual([422, 'invalid'])
    expect(await refused('since=yesterday&limit=0&colour=red')).toEqual([422, 'invalid'])
    // As if the table had deleted the first day by its time to live.
    for (const key of [feedKeys.feedDay('2026-03-02'), ...[1, 2, 3].map((one) => feedKeys.feedEntry(one))])
      await work.document.send(new DeleteCommand({ TableName: work.tableName, Key: key }))
    expect(await refused('after=0-0')).toEqual([410, 'cursor-gone'])
    expect((await ask(`after=${feed}-3`)).status).toBe(200)
    expect(FEED_DAYS).toBe(90)
  })
})
