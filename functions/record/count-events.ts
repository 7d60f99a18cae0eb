// Counts the clocks that events ended, and what they changed of their cases' own figures and of the choices made of them: what one adds follows from its case's
// history up to it, never from later ones. Called by the handler.
import { calendarOf } from '../calendar/calendar.ts'
import { TRIES } from '../edge/consumer.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { count, log, logError } from '../edge/log.ts'
import { type Failed, togetherOrEach } from '../edge/together.ts'
import type { Counter } from '../statistics/counters.ts'
import { clockIncrements, ownIncrements } from '../statistics/counting.ts'
import { monthsToTell } from '../statistics/months.ts'
import { countAll, type Counting } from '../store/count.ts'
import type { Told } from './told.ts'

interface ToCount extends Counting {
  readonly told: Told
  readonly isMeasured: boolean
}

/** Counts each of them once. @param at now (ISO, UTC) @returns those that are to be told again */
export async function countEvents(told: readonly Told[], at: string, hasTime: () => boolean): Promise<Failed<Told>> {
  const failed: Failed<Told> = new Map()
  const countings = told.flatMap((one) => {
    try {
      return countingOf(one, at) ?? []
    } catch (error) {
      failed.set(one, error)
      return []
    }
  })
  const uncounted = await togetherOrEach(countings, hasTime, async (some) => {
    const counted = new Set(await countAll(environment('TABLE_NAME'), some))
    for (const one of some) tell(one, counted.has(one))
  })
  for (const [one, error] of uncounted) failed.set(one.told, error)
  return failed
}

function tell({ told, caseId, seq, increments: { clocks, cases }, isMeasured }: ToCount, isCounted: boolean): void {
  const { type } = told.events[seq - 1]!
  if (!isMeasured) count('CountFailed', 1, deployedRegion(), { caseId, seq, type })
  else if (isCounted) log('counted', { caseId, seq, type, clocks: clocks.length, cases: cases.length })
}

/** What an event adds; undefined where that is nothing. @throws when it is to be tried again */
function countingOf(told: Told, at: string): ToCount | undefined {
  const region = deployedRegion()
  const { caseId, seq } = told
  const measured = measure(told)
  const increments = {
    clocks: measured ?? [],
    ...ownIncrements(region, caseId, told.events.slice(0, seq)),
  }
  const added = [...increments.clocks, ...increments.cases]
  // What was not measured is marked as counted, so that the sweep stops asking.
  if (measured && added.length === 0 && increments.labels.length === 0) return undefined
  const changed = monthsToTell(
    added.map(({ date }) => date),
    calendarOf(region).dateOf(Date.parse(at)),
  )
  return { told, caseId, seq, increments, changed, isMeasured: measured !== undefined }
}

/** @returns undefined when it was tried often enough. @throws when it is to be tried again. */
function measure({ caseId, seq, events, receives }: Told): Counter[] | undefined {
  try {
    return clockIncrements(deployedRegion(), caseId, events.slice(0, seq))
  } catch (error) {
    if (receives < TRIES) throw error
    logError('clocks not measured', error, { caseId, seq })
    return undefined
  }
}
