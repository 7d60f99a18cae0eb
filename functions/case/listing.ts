// On which list of the API a case stands, and where: that of open cases, or that of those whose last change, on a day, was after their
// end. Pure. Called by the store, which keeps the lists in an index, and by the API.
import type { Case } from './case.ts'
import type { Status } from './statuses.ts'

/** Statuses in which nothing is awaited of anybody any more. An answered case is open until it is closed: it may be sent back. */
export const ended: readonly Status[] = ['closed', 'rejected', 'merged']

export interface ListingEntry {
  readonly listing: string
  /** Who sent it, then an instant that changes only with the list: each integrator's cases lie together. */
  readonly listedAs: string
}

export function listingEntry(state: Case): ListingEntry | undefined {
  const { receivedAt, updatedAt, status } = state
  if (!receivedAt) return undefined
  const test = state.test === true
  return ended.includes(status)
    ? { listing: endedOn(updatedAt.slice(0, 10), test), listedAs: `${senderOf(state)}#${updatedAt}` }
    : { listing: openCases(test), listedAs: `${senderOf(state)}#${receivedAt}` }
}

/** The list of open cases. Test cases are listed apart (docs/decisions/0031). */
export function openCases(test: boolean): string {
  return test ? 'open#test' : 'open'
}

/** The list of ended cases that changed last on a day (UTC date). */
export function endedOn(day: string, test: boolean): string {
  return `ended#${test ? 'test#' : ''}${day}`
}

/** Those without an integrator have a name that is none's. */
function senderOf({ integrator }: Case): string {
  return integrator ?? '-'
}
