// npm run bench: what a case costs, what the functions weigh, how fast a region on this machine is; printed, and written
// to bench/latest.json. Figures depend on the machine; ratios and counts do not.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CapacityProxy } from './bench/capacity-proxy.ts'
import { compareGrowth, FEW } from './bench/growth.ts'
import { idleBill, type Template } from './bench/idle-bill.ts'
import { lifeBill, type Pace, paces } from './bench/life.ts'
import { prices } from './bench/prices.ts'
import { rates } from './bench/rates.ts'
import { startLocalRegion } from './local-region.ts'
import { file, whole } from './option-kinds.ts'
import { options } from './options.ts'
import { synthesized } from './synthesize.ts'
import { loadRegion } from '../regions/load.ts'
import { stackName } from '../regions/stages.ts'

const { values } = options(
  'npm run bench -- [--cases 20] [--messages 1500] [--grow 100000] [--sweep 100000] [--flood 150] [--search 100000] [--comments 1000 [--texts FILE.csv]]',
  {
    cases: { type: 'string', default: '20', is: whole(1, 10_000) },
    messages: { type: 'string', default: '1500', is: whole(1, 1_000_000) },
    grow: { type: 'string', is: whole(FEW + 1, 3_000_000) },
    sweep: { type: 'string', is: whole(1, 1_000_000) },
    flood: { type: 'string', is: whole(1, 10_000) },
    search: { type: 'string', is: whole(1_000, 1_000_000) },
    comments: { type: 'string', is: whole(4, 100_000) },
    texts: { type: 'string', is: file },
  },
)
const region = loadRegion('95')
const inFolder = async <T>(work: (dataDir: string) => Promise<T>) => {
  const folder = mkdtempSync(join(tmpdir(), 'otklik-bench-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
const row = (...cells: [string, ...(string | number)[]]) =>
  console.log(cells.map((cell, index) => (index === 0 ? String(cell).padEnd(30) : String(cell).padStart(16))).join(''))
const startAt = '2026-02-02T07:00:00Z'
const save = (file: string, figures: object) => {
  mkdirSync('bench', { recursive: true })
  writeFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), ...figures }, null, 2)}\n`)
}

if (values.grow) {
  const lines = await compareGrowth(region, Number(values.grow), Number(values.messages))
  row('cases in the table', FEW, Number(values.grow))
  for (const [measure, ...figures] of lines) row(measure, ...figures.map((figure) => String(Number(figure.toFixed(1)))))
  save('bench/growth.json', { lines })
  process.exit()
}

// What loads the CDK is loaded by whoever asks for it.
if (values.sweep) {
  const { sweepFlood } = await import('./bench/sweep.ts')
  const cases = Number(values.sweep)
  const swept = await inFolder((dataDir) => sweepFlood(dataDir, region, cases, new Date().toISOString()))
  row('cases due', swept.cases)
  row('time', 'checked', 'failed', 'seconds', 'CPU', 'MB')
  for (const [index, { checked, failed, seconds, cpuSeconds, megabytes }] of swept.runs.entries())
    row(String(index + 1), checked, failed, seconds.toFixed(0), cpuSeconds.toFixed(0), megabytes.toFixed(0))
  row('CPU a case', `${swept.cpuMsPerCase.toFixed(2)} ms`)
  row('one time is enough for', Math.floor(swept.casesARun), 'cases')
  row('still due', swept.stillDue)
  save('bench/sweep.json', swept)
  process.exit()
}

if (values.flood) {
  const { floodLines } = await import('./bench/flood-lines.ts')
  const flooded = await inFolder((dataDir) =>
    floodLines(dataDir, region, Number(values.messages), Number(values.flood)),
  )
  for (const [what, ...figures] of flooded.lines) row(what, ...figures)
  for (const difference of flooded.flood.differences) console.error(`✗ ${difference}`)
  save('bench/flood.json', flooded)
  process.exit(flooded.flood.differences.length > 0 ? 1 : 0)
}

if (values.search) {
  const { measureSearch } = await import('./bench/search.ts')
  const times = await inFolder((dataDir) => measureSearch(dataDir, region, Number(values.search)))
  console.log(`\nThe console's search among ${values.search} cases; goal: under 300 ms`)
  row('what', 'found', 'p50 ms', 'p95 ms')
  for (const { what, found, p50Ms, p95Ms } of times) row(what, found, p50Ms.toFixed(0), p95Ms.toFixed(0))
  save('bench/search.json', { cases: Number(values.search), times })
  process.exit()
}

if (values.comments) {
  const { commentLines } = await import('./bench/comment-lines.ts')
  const commented = await inFolder((dataDir) => commentLines(dataDir, region, Number(values.comments), values.texts))
  for (const [what, ...figures] of commented.lines) row(what, ...figures)
  for (const difference of commented.differences) console.error(`✗ ${difference}`)
  save('bench/comments.json', commented)
  process.exit(commented.differences.length > 0 ? 1 : 0)
}

const lives: Partial<Record<Pace, Awaited<ReturnType<typeof lifeBill>>>> = {}
for (const pace of Object.keys(paces) as Pace[]) {
  const life = await inFolder(async (dataDir) => {
    const proxy = new CapacityProxy()
    const local = await startLocalRegion({ region: '95', dataDir, startAt, tableProxy: (url) => proxy.start(url) })
    const result = await lifeBill(local, region, proxy.total, Number(values.cases), pace)
    await local.engine.stop()
    proxy.stop()
    return result
  })
  lives[pace] = life
  console.log(`\nOne case's whole life, ${pace}, list prices of ${prices.region}, ${prices.date}`)
  row('service', 'per case', 'unit', '$ per 1,000')
  for (const { service, amount, unit, dollars } of life.lines) row(service, amount.toFixed(2), unit, dollars.toFixed(4))
  const total = life.lines.reduce((sum, line) => sum + line.dollars, 0)
  const mail = life.lines.find((line) => line.service === 'SES')!.dollars
  row('without mail', '', 'goal 0.25', (total - mail).toFixed(4))
  row('with mail', '', 'goal 0.65', total.toFixed(4))
}

console.log('\nA month in which nobody writes, from the template, without firewall and storage')
const template = join(synthesized(region.code), `${stackName(region)}.template.json`)
const idle = idleBill(JSON.parse(readFileSync(template, 'utf8')) as Template)
row('', 'amount', '$ a month')
for (const { what, amount, dollars } of idle) row(what, Math.round(amount), dollars.toFixed(3))
row('together', 'goal 6.00', idle.reduce((sum, { dollars }) => sum + dollars, 0).toFixed(2))

const { CANARY_MINUTES, CANARY_RUNS_A_MONTH, canaryBill } = await import('./bench/canary-bill.ts')
console.log(`\nA canary every ${CANARY_MINUTES} minutes, beside its two alarms`)
const canary = await inFolder((dataDir) => canaryBill(dataDir, region, startAt))
row('service', 'per run', 'unit', '$ a month')
const perMonth = CANARY_RUNS_A_MONTH / 1_000
for (const { service, amount, unit, dollars } of canary)
  row(service, amount.toFixed(2), unit, (dollars * perMonth).toFixed(3))
row('together', '', '', (canary.reduce((sum, { dollars }) => sum + dollars, 0) * perMonth).toFixed(2))

console.log('\nWhat each part of the API takes, of a life at once')
const { partsBill } = await import('./bench/parts-bill.ts')
const parts = await inFolder((dataDir) => partsBill(dataDir, region, startAt))
row('part', 'write units', 'read units', '$ per 1,000', 'of')
for (const { part, of, writeUnits, readUnits, dollars } of parts)
  row(part, writeUnits.toFixed(2), readUnits.toFixed(2), dollars.toFixed(4), of)

console.log('\nFunctions beside a bare handler with one DynamoDB client')
const { bundleLines } = await import('./bench/bundles.ts')
const bundles = await bundleLines()
row('function', 'KB', 'init ms', 'ratio')
for (const { name, kilobytes, initMs, ratio } of [bundles.bare, ...bundles.functions])
  row(name, kilobytes.toFixed(0), initMs.toFixed(0), ratio.toFixed(2))
row('goals', '≤ 450', '', '≤ 1.50')

console.log('\nSpeed on this machine')
const speed = await inFolder(async (dataDir) => {
  const local = await startLocalRegion({ region: '95', dataDir, startAt })
  const result = await rates(local, region, Number(values.messages))
  await local.engine.stop()
  return result
})
const share = speed.acceptedPerSecond / speed.transactionsPerSecond
row('messages accepted a second', speed.acceptedPerSecond.toFixed(0))
row('bare transactions a second', speed.transactionsPerSecond.toFixed(0))
row('share of the engine', `${(share * 100).toFixed(0)} %`, 'goal 60 %')
row('POST under load', `p50 ${speed.postP50Ms.toFixed(0)} ms`, `p95 ${speed.postP95Ms.toFixed(0)} ms`)
row('POST to mail when idle', `p50 ${speed.mailP50Ms} ms`, `p95 ${speed.mailP95Ms} ms`, 'goal 1000 ms')

save('bench/latest.json', { prices, lives, idle, canary, parts, bundles, speed })
