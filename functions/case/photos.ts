// The photos of a case: who added them, and who is shown which. What they show lies in the region's bucket, never in events. Pure.
// Called by the stage, by pages and by the API.
import type { Instant } from '../calendar/instant.ts'
import type { Role } from './actor.ts'
import type { CaseEvent, EventOf } from './events.ts'

/** As the case remembers it. */
export interface Photo {
  readonly by: Role
  readonly at: Instant
}

/** Of the picture that is shown: pixels and bytes. */
export interface PhotoSize {
  readonly width: number
  readonly height: number
  readonly bytes: number
}

/** A photo as it is shown. */
export interface ShownPhoto extends Photo, PhotoSize {
  /** Its name. */
  readonly photo: string
}

/**
 * Why a file is no photo of the case: what it is by its content, more pixels than anybody takes, damaged, too large or empty, or the
 * case takes none (any more).
 */
export const photoFaults = [
  'not a picture',
  'heic',
  'animated',
  'too many pixels',
  'broken',
  'too large',
  'case',
] as const
export type PhotoFault = (typeof photoFaults)[number]

export interface RefusedPhoto extends Photo {
  readonly photo: string
  readonly why: PhotoFault
}

/** An integrator speaks for the citizen. */
export function isCitizens(role: Role): boolean {
  return role === 'citizen' || role === 'integrator'
}

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
