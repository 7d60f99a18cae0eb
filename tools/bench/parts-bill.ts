// What each part of the API costs, counted in lives of cases on the local engine and priced: limits, feed, lists, idempotency by the
// units that they take of the table; webhooks by what is more with one endpoint and with three; photos by ten that are sent. Called by npm run bench.
import { execFile } from 'node:child_process'
import { mkdirSync, symlinkSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { uncheckedApp } from '../../lib/app.ts'
import { bundleFunctions } from '../../lib/bundle.ts'
import { RegionStack } from '../../lib/region-stack.ts'
import type { Region } from '../../regions/schema.ts'
import { stackName } from '../../regions/stages.ts'
import { type LocalRegion, startLocalRegion } from '../local-region.ts'
import { CapacityProxy } from './capacity-proxy.ts'
import { bill, liveAll, reading, subtract } from './life.ts'
import type { Units } from './parts-of.ts'
import { prices } from './prices.ts'

export interface PartLine {
  readonly part: string
  readonly of: 'cases' | 'photos'
  readonly writeUnits: number
  readonly readUnits: number
  /** For 1,000. */
  readonly dollars: number
}

const LIVES = 4
const PHOTOS = 10
/** Until `record` asks anew where events are posted (ms), and more. */
const SUBSCRIBED_MS = 2 * 60_000
/** As a telephone takes it. */
const PICTURE = { width: 4_000, height: 3_000 }

/** @param dataDir for the region's data @param startAt ISO */
export async function partsBill(dataDir: string, region: Region, startAt: string): Promise<PartLine[]> {
  const assembly = join(dataDir, 'assembly')
  const whole = { ...region, api: { ...region.api, webhooks: true }, web: { ...region.web, photos: true } }
  const app = uncheckedApp(assembly)
  new RegionStack(app, stackName(region), { region: whole, code: await bundleFunctions() })
  app.synth()
  const proxy = new CapacityProxy()
  const local = await startLocalRegion({
    ...{ region: region.code, dataDir, startAt, standing: true, port: 0, mailboxPort: 0, assembly },
    tableProxy: (url) => proxy.start(url),
  })
  const receivers: Server[] = []
  try {
    let lived = 0
    const lives = async () => {
      const indexes = Array.from({ length: LIVES }, () => (lived += 1))
      await liveAll(local, region, indexes, 'at once')
      await local.engine.idle()
    }
    await lives()
    const none = await usedBy(local, proxy, LIVES, lives)
    const lines: PartLine[] = Object.entries(none.parts)
      .filter(isUsed)
      .map(([part, units]) => ({
        ...{ part, of: 'cases', ...units },
        dollars: (units.writeUnits * prices.writeUnit + units.readUnits * prices.readUnit) * 1000,
      }))
    const id = await newCase(local, region)
    const photos = await usedBy(local, proxy, PHOTOS, () => sendPhotos(local, id))
    for (const endpoints of [1, 3]) {
      while (receivers.length < endpoints) await addEndpoint(local, region, receivers)
      await local.engine.advance(SUBSCRIBED_MS)
      const some = await usedBy(local, proxy, LIVES, lives)
      lines.push(lineOf(`webhooks, ${endpoints} endpoint${endpoints > 1 ? 's' : ''}`, 'cases', some, none, 'Deliver'))
    }
    return [...lines, lineOf('photos', 'photos', photos, undefined, 'Redraw')]
  } finally {
    receivers.forEach((one) => one.close())
    await local.engine.stop()
    proxy.stop()
  }
}

const isUsed = ([, { writeUnits, readUnits }]: readonly [string, Units]) => writeUnits + readUnits > 0

type Used = Awaited<ReturnType<typeof usedBy>>

/** What some work asks of each service, for one of so many. */
async function usedBy(local: LocalRegion, { total }: CapacityProxy, count: number, work: () => Promise<unknown>) {
  const before = {
    services: reading(local, total, 0),
    objects: objectRequests(local),
    parts: structuredClone(total.parts),
  }
  const secondsBefore = secondsByFunction(local)
  await work()
  await local.engine.idle()
  const each = <T extends object>(after: T, earlier: object): T =>
    Object.fromEntries(
      Object.entries(subtract(after as never, earlier as never)).map(([name, amount]) => [name, amount / count]),
    ) as T
  const parts = Object.entries(total.parts).map(
    ([part, units]) => [part, each(units, before.parts[part] ?? {})] as const,
  )
  return {
    services: each(reading(local, total, 0), before.services),
    objects: each(objectRequests(local), before.objects),
    seconds: each(secondsByFunction(local), secondsBefore),
    parts: Object.fromEntries(parts),
  }
}

/** What is more than with `less`; of the functions' time that of one function alone, since the others' differs from life to life. */
function lineOf(part: string, of: PartLine['of'], used: Used, less: Used | undefined, fn: string): PartLine {
  const more = subtract(used.services, less?.services ?? {}) as unknown as Used['services']
  const seconds = Object.entries(used.seconds).find(([name]) => name.startsWith(fn))?.[1] ?? 0
  const gigabyteSeconds = seconds * (fn === 'Redraw' ? 1769 / 1024 : 0.25)
  const services = bill({ ...more, gigabyteSeconds }).reduce((sum, { dollars }) => sum + dollars, 0)
  const { put, get } = used.objects
  const objects = (put * prices.objectPut + get * prices.objectGet) * 1000
  return { part, of, writeUnits: more.writeUnits, readUnits: more.readUnits, dollars: services + objects }
}

function objectRequests({ engine }: LocalRegion) {
  const of = (...methods: string[]) =>
    methods.reduce((sum, method) => sum + (engine.counts().requests[`S3.${method}`] ?? 0), 0)
  return { put: of('PUT', 'POST'), get: of('GET', 'HEAD') }
}

function secondsByFunction({ engine }: LocalRegion): Readonly<Record<string, number>> {
  const worked = Object.entries(engine.counts().functions)
  return Object.fromEntries(worked.map(([name, { durationMs }]) => [name, durationMs / 1000]))
}

/** By the command, as its owner would. */
async function addEndpoint({ dataDir }: LocalRegion, region: Region, receivers: Server[]): Promise<void> {
  const server = createServer((request, response) => request.resume().once('end', () => response.writeHead(204).end()))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  receivers.push(server)
  const home = join(dataDir, 'home', '.otklik')
  if (receivers.length === 1) {
    mkdirSync(home, { recursive: true })
    symlinkSync(resolve(dataDir), join(home, region.code))
  }
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const asked = ['--region', region.code, '--add', '--integrator', 'demo', '--url', url, '--email', 'owner@example.org']
  await promisify(execFile)(process.execPath, [resolve('tools/webhooks.ts'), ...asked], { cwd: join(home, '..') })
}

const headersOf = ({ key }: LocalRegion) => ({
  ...{ Authorization: `Bearer ${key}`, 'Content-Type': 'application/json', 'Idempotency-Key': 'photos' },
})

async function newCase(local: LocalRegion, region: Region): Promise<string> {
  const topic = region.topics.find((one) => !one.important && !one.season)!.id
  const body = JSON.stringify({ text: 'Не горит фонарь.', topic, municipality: region.municipalities[0]!.id })
  const made = await fetch(`${local.engine.apiUrl}/v1/messages`, { method: 'POST', headers: headersOf(local), body })
  const { id } = (await made.json()) as { id: string }
  await local.engine.idle()
  return id
}

async function sendPhotos(local: LocalRegion, id: string): Promise<void> {
  const { engine } = local
  const headers = headersOf(local)
  const picture = await sharp({
    create: { ...PICTURE, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 20 } },
  })
    .jpeg()
    .toBuffer()
  for (let count = 0; count < PHOTOS; count += 1) {
    const leave = await fetch(`${engine.apiUrl}/v1/cases/${id}/photos`, { method: 'POST', headers, body: '{}' })
    const { url, fields } = (await leave.json()) as { url: string; fields: Record<string, string> }
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    form.set('file', new Blob([new Uint8Array(picture)]))
    const sent = await fetch(url, { method: 'POST', body: form })
    if (!sent.ok) throw new Error(`A photo was answered ${sent.status}: ${await sent.text()}`)
  }
}
