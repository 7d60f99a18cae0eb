// The open cases of whoever holds a responder's link, and the next of them. Looking changes nothing. Called by the handler.
import type { Organisation } from '../../regions/schema.ts'
import { isInvolved } from '../case/people.ts'
import { type Worklist, worklistEntry } from '../case/worklist.ts'
import { environment } from '../edge/environment.ts'
import { html, type Reply } from '../edge/http.ts'
import { loadCaseFile } from '../store/load.ts'
import { type Place, worklistPage } from '../store/worklists.ts'
import { beside } from '../web/beside.ts'
import { showLapsed } from '../web/lapsed.tsx'
import { document } from '../web/layout.tsx'
import type { LinkVisit } from '../web/visit.ts'
import { CasesPage } from './cases-page.tsx'

const CASES_ON_A_PAGE = 20
/** Pages of the index that are looked through for one case that waits for its holder; beyond them the list itself is shown. */
const PAGES_OF_NEXT = 10

export async function showCases(visit: LinkVisit): Promise<Reply> {
  if (visit.lapsed && visit.lapsed !== 'superseded') return showLapsed(visit)
  const organisations = organisationsOf(visit)
  const { of, after } = visit.request.query
  const organisation = organisations.find(({ id }) => id === of) ?? organisations[0]!
  const page = await worklistPage({ ...reading(visit, organisation.id), limit: CASES_ON_A_PAGE, after: placeIn(after) })
  return html(
    200,
    document(<CasesPage visit={visit} organisation={organisation} organisations={organisations} page={page} />),
  )
}

/**
 * Leads to the case that comes after one in its list, to the first after the last, to the list when there is no other. What waits for its
 * citizen is passed over: there is nothing to do.
 */
export async function leadToNext(visit: LinkVisit): Promise<Reply> {
  if (visit.lapsed && visit.lapsed !== 'superseded') return showLapsed(visit)
  const { tableName, at } = reading(visit, '')
  const from = await loadCaseFile(tableName, visit.request.query['after'] ?? '', at)
  const entry = from && worklistEntry(from.state)
  const own = organisationsOf(visit)
  const organisation = own.find(({ id }) => id === from?.state.organisation) ?? own[0]!
  const place = entry?.worklist === listOf(organisation.id) && { workDue: entry.workDue, caseId: from!.state.id }
  const next =
    (place && (await firstAfter(visit, organisation.id, place))) ||
    (await firstAfter(visit, organisation.id, undefined))
  const to = next && next !== from?.state.id ? next : `cases?of=${organisation.id}`
  return { status: 303, headers: { Location: beside(visit.request, to), 'Content-Type': 'text/plain' }, body: '' }
}

async function firstAfter(
  visit: LinkVisit,
  organisation: string,
  place: Place | undefined,
): Promise<string | undefined> {
  let after = place
  for (let pages = 0; pages < PAGES_OF_NEXT; pages += 1) {
    const { files, next } = await worklistPage({ ...reading(visit, organisation), limit: 2, after })
    const waiting = files.find(({ state }) => state.status !== 'clarification')
    if (waiting || !next) return waiting?.state.id
    after = next
  }
  return undefined
}

function reading({ request }: LinkVisit, organisation: string) {
  return { tableName: environment('TABLE_NAME'), worklist: listOf(organisation), at: request.at }
}

function listOf(organisation: string): Worklist {
  return `organisation#${organisation}`
}

/** Whoever may respond has at least one. */
function organisationsOf({ region, link }: LinkVisit): Organisation[] {
  return region.organisations.filter(({ id }) => isInvolved(region, id, link.recipient))
}

/** "2026-03-04T15:00:00.000Z#95-260302-7K4QF##road-office,95-260302-7K4QF"; whatever is not understood begins anew. */
function placeIn(text = ''): Place | undefined {
  const [, workDue, caseId] = /^([\d-]+T[\d:.]+Z[\w#-]*),([\w-]+)$/.exec(text) ?? []
  return workDue && caseId ? { workDue, caseId } : undefined
}
