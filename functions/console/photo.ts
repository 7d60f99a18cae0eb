// A photo of a case, for whoever may see the case: the bucket shows it for a few minutes. Called by the routes; the page of a case (desk)
// leads here.
import { photosShown } from '../edge/photos-shown.ts'
import { Problem } from '../edge/problem.ts'
import type { Reply } from '../edge/http.ts'
import { grantReading } from '../files/grants.ts'
import { pictureName } from '../files/names.ts'
import { note } from '../web/console/audit.ts'
import { caseInScope } from '../web/console/case-in-scope.ts'
import type { ConsoleVisit } from '../web/console/visit.ts'
import { goTo } from '../web/see-other.ts'

/** @throws Problem 404 where the case has no such photo, or is none of theirs: both look the same */
export async function showPhoto(visit: ConsoleVisit): Promise<Reply> {
  const { region, request } = visit
  const { photo = '', small } = request.query
  const file = await caseInScope(visit)
  const shown = region.web.photos ? photosShown(region, file, 'operator', request.at) : []
  if (!shown.some((one) => one.photo === photo)) throw new Problem(404, 'no-such-page', '')
  // The small ones are part of the page of their case.
  if (small === undefined) await note(visit, { what: 'photo seen', caseId: file.state.id, about: photo })
  return goTo(await grantReading(pictureName(file.state, photo, small === undefined ? 'large' : 'small'), request.at))
}
