// What may happen only so often in a round of work, and must be possible again in the next. Asked by verify.ts of every
// event.
import type { CaseEvent } from '../../../functions/case/events.ts'
import type { Region } from '../../../regions/schema.ts'
import type { Broken } from './account.ts'
import type { Standing } from './standing.ts'

/** How many notes of one person a round holds. */
export const NOTES = 5
/** How many calls. */
export const CALLS = 10
const over = ['resolved', 'closed', 'rejected']

/** What a round of a case allows of each, by the region's file. */
export function allowedBy({ policy }: Region, regime: 'message' | 'statutory') {
  return { questions: policy.clarification[regime].max, extensions: policy.extension[regime].max }
}

/** @param standing the case before the event */
export function limits(
  standing: Standing,
  event: CaseEvent,
  region: Region,
  regime: 'message' | 'statutory',
  broken: Broken,
): void {
  const allowed = allowedBy(region, regime)
  const check = (holds: boolean, detail: string) => {
    if (!holds) broken('nothing happens more often than a round allows', detail)
  }
  switch (event.type) {
    case 'triaged':
      return check(!event.asks || !standing.wasAsked, 'asked twice what is missing')
    case 'rated':
      check(standing.final, 'rated without a final answer')
      return check(!standing.rated, 'rated twice')
    case 'answered':
      return check(event.kind === 'final' || !standing.interim, 'a second interim answer')
    case 'clarification_asked':
      return check(standing.questions < allowed.questions, `${standing.questions} questions before`)
    case 'called':
      check(standing.called, 'a call to somebody whom mails reach')
      check(event.outcome !== 'told' || standing.toTell, 'told what there is not')
      return check(standing.calls < CALLS, `${standing.calls} calls before`)
    case 'extended':
      return check(standing.extensions < allowed.extensions, `${standing.extensions} extensions before`)
    case 'added':
    case 'noted':
      check((standing.notes[event.by.id ?? event.by.role] ?? 0) < NOTES, `${NOTES} notes before`)
      return check(!over.includes(standing.status), `a note on a case that is ${standing.status}`)
    default:
      return
  }
}
