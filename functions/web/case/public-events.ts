// Which events a citizen is told of. It lists what is shown, so that a new kind of event stays among officials until
// somebody puts it here. Read by the history and the words of pages.
import type { CaseEvent, EventOf, EventType } from '../../case/events.ts'
import { isDead } from '../../case/notices/failed-mail.ts'
import { isCitizens } from '../../case/photo.ts'

const publicEvents = [
  'received',
  'admitted',
  'rejected',
  'triaged',
  'supplied',
  'assigned',
  'accepted',
  'handed_over',
  'handed_back',
  'declined',
  'clarification_asked',
  'clarified',
  'called',
  'added',
  'clarification_expired',
  'extended',
  'rescheduled',
  'topic_corrected',
  'answer_approved',
  'answer_shared',
  'published',
  'unpublished',
  'rated',
  'reopened',
  'closed',
  'merged',
  'unmerged',
  'missed',
  'undelivered',
  'address_left',
  'erasure_requested',
  'erasure_refused',
  'erased',
  'undone',
  'photo_added',
  'photo_removed',
] as const satisfies readonly EventType[]

export type PublicEvent = (typeof publicEvents)[number]

/** The public name of an event; undefined when the citizen is not told of it. Only the clock they wait for is theirs, and only their own mail. */
export function publicName(event: CaseEvent): PublicEvent | undefined {
  if (event.type === 'undone' && event.act === 'extension_requested') return undefined
  if (event.type === 'missed' && event.clock !== 'finalAnswer') return undefined
  if (event.type === 'undelivered' && !isTheirs(event)) return undefined
  // Of officials' photos they are shown those that an approved answer came with.
  if ((event.type === 'photo_added' || event.type === 'photo_removed') && !isCitizens(event.by.role)) return undefined
  return publicEvents.find((one) => one === event.type)
}

/** A mail to the citizen that tells that none arrives; that their reader wanted none, the page says by itself. */
function isTheirs(event: EventOf<'undelivered'>): boolean {
  return event.recipient === 'citizen' && isDead(event) && event.why !== 'unwanted'
}
