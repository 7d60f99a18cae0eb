// What comes with a key to try with goes the whole way, by night too, and outside nothing is seen of it: no figure, no list, no
// mail to anybody but the box for it; and its words are gone after a week.
import { randomBytes } from 'node:crypto'
import { PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newIntegratorKey } from '../../functions/intake/integrator-key.ts'
import { mailboxAt } from '../../tools/mailboxes.ts'
import { clientAt } from '../../tools/region-client.ts'
import { apiSteps } from '../../tools/smoke/api-steps.ts'
import { bounceSteps } from '../../tools/smoke/bounce-steps.ts'
import { mailSteps } from '../../tools/smoke/mail-steps.ts'
import { type Journey, runSteps } from '../../tools/smoke/steps.ts'
import { linkIn, open, send } from '../../tools/visitor.ts'
import { type RegionAtWork, regionAtWork } from './region-at-work.ts'

const DAY = 86_400_000
const NIGHT = '2026-03-02T20:00:00Z'
let work: RegionAtWork
let journey: Journey
let key: string

const call = (path: string, by: string, init: RequestInit = {}) =>
  fetch(work.engine.apiUrl + path, {
    ...init,
    headers: { Authorization: `Bearer ${by}`, ...(init.headers as Record<string, string>) },
  })
const post = (by: string, idempotencyKey: string, more: object = {}) =>
  call('/v1/messages', by, {
    method: 'POST',
    headers: { 'Idempotency-Key': idempotencyKey, 'Content-Type': 'application/json' },
    body: JSON.stringify({ text: 'Не горит фонарь.', topic: lamp(), municipality: 'groznyy', ...more }),
  })
const lamp = () => work.region.topics.find((one) => !one.important && !one.season)!.id
const read = async (reply: Promise<Response>) => (await (await reply).json()) as Record<string, unknown>
/** Everything in the table that a filter finds. */
const items = async (FilterExpression: string, values: Record<string, string>) => {
  const { Items = [] } = await work.document.send(
    new ScanCommand({ TableName: work.tableName, FilterExpression, ExpressionAttributeValues: values }),
  )
  return Items
}
/** Whoever a mail ever went to. */
const readers = async () => {
  await work.engine.idle()
  const mails = (await (await fetch(`${work.engine.mailboxUrl}/api/mails?limit=1000`)).json()) as { to: string[] }[]
  return new Set(mails.flatMap(({ to }) => to))
}

beforeAll(async () => {
  work = await regionAtWork(NIGHT)
  const made = newIntegratorKey(
    { integrator: 'demo', scopes: ['messages:write', 'cases:read', 'statistics:read'], test: true },
    randomBytes,
  )
  key = made.key
  await work.document.send(new PutCommand({ TableName: work.tableName, Item: made.item }))
  const { engine, region } = work
  const { apiUrl: url, mailboxUrl } = engine
  const otklik = clientAt(url, key)
  journey = { url, key, otklik, region, patienceMs: 30_000, mailbox: mailboxAt(mailboxUrl), caseId: '' }
})
afterAll(() => work.end())

describe('a test case', () => {
  it('goes from message to closed case in the middle of the night, and says what it is', async () => {
    const steps = await runSteps([...apiSteps, ...mailSteps, ...bounceSteps], journey, () => {})
    expect(steps.filter(({ outcome }) => outcome !== 'passed')).toEqual([])
    expect(await read(call(`/v1/cases/${journey.caseId}`, key))).toMatchObject({ status: 'closed', test: true })
  })

  it('waits for no morning, however many name one address', async () => {
    const author = { email: 'citizen@example.org' }
    for (let index = 0; index < 7; index += 1) {
      const { id } = await read(post(key, `night-${index}`, { author }))
      const { notices } = await work.get(String(id))
      expect(notices.map(({ kind, status }) => [kind, status])).toEqual([
        ['work', 'sent'],
        ['registered', 'sent'],
      ])
    }
  })

  it('that nobody answers reaches nobody either, however late it is, and no desk: neither of operators nor of moderators', async () => {
    const late = await read(post(key, 'late'))
    const unclear = await read(post(key, 'unclear', { topic: undefined, text: 'Что-то не так.' }))
    expect([late['test'], unclear['test']]).toEqual([true, true])
    await work.engine.advance(6 * DAY)
    const seen = await read(call(`/v1/cases/${String(unclear['id'])}`, key))
    expect(seen).toMatchObject({ status: 'triage', overdue: true })
    expect(await readers()).toEqual(new Set([work.region.mail.testsTo, 'bounce@simulator.amazonses.com']))
    expect(await items('begins_with(pk, :case) AND attribute_exists(worklist)', { ':case': 'C#' })).toEqual([])
  })

  it('lets whoever reads its mails stop those about it, but none to the address that its author named', async () => {
    const email = 'citizen@example.org'
    const { id } = await read(post(key, 'stopped', { author: { email } }))
    await work.engine.idle()
    const mails = await mailboxAt(work.engine.mailboxUrl).to(work.region.mail.testsTo, String(id))
    const theirs = mails.find(({ text }) => text.includes('/t/'))!
    const page = await open(linkIn(theirs.text, '/t/', work.engine.apiUrl))
    expect((await send(page, 'value="mails"', { action: 'mails', mails: 'address' })).status).toBe(200)
    expect((await work.get(String(id))).history.map(({ type }) => type)).toContain('mails_stopped')
    expect(await items('begins_with(pk, :address)', { ':address': 'A#' })).toEqual([])
  })

  it('is in no figure: there is none', async () => {
    expect(await items('begins_with(pk, :counters)', { ':counters': 'D#' })).toEqual([])
    const { total } = (await read(call('/v1/statistics?from=2026-03-01&to=2026-03-31', key))) as { total: object }
    expect(total).toMatchObject({ ended: 0, cancelled: 0 })
  })

  it('loses its words after a week, though the region keeps them for years', async () => {
    const words = { ':case': 'C#', ':personal': 'P#', ':texts': 'T#' }
    const kept = () =>
      items('begins_with(pk, :case) AND (begins_with(sk, :personal) OR begins_with(sk, :texts))', words)
    expect((await kept()).length).toBeGreaterThan(3)
    await work.engine.advance(10 * DAY)
    expect(await kept()).toEqual([])
    expect(await items('begins_with(pk, :person)', { ':person': 'P#' })).toEqual([])
  })
})

describe('a key to try with', () => {
  it('opens no real case, and shares no idempotency key with the real ones', async () => {
    const tried = await read(post(key, 'shared'))
    const real = await read(post(work.key, 'shared'))
    expect(real['id']).not.toBe(tried['id'])
    expect(real['test']).toBeUndefined()
    expect((await call(`/v1/cases/${String(real['id'])}`, key)).status).toBe(404)
    const seen = await read(call(`/v1/cases/${String(tried['id'])}`, work.key))
    expect(seen).toMatchObject({ id: tried['id'], test: true })
    expect(await work.get(String(real['id']))).not.toHaveProperty('test')
  })

  it('leads by the links of its mails to no list and to no other case of the same official', async () => {
    const real = await read(post(work.key, 'beside'))
    const tried = await read(post(key, 'beside'))
    await work.engine.idle()
    const mails = await mailboxAt(work.engine.mailboxUrl).to(work.region.mail.testsTo, String(tried['id']))
    const link = linkIn(mails.find(({ text }) => text.includes('/a/'))!.text, '/a/', work.engine.apiUrl)
    expect((await open(`${link}/${String(tried['id'])}`)).status).toBe(200)
    expect((await open(`${link}/${String(real['id'])}`)).status).toBe(404)
    for (const list of ['cases', 'next']) expect((await open(`${link}/${list}`)).url, list).toBe(link)
  })
})
