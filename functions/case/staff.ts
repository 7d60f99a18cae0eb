// Who may sign in to the console, and as what: the region's directory says so, today's and not that of the day they signed in. Pure.
// Called by notify before it mails a link, and at every request of the console.
import type { Contact, Region } from '../../regions/schema.ts'
import { staffRoles } from '../../regions/vocabulary.ts'

export type StaffRole = (typeof staffRoles)[number]

/** Somebody who may sign in. */
export interface Staff {
  readonly contact: Contact
  readonly roles: readonly StaffRole[]
  /** Those that they supervise or head. */
  readonly organisations: readonly string[]
  /** Those of whose centre they are, or which they head. */
  readonly municipalities: readonly string[]
  /** The region lets the centre of their municipality decide. */
  readonly decidesOwn?: true
}

interface Post {
  readonly contact: Contact
  readonly role: StaffRole
  readonly organisation?: string
  readonly municipality?: string
}

/** Everybody who may sign in; whoever has several posts or ids under one address is one person, with the id of the first. */
export function staffOf(region: Region): Staff[] {
  const { assigns, moderates } = region.policy.municipal
  const decides = assigns || moderates
  const byAddress = Map.groupBy(postsIn(region), ({ contact }) => contact.email.toLowerCase())
  return [...byAddress.values()].map((posts) => ({
    contact: posts[0]!.contact,
    roles: staffRoles.filter((role) => posts.some((post) => post.role === role)),
    organisations: posts.flatMap(({ organisation }) => organisation ?? []),
    municipalities: posts.flatMap(({ municipality }) => municipality ?? []),
    ...(decides && posts.some(({ role }) => role === 'municipal') && { decidesOwn: true as const }),
  }))
}

/** Somebody with less than all of their posts, and of what these are for. */
export function withoutRoles(staff: Staff, withheld: readonly StaffRole[]): Staff {
  const roles = staff.roles.filter((role) => !withheld.includes(role))
  return {
    ...{ contact: staff.contact, roles },
    organisations: roles.includes('supervisor') ? staff.organisations : [],
    municipalities: roles.includes('municipal') ? staff.municipalities : [],
    ...(staff.decidesOwn && roles.includes('municipal') && { decidesOwn: true as const }),
  }
}

/** Whoever has this contact's id and may sign in. */
export function staffMember(region: Region, id: string): Staff | undefined {
  return staffOf(region).find(({ contact }) => contact.id === id)
}

/** Operators and moderators first: their ids are what cases know them by. */
function postsIn(region: Region): Post[] {
  const all = (people: readonly Contact[], role: StaffRole) => people.map((contact): Post => ({ contact, role }))
  const { operators, moderators, municipals, analysts, administrators } = region
  return [
    ...all(operators, 'operator'),
    ...all(moderators, 'moderator'),
    ...municipals.map(({ municipality, ...contact }): Post => ({ contact, role: 'municipal', municipality })),
    ...region.municipalities.flatMap(({ id, head }): Post[] =>
      head ? [{ contact: head, role: 'municipal', municipality: id }] : [],
    ),
    ...region.organisations.flatMap(({ id, supervisor, head }) =>
      [supervisor, head].flatMap((contact): Post[] =>
        contact ? [{ contact, role: 'supervisor', organisation: id }] : [],
      ),
    ),
    ...all(analysts, 'analyst'),
    ...all(administrators, 'administrator'),
  ]
}
