// Passkeys from being made to signing in, by the handler itself with a device that can lie (A10, A11, A15 of the failures of others).
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { staffOf } from '../../functions/case/staff.ts'
import { addressOf, formToken } from '../../functions/edge/session.ts'
import { hashOf } from '../../functions/links/token.ts'
import { handler } from '../../functions/passkey/handler.ts'
import { judge } from '../../functions/passkey/counter.ts'
import { auditPage } from '../../functions/store/audit.ts'
import { sessionItem, sessionsOf } from '../../functions/store/staff-sessions.ts'
import type { Region } from '../../regions/schema.ts'
import { catchLog, httpEvent, lambdaContext } from '../edge/events.ts'
import { littleRegion } from '../little-region.ts'
import { startTable, type TestTable } from '../store/a-table.ts'
import { Authenticator } from './authenticator.ts'

const HOUR = 3_600_000
const HOST = 'console.little.example'
const BASE = `https://${HOST}`
const here = { origin: BASE, rpId: HOST }
const start = '2026-03-02T07:00:00.000Z'

let tables: TestTable
let region: Region
vi.mock('../../functions/edge/environment.ts', () => ({
  environment: (name: string) => (name === 'TABLE_NAME' ? tables.tableName : name),
  environmentIfSet: () => undefined,
  deployedRegion: () => region,
  replaceCalendar: () => {},
}))

let people = 0
let contact: string
let secret: string
const at = () => new Date().toISOString()
const pass = (ms: number) => vi.setSystemTime(Date.now() + ms)

beforeAll(async () => {
  tables = await startTable()
  vi.useFakeTimers({ now: Date.parse(start), toFake: ['Date'] })
})
afterAll(async () => {
  vi.useRealTimers()
  await tables.end()
})
beforeEach(async () => {
  catchLog()
  vi.setSystemTime(Date.parse(start))
  contact = `operator-${(people += 1)}`
  const little = littleRegion()
  const operator = { ...little.operators[0]!, id: contact, email: `${contact}@little.example` }
  region = {
    ...little,
    operators: [operator],
    web: { ...little.web, publicUrl: BASE, passkeys: { requiredFor: [] } },
  }
  secret = await newSession('mail')
})

async function newSession(by: 'mail' | 'passkey') {
  const made = `${people}`.padStart(32, by === 'mail' ? 'a' : 'b')
  const address = addressOf(staffOf(region)[0]!)
  await tables.put(sessionItem({ contact, hash: hashOf(made), address, device: '', by, at: at() }))
  return made
}

interface Sent {
  readonly cookie?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** Sends a form, as a browser does, or looks at a page. */
async function send(page: 'passkey' | 'passkeys', fields?: Record<string, string>, { cookie, headers }: Sent = {}) {
  const body = fields && new URLSearchParams(fields).toString()
  const given = { origin: BASE, 'content-type': 'application/x-www-form-urlencoded', ...(cookie && { cookie }) }
  const reply = (await handler(
    httpEvent({
      ...{ httpMethod: body === undefined ? 'GET' : 'POST', path: `/console/${page}`, resource: `/console/${page}` },
      ...{ headers: { ...given, ...headers }, body: body ?? null },
    }),
    lambdaContext(30_000),
  )) as { statusCode: number; body: string; headers?: Record<string, string>; multiValueHeaders?: object }
  return { status: reply.statusCode, html: reply.body, reply }
}

const mine = () => `console=${contact}.${secret}`
const own = (fields?: Record<string, string>) =>
  send('passkeys', fields && { token: formToken(secret), ...fields }, { cookie: mine() })
const optionsIn = (html: string) => {
  const [, text = ''] = /data-options="([^"]*)"/.exec(html) ?? []
  const options = JSON.parse(text.replaceAll('&quot;', '"').replaceAll('&amp;', '&')) as {
    challenge: string
    rpId: string
    rp: { id: string }
    user: { id: string; name: string }
    excludeCredentials: { id: string }[]
  }
  return { options, challenge: /name="challenge" value="(\w+)"/.exec(html)![1]! }
}
async function add(device = new Authenticator(), telling = here) {
  pass(1)
  const { html } = await own({ step: 'begin' })
  const { options, challenge } = optionsIn(html)
  const answer = device.make(options, telling)
  const { status } = await own({ step: 'create', challenge, answer })
  return { device, status, challenge, answer, options }
}
async function asked(headers?: Record<string, string>) {
  pass(1)
  const { html } = await send('passkey', { step: 'passkey' }, { ...(headers && { headers }) })
  return optionsIn(html)
}
async function enter(device: Authenticator, telling: Parameters<Authenticator['use']>[1] = here) {
  const { options, challenge } = await asked()
  const answer = device.use(options, telling)
  return { challenge, answer, ...(await send('passkey', { step: 'get', challenge, answer })) }
}
const sessions = async () => (await sessionsOf(tables.tableName, contact, at())).filter(({ by }) => by === 'passkey')
const noted = async () => {
  const page = { from: start, to: '2027-12-01T00:00:00.000Z', order: 'oldest first' as const, limit: 100, who: contact }
  return (await auditPage(tables.tableName, page)).entries.map(({ what, about }) =>
    about ? `${what}: ${about}` : what,
  )
}

describe('a passkey', () => {
  it('is made by who is signed in, and signs them in', async () => {
    const { device, status, options } = await add()
    expect([status, options.rp.id, options.user.name]).toEqual([303, HOST, `${contact}@little.example`])
    expect((await own()).html).toContain('Им ещё не входили')
    pass(HOUR)
    const entered = await enter(device)
    expect(entered.status).toBe(303)
    expect(await sessions()).toHaveLength(1)
    expect(await noted()).toEqual(['passkey added'])
    expect((await own()).html).toContain('Последний вход')
  })

  it('is made once by an answer, and signs in once by an answer', async () => {
    const { device, challenge, answer } = await add()
    expect((await own({ step: 'create', challenge, answer })).status).toBe(410)
    const [one, other] = await Promise.all(
      [await asked()].flatMap(({ options, challenge: c }) => {
        const said = device.use(options, here)
        return [1, 2].map(() => send('passkey', { step: 'get', challenge: c, answer: said }))
      }),
    )
    expect([one!.status, other!.status].sort()).toEqual([303, 422])
    expect(await sessions()).toHaveLength(1)
  })

  it('of a challenge that is over signs nobody in', async () => {
    const { device } = await add()
    const { options, challenge } = await asked()
    pass(11 * 60_000)
    const late = await send('passkey', { step: 'get', challenge, answer: device.use(options, here) })
    expect([late.status, await sessions()]).toEqual([422, []])
  })

  it('taken away, unused for 400 days, or of who has another address now, opens nothing', async () => {
    const { device } = await add()
    const moved = { ...region.operators[0]!, email: 'other@little.example' }
    const before = region
    region = { ...region, operators: [moved] }
    expect((await enter(device)).status).toBe(422)
    region = { ...region, operators: [] }
    expect((await enter(device)).status).toBe(422)
    region = before
    pass(401 * 24 * HOUR)
    expect((await enter(device)).status).toBe(422)
    vi.setSystemTime(Date.parse(start) + HOUR)
    expect((await own({ remove: device.id })).status).toBe(303)
    expect((await enter(device)).status).toBe(422)
    expect(await sessions()).toEqual([])
    expect(await noted()).toEqual(['passkey added', 'passkey removed'])
  })

  it.each([
    ['another place', { origin: BASE, rpId: 'little.example' }],
    ['a neighbour’s page', { origin: 'https://evil.little.example', rpId: HOST }],
    ['another port', { origin: `${BASE}:8443`, rpId: HOST }],
    ['a device that did not know its person', { ...here, verified: false }],
  ])('A15: of %s is neither made nor taken', async (_, telling) => {
    expect((await add(new Authenticator(), telling)).status).toBe(422)
    const { device } = await add()
    expect((await enter(device, telling)).status).toBe(422)
    expect(await sessions()).toEqual([])
  })

  it('signed by another key, or said to be another person’s, opens nothing', async () => {
    const { device } = await add()
    const thief = new Authenticator()
    const { options, challenge } = await asked()
    const said = JSON.parse(thief.use(options, here)) as { response: object }
    const forged = {
      ...said,
      id: device.id,
      rawId: device.id,
      response: { ...said.response, userHandle: device.handle },
    }
    const entered = await send('passkey', { step: 'get', challenge, answer: JSON.stringify(forged) })
    expect([entered.status, await sessions()]).toEqual([422, []])
    for (const answer of ['', '{', '{}', '[]', JSON.stringify({ ...said, response: {} }), 'x'.repeat(60_000)])
      expect((await send('passkey', { step: 'get', challenge, answer })).status).toBe(422)
  })

  it('A15: is asked for by the region’s own address, whatever the request says of its host', async () => {
    const { options } = await asked({ host: 'evil.example', 'x-forwarded-host': 'evil.example' })
    expect(options.rpId).toBe(HOST)
  })
})

describe('A15: a counter', () => {
  const cases = [
    [0, 0, false, 'good'],
    [0, 1, false, 'good'],
    [7, 8, false, 'good'],
    [7, 7, false, 'refused'],
    [7, 0, false, 'refused'],
    [7, 7, true, 'not risen, synced'],
    [7, 0, true, 'not risen, synced'],
  ] as const
  it.each(cases)('of %i, then %i (synced: %s), is %s', (counter, said, synced, judgement) => {
    expect(judge({ counter, synced }, said)).toBe(judgement)
  })

  it('that does not rise is noted; of a synced passkey it stays what it was, of any other nobody is signed in', async () => {
    const synced = (await add(new Authenticator({ synced: true }), { ...here, counter: 7 } as typeof here)).device
    expect((await enter(synced, { ...here, counter: 7 })).status).toBe(303)
    expect((await enter(synced, { ...here, counter: 0 })).status).toBe(303)
    const single = (await add(new Authenticator(), { ...here, counter: 7 } as typeof here)).device
    expect((await enter(single, { ...here, counter: 7 })).status).toBe(422)
    expect((await enter(single, { ...here, counter: 9 })).status).toBe(303)
    expect((await enter(single, { ...here, counter: 8 })).status).toBe(422)
    expect(await noted()).toEqual([
      'passkey added',
      ...Array.from({ length: 2 }, () => 'passkey not risen: not risen, synced'),
      'passkey added',
      ...Array.from({ length: 2 }, () => 'passkey not risen: refused'),
    ])
  })
})

describe('where a role asks for a passkey', () => {
  beforeEach(() => {
    region = { ...region, web: { ...region.web, passkeys: { requiredFor: ['operator'] } } }
  })

  it('whoever came by mail may add their first, and no second', async () => {
    const { status } = await add()
    expect(status).toBe(303)
    const second = await own({ step: 'begin' })
    expect([second.status, second.html.includes('войдите по тому, который у вас есть')]).toEqual([409, true])
  })

  it('whoever came by a passkey may add another', async () => {
    const { device } = await add()
    expect((await enter(device)).status).toBe(303)
    secret = await newSession('passkey')
    expect((await add()).status).toBe(303)
  })
})

it('a form from elsewhere, or without the session’s token, changes nothing', async () => {
  const evil = { headers: { origin: 'https://evil.example' } }
  expect((await send('passkey', { step: 'passkey' }, evil)).status).toBe(403)
  expect(
    (await send('passkeys', { step: 'begin', token: formToken(secret) }, { cookie: mine(), ...evil })).status,
  ).toBe(403)
  expect((await send('passkeys', { step: 'begin' }, { cookie: mine() })).status).toBe(403)
  expect((await send('passkeys')).status).toBe(303)
  expect((await send('passkey')).status).toBe(303)
})

it('at an address made of numbers it is said that passkeys do not work there', async () => {
  region = { ...region, web: { ...region.web, publicUrl: 'http://127.0.0.1:4000' } }
  const sent = await send('passkey', { step: 'passkey' }, { headers: { origin: 'http://127.0.0.1:4000' } })
  expect([sent.status, sent.html.includes('по адресу из цифр'), sent.html.includes('data-options')]).toEqual([
    200,
    true,
    false,
  ])
})
