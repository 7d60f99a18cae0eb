// What each role may do in the console, in one table: asked by the routes before a page is made, and by the pages for what they offer.
import type { Staff, StaffRole } from '../../case/staff.ts'

const abilities = [
  /** One's own sessions and passkeys: whoever is signed in, whatever their roles. */
  'be signed in',
  /** How much waits on each list. */
  'see counts',
  /** Sums of what waits, came and was done: numbers without cases. */
  'see figures',
  /** The register of official pages and the tension of places, of their scope. */
  'see official pages',
  /** How each version of a model fares: sums, too. */
  'see choices',
  /** Those of their scope (scope.ts). */
  'see cases',
  'decide cases',
  /** All that somebody sees, or what the region lets a municipal centre decide of it: the decider tells which. */
  'decide own cases',
  'take calls',
  /** What people write in public on the region's pages: whether it is a problem, thanks or nothing. */
  'screen comments',
  /** Of messages of another system. */
  'take tables in',
  /** To another system, with what its citizens wrote. */
  'give answers back',
  /** By an e-mail address or a telephone: whoever sees those of citizens. */
  'find persons',
  /** Whoever may sign in, and their sessions. */
  'see staff',
  /** Who saw and did what. */
  'read the audit',
  /** Those of integrators. */
  'keep keys',
  /** Those of routing. */
  'keep models',
  /** Who stands where, what goes to whom, topics' words and ready answers. */
  'change the directory',
] as const
export type Ability = (typeof abilities)[number]

const rights: Readonly<Record<StaffRole, readonly Ability[]>> = {
  operator: [
    'see counts',
    'see figures',
    'see official pages',
    'see cases',
    'decide cases',
    'decide own cases',
    'take calls',
    'screen comments',
    'take tables in',
    'give answers back',
    'find persons',
  ],
  moderator: [
    'see counts',
    'see figures',
    'see official pages',
    'see cases',
    'decide cases',
    'decide own cases',
    'screen comments',
    'find persons',
  ],
  supervisor: ['see counts', 'see figures', 'see official pages', 'see cases'],
  municipal: ['see counts', 'see figures', 'see official pages', 'see cases'],
  analyst: ['see counts', 'see figures', 'see official pages', 'see choices'],
  administrator: [
    'see figures',
    'see official pages',
    'see choices',
    'take tables in',
    'see staff',
    'read the audit',
    'keep keys',
    'keep models',
    'change the directory',
  ],
}

/** Whoever has several roles may do what any of them may; whoever is signed in may see that they are. */
export function may({ roles, decidesOwn }: Pick<Staff, 'roles' | 'decidesOwn'>, ability: Ability): boolean {
  if (ability === 'decide own cases' && decidesOwn) return true
  return ability === 'be signed in' || roles.some((role) => rights[role].includes(ability))
}
