// The place of a case on a small map, as a picture that its page shows: drawn here, so that no other site is asked. Called by the routes.
import { Problem } from '../edge/problem.ts'
import type { Reply } from '../edge/http.ts'
import { caseInScope } from '../web/console/case-in-scope.ts'
import type { ConsoleVisit } from '../web/console/visit.ts'
import { draw } from '../web/map-view.ts'
import { actsWords } from '../web/words/acts.ts'

/** From its left to its right (km): the settlements around are named. */
const WIDE_KM = 20

/** @throws Problem 404 where there is no such case, it is none of theirs, or it has no point: all look the same */
export async function showMap(visit: ConsoleVisit): Promise<Reply> {
  const { region, request } = visit
  const { location } = (await caseInScope(visit)).state
  if (!location) throw new Problem(404, 'no-such-page', '')
  const picture = draw(region, { centre: location, km: WIDE_KM }, location, actsWords[request.language].kilometres)
  return { status: 200, headers: { 'Content-Type': 'image/svg+xml' }, body: picture }
}
