// npm run reschedule: which running cases a changed rule or calendar would move, and by how much. With --apply an operator
// says so, and each case that moves gets an event with the reason given, at the region's own time.
import { localTime } from '../functions/calendar/local-time.ts'
import type { Case } from '../functions/case/case.ts'
import type { Rescheduled } from '../functions/case/events.ts'
import { wouldMove } from '../functions/case/stages/rescheduling.ts'
import { region as regionCode } from './option-kinds.ts'
import { misuse, options } from './options.ts'
import { refuse } from './refuse.ts'
import { regionInForce } from './region-in-force.ts'
import { reachRegion } from './region-table.ts'
import { progress } from './replay/progress.ts'

const usage = `npm run reschedule -- --region 95 [--table TABLE] [--topic roads.snow] [--municipality shatoy]
  a dry run: the open cases whose deadlines today's regions/95-….json and calendar would move
npm run reschedule -- --region 95 … --apply --by OPERATOR --reason "Указ о выходном дне 3 июля"`

const { values } = options(usage, {
  region: { type: 'string', is: regionCode },
  table: { type: 'string' },
  topic: { type: 'string' },
  municipality: { type: 'string' },
  apply: { type: 'boolean', default: false },
  by: { type: 'string' },
  reason: { type: 'string' },
})
if (!values.region) misuse(usage, 'Name the region with --region.')
if (values.apply && !(values.by && values.reason)) misuse(usage, 'Who applies it says so: add --by and --reason.')
const { tableName, at } = await reachRegion(values.region, values.table)
const region = await regionInForce(values.region, tableName)
if (values.apply && !region.operators.some(({ id }) => id === values.by))
  refuse(`${values.by} is not an operator of the region: ${region.operators.map(({ id }) => id).join(', ')}.`)

const moves = await movingCases()
if (moves.length === 0) console.log('No running case would move.')
else console.table(moves.flatMap(({ state, moved }) => moved.map((one) => row(state, one))))
const cases = `${moves.length} case${moves.length === 1 ? '' : 's'}`
if (!values.apply && moves.length > 0)
  console.log(`${cases} would move. Nothing was changed: add --apply, --by and --reason.`)
if (values.apply) console.log(`${await apply(moves.map(({ state }) => state.id))} of ${cases} moved.`)

async function movingCases() {
  const { openCases } = await import('../functions/store/due.ts')
  const { loadCase } = await import('../functions/store/load.ts')
  const moving: { state: Case; moved: readonly Rescheduled[] }[] = []
  for await (const caseId of openCases(tableName)) {
    const state = (await loadCase(tableName, caseId, at))?.state
    if (!state || (values.topic && state.topic !== values.topic)) continue
    if (values.municipality && state.municipality !== values.municipality) continue
    const { moved } = wouldMove({ state, region, at })
    if (moved.length > 0) moving.push({ state, moved })
  }
  return moving
}

async function apply(caseIds: readonly string[]): Promise<number> {
  const { handle } = await import('../functions/store/handle.ts')
  const bar = progress('rescheduled', caseIds.length)
  let done = 0
  for (const caseId of caseIds) {
    const command = { type: 'Reschedule', by: { role: 'operator', id: values.by! }, reason: values.reason! } as const
    const handled = await handle({ tableName, region, caseId, command, at })
    if (handled.outcome === 'done' && handled.events.length > 0) done += 1
    bar.step()
  }
  bar.stop()
  return done
}

function row(state: Case, { clock, from, to }: Rescheduled) {
  const when = (iso: string) => localTime(iso, region.timeZone, region.languages[0]!)
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000
  return { case: state.id, clock, from: when(from), to: when(to), days: Number(days.toFixed(1)) }
}
