// Whether a link to an official is so old that it opens its own case and no more without a code. Asked by the guards of respond and
// of the photos.
import type { Instant } from '../calendar/instant.ts'

const OLD_MS = 30 * 86_400_000

/** Links of the time before that was written down are old. */
export function isOld(issuedAt: Instant | undefined, at: Instant): boolean {
  return !issuedAt || Date.parse(at) - Date.parse(issuedAt) > OLD_MS
}
