// Reads events of older schema versions as they would be written today. Pure. Called by the store whenever it reads events.
//
// Version 1 (until November 2026) differs in four events. Nothing is invented: whoever lost a case then was not told, so
// there is no `lost`; a deadline that a merged case brought forward stays.
import type { CaseEvent, EventOf } from './events.ts'
import type { Case } from './case.ts'
import { evolve, initialCase } from './evolve.ts'

/** The schema version of the events that are written now. */
export const EVENT_VERSION = 2

export interface StoredEvent {
  readonly v: number
  readonly event: unknown
}

type Version1 =
  | (Omit<EventOf<'received'>, 'reach'> & { readonly author: boolean })
  | Omit<EventOf<'unmerged'>, 'to'>
  | Exclude<CaseEvent, EventOf<'received' | 'unmerged'>>

/** The events of one case, the first one first. */
export function upcast(stored: readonly StoredEvent[]): CaseEvent[] {
  if (stored.every(({ v }) => v === EVENT_VERSION)) return stored.map(({ event }) => event as CaseEvent)
  let state = initialCase('')
  const events: CaseEvent[] = []
  for (const { v, event } of stored) {
    const current = v === 1 ? fromVersion1(event as Version1, state, events) : (event as CaseEvent)
    events.push(current)
    state = evolve(state, current)
  }
  return events
}

function fromVersion1(event: Version1, before: Case, earlier: readonly CaseEvent[]): CaseEvent {
  switch (event.type) {
    case 'received': {
      const { author, ...rest } = event
      return { ...rest, reach: author ? 'email' : 'none' }
    }
    // The status it came back to was not said: it is the one before the merge.
    case 'unmerged':
      return { ...event, to: before.beforeMerge ?? 'triage' }
    // The end of a case did not name the cases merged into it.
    case 'rejected':
    case 'closed':
      return before.children.length > 0 ? { ...event, children: before.children } : event
    // A declined case stayed with whoever had declined it, and went back to them when it was reopened.
    case 'reopened': {
      const declined = earlier.findLast((one) => one.type === 'declined')
      return event.responder && !before.organisation && declined
        ? { ...event, organisation: declined.organisation }
        : event
    }
    default:
      return event
  }
}
