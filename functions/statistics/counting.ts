// What an event adds to the counters: of the clocks it ended, of its case, and of the choices of who answers for it. Called by `record`, by the store, which marks an
// event that counts, and by the sweep and npm run rebuild, which find those that were not counted.
import type { Region } from '../../regions/schema.ts'
import type { Case } from '../case/case.ts'
import type { CaseEvent } from '../case/events.ts'
import { evolve, replay } from '../case/evolve.ts'
import { type CaseCounter, caseChanges, isCaseCounted } from './cases.ts'
import { type Counter, incrementOf } from './counters.ts'
import { isLabelCounted, type LabelCounter, labelChanges } from './labels.ts'
import { endedBy, measurementsOf, takenBackBy } from './measure.ts'

export interface Increments {
  readonly clocks: readonly Counter[]
  readonly cases: readonly CaseCounter[]
  readonly labels: readonly LabelCounter[]
}

/** Whether an event adds to any counter, given the case before and after it. */
export function isCounted(before: Case, event: CaseEvent, after: Case): boolean {
  const clocks = endedBy(before, event).length > 0 || takenBackBy(before, event) !== undefined
  return clocks || isCaseCounted(before, event, after) || isLabelCounted(before, after)
}

/** The events of a history that add to counters, by sequence number. @param settled as many of the first are not asked about */
export function countedIn(caseId: string, events: readonly CaseEvent[], settled = 0): number[] {
  let state = replay(caseId, events.slice(0, settled))
  return events.slice(settled).flatMap((event, index) => {
    const before = state
    state = evolve(before, event)
    return isCounted(before, event, state) ? [settled + index + 1] : []
  })
}

/** What the last event of a history adds for the clocks that it ended. */
export function clockIncrements(region: Region, caseId: string, events: readonly CaseEvent[]): Counter[] {
  return measurementsOf(region, replay(caseId, events.slice(0, -1)), events.at(-1)!).map(incrementOf)
}

/** What the last event of a history adds besides: nothing of it can fail for want of a calendar. */
export function ownIncrements(
  region: Region,
  caseId: string,
  events: readonly CaseEvent[],
): Pick<Increments, 'cases' | 'labels'> {
  const before = replay(caseId, events.slice(0, -1))
  const labels = labelChanges(region, before, evolve(before, events.at(-1)!))
  return { cases: caseChanges(region, caseId, events), labels }
}

/** What the last event of a history adds. */
export function incrementsOf(region: Region, caseId: string, events: readonly CaseEvent[]): Increments {
  return { clocks: clockIncrements(region, caseId, events), ...ownIncrements(region, caseId, events) }
}
