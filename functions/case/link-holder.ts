// Who stands behind a link today: what the region's directory says of its recipient now, not what it said when the mail was
// sent. Called by edge/actor.ts for every page behind a link.
import type { Region } from '../../regions/schema.ts'
import type { Actor, Role } from './actor.ts'
import type { CaseFile } from './case-file.ts'
import type { Link } from './notices/link.ts'
import type { LinkPurpose } from './notices/notice.ts'
import { isRevoked } from './disowned.ts'
import { isInvolved, rolesOf } from './people.ts'

/**
 * Why a link does not act: its time is over; the case was given to others or a later link acts; its holder is no longer in
 * the directory in the role it was sent for; they said that an act by their links was not theirs.
 */
type Lapse = 'expired' | 'superseded' | 'gone' | 'revoked'

export interface LinkHolder {
  /** The one role in which the link acts. */
  readonly actor: Actor
  /** Every role the directory gives its holder now. */
  readonly roles: readonly Role[]
  readonly lapsed?: Lapse
}

const roleFor = {
  respond: 'responder',
  review: 'moderator',
  triage: 'operator',
  track: 'citizen',
} as const satisfies Record<LinkPurpose, Role>

/** The holder of a link at an instant (ISO, UTC), as the region and the case are now. */
export function holderOf(link: Link, file: Pick<CaseFile, 'state' | 'events'>, region: Region, at: string): LinkHolder {
  const role = roleFor[link.purpose]
  if (role === 'citizen') return { actor: { role }, roles: [role], ...(link.expiresAt <= at && { lapsed: 'expired' }) }
  const roles = rolesOf(region, link.recipient)
  const lapsed = roles.includes(role) ? lapseOf(link, file, region, at) : 'gone'
  return { actor: { role, id: link.recipient }, roles, ...(lapsed && { lapsed }) }
}

/**
 * The same link for another case that its holder has, or had until it was given on; undefined when they never had to do with
 * it. Only a responder's link reaches further than the case that it came with.
 */
export function linkTo(
  { state, events }: Pick<CaseFile, 'state' | 'events'>,
  link: Link,
  region: Region,
): Link | undefined {
  if (link.purpose !== 'respond') return undefined
  const theirs = isInvolved(region, state.organisation, link.recipient)
  if (!theirs && !hadIt(region, events, link.recipient)) return undefined
  return { ...link, caseId: state.id, assignment: theirs ? state.assignment : state.assignment - 1 }
}

function lapseOf(
  link: Link,
  { state, events }: Pick<CaseFile, 'state' | 'events'>,
  region: Region,
  at: string,
): Lapse | undefined {
  const { purpose, recipient, assignment, expiresAt } = link
  if (isRevoked(link, state)) return 'revoked'
  if (purpose === 'respond') {
    if (assignment !== state.assignment) return 'superseded'
    if (!isInvolved(region, state.organisation, recipient))
      return hasLostIt(events, recipient) || hadIt(region, events, recipient) ? 'superseded' : 'gone'
  }
  return expiresAt <= at ? 'expired' : undefined
}

function hadIt(region: Region, events: CaseFile['events'], contact: string): boolean {
  return events.some((event) => 'organisation' in event && isInvolved(region, event.organisation, contact))
}

/** Somebody from whom the case was taken is told by mail after that: such a link belongs to the new assignment. */
function hasLostIt(events: CaseFile['events'], contact: string): boolean {
  return events.some((event) => 'lost' in event && event.lost?.responder === contact)
}
