// A case as somebody sees it who is signed in: the same visit that a link makes, with the role that the directory gives them today. Called
// by desk and acts.
import { randomBytes } from 'node:crypto'
import type { Actor } from '../../case/actor.ts'
import { letters } from '../../case/ids.ts'
import { rolesOf } from '../../case/people.ts'
import type { Staff } from '../../case/staff.ts'
import { sayErased } from '../../case/texts.ts'
import type { Visit } from '../visit.ts'
import { words } from '../words/words.ts'
import { caseInScope } from './case-in-scope.ts'
import type { ConsoleVisit } from './visit.ts'

/** @throws Problem 404 where there is no such case, or it is none of theirs: both look the same */
export async function caseVisit(visit: ConsoleVisit): Promise<Visit> {
  const { region, request, signedIn } = visit
  const { staff, withheld } = signedIn
  const file = await caseInScope(visit)
  return {
    ...{
      actor: actorOf(staff),
      roles: rolesOf(region, staff.contact.id).filter((role) => !withheld.some((one) => one === role)),
      request,
      region,
    },
    file: sayErased(file, words[request.language].erased),
    ...{ nonce: letters(16, randomBytes), fields: {}, errors: {}, unsent: [] },
  }
}

/**
 * An operator may do whatever a moderator may, and both more than a municipal centre; all others of the console only read, as those do whom a
 * case concerns.
 */
function actorOf({ contact, roles, decidesOwn }: Staff): Actor {
  const role = (['operator', 'moderator'] as const).find((one) => roles.includes(one))
  return { role: role ?? (decidesOwn ? 'municipal' : 'responder'), id: contact.id }
}
