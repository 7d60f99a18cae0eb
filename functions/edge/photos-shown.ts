// The photos of a case that a reader is shown now: none that were added longer ago than texts are kept. Called by pages and by the API.
import type { Region } from '../../regions/schema.ts'
import type { Role } from '../case/actor.ts'
import type { CaseFile } from '../case/case-file.ts'
import type { ShownPhoto } from '../case/photo.ts'
import { photosFor } from '../case/photos-for.ts'
import { textDaysOf } from '../store/expiry.ts'

const DAY_MS = 86_400_000

/** @param at the instant of showing (ISO, UTC) */
export function photosShown(
  region: Pick<Region, 'retention'>,
  { state, events }: Pick<CaseFile, 'state' | 'events'>,
  role: Role,
  at: string,
): ShownPhoto[] {
  return photosFor(role, events, new Date(Date.parse(at) - textDaysOf(region, state) * DAY_MS).toISOString())
}
