// Compares a region with few cases in its table with one that has many: what a life costs, how much is done a second, how
// long reading, the sweep and a start take, where the CPU goes. Called by npm run bench -- --grow.
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Region } from '../../regions/schema.ts'
import { type LocalRegion, startLocalRegion } from '../local-region.ts'
import { quantile } from '../replay/report.ts'
import { CapacityProxy } from './capacity-proxy.ts'
import { liveAll } from './life.ts'
import { consoleOperations, consoleTimes } from './console.ts'
import { messageCpu } from './message-cpu.ts'
import { runAlone } from './own-process.ts'

/** What many are compared with. */
export const FEW = 1_000
/** Filled tables are kept here. */
const FOLDER = 'bench/grown'
const READS = 50

/** A measure and its figure for each number of cases. */
export type Line = readonly [measure: string, ...figures: number[]]

/** Fills a table with few cases and one with `many`, and measures both by `messages` messages. */
export async function compareGrowth(region: Region, many: number, messages: number): Promise<Line[]> {
  const measured = []
  for (const cases of [FEW, many]) {
    const folder = join(FOLDER, String(cases))
    await runAlone('fill.ts', folder, region.code, String(cases))
    measured.push(await inCopy(folder, (dataDir) => measure(dataDir, region, messages)))
  }
  const [few, grown] = measured as [Record<string, number>, Record<string, number>]
  return Object.keys(grown).map((name) => [name, few[name] ?? 0, grown[name]!])
}

/** So that every run finds what the fill left. */
async function inCopy<T>(folder: string, work: (dataDir: string) => Promise<T>): Promise<T> {
  const dataDir = mkdtempSync(join(tmpdir(), 'otklik-grown-'))
  try {
    cpSync(folder, dataDir, { recursive: true })
    return await work(dataDir)
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function measure(dataDir: string, region: Region, messages: number): Promise<Record<string, number>> {
  const start = (more: object = {}) => startLocalRegion({ region: region.code, dataDir, standing: true, ...more })
  const proxy = new CapacityProxy()
  const counted = await start({ tableProxy: (url: string) => proxy.start(url) })
  const life = await lifeOf(counted, region, proxy)
  const asked = await consoleOperations(counted, region, await newCase(counted, region), proxy)
  await counted.engine.stop()
  proxy.stop()

  const started = performance.now()
  const local = await start()
  const startMs = performance.now() - started
  const sweepMs = await timed(() => local.engine.function('Sweep').invoke({ 'detail-type': 'Scheduled Event' }))
  const { acceptedPerSecond, handledPerSecond, cpuMs } = await messageCpu(local, region, messages)
  const caseId = await newCase(local, region)
  const caseMs = await readMs(local, `/v1/cases/${caseId}`)
  const pagesMs = await consoleTimes(local, region, caseId)
  const statisticsMs = await readMs(local, '/v1/statistics?from=2026-01-01&to=2026-03-31&by=organisation')
  await local.engine.stop()
  return {
    ...named('life: ', life),
    'start, ms': startMs,
    'first sweep, ms': sweepMs,
    'one case read, ms': caseMs,
    'statistics read, ms': statisticsMs,
    ...named('console: ', { ...asked, ...pagesMs }),
    'messages accepted a second': acceptedPerSecond,
    'with all they set going': handledPerSecond,
    'CPU a message, ms': Object.values(cpuMs).reduce((sum, ms) => sum + ms, 0),
    ...named('  ', cpuMs),
  }
}

/** What one life asks of the table until it is closed; the weeks in which nothing happens are left out, as they go through all of it. */
async function lifeOf(local: LocalRegion, region: Region, { total }: CapacityProxy) {
  const before = structuredClone(total)
  await liveAll(local, region, [0], 'at once')
  await local.engine.idle()
  const operations = Object.entries(total.operations).map(([name, count]): [string, number] => [
    name,
    count - (before.operations[name] ?? 0),
  ])
  return {
    'write units': total.writeUnits - before.writeUnits,
    'read units': total.readUnits - before.readUnits,
    ...Object.fromEntries(operations),
  }
}

const named = (prefix: string, figures: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(figures).flatMap(([name, figure]) => (figure ? [[prefix + name, figure]] : [])))

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

/** How long an answer takes in the middle of many. */
async function readMs({ engine, key }: LocalRegion, path: string): Promise<number> {
  const times: number[] = []
  for (let read = 0; read < READS; read += 1)
    times.push(
      await timed(async () => {
        const reply = await fetch(engine.apiUrl + path, { headers: { Authorization: `Bearer ${key}` } })
        if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`)
        await reply.arrayBuffer()
      }),
    )
  return Number(
    quantile(
      times.sort((a, b) => a - b),
      0.5,
    ),
  )
}

async function newCase({ engine, key }: LocalRegion, region: Region): Promise<string> {
  const reply = await fetch(`${engine.apiUrl}/v1/messages`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${key}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': `read-${engine.now()}`,
    },
    body: JSON.stringify({ text: 'Не горит фонарь.', municipality: region.municipalities[0]!.id }),
  })
  const { id } = (await reply.json()) as { id: string }
  await engine.idle()
  return id
}
