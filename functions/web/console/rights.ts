// What each role may do in the console, in one table: asked by the routes before a page is made, and by the pages for what they offer.
import type { Staff, StaffRole } from '../../case/staff.ts'

const abilities = [
  /** One's own sessions. */
  'be signed in',
  /** How much waits on each list. */
  'see counts',
  /** Those of their scope (scope.ts). */
  'see cases',
  'decide cases',
  /** Whoever may sign in, and their sessions. */
  'see staff',
] as const
export type Ability = (typeof abilities)[number]

const rights: Readonly<Record<StaffRole, readonly Ability[]>> = {
  operator: ['be signed in', 'see counts', 'see cases', 'decide cases'],
  moderator: ['be signed in', 'see counts', 'see cases', 'decide cases'],
  supervisor: ['be signed in', 'see counts', 'see cases'],
  municipal: ['be signed in', 'see counts', 'see cases'],
  analyst: ['be signed in', 'see counts'],
  administrator: ['be signed in', 'see staff'],
}

/** Whoever has several roles may do what any of them may. */
export function may({ roles }: Pick<Staff, 'roles'>, ability: Ability): boolean {
  return roles.some((role) => rights[role].includes(ability))
}
