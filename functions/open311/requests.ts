// Shows cases as requests of GeoReport v2, and says who may see which: anybody those that the region's file opens, without a word of
// their authors; an integrator their own. Pure. Called by whatever answers with requests.
import type { Case } from '../case/case.ts'
import { isShownTopic, roughly } from '../case/nearby.ts'
import type { Status } from '../case/statuses.ts'
import { organisationName, topicName } from '../../regions/names.ts'
import { wholeOf } from '../../regions/languages.ts'
import type { Region } from '../../regions/schema.ts'
import type { Value } from './render.ts'
import { words } from './words.ts'

/** Whoever named a key; nobody else is known. */
export interface Reader {
  readonly id: string
  readonly test: boolean
  readonly readsOwn: boolean
  readonly readsAll: boolean
}

/** The specification knows two; an answer ends a request, also while it may be sent back. */
const closed: readonly Status[] = ['resolved', 'closed', 'merged', 'rejected']
/** Not shown to anybody: nobody has read them yet, or they should not have been sent. */
const hidden: readonly Status[] = ['received', 'routing', 'triage', 'rejected']

export function isClosed({ status }: Case): boolean {
  return closed.includes(status)
}

export function isVisible(region: Region, state: Case, reader: Reader | undefined): boolean {
  const isOwn = reader && (reader.readsAll || (reader.readsOwn && state.integrator === reader.id))
  if ((state.test === true) !== (reader?.test ?? false)) return false
  return isOwn === true || isOpenToAnybody(region, state)
}

function isOpenToAnybody(region: Region, state: Case): boolean {
  const { status, regime, topic = '', erasedAt, erasureRequestedAt } = state
  const isPrivate = regime === 'statutory' || erasedAt !== undefined || erasureRequestedAt !== undefined
  return region.public?.requests === true && isShownTopic(region, topic) && !isPrivate && !hidden.includes(status)
}

/** The place is given to some 100 m: a report may come from its author's door. What they wrote is shown as a moderator published it. */
export function requestView(region: Region, state: Case): Value {
  const language = region.languages[0]!
  const point = state.location && roughly(state.location)
  return {
    service_request_id: state.id,
    status: isClosed(state) ? 'closed' : 'open',
    status_notes: notesOf(region, state),
    service_name: state.topic ? topicName(region, state.topic, language) : null,
    service_code: state.topic ?? null,
    description: state.publication?.question ?? null,
    agency_responsible: state.organisation ? organisationName(region, state.organisation, language) : null,
    service_notice: null,
    requested_datetime: state.receivedAt,
    updated_datetime: changedAt(state),
    expected_datetime: isClosed(state) ? null : (state.clocks.finalAnswer?.due ?? null),
    address: null,
    address_id: null,
    zipcode: null,
    lat: point?.lat ?? null,
    long: point?.lon ?? null,
    media_url: null,
  }
}

/** Of a closed request when it was closed, as the specification has it: when it was answered, or ended without. */
function changedAt(state: Case): string {
  if (!isClosed(state)) return state.updatedAt
  return state.round.answer?.at ?? state.closedAt ?? state.mergedAt ?? state.updatedAt
}

function notesOf(region: Region, { status, publication, round }: Case): string {
  const text = words[wholeOf(region.languages[0]!)]
  if (publication) return publication.text
  return round.answer?.kind === 'final' && status !== 'merged' ? text.answered : text.statuses[status]
}
