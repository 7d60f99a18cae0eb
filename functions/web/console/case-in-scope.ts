// Finds a case for whoever is signed in to the console, if it is one of theirs. Called by the page of a case (desk) and for its photos.
import { caseIdPattern } from '../../case/ids.ts'
import type { CaseFile } from '../../case/case-file.ts'
import { environment } from '../../edge/environment.ts'
import { Problem } from '../../edge/problem.ts'
import { loadCaseFile } from '../../store/load.ts'
import { isInScope, scopeOf } from './scope.ts'
import type { ConsoleVisit } from './visit.ts'

/** @throws Problem 404 where there is no such case, or it is none of theirs: both look the same */
export async function caseInScope({ request, signedIn, id }: ConsoleVisit): Promise<CaseFile> {
  const file = caseIdPattern.test(id) ? await loadCaseFile(environment('TABLE_NAME'), id, request.at) : undefined
  if (!file || !isInScope(scopeOf(signedIn.staff), file.state)) throw new Problem(404, 'no-such-page', '')
  return file
}
