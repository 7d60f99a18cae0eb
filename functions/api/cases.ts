// Answers GET /v1/cases: open cases, and with `changedSince` or `receivedSince` those that ended since as well, by filters, page by page. No text and no
// person is in the list. Called by the handler.
import type { Case } from '../case/case.ts'
import type { Status } from '../case/statuses.ts'
import { ended, endedOn, openCases } from '../case/listing.ts'
import { type CaseFilters, casesListQuery } from '../contract/cases-query.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { tagged } from '../edge/etag.ts'
import type { Reply, Request } from '../edge/http.ts'
import { parse } from '../edge/parse.ts'
import { Problem } from '../edge/problem.ts'
import { farAway } from '../edge/reach.ts'
import { caseOfExternalId } from '../intake/external-id.ts'
import { wholeOf } from '../../regions/languages.ts'
import { isIndexMissing, type ListingPage, listingPage } from '../store/listing.ts'
import { loadStates } from '../store/states.ts'
import { authorize, type Integrator } from '../intake/authorize.ts'
import { dueOf, listReply } from './case-list.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { unknownIn } from './unknown.ts'
import { words } from './words.ts'

const DAY_MS = 86_400_000

export async function getCases(request: Request): Promise<Reply> {
  const tableName = environment('TABLE_NAME')
  const key = await authorize(request, tableName, 'cases:read', 'cases:read:all')
  const found = [
    ...unknownIn(deployedRegion())(request.query, wholeOf(request.language)),
    ...farAway(request, 'changedSince', 'receivedSince', 'receivedBefore', 'dueBefore'),
  ]
  const { limit, cursor, ...filters } = parse(casesListQuery, request.query, request.language, found)
  const text = words[wholeOf(request.language)]
  const since = sinceOf(filters)
  if (filters.status && ended.includes(filters.status) && !since) throw text.endedSince
  const integrator = key.scopes.includes('cases:read:all') ? undefined : key.id
  const bound = JSON.stringify([integrator ?? null, key.test, Object.entries(filters).toSorted()])
  const from = cursor === undefined ? undefined : readCursor(key, bound, cursor, request.at)
  if (cursor !== undefined && !from) throw text.cursor
  const isMeant = (state: Case) => isVisible(state, key, integrator) && matches(state, filters)
  const page =
    filters.externalId === undefined
      ? await listingPage({
          tableName,
          lists: listsFor(filters.status, since, key.test, request.at),
          integrator,
          since,
          isMeant,
          limit: Number(limit),
          from,
        }).catch((error: unknown) => {
          throw isIndexMissing(error) ? new Problem(503, 'busy', text.notYet, [], { 'Retry-After': '60' }) : error
        })
      : await ofExternalId(tableName, key, filters.externalId, isMeant)
  const next = page.next && nextOf(request, writeCursor(key, bound, page.next, request.at))
  return tagged(request, listReply(request, page.cases, next))
}

/** The one that the key's integrator sent under this id. */
async function ofExternalId(
  tableName: string,
  { id, test }: Integrator,
  externalId: string,
  isMeant: (state: Case) => boolean,
): Promise<ListingPage> {
  const caseId = await caseOfExternalId(tableName, id, externalId, test)
  const states = await loadStates(tableName, caseId ? [caseId] : [], { consistent: true })
  return { cases: [...states.values()].filter(isMeant) }
}

/** Open cases first: one that ends meanwhile is met again among those. */
function listsFor(status: Status | undefined, since: string | undefined, test: boolean, at: string): string[] {
  const open = status === undefined || !ended.includes(status) ? [openCases(test)] : []
  if (since === undefined || (status !== undefined && !ended.includes(status))) return open
  const first = Date.parse(since.slice(0, 10))
  const days = Math.max(0, Math.floor((Date.parse(at) - first) / DAY_MS) + 1)
  const dayOf = (index: number) => new Date(first + index * DAY_MS).toISOString().slice(0, 10)
  return [...open, ...Array.from({ length: days }, (_, index) => endedOn(dayOf(index), test))]
}

/** The address of the next page. */
function nextOf({ base, query }: Request, cursor: string): string {
  return `${base}/v1/cases?${new URLSearchParams({ ...query, cursor }).toString()}`
}

/** Asked of the case itself: the index says whose it is, and nothing is decided by an index. */
function isVisible(state: Case, { test }: Integrator, integrator: string | undefined): boolean {
  return (state.test === true) === test && (integrator === undefined || state.integrator === integrator)
}

function matches(state: Case, filters: CaseFilters): boolean {
  const { changedSince, receivedSince, receivedBefore, dueBefore, ...same } = filters
  const due = dueOf(state)
  return (
    Object.entries(same).every(([name, value]) => value === undefined || state[name as keyof typeof same] === value) &&
    (changedSince === undefined || Date.parse(state.updatedAt) >= Date.parse(changedSince)) &&
    (receivedSince === undefined || Date.parse(state.receivedAt) >= Date.parse(receivedSince)) &&
    (receivedBefore === undefined || Date.parse(state.receivedAt) < Date.parse(receivedBefore)) &&
    (dueBefore === undefined || (due !== null && Date.parse(due) < Date.parse(dueBefore)))
  )
}

/** The instant (ISO, UTC) since which ended cases are listed: what was received then or later has changed then or later. */
function sinceOf({ changedSince, receivedSince }: CaseFilters): string | undefined {
  const instants = [changedSince, receivedSince].flatMap((one) => (one === undefined ? [] : Date.parse(one)))
  return instants.length > 0 ? new Date(Math.max(...instants)).toISOString() : undefined
}
