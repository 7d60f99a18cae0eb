// What a case remembers of its photos: who added them and when. What they show lies in the region's bucket, never in events. Read by
// everything that has to do with photos.
import type { Instant } from '../calendar/instant.ts'
import type { Role } from './actor.ts'

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
