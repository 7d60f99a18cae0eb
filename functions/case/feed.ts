// What integrators may follow of a case: which events stand in the event feed, and what is said of each. Pure. Called by the
// reactions, `record`, which writes the feed, and the sweep.
import type { CaseEvent, EventType } from './events.ts'
import { dropUndefined } from './fields.ts'
import { evolve, initialCase } from './evolve.ts'
import type { Instant } from '../calendar/instant.ts'
import type { Status } from './statuses.ts'

/** An event as it stands in the feed: nothing that anybody wrote, and nobody's name. */
export interface FeedEvent {
  readonly caseId: string
  /** Its number in the case, from 1; those between are not for integrators. */
  readonly seq: number
  readonly type: FedType
  readonly at: Instant
  /** Where it left the case. */
  readonly status: Status
  /** Who sent the message, and what they call it. */
  readonly integrator?: string
  readonly externalId?: string
  readonly test?: true
}

/** A place in the feed counts from 1, without a gap. */
export type FeedEntry = FeedEvent & { readonly position: number }

/** What changes a case as its sender sees it; what officials do among themselves, and mails, are left out. */
const isFedByType = {
  received: true,
  admitted: true,
  rejected: true,
  triaged: true,
  supplied: true,
  assigned: true,
  accepted: true,
  handed_over: true,
  handed_back: true,
  declined: true,
  clarification_asked: true,
  clarified: true,
  clarification_expired: true,
  called: true,
  extension_requested: false,
  extended: true,
  extension_refused: false,
  answered: true,
  answer_returned: true,
  answer_approved: true,
  published: true,
  unpublished: true,
  rated: true,
  reopened: true,
  closed: true,
  merged: true,
  unmerged: true,
  joined: false,
  parted: false,
  answer_shared: true,
  noted: false,
  source_noted: false,
  passed_on: false,
  added: true,
  link_requested: false,
  rescheduled: true,
  topic_corrected: true,
  warned: false,
  missed: true,
  escalated: false,
  undelivered: false,
  erasure_requested: false,
  erasure_refused: false,
  erased: true,
  address_confirmed: false,
  mails_stopped: false,
  address_left: false,
  undone: true,
  code_requested: false,
  disowned: false,
  disowned_checked: false,
  photo_added: true,
  photo_removed: true,
} as const satisfies Record<EventType, boolean>

export type FedType = { [T in EventType]: (typeof isFedByType)[T] extends true ? T : never }[EventType]

export const fedTypes = Object.entries(isFedByType).flatMap(([type, fed]) => (fed ? [type as FedType] : []))

export function isFed(type: EventType): type is FedType {
  return isFedByType[type]
}

/** What the feed says of a case's events after one of them, in their order. @param events the history from its start */
export function feedEvents(caseId: string, events: readonly CaseEvent[], after: number): FeedEvent[] {
  let state = initialCase(caseId)
  return events.flatMap((event, index) => {
    state = evolve(state, event)
    const { type, at } = event
    const { status, integrator, externalId, test } = state
    if (index < after || !isFed(type)) return []
    return [{ caseId, seq: index + 1, type, at, status, ...dropUndefined({ integrator, externalId, test }) }]
  })
}
