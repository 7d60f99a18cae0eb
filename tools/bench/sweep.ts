// How a flood is swept: the function as it is bundled, in a process of its own for each share, over a table full of cases that
// are due. What counts is its own processor time and memory; how long a run takes here depends on the table engine beside it.
// Called by tools/bench.ts.
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { bundleFunctions } from '../../lib/bundle.ts'
import { SWEEP } from '../../lib/schedule.ts'
import type { Region } from '../../regions/schema.ts'
import { startTableEngine } from '../../local/dynamo.ts'
import { createTable } from '../create-table.ts'
import { reachTable } from '../region-table.ts'

/** The memory (MB) for which Lambda gives one processor. */
const MEGABYTES_PER_PROCESSOR = 1769
const MOST_RUNS = 20
const TABLE = 'Cases'

/** The runs of all shares at one time, added up; how long the slower took, and the memory of the larger. */
interface SweepRun {
  readonly checked: number
  readonly failed: number
  readonly seconds: number
  readonly cpuSeconds: number
  readonly megabytes: number
}

export interface SweepLine {
  readonly cases: number
  readonly runs: readonly SweepRun[]
  readonly cpuMsPerCase: number
  /** What a run's time is enough for, with the share of a processor that the function's memory gives. */
  readonly casesARun: number
  readonly stillDue: number
}

/** Sweeps so many due cases at an instant (ISO, UTC), run by run, until none is due. */
export async function sweepFlood(dataDir: string, region: Region, cases: number, at: string): Promise<SweepLine> {
  const engine = await startTableEngine(dataDir)
  reachTable(engine.url)
  const { writeDueCases } = await import('./due-cases.ts')
  const { dueChecks } = await import('../../functions/store/due.ts')
  await createTable(TABLE)
  await writeDueCases(TABLE, region, cases, at)
  const bundle = join((await bundleFunctions())('sweep', region), 'index.mjs')
  const runs: SweepRun[] = []
  do runs.push(await runAtOnce(bundle, engine.url))
  while (runs.at(-1)!.checked > 0 && runs.length < MOST_RUNS)
  const stillDue = (await Array.fromAsync(dueChecks(TABLE, at))).length
  await engine.stop()
  const total = (name: keyof SweepRun) => runs.reduce((sum, run) => sum + run[name], 0)
  const cpuMsPerCase = (total('cpuSeconds') * 1000) / total('checked')
  const share = Math.min(1, SWEEP.megabytes / MEGABYTES_PER_PROCESSOR)
  const casesARun = (SWEEP.parts * SWEEP.seconds * 1000 * share) / cpuMsPerCase
  return { cases, runs, cpuMsPerCase, casesARun, stillDue }
}

async function runAtOnce(bundle: string, endpoint: string): Promise<SweepRun> {
  const runs = await Promise.all(Array.from({ length: SWEEP.parts }, (_, part) => runShare(part, bundle, endpoint)))
  const sum = (name: keyof SweepRun) => runs.reduce((total, run) => total + run[name], 0)
  const most = (name: keyof SweepRun) => Math.max(...runs.map((run) => run[name]))
  return {
    ...{ checked: sum('checked'), failed: sum('failed'), cpuSeconds: sum('cpuSeconds') },
    ...{ seconds: most('seconds'), megabytes: most('megabytes') },
  }
}

async function runShare(part: number, bundle: string, endpoint: string): Promise<SweepRun> {
  const script = `
    const lines = []
    console.log = (line) => lines.push(line)
    const { handler } = await import(${JSON.stringify(bundle)})
    const began = performance.now()
    const getRemainingTimeInMillis = () => ${SWEEP.seconds * 1000} - (performance.now() - began)
    // A run says at its end that some checks failed.
    await handler({ part: ${part}, of: ${SWEEP.parts} }, { getRemainingTimeInMillis }).catch(() => {})
    const { user, system } = process.cpuUsage()
    const swept = JSON.parse(lines.find((line) => line.includes('"swept"')))
    process.stdout.write(JSON.stringify({
      checked: swept.checked, failed: swept.failed, seconds: (performance.now() - began) / 1000,
      cpuSeconds: (user + system) / 1e6, megabytes: process.resourceUsage().maxRSS / 1024,
    }))`
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
    env: {
      ...process.env,
      NODE_DISABLE_COMPILE_CACHE: '1',
      AWS_ENDPOINT_URL_DYNAMODB: endpoint,
      TABLE_NAME: TABLE,
      ...unused,
    },
  })
  if (!stdout) throw new Error(`The sweep ended without a word: ${stderr.slice(-500)}`)
  return JSON.parse(stdout) as SweepRun
}

/** The cases need neither queue nor timer. */
const unused = Object.fromEntries(
  ['ROUTING_QUEUE_URL', 'NOTICES_QUEUE_URL', 'RECORDS_QUEUE_URL', 'TIMER_ARN'].map((name) => [name, 'none']),
)
