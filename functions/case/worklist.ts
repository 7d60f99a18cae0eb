// On whose list an open case stands, and in which place. Pure. Called by the store, which keeps the lists in an index, and by
// the pages that show them.
import type { Instant } from '../calendar/instant.ts'
import type { Case } from './case.ts'
import type { OfficialClock } from './clocks/clock.ts'
import { withResponder } from './statuses.ts'

/** Of an organisation; of the operators who assign cases; of the moderators who read messages, or answers. */
export type Worklist = `organisation#${string}` | 'triage' | 'moderation' | 'review'
/** Lists beside those: a case stands on them too while somebody asks for more time, or after it came back. */
export const sideLists = ['extension', 'returned'] as const
export type SideList = (typeof sideLists)[number]

export interface WorklistEntry<List = Worklist> {
  readonly worklist: List
  /**
   * When whoever has the list is to be done with the case, then its number, its municipality, its organisation and whom a colleague gave it
   * to, joined by "#": the list is in this order, and may be counted for a place, an organisation or a person without reading its cases.
   */
  readonly workDue: string
}

/** What an entry's place says; of one written before November 2026 only when it is due. */
export interface ListedCase {
  readonly due: Instant
  readonly caseId?: string
  readonly municipality?: string
  readonly organisation?: string
  readonly passedTo?: string
}

export function listedIn(workDue: string): ListedCase {
  const [due = '', caseId, municipality, organisation, passedTo] = workDue.split('#')
  return {
    due,
    ...(caseId && { caseId }),
    ...(municipality && { municipality }),
    ...(organisation && { organisation }),
    ...(passedTo && { passedTo }),
  }
}

/** The list of those who are to act, or who wait for the citizen; undefined where nobody of the authorities has to, as in a test case. */
export function worklistEntry(state: Case): WorklistEntry | undefined {
  if (!state.receivedAt || state.test) return undefined
  const status = state.status === 'clarification' ? (state.before ?? 'triage') : state.status
  const on = (worklist: Worklist, clock: OfficialClock) => entryOf(state, worklist, clock)
  if (status === 'received') return on('moderation', 'moderation')
  if (status === 'triage') return on('triage', 'assignment')
  if (status === 'answer_review') return on('review', 'answerReview')
  if (state.organisation && withResponder.includes(status))
    return on(`organisation#${state.organisation}`, 'finalAnswer')
  return undefined
}

/** The entry of a case on a side list; the work itself is still on its worklist. */
export function sideEntry(state: Case, list: SideList): WorklistEntry<SideList> | undefined {
  const isOn = list === 'extension' ? state.round.extensionRequest : hasComeBack(state)
  if (!isOn || !worklistEntry(state)) return undefined
  return entryOf(state, list, state.organisation ? 'finalAnswer' : 'assignment')
}

/** Every list that a case stands on. */
export function entriesOf(state: Case): WorklistEntry<Worklist | SideList>[] {
  return [worklistEntry(state), ...sideLists.map((list) => sideEntry(state, list))].filter((one) => one !== undefined)
}

/** Declined by an organisation, returned by a moderator, or sent back by its citizen; until somebody answers. */
function hasComeBack({ status, assignment, reopenings }: Case): boolean {
  const wasReturned = status === 'rework' || (status === 'triage' && assignment > 0)
  return wasReturned || (reopenings > 0 && status !== 'answer_review')
}

function entryOf<const List extends string>(state: Case, worklist: List, clock: OfficialClock): WorklistEntry<List> {
  const { id, municipality = '', organisation = '', passedTo } = state
  const due = state.clocks[clock]?.due ?? state.receivedAt
  return { worklist, workDue: [due, id, municipality, organisation, ...(passedTo ? [passedTo] : [])].join('#') }
}
