// Integrators list the cases that their key may see, over HTTP.
import { randomBytes } from 'node:crypto'
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isIndexMissing } from '../../functions/store/listing.ts'
import { newIntegratorKey } from '../../functions/intake/integrator-key.ts'
import { type RegionAtWork, regionAtWork } from './region-at-work.ts'

const DAY = 86_400_000
let work: RegionAtWork
let all: string
let own: string
let stranger: string
const ids: string[] = []

const keyOf = async (integrator: string, ...scopes: string[]) => {
  const made = newIntegratorKey({ integrator, scopes }, randomBytes)
  await work.document.send(new PutCommand({ TableName: work.tableName, Item: made.item }))
  return made.key
}
const ask = (query: string, key = work.key, method = 'GET') =>
  fetch(`${work.engine.apiUrl}/v1/cases?${query}`, { method, headers: { Authorization: `Bearer ${key}` } })
interface List {
  readonly cases: readonly { readonly id: string; readonly updatedAt: string }[]
  readonly next: string | null
}
const list = async (query: string, key?: string) => (await (await ask(query, key)).json()) as List
const idsOf = ({ cases }: List) => cases.map(({ id }) => id)
const queryOf = ({ next }: List) => new URL(next!).search.slice(1)

beforeAll(async () => {
  work = await regionAtWork('2026-03-02T07:00:00Z')
  all = await keyOf('dashboard', 'cases:read:all')
  own = await keyOf('demo', 'cases:read')
  stranger = await keyOf('stranger', 'cases:read')
  const topic = work.region.topics.find((one) => !one.important && !one.season)!.id
  for (const municipality of ['groznyy', 'argun', 'groznyy']) {
    const text = 'Не горит фонарь у дома.'
    const contact = { externalId: `ext-${ids.length}`, text, topic, municipality }
    ids.push(((await (await work.post(contact)).json()) as { id: string }).id)
    await work.engine.advance(DAY)
  }
  await work.engine.idle()
}, 60_000)
afterAll(() => work.end())

describe('GET /v1/cases', () => {
  it('has the open cases of the key, the oldest first, without words of anybody', async () => {
    const reply = await list('')
    expect([idsOf(reply), reply.next]).toEqual([ids, null])
    expect(JSON.stringify(reply)).not.toContain('фонарь')
    expect([idsOf(await list('', all)), idsOf(await list('', own))]).toEqual([ids, ids])
    expect(await list('', stranger)).toEqual({ cases: [], next: null })
  })

  it('is filtered', async () => {
    const found = async (query: string) => idsOf(await list(query))
    expect(await found('municipality=argun')).toEqual([ids[1]])
    expect(await found('externalId=ext-2&channel=api')).toEqual([ids[2]])
    expect(await found('externalId=ext-2&channel=vk')).toEqual([])
    expect(await found('externalId=ext-9')).toEqual([])
    expect(idsOf(await list('externalId=ext-2', all))).toEqual([])
    expect(await found('channel=vk')).toEqual([])
    const { cases } = await list('')
    for (const { updatedAt } of cases)
      expect(await found(`changedSince=${updatedAt}`)).toEqual(
        idsOf({ cases: cases.filter((one) => one.updatedAt >= updatedAt), next: null }),
      )
    expect(await found('changedSince=2027-03-04T00:00:00Z')).toEqual([])
    expect(await found('dueBefore=2026-03-02T00:00:00Z')).toEqual([])
    expect(await found('dueBefore=2027-03-02T00:00:00Z')).toEqual(ids)
  })

  it('goes on by its cursor, whatever the limit, until the end', async () => {
    const first = await ask('limit=1')
    const page = (await first.json()) as List
    expect(first.headers.get('Link')).toBe(`<${page.next}>; rel="next"`)
    const rest = await list(queryOf(page).replace('limit=1', 'limit=50'))
    expect([...idsOf(page), ...idsOf(rest), rest.next]).toEqual([...ids, null])
  })

  it('C3 refuses a cursor of other filters, another key, one that was altered or is old', async () => {
    const query = queryOf(await list('limit=1'))
    const altered = query.replace(/cursor=./, (start) => (start.endsWith('A') ? 'cursor=B' : 'cursor=A'))
    const refused = async (asked: string, key?: string) => {
      const reply = await ask(asked, key)
      return [reply.status, ((await reply.json()) as { code: string }).code]
    }
    const wrong = [400, 'cursor-wrong']
    expect(await refused(`${query}&channel=api`)).toEqual(wrong)
    expect(await refused(query, all)).toEqual(wrong)
    expect(await refused(query, stranger)).toEqual(wrong)
    expect(await refused(altered)).toEqual(wrong)
    expect(await refused('cursor=x')).toEqual(wrong)
    await work.engine.advance(DAY)
    expect(await refused(query)).toEqual(wrong)
  })

  it('names every wrong parameter in one reply', async () => {
    const reply = await ask('limit=0&status=lost&topic=no.such&organisation=none&colour=red')
    const { errors } = (await reply.json()) as { errors: { pointer: string }[] }
    expect([reply.status, errors.map(({ pointer }) => pointer).toSorted()]).toEqual([
      422,
      ['/colour', '/limit', '/organisation', '/status', '/topic'],
    ])
  })

  it('says how each is written, and refuses times that nothing here is about', async () => {
    const far = '0001-01-01T00:00:00Z'
    const query = `limit=0&organisation=None&externalId=%0A&dueBefore=today&changedSince=${far}&receivedBefore=9999-12-31T00:00:00Z`
    const said = async (language: string) => {
      const headers = { Authorization: `Bearer ${work.key}`, 'Accept-Language': language }
      const reply = await fetch(`${work.engine.apiUrl}/v1/cases?${query}`, { headers })
      const { errors } = (await reply.json()) as { errors: { pointer: string; code: string; detail: string }[] }
      return [reply.status, errors.filter(({ code }) => code !== 'unknown')]
    }
    const [status, errors] = await said('en')
    const range = { code: 'range', detail: 'Name a time from 2016-03-06 to 2027-03-06.' }
    expect([status, errors]).toEqual([
      422,
      [
        {
          ...{ pointer: '/organisation', code: 'format' },
          detail: 'Write it so: small Latin letters, digits, dots and hyphens.',
        },
        {
          ...{ pointer: '/externalId', code: 'format' },
          detail: 'Write it so: 1 to 100 characters without line breaks and other control characters.',
        },
        {
          ...{ pointer: '/dueBefore', code: 'format' },
          detail: 'Write it so: an instant with a zone, 2026-03-31T09:00:00Z or 2026-03-31T12:00:00+03:00.',
        },
        { pointer: '/limit', code: 'format', detail: 'Write it so: a whole number from 1 to 100.' },
        { pointer: '/changedSince', ...range },
        { pointer: '/receivedBefore', ...range },
      ],
    ])
    const [, inRussian] = (await said('ru')) as [number, { detail: string }[]]
    for (const { detail } of inRussian)
      expect(detail).toMatch(/^(Запишите так: [^\n]*[а-я]|Назовите время не раньше 2016)/)
    for (const address of [
      'events?since=0001-01-01',
      'statistics?from=0001-01-01&to=0001-02-01',
      'statistics?of=cases&from=9999-01-01&to=9999-02-01',
    ]) {
      const reply = await fetch(`${work.engine.apiUrl}/v1/${address}`, { headers: { Authorization: `Bearer ${all}` } })
      const { errors } = (await reply.json()) as { errors: { code: string }[] }
      expect([reply.status, errors[0]!.code], address).toEqual([422, 'range'])
    }
  })

  it('answers HEAD without a body, and says nothing again to whoever knows it', async () => {
    const head = await ask('', undefined, 'HEAD')
    expect([head.status, await head.text()]).toEqual([200, ''])
    const headers = { Authorization: `Bearer ${work.key}`, 'If-None-Match': head.headers.get('ETag')! }
    expect((await fetch(`${work.engine.apiUrl}/v1/cases`, { headers })).status).toBe(304)
  })

  it('with an instant has those that ended since as well', async () => {
    const before = new Date(work.engine.now()).toISOString()
    await work.engine.advance(60_000)
    const withdrawn = await fetch(`${work.engine.apiUrl}/v1/cases/${ids[0]}/withdraw`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${work.key}`, 'Idempotency-Key': 'w', 'Content-Type': 'application/json' },
      body: '{}',
    })
    expect(withdrawn.status).toBe(200)
    const found = async (query: string, key?: string) => idsOf(await list(query, key))
    expect(await found('')).toEqual(ids.slice(1))
    const east = before.replace('Z', '%2B00:00')
    for (const key of [own, all]) {
      expect(await found(`changedSince=${before}`, key)).toEqual([ids[0]])
      expect(await found(`changedSince=${east}&status=closed`, key)).toEqual([ids[0]])
      expect(await found('changedSince=2026-03-01T00:00:00Z', key)).toEqual([...ids.slice(1), ids[0]])
      expect(await found('changedSince=2026-03-01T00:00:00Z&status=rejected', key)).toEqual([])
      expect(await found(`changedSince=${new Date(work.engine.now() + 1).toISOString()}`, key)).toEqual([])
    }
    const reply = await ask('status=closed')
    const { errors } = (await reply.json()) as { errors: object[] }
    expect([reply.status, errors]).toMatchObject([422, [{ pointer: '/changedSince', code: 'required' }]])
  })
})

it('C9 an index that is not there yet is told from every other fault', () => {
  const fault = (name: string, message: string) => Object.assign(new Error(message), { name })
  expect([
    isIndexMissing(fault('ValidationException', 'The table does not have the specified index: listing')),
    isIndexMissing(fault('ResourceNotFoundException', 'Cannot read from backfilling global secondary index: listing')),
    isIndexMissing(fault('ValidationException', 'The provided starting key is invalid')),
    isIndexMissing(fault('ThrottlingException', 'index')),
    isIndexMissing({}),
  ]).toEqual([true, true, false, false, false])
})
