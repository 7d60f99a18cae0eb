// A photo of a case, for whoever may see the case: the bucket shows it for a few minutes. Called by the routes; the page of a case (desk)
// leads here.
import { caseIdPattern } from '../case/ids.ts'
import { environment } from '../edge/environment.ts'
import { photosShown } from '../edge/photos-shown.ts'
import { Problem } from '../edge/problem.ts'
import type { Reply } from '../edge/http.ts'
import { grantReading } from '../files/grants.ts'
import { pictureName } from '../files/names.ts'
import { loadCaseFile } from '../store/load.ts'
import { isInScope, scopeOf } from '../web/console/scope.ts'
import type { ConsoleVisit } from '../web/console/visit.ts'
import { goTo } from '../web/see-other.ts'

/** @throws Problem 404 where there is no such photo, or its case is none of theirs: both look the same */
export async function showPhoto({ region, request, signedIn, id }: ConsoleVisit): Promise<Reply> {
  const { photo = '', small } = request.query
  const file = caseIdPattern.test(id) ? await loadCaseFile(environment('TABLE_NAME'), id, request.at) : undefined
  const isTheirs = file && region.web.photos && isInScope(scopeOf(signedIn.staff), file.state)
  const found = isTheirs && photosShown(region, file, 'operator', request.at).some((one) => one.photo === photo)
  if (!found) throw new Problem(404, 'no-such-page', '')
  return goTo(await grantReading(pictureName(file.state, photo, small === undefined ? 'large' : 'small'), request.at))
}
