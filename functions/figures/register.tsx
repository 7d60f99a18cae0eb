// Shows the register of official pages: the list and its file, the passport of a page, the page of a municipality. Called by the routes.
import { csvReply } from '../edge/csv.ts'
import { environment } from '../edge/environment.ts'
import { html, type Reply } from '../edge/http.ts'
import { Problem } from '../edge/problem.ts'
import { datesIn } from '../statistics/months.ts'
import { pageWeeks } from '../statistics/page-figures.ts'
import { mondayOf, mondaysBefore, type Week } from '../statistics/tension.ts'
import { daysOfPage } from '../store/pages.ts'
import { note } from '../web/console/audit.ts'
import { isInScope } from '../web/console/scope.ts'
import type { ConsoleVisit } from '../web/console/visit.ts'
import { document } from '../web/layout.tsx'
import { figuresScope } from './asked.ts'
import { PassportPage } from './passport-page.tsx'
import { PlacePage } from './place-page.tsx'
import { askedPages } from './register-asked.ts'
import { figuresTogether, knownPages, pick, rowsOf, tensionOf } from './register-gather.ts'
import { RegisterPage } from './register-page.tsx'
import { fileRows } from './register-rows.ts'

/** Whole weeks that are told of a page and of a place; with this one they are fewer keys than are read at once. */
const WEEKS = 12

export async function showRegister(visit: ConsoleVisit): Promise<Reply> {
  const { region, request } = visit
  const asked = askedPages(visit)
  const { known, rows } = await read(visit)
  const meant = pick(rows, asked)
  if (asked.isFile) {
    await note(visit, { what: 'figures taken', about: `pages, ${meant.length}` })
    return csvReply(`pages-${known.today}`, fileRows(region, request.language, meant), request.language)
  }
  const tension = await tensionOf(tableName(), region, scopeOf(visit), known.today, 1)
  const { isWhole } = known
  return html(200, document(<RegisterPage {...{ visit, asked, rows: meant, isWhole, tension }} />))
}

/** @throws Problem 404 where there is no such page, or it is not theirs */
export async function showPassport(visit: ConsoleVisit): Promise<Reply> {
  const { known, rows } = await read(visit)
  const row = rows.find(({ page }) => page.id === visit.id)
  if (!row) throw new Problem(404, 'no-such-page', '')
  const { municipality } = row.page
  const mondays = [...mondaysBefore(known.today, WEEKS), mondayOf(known.today)]
  const days = await daysOfPage(tableName(), row.page.id, datesIn({ from: mondays[0]!, to: known.today }))
  const seesPlace = municipality !== undefined && isInScope(scopeOf(visit), { municipality })
  return html(200, document(<PassportPage {...{ visit, row, weeks: pageWeeks(days, mondays), seesPlace }} />))
}

/** @throws Problem 404 where there is no such municipality, or it is not theirs */
export async function showPlace(visit: ConsoleVisit): Promise<Reply> {
  const { region, request, id: municipality } = visit
  const isKnown = region.municipalities.some(({ id }) => id === municipality)
  if (!isKnown || !isInScope(scopeOf(visit), { municipality })) throw new Problem(404, 'no-such-page', '')
  const { known, rows } = await read(visit)
  const own = rows.filter(({ page }) => page.municipality === municipality)
  const only = { organisations: [], municipalities: [municipality] }
  const found = await tensionOf(tableName(), region, only, known.today, WEEKS)
  const weeks = found.get(municipality) ?? mondaysBefore(known.today, WEEKS).map(emptyWeek)
  const figures = figuresTogether(own, known, request.at)
  return html(200, document(<PlacePage {...{ visit, municipality, rows: own, figures, weeks }} />))
}

async function read(visit: ConsoleVisit) {
  const { region, request } = visit
  const known = await knownPages(tableName(), region, request.at)
  return { known, rows: rowsOf(region, known, scopeOf(visit), request.at) }
}

function scopeOf({ signedIn }: ConsoleVisit) {
  return figuresScope(signedIn.staff)
}

function tableName(): string {
  return environment('TABLE_NAME')
}

function emptyWeek(monday: string): Week {
  return { monday, messages: 0, high: 0, critical: 0, index: null, change: null }
}
