// What a canary costs: the messages of some of its runs on the local engine, priced like a case's life, and the timers that they leave.
// What the schedules ask for in the same time without one is taken off. Called by npm run bench.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { uncheckedApp } from '../../lib/app.ts'
import { bundleFunctions } from '../../lib/bundle.ts'
import { RegionStack } from '../../lib/region-stack.ts'
import type { Region } from '../../regions/schema.ts'
import { stackName } from '../../regions/stages.ts'
import { startLocalRegion } from '../local-region.ts'
import { CapacityProxy } from './capacity-proxy.ts'
import { bill, type BillLine, measures, reading, subtract } from './life.ts'

/** How often it runs (minutes). */
export const CANARY_MINUTES = 15
export const CANARY_RUNS_A_MONTH = (30 * 24 * 60) / CANARY_MINUTES
const STEP_MS = CANARY_MINUTES * 60_000
const RUNS = 8
/** Its message, the look at it, and its withdrawal. */
const REQUESTS = 3

/** For 1,000 runs, each in a row: a message posted, followed, withdrawn. */
export async function canaryBill(dataDir: string, region: Region, startAt: string): Promise<BillLine[]> {
  const standing = await uses(join(dataDir, 'without'), region, startAt, 0)
  const watched = { ...region, watch: { ...region.watch, canary: CANARY_MINUTES } }
  const running = await uses(join(dataDir, 'with'), watched, startAt, RUNS * REQUESTS)
  const more = subtract(running, standing)
  const used = Object.fromEntries(measures.map((name) => [name, more[name]! / RUNS])) as unknown as typeof running
  // The timer of a case that was withdrawn runs out days later.
  return bill({ ...used, clocks: Math.max(used.clocks, 1) })
}

async function uses(dataDir: string, region: Region, startAt: string, requests: number) {
  const assembly = join(dataDir, 'assembly')
  const app = uncheckedApp(assembly)
  new RegionStack(app, stackName(region), { region, code: await bundleFunctions() })
  app.synth()
  const proxy = new CapacityProxy()
  const local = await startLocalRegion({
    ...{ region: region.code, dataDir, startAt, standing: true, port: 0, mailboxPort: 0, assembly },
    tableProxy: (url) => proxy.start(url),
  })
  const live = async (runs: number) => {
    for (let run = 0; run < runs; run += 1) await local.engine.advance(STEP_MS)
    await local.engine.idle()
  }
  await live(2)
  const before = reading(local, proxy.total, 0)
  await live(RUNS)
  const after = reading(local, proxy.total, requests)
  await local.engine.stop()
  proxy.stop()
  rmSync(dataDir, { recursive: true, force: true })
  return subtract(after, before) as unknown as typeof after
}
