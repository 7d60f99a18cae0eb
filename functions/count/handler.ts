// Counts the clocks that an event ended, once however often the event is delivered: what it adds follows from the
// case's history up to the event, never from later ones. Called by the statistics queue.
import { calendarOf } from '../calendar/calendar.ts'
import type { CaseEvent } from '../case/events.ts'
import { replay } from '../case/evolve.ts'
import { eventMessage } from '../contract/queued.ts'
import { consumer, TRIES } from '../edge/consumer.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { count, log, logError } from '../edge/log.ts'
import { incrementOf } from '../statistics/counters.ts'
import { type Measurement, measurementsOf } from '../statistics/measure.ts'
import { monthsToTell } from '../statistics/months.ts'
import { countOnce } from '../store/count.ts'
import { loadHistory } from '../store/history.ts'

export const handler = consumer(eventMessage, async ({ caseId, seq }, at, receives) => {
  const tableName = environment('TABLE_NAME')
  const history = await loadHistory(tableName, caseId, seq)
  const event = history.at(-1)!
  const measured = measure(caseId, history, receives)
  if (!measured) {
    // Marked as counted with nothing, so that the sweep stops asking.
    await countOnce(tableName, caseId, seq, [])
    return count('CountFailed', 1, deployedRegion(), { caseId, seq, type: event.type })
  }
  if (measured.length === 0) return
  const today = calendarOf(deployedRegion()).dateOf(Date.parse(at))
  const late = monthsToTell(
    measured.map(({ date }) => date),
    today,
  )
  const counted = await countOnce(tableName, caseId, seq, measured.map(incrementOf), late)
  if (counted) log('clocks counted', { caseId, seq, type: event.type, clocks: measured.length })
})

/** @returns undefined when it was tried often enough. @throws when it is to be tried again. */
function measure(caseId: string, history: readonly CaseEvent[], receives: number): Measurement[] | undefined {
  try {
    return measurementsOf(deployedRegion(), replay(caseId, history.slice(0, -1)), history.at(-1)!)
  } catch (error) {
    if (receives < TRIES) throw error
    logError('clocks not measured', error, { caseId, seq: history.length })
    return undefined
  }
}
