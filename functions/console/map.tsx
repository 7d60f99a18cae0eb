// The map of a list: its cases by place, drawn here, with the list beside it. A cluster leads closer, and at the closest to a list of its own, so that
// everything on the map is reached by links, without scripts and by the keyboard. No other host is asked. Called by the routes.
import { html, type Reply } from '../edge/http.ts'
import type { ConsoleVisit } from '../web/console/visit.ts'
import { document } from '../web/layout.tsx'
import { askedMap } from './asked-map.ts'
import { casesOfList } from './cases-of-list.ts'
import { CASES_ON_A_PAGE, MapPage } from './map-page.tsx'
import { shownMap } from './shown-map.ts'

/** Cases that a map is drawn of: those that are due first. */
const MOST_CASES = 1_000

export async function showMap(visit: ConsoleVisit): Promise<Reply> {
  const map = askedMap(visit)
  const { cases, isMore } = await casesOfList(visit, map.asked, MOST_CASES)
  const shown = { ...shownMap(visit.region, map, cases), isMore }
  const from = map.page * CASES_ON_A_PAGE
  const rows = shown.listed.slice(from, from + CASES_ON_A_PAGE)
  const isLast = from + CASES_ON_A_PAGE >= shown.listed.length
  return html(200, document(<MapPage {...{ visit, map, shown, rows, isLast }} />))
}
