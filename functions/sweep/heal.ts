// Checks one case: what has fallen due, is its timer waiting, was it routed, was everybody told, was it counted? What
// is missing is asked for again, and each healing is counted. Called by the handler.
import type { ClockName, Region } from '../../regions/schema.ts'
import type { Case } from '../case/case.ts'
import { TIMER_GRACE_MS, exactClocks, later } from '../case/clocks/waking.ts'
import { decide } from '../case/decide.ts'
import { awaitedChildren } from '../case/reactions.ts'
import { armTimer } from '../timers/arm.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { count } from '../edge/log.ts'
import { sendAll } from '../queues/send.ts'
import { setCheck } from '../store/checks.ts'
import { handle } from '../store/handle.ts'
import { loadCaseFile } from '../store/load.ts'
import { loadStates } from '../store/states.ts'
import { checkup, type Missing } from './checkup.ts'
import { tellRefusals } from './tell-refusals.ts'

const tickCommand = { type: 'Tick', by: { role: 'system' } } as const

/** Checks a case at an instant (ISO, UTC) and heals it. @throws when a queue or the table does not take the cure. */
export async function heal(caseId: string, at: string): Promise<void> {
  const tableName = environment('TABLE_NAME')
  const region = deployedRegion()
  const file = await loadCaseFile(tableName, caseId, at)
  if (!file) throw new Error(`The index names the case ${caseId}, which is not there.`)
  if (hasFallenDue(file.state, at, region) && (await tick(caseId, at))) return
  if ((await tellRefusals(file, at)) > 0) return
  const children = await loadStates(tableName, awaitedChildren(file))
  const { missing, arm, settled, checkAt } = checkup({ region, file, at, children })
  if (arm) await rearm(caseId, arm, at)
  for (const one of missing) await ask(caseId, one)
  await setCheck(tableName, caseId, file.state.version, settled, checkAt)
}

/** Read before it is asked for, because most cases that are checked need nothing of the kind. */
function hasFallenDue(state: Case, at: string, region: Region): boolean {
  const decision = decide(state, tickCommand, at, region)
  return 'refused' in decision || decision.events.length > 0
}

/** @returns whether the case changed: it is checked anew then. */
async function tick(caseId: string, at: string): Promise<boolean> {
  const region = deployedRegion()
  const ticked = await handle({ tableName: environment('TABLE_NAME'), region, caseId, command: tickCommand, at })
  if (ticked.outcome !== 'done') throw new Error(`The case ${caseId} does not take a tick: ${ticked.outcome}.`)
  const { events, state } = ticked
  if (events.some((event) => event.type === 'missed' && isOverdue(state, event.clock, at)))
    count('Healed', 1, region, { caseId, what: 'tick' })
  return events.length > 0
}

/** A timer should have seen this before. */
function isOverdue({ clocks }: Case, name: ClockName, at: string): boolean {
  const clock = clocks[name]
  return exactClocks.includes(name) && clock !== undefined && later(clock.due, TIMER_GRACE_MS) <= at
}

/** A timer that should be waiting is started if it is not; one that ended before its time, under the name of the next second. */
async function rearm(caseId: string, instant: string, at: string) {
  const machine = environment('TIMER_ARN')
  const found = await armTimer(machine, caseId, instant, at)
  const armed = found === 'ended' ? await armTimer(machine, caseId, later(instant, 1_000), at) : found
  if (armed === 'started') count('Healed', 1, deployedRegion(), { caseId, what: 'timer' })
}

async function ask(caseId: string, { what, queue, messages }: Missing) {
  const failed = await sendAll(environment(queue), messages)
  if (failed.length > 0) throw new Error(`${failed.length} message(s) were not taken by the queue.`)
  count('Healed', messages.length, deployedRegion(), { caseId, what })
}
