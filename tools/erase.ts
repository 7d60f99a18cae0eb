// npm run erase: what is stored of a case, or of a person, that would be erased; with --apply an operator has it erased, and each
// case keeps an event that says when and by whom. Decision 19 says what goes and what stays.
import { localTime } from '../functions/calendar/local-time.ts'
import type { CaseFile } from '../functions/case/case-file.ts'
import { type ErasureGround, erasureGrounds } from '../functions/case/events.ts'
import { isAnswerOwed } from '../functions/case/stages/erasing.ts'
import { caseIdPattern } from '../functions/case/ids.ts'
import { oneOf, region as regionCode } from './option-kinds.ts'
import { misuse, options } from './options.ts'
import { refuse } from './refuse.ts'
import { regionInForce } from './region-in-force.ts'
import { reachRegion } from './region-table.ts'

const usage = `npm run erase -- --region 95 [--table TABLE] --case 95-261123-7K4QF
npm run erase -- --region 95 [--table TABLE] --person ivanova@example.org (or a telephone)
  a dry run: the cases whose texts and author would be erased. A case that is under way would end without an answer.
npm run erase -- --region 95 … --apply --by OPERATOR --reason request
  erases them for good; the reason is one of ${erasureGrounds.join(', ')}`

const { values } = options(usage, {
  region: { type: 'string', is: regionCode },
  table: { type: 'string' },
  case: { type: 'string', is: (id) => (caseIdPattern.test(id) ? undefined : 'give the number of a case.') },
  person: {
    type: 'string',
    is: (who) => (/@|(\d\D*){5}/.test(who) ? undefined : 'give an e-mail address or a telephone number.'),
  },
  apply: { type: 'boolean', default: false },
  by: { type: 'string' },
  reason: { type: 'string', is: oneOf(...erasureGrounds) },
})
if (!values.region) misuse(usage, 'Name the region with --region.')
if (!values.case === !values.person) misuse(usage, 'Name one: --case or --person.')
if (values.apply && !(values.by && values.reason)) misuse(usage, 'Who erases says so: add --by and --reason.')
const { tableName, at } = await reachRegion(values.region, values.table)
const region = await regionInForce(values.region, tableName)
if (values.apply && !region.operators.some(({ id }) => id === values.by))
  refuse(`${values.by} is not an operator of the region: ${region.operators.map(({ id }) => id).join(', ')}.`)
const { loadCaseFile } = await import('../functions/store/load.ts')
const { casesOf } = await import('../functions/store/persons.ts')

const caseIds = values.case ? [values.case] : await casesOf(tableName, values.person!, at)
const found = (await Promise.all(caseIds.map((id) => loadCaseFile(tableName, id, at)))).filter((file) => !!file)
const left = found.filter(({ state }) => !state.erasedAt)
if (found.length === 0) console.log('Nothing is stored of that.')
else if (left.length === 0) console.log('All of it was erased before.')
else console.table(left.map(row))
for (const { state } of left) if (isAnswerOwed(state)) console.log(`${state.id}: the law wants it answered (59-FZ).`)
for (const { state } of left)
  if (state.children.length > 0 || state.mergedInto)
    console.log(
      `${state.id}: look at ${[...state.children, state.mergedInto ?? []].flat().join(', ')}: its answer may be there.`,
    )
const cases = `${left.length} case${left.length === 1 ? '' : 's'}`
if (!values.apply && left.length > 0)
  console.log(`${cases} would be erased. Nothing was changed: add --apply, --by and --reason.`)
if (values.apply) {
  const refused = await apply(left)
  console.log(`${left.length - refused.length} of ${cases} erased.`)
  for (const { caseId, why } of refused) console.log(`${caseId} was not: ${why}.`)
  if (refused.length > 0) process.exitCode = 1
}

/** Erases cases. @returns those that were not, and why. */
async function apply(files: readonly CaseFile[]): Promise<{ caseId: string; why: string }[]> {
  const { handle } = await import('../functions/store/handle.ts')
  const by = { role: 'operator', id: values.by! } as const
  const refused: { caseId: string; why: string }[] = []
  for (const { state } of files) {
    const command = { type: 'Erase', by, ground: values.reason as ErasureGround } as const
    const handled = await handle({ tableName, region, caseId: state.id, command, at })
    if (handled.outcome === 'refused') refused.push({ caseId: state.id, why: handled.code })
  }
  return refused
}

function row({ state, personal, events }: CaseFile) {
  return {
    case: state.id,
    received: localTime(state.receivedAt, region.timeZone, region.languages[0]!),
    status: state.status,
    regime: state.regime,
    messages: personal.size,
    events: events.length,
  }
}
