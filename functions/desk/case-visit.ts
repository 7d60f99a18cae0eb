// A case as somebody sees it who is signed in: the same visit that a link makes, with the role that the directory gives them today. Called
// by the page of a case.
import { randomBytes } from 'node:crypto'
import type { Actor } from '../case/actor.ts'
import { caseIdPattern, letters } from '../case/ids.ts'
import { rolesOf } from '../case/people.ts'
import type { Staff } from '../case/staff.ts'
import { sayErased } from '../case/texts.ts'
import { environment } from '../edge/environment.ts'
import { Problem } from '../edge/problem.ts'
import { loadCaseFile } from '../store/load.ts'
import type { Visit } from '../web/visit.ts'
import { words } from '../web/words/words.ts'
import { isInScope, scopeOf } from '../web/console/scope.ts'
import type { ConsoleVisit } from '../web/console/visit.ts'

/** @throws Problem 404 where there is no such case, or it is none of theirs: both look the same */
export async function caseVisit({ region, request, signedIn, id }: ConsoleVisit): Promise<Visit> {
  const { staff } = signedIn
  const file = caseIdPattern.test(id) ? await loadCaseFile(environment('TABLE_NAME'), id, request.at) : undefined
  if (!file || !isInScope(scopeOf(staff), file.state)) throw new Problem(404, 'no-such-page', '')
  return {
    ...{ actor: actorOf(staff), roles: rolesOf(region, staff.contact.id), request, region },
    file: sayErased(file, words[request.language].erased),
    ...{ nonce: letters(16, randomBytes), fields: {}, errors: {}, unsent: [] },
  }
}

/** An operator may do whatever a moderator may; all others of the console only read, as those do whom a case concerns. */
function actorOf({ contact, roles }: Staff): Actor {
  const role = (['operator', 'moderator'] as const).find((one) => roles.includes(one)) ?? 'responder'
  return { role, id: contact.id }
}
