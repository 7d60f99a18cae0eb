// Who of the control centre has a case: work is spread over its operators and its moderators, and nobody gets a case while
// they are away. Called by the notices and by the stages that remind.
import { calendarOf } from '../calendar/calendar.ts'
import type { Instant } from '../calendar/instant.ts'
import type { Contact, Region } from '../../regions/schema.ts'

/** The people of the control centre in the order in which a case asks them; a region's own lists are the order of no case. */
export type Desk = Pick<Region, 'operators' | 'moderators'>

/** What of a case tells whom it asks. */
interface Asking {
  readonly id: string
  readonly passedTo?: string | undefined
}

/**
 * The order of a case at an instant (UTC): whom a colleague gave it to, then by a draw of case and person, in which a double share wins twice as often; who
 * is away that local day comes after all others. So everybody has their share, a case keeps its person as long as
 * they are there, and an absence moves their cases only ("rendezvous hashing", Thaler and Ravishankar 1998).
 */
export function deskFor(region: Region, { id, passedTo }: Asking, at: Instant): Desk {
  const ofDay = isAwayOn(region, at)
  const isGiven = ({ contact }: { readonly contact: Contact }) => Number(contact.id === passedTo)
  const toFirst = (one: { readonly contact: Contact }, other: { readonly contact: Contact }) =>
    isGiven(other) - isGiven(one)
  const inOrder = (people: readonly Contact[], role: string) =>
    people
      .map((contact) => ({ contact, away: ofDay(contact), score: scoreOf(`${role} ${id} ${contact.id}`, contact) }))
      .sort((one, other) => Number(one.away) - Number(other.away) || toFirst(one, other) || other.score - one.score)
      .map(({ contact }) => contact)
  return { operators: inOrder(region.operators, 'operator'), moderators: inOrder(region.moderators, 'moderator') }
}

/** Whether somebody is away on the local day of an instant (UTC); it is looked up only where anybody is ever away: it is asked for at every decision. */
export function isAwayOn(region: Region, at: Instant): (contact: Contact) => boolean {
  let day: string | undefined
  return ({ away = [] }) =>
    away.some(({ from, to }) => {
      day ??= calendarOf(region).dateOf(Date.parse(at))
      return from <= day && day <= to
    })
}

/** The more of a share, the likelier the highest score of all. */
function scoreOf(name: string, { share = 1 }: Contact): number {
  return -share / Math.log((spread(name) + 0.5) / 2 ** 32)
}

/** A number from 0 to 2³² − 1, always the same for a name: FNV-1a with the last mixing of MurmurHash3. */
function spread(name: string): number {
  let hash = 0x811c9dc5
  for (const letter of name) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
