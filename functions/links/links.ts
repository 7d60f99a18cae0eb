// Links that act for one person on one case: made here, kept hashed by the store. What a link may do follows from its purpose
// and from how the case stands when it is used, not from when it was sent. Called by intake, notify.
import type { Case } from '../case/case.ts'
import type { Random } from '../case/ids.ts'
import type { Link } from '../case/notices/link.ts'
import type { LinkPurpose } from '../case/notices/notice.ts'
import { hashOf, newSecret } from './token.ts'

const DAY_MS = 86_400_000
const LIFETIME_DAYS = { respond: 14, review: 30, triage: 30, track: 365 } as const satisfies Record<LinkPurpose, number>

export interface IssuedLink {
  readonly secret: string
  readonly hash: string
  readonly link: Link
}

/** Where a purpose's pages are, before the secret. */
export const pathOf: Record<LinkPurpose, string> = { respond: '/a/', review: '/r/', triage: '/r/', track: '/t/' }

/** Makes a link at an instant (ISO, UTC); it is issued once its item is stored. */
export function issueLink(
  state: Case,
  purpose: LinkPurpose,
  recipient: string,
  at: string,
  random: Random,
): IssuedLink {
  const secret = newSecret(random)
  return { secret, hash: hashOf(secret), link: linkFor(state, purpose, recipient, at) }
}

/** What a link would say that is issued at an instant (ISO, UTC). A reply to the mail that carried it may do as much as it does. */
export function linkFor(state: Case, purpose: LinkPurpose, recipient: string, at: string): Link {
  const expiresAt = expiry(state, purpose, at)
  const { id: caseId, assignment, test } = state
  return { purpose, caseId, recipient, assignment, issuedAt: at, expiresAt, ...(test && { test }) }
}

/** Links to responders live two weeks past the deadline, the citizen's a year. */
function expiry(state: Case, purpose: LinkPurpose, at: string): string {
  const due = state.clocks.finalAnswer?.due
  const from = Math.max(Date.parse(at), purpose === 'respond' && due ? Date.parse(due) : 0)
  return new Date(from + LIFETIME_DAYS[purpose] * DAY_MS).toISOString()
}
