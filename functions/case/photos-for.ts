// Which photos of a case a reader is shown. Pure. Called by pages and by the API.
import type { Instant } from '../calendar/instant.ts'
import type { Role } from './actor.ts'
import type { CaseEvent, EventOf } from './events.ts'
import { isCitizens, type ShownPhoto } from './photo.ts'

/**
 * The photos that a reader is shown, as they are shown the texts: officials all of them; a citizen their own, and of officials' those
 * that were there when an answer was approved.
 * @param since what was added before is not kept any more (ISO, UTC)
 */
export function photosFor(role: Role, events: readonly CaseEvent[], since: Instant): ShownPhoto[] {
  if (events.some(({ type }) => type === 'erased')) return []
  const removed = new Set(events.flatMap((event) => (event.type === 'photo_removed' ? [event.photo] : [])))
  const approved = events.findLastIndex(({ type }) => type === 'answer_approved')
  const isShown = (event: EventOf<'photo_added'>, index: number) =>
    !removed.has(event.photo) &&
    event.at > since &&
    (!isCitizens(role) || isCitizens(event.by.role) || index < approved)
  return events.flatMap((event, index) => {
    if (event.type !== 'photo_added' || !isShown(event, index)) return []
    const { photo, at, by, width, height, bytes } = event
    return [{ photo, at, by: by.role, width, height, bytes }]
  })
}
