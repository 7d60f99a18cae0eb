// On whose list an open case stands, and in which place. Pure. Called by the store, which keeps the lists in an index, and by
// the pages that show them.
import type { Instant } from '../calendar/instant.ts'
import type { Case } from './case.ts'
import type { OfficialClock } from './clocks/clock.ts'
import { withResponder } from './statuses.ts'

/** Of an organisation; of the operators who assign cases; of the moderators who read messages, or answers. */
export type Worklist = `organisation#${string}` | 'triage' | 'moderation' | 'review'

export interface WorklistEntry {
  readonly worklist: Worklist
  /** When whoever has the list is to be done with the case. The list is in this order. */
  readonly workDue: Instant
}

/** The list of those who are to act, or who wait for the citizen; undefined where nobody of the authorities has to, as in a test case. */
export function worklistEntry(state: Case): WorklistEntry | undefined {
  if (!state.receivedAt || state.test) return undefined
  const status = state.status === 'clarification' ? (state.before ?? 'triage') : state.status
  const on = (worklist: Worklist, clock: OfficialClock): WorklistEntry => ({
    worklist,
    workDue: state.clocks[clock]?.due ?? state.receivedAt,
  })
  if (status === 'received') return on('moderation', 'moderation')
  if (status === 'triage') return on('triage', 'assignment')
  if (status === 'answer_review') return on('review', 'answerReview')
  if (state.organisation && withResponder.includes(status))
    return on(`organisation#${state.organisation}`, 'finalAnswer')
  return undefined
}
