// Webhooks of a region at work, from the command that adds an endpoint to a receiver beside it: what is posted verifies and is what the
// feed says; a receiver that is gone is left alone, its owner mailed, and gets what it missed when it is back.
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type Document, webhookCheck } from '../../tools/openapi/reply-check.ts'
import { loadRegion } from '../../regions/load.ts'
import { withWebhooks } from '../stack/synthesize.ts'
import { assemblyOf } from './assembly.ts'
import { type RegionAtWork, regionAtWork } from './region-at-work.ts'

const MINUTE = 60_000
const home = mkdtempSync(join(tmpdir(), 'otklik-home-'))
const owner = 'owner@portal.example'
let work: RegionAtWork
let receiver: Server
let url: string
let status = 204
let cases = 0
const seen: { headers: Record<string, string>; body: string }[] = []

beforeAll(async () => {
  const region = withWebhooks(loadRegion('95'))
  work = await regionAtWork('2026-03-02T07:00:00Z', undefined, true, await assemblyOf(region))
  mkdirSync(join(home, '.otklik'))
  symlinkSync(work.dataDir, join(home, '.otklik', '95'))
  receiver = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (part: string) => (body += part))
    request.on('end', () => {
      seen.push({ headers: request.headers as Record<string, string>, body })
      response.writeHead(status).end()
    })
  })
  await new Promise<void>((ready) => receiver.listen(0, '127.0.0.1', ready))
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook-path?token=hidden`
})
afterAll(async () => {
  receiver.close()
  await work.end()
  rmSync(home, { recursive: true, force: true })
})

/** npm run webhooks. @returns what it prints */
const webhooks = (...args: string[]) =>
  new Promise<string>((done) => {
    execFile(
      process.execPath,
      [resolve('tools/webhooks.ts'), '--region', '95', ...args],
      { cwd: home },
      (_, stdout, stderr) => done(stdout + stderr),
    )
  })
const arrived = () =>
  seen.map(({ body }) => JSON.parse(body) as { type: string; data: { caseId: string; seq: number } })
const submit = async () => {
  const topic = work.region.topics.find((one) => !one.important && !one.season)!.id
  const reply = await work.post({
    text: 'Не горит фонарь.',
    topic,
    municipality: 'groznyy',
    externalId: `A-${(cases += 1)}`,
  })
  return ((await reply.json()) as { id: string }).id
}
const feed = async () => {
  const reply = await fetch(`${work.engine.apiUrl}/v1/events`, { headers: { Authorization: `Bearer ${work.key}` } })
  return ((await reply.json()) as { events: { caseId: string; id: string; type: string; at: string }[] }).events
}
let id: string
let secret: string

it('an endpoint is added, its secret shown once, and a ping arrives', async () => {
  const refused = await webhooks('--add', '--integrator', 'demo', '--url', 'https://10.0.0.1/', '--email', owner)
  expect(refused).toBe('The address must name a host, not an IP address.\n')
  const unknown = await webhooks('--add', '--integrator', 'demo', '--url', url, '--email', owner, '--types', 'opened')
  expect(unknown).toContain('--types opened: there is no event "opened"; there are received, ')
  const added = await webhooks('--add', '--integrator', 'demo', '--url', url, '--email', owner)
  ;[, secret, id] = /^(whsec_\S+)[^]*endpoint (\w+)/.exec(added)! as unknown as [string, string, string]
  const listed = await webhooks('--list')
  expect(listed).toContain(`${id}  demo  ${url}  live  own cases  all events  active`)
  expect(listed).not.toContain(secret)
  expect(await webhooks('--ping', id)).toMatch(/^ping-\w+ is posted at once/)
  await work.engine.idle()
  expect(arrived()).toMatchObject([{ type: 'ping', data: {} }])
  seen.length = 0
})

it('each event of a case is posted as the feed says it, signed, with nothing of a person', async () => {
  const caseId = await submit()
  await work.engine.idle()
  const fed = (await feed()).filter((one) => one.caseId === caseId)
  expect(fed.length).toBeGreaterThan(1)
  expect(arrived().toSorted((one, other) => one.data.seq - other.data.seq)).toEqual(
    fed.map((data) => ({ type: data.type, timestamp: data.at, data })),
  )
  vi.useFakeTimers({ now: work.engine.now(), toFake: ['Date'] })
  const faults = webhookCheck(JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as Document)
  for (const { body, headers } of seen) {
    expect(new Webhook(secret).verify(body, headers)).toEqual(JSON.parse(body))
    expect(faults(body)).toEqual([])
  }
  vi.useRealTimers()
  expect(seen.map(({ headers }) => headers['webhook-id']).toSorted()).toEqual(fed.map((one) => one.id).toSorted())
  expect(JSON.stringify(seen)).not.toContain('фонарь')
})

it('a receiver that is gone is left alone, its owner mailed once; when it is back it gets what it missed', async () => {
  seen.length = 0
  status = 410
  const caseId = await submit()
  await work.engine.idle()
  const before = seen.length
  expect(before).toBeLessThanOrEqual(2)
  const mails = await work.mails(owner)
  expect(mails.map(({ subject }) => subject)).toEqual([`Вебхуки на ${new URL(url).host} остановлены`])
  expect(mails[0]!.text).toContain('410')
  expect(mails[0]!.text).not.toContain('hook-path')
  // The same message again, and what SES says when that mail comes back, change nothing.
  const stop = { v: 1, endpoint: id, since: /disabled since (\S+)/.exec(await webhooks())![1] }
  const bounce = { v: 1, event: 'Bounce', bounceType: 'Permanent', tags: { recipient: ['webhook-owner'] } }
  for (const [part, body] of [
    ['Notify', stop],
    ['Notify', stop],
    ['Bounce', bounce],
  ] as const) {
    const event = { Records: [{ messageId: 'again', body: JSON.stringify(body) }] }
    expect(await work.engine.function(part).invoke(event)).toEqual({ batchItemFailures: [] })
  }
  await work.engine.advance(30 * MINUTE)
  expect([seen.length, (await work.mails(owner)).length]).toEqual([before, 1])

  status = 204
  seen.length = 0
  const since = /--since (\S+) /.exec(await webhooks('--enable', id))![1]!
  expect(await webhooks('--replay', id, '--since', since)).toMatch(/^\d events are posted again at once\.\n$/)
  await work.engine.idle()
  expect(arrived().map(({ data }) => data.caseId)).toEqual(
    (await feed()).filter((one) => one.caseId === caseId).map(() => caseId),
  )
  expect(await webhooks('--log', id)).toMatch(/ 0 of them did not arrive\.\n$/)
  seen.length = 0
  const [one] = await feed()
  expect(await webhooks('--replay', id, '--event', one!.id)).toContain('1 events are posted again')
  await work.engine.idle()
  expect(seen.map(({ headers }) => headers['webhook-id'])).toEqual([one!.id])
})

it('nothing of an address, a secret or a body reaches a log', () => {
  const logs = readdirSync(join(work.dataDir, 'logs')).map((file) =>
    readFileSync(join(work.dataDir, 'logs', file), 'utf8'),
  )
  for (const hidden of ['hook-path', 'whsec_', secret.slice(6), owner, 'externalId'])
    expect(
      logs.some((log) => log.includes(hidden)),
      hidden,
    ).toBe(false)
})
