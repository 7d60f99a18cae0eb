// Counts the clocks that an event ended, and what it changed of its case's own figures and of the choices made of it: what it adds follows from the case's history up
// to the event, never from later ones. Called by the handler.
import { calendarOf } from '../calendar/calendar.ts'
import type { CaseEvent } from '../case/events.ts'
import { TRIES } from '../edge/consumer.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { count, log, logError } from '../edge/log.ts'
import type { Counter } from '../statistics/counters.ts'
import { clockIncrements, ownIncrements } from '../statistics/counting.ts'
import { monthsToTell } from '../statistics/months.ts'
import { countOnce } from '../store/count.ts'

/**
 * Counts the last event of a history, once. @param at now (ISO, UTC) @param receives how often this was asked by now
 * @throws when it is to be tried again
 */
export async function countEvent(
  caseId: string,
  history: readonly CaseEvent[],
  at: string,
  receives: number,
): Promise<void> {
  const region = deployedRegion()
  const seq = history.length
  const { type } = history.at(-1)!
  const measured = measure(caseId, history, receives)
  const increments = { clocks: measured ?? [], ...ownIncrements(region, caseId, history) }
  const added = [...increments.clocks, ...increments.cases]
  // What was not measured is marked as counted, so that the sweep stops asking.
  if (measured && added.length === 0 && increments.labels.length === 0) return
  const late = monthsToTell(
    added.map(({ date }) => date),
    calendarOf(region).dateOf(Date.parse(at)),
  )
  const counted = await countOnce(environment('TABLE_NAME'), caseId, seq, increments, late)
  if (!measured) count('CountFailed', 1, region, { caseId, seq, type })
  else if (counted) log('counted', { caseId, seq, type, clocks: measured.length, cases: increments.cases.length })
}

/** @returns undefined when it was tried often enough. @throws when it is to be tried again. */
function measure(caseId: string, history: readonly CaseEvent[], receives: number): Counter[] | undefined {
  try {
    return clockIncrements(deployedRegion(), caseId, history)
  } catch (error) {
    if (receives < TRIES) throw error
    logError('clocks not measured', error, { caseId, seq: history.length })
    return undefined
  }
}
