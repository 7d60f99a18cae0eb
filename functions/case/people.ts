// Who stands where: the people of an organisation in the line that reminders climb, and who stands in for whom. Where
// nobody stands the next in the line is asked, at last an operator, and the event says instead of whom. Called by
// permissions, notices and the stages.
import type { Contact, Organisation, Region, Standing } from '../../regions/schema.ts'
import { standing } from '../../regions/vocabulary.ts'
import type { Case } from './case.ts'
import type { Reminded, Role } from './actor.ts'
import type { OfficialClock } from './clocks/clock.ts'
import type { Instant } from '../calendar/instant.ts'
import { type Desk, isAwayOn } from './desk.ts'

export interface Reminding {
  readonly to: Reminded
  readonly contact: Contact
  readonly insteadOf?: Standing
}

/** Who is asked instead of somebody whom a mail did not reach. */
export interface StandIn {
  readonly to: Reminded
  readonly contact: Contact
  readonly insteadOf?: Reminded
}

/** The organisation by id. */
export function organisationOf(region: Region, id: string | undefined): Organisation | undefined {
  return region.organisations.find((one) => one.id === id)
}

/** The contact by id, wherever the region's file names them. */
export function contactOf(region: Region, id: string): Contact | undefined {
  const bodies = region.organisations.flatMap((one) => peopleOf(region, one))
  const { operators, moderators, municipals, analysts, administrators } = region
  return [...bodies, ...operators, ...moderators, ...municipals, ...analysts, ...administrators].find(
    (one) => one.id === id,
  )
}

/** Everybody who may act for an organisation, in the line of reminders. */
export function peopleOf(region: Region, organisation: Organisation | undefined): Contact[] {
  if (!organisation) return []
  const line = standing.map((place) => personAt(region, organisation, place))
  return line.filter((contact) => contact !== undefined)
}

/** Whether somebody may act for an organisation. */
export function isInvolved(region: Region, organisation: string | undefined, contact: string | undefined): boolean {
  return peopleOf(region, organisationOf(region, organisation)).some((one) => one.id === contact)
}

/** Where somebody stands, without saying who they are; `official` for whom the region's file does not name any more. */
export interface Place {
  readonly role: Reminded | 'official'
  readonly organisation: string | null
}

/** @param first the organisation that is meant where a contact stands in several */
export function placeOf(region: Region, contact: string, first: string | undefined): Place {
  const own = organisationOf(region, first)
  for (const organisation of [...(own ? [own] : []), ...region.organisations]) {
    const role = standing.find((place) => personAt(region, organisation, place)?.id === contact)
    if (role) return { role, organisation: organisation.id }
  }
  const isAmong = (people: readonly Contact[]) => people.some(({ id }) => id === contact)
  const role = isAmong(region.moderators) ? 'moderator' : isAmong(region.operators) ? 'operator' : 'official'
  return { role, organisation: null }
}

/** The roles the directory gives a contact, in whatever organisation. */
export function rolesOf(region: Region, contact: string | undefined): Role[] {
  const among = (people: readonly Contact[]) => people.some((one) => one.id === contact)
  const isResponder = region.organisations.some((one) => isInvolved(region, one.id, contact))
  return [
    ...(isResponder ? (['responder'] as const) : []),
    ...(among(region.moderators) ? (['moderator'] as const) : []),
    ...(among(region.operators) ? (['operator'] as const) : []),
  ]
}

/**
 * Whom a reminder of a clock reaches. Clocks nobody outside the control centre holds climb its own lists instead: from
 * operator to operator, from moderator to moderator, by the reminder's number (from 0).
 * @param desk the lists in the case's order; the region itself where no case is meant
 * @param at (UTC) whoever is away on its local day gives way to the next; without one nobody is away
 */
export function remindedOf(
  region: Region,
  desk: Desk,
  state: Pick<Case, 'organisation'>,
  clock: OfficialClock,
  wanted: Standing,
  step: number,
  at?: Instant,
): Reminding {
  if (clock === 'moderation' || clock === 'assignment') return operator(desk, step)
  if (clock === 'answerReview') {
    const moderator = desk.moderators[step]
    return moderator ? { to: 'moderator', contact: moderator } : operator(desk, step - desk.moderators.length)
  }
  const organisation = organisationOf(region, state.organisation)
  const isAway = at === undefined ? () => false : isAwayOn(region, at)
  const line = standing.slice(standing.indexOf(wanted)).flatMap((to) => {
    const contact = organisation && personAt(region, organisation, to)
    return contact ? [{ to, contact }] : []
  })
  const asked = line.find(({ contact }) => !isAway(contact)) ?? line[0]
  if (asked) return { ...asked, ...(asked.to !== wanted && { insteadOf: wanted }) }
  return { ...operator(desk, 0), ...(wanted !== 'operator' && { insteadOf: wanted }) }
}

/**
 * Who is asked when a mail to somebody did not arrive: the next in their line whose mails do arrive, at last an operator.
 * Undefined when nobody is left.
 * @param desk as in `remindedOf`
 * @param unreached the contacts who are not asked, because a mail to them came to nothing
 */
export function nextAfter(
  region: Region,
  desk: Desk,
  state: Pick<Case, 'organisation'>,
  contact: string,
  unreached: readonly string[],
): StandIn | undefined {
  const operators = desk.operators.map((one): StandIn => ({ to: 'operator', contact: one }))
  const line = [operators, moderatorsOf(desk), lineOf(region, organisationOf(region, state.organisation))].find(
    (people) => people.some((one) => one.contact.id === contact),
  )
  const place = line?.findIndex((one) => one.contact.id === contact) ?? 0
  const later = [...(line ?? []).slice(place + 1), ...operators]
  const next = later.find((one) => one.contact.id !== contact && !unreached.includes(one.contact.id))
  return next && { ...next, ...(line && { insteadOf: line[place]!.to }) }
}

function moderatorsOf({ moderators }: Desk): StandIn[] {
  return moderators.map((contact) => ({ to: 'moderator', contact }))
}

function lineOf(region: Region, organisation: Organisation | undefined): StandIn[] {
  return standing.flatMap((to): StandIn[] => {
    const contact = organisation && personAt(region, organisation, to)
    return contact ? [{ to, contact }] : []
  })
}

function personAt(region: Region, organisation: Organisation, place: Standing): Contact | undefined {
  if (place === 'operator') return undefined
  if (place !== 'head') return organisation[place]
  return organisation.head ?? region.municipalities.find((one) => one.id === organisation.municipality)?.head
}

function operator({ operators }: Desk, step: number): Reminding {
  return { to: 'operator', contact: operators[Math.min(step, operators.length - 1)]! }
}
