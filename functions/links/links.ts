// Links that act for one person on one case. What a link may do follows from its purpose and from how the case stands
// when it is used, not from when it was sent.
import { GetCommand } from '@aws-sdk/lib-dynamodb'
import type { Case } from '../case/case.ts'
import type { Random } from '../case/ids.ts'
import type { LinkPurpose } from '../case/notices.ts'
import type { Item } from '../store/append.ts'
import { keys, table } from '../store/table.ts'
import { hashOf, newSecret, parseSecret } from './token.ts'

const DAY = 86_400_000

export interface Link {
  readonly purpose: LinkPurpose
  readonly caseId: string
  /** The contact it was sent to, or "citizen". */
  readonly recipient: string
  /** The assignment it was issued for: a later one supersedes it. */
  readonly assignment: number
  readonly expiresAt: string
}

export interface IssuedLink {
  readonly secret: string
  readonly item: Item
}

/** Where a purpose's pages are, before the secret. */
export const pathOf: Record<LinkPurpose, string> = { respond: '/a/', review: '/r/', triage: '/r/', track: '/t/' }

/** Makes a link and the item that stores it; whoever writes the item has issued it. `at` is ISO, UTC. */
export function issueLink(
  state: Case,
  purpose: LinkPurpose,
  recipient: string,
  at: string,
  random: Random,
): IssuedLink {
  const secret = newSecret(random)
  const expiresAt = expiry(state, purpose, at)
  const link: Link = { purpose, caseId: state.id, recipient, assignment: state.assignment, expiresAt }
  return {
    secret,
    item: { ...keys.link(hashOf(secret)), ...link, ttl: Math.floor(Date.parse(expiresAt) / 1000) + 30 * 86_400 },
  }
}

/** The link behind what stands in an address; undefined when nobody issued it. Expired links are found for 30 days, to be explained. */
export async function findLink(tableName: string, text: string): Promise<Link | undefined> {
  const secret = parseSecret(text)
  if (!secret) return undefined
  const { Item } = await table.send(new GetCommand({ TableName: tableName, Key: keys.link(hashOf(secret)) }))
  return Item as Link | undefined
}

/** Links to responders live two weeks past the deadline, the citizen's a year. */
function expiry(state: Case, purpose: LinkPurpose, at: string): string {
  const due = state.clocks.finalAnswer?.due
  const from = Math.max(Date.parse(at), purpose === 'respond' && due ? Date.parse(due) : 0)
  return new Date(from + { respond: 14, review: 30, triage: 30, track: 365 }[purpose] * DAY).toISOString()
}
