// Working through a list: the next case is the most urgent one that nobody else has open and that was not skipped today; it is claimed by one
// conditional write, so that two who press at once never get the same. Called by the routes.
import { calendarOf } from '../calendar/calendar.ts'
import { caseIdPattern } from '../case/ids.ts'
import { entriesOf } from '../case/worklist.ts'
import { environment } from '../edge/environment.ts'
import type { Reply } from '../edge/http.ts'
import { Problem } from '../edge/problem.ts'
import { giveLeaseBack, takeLease } from '../store/leases.ts'
import { loadCase } from '../store/load.ts'
import { queuePage } from '../store/queue.ts'
import { forgetSkipped, noteSkipped, skippedOn } from '../store/skips.ts'
import { goTo } from '../web/see-other.ts'
import { queueWords } from '../web/words/queue.ts'
import { addressOf } from './filter.tsx'
import { isPlayable, type ListName, listNames, sourceOf } from './lists.ts'
import { isInScope, scopeOf } from '../web/console/scope.ts'
import { type ConsoleVisit, urlOf } from '../web/console/visit.ts'

/** Entries of a list that are looked at in one read. */
const AT_ONCE = 25

/** The button that begins, and the one that brings back what was skipped. */
export async function play(visit: ConsoleVisit): Promise<Reply> {
  const { fields, signedIn } = visit
  const list = listIn(visit, fields['list'])
  if (fields['again']) await forgetSkipped(environment('TABLE_NAME'), signedIn.staff.contact.id, dayOf(visit))
  return leadOn(visit, list, {})
}

/** Where a case leads that was done, or skipped: it takes a lease for its reader and their own order, and changes nothing else. */
export async function next(visit: ConsoleVisit): Promise<Reply> {
  const { request, signedIn } = visit
  const { before = '', did = '', skipped } = request.query
  const list = listIn(visit, request.query['list'])
  const isCase = caseIdPattern.test(before)
  if (isCase && skipped)
    await noteSkipped(environment('TABLE_NAME'), signedIn.staff.contact.id, dayOf(visit), before, request.at)
  return leadOn(visit, list, isCase ? { before, ...(/^\w+$/.test(did) && { did }) } : {})
}

/** @throws Problem 400 where there is no such list for them */
function listIn({ request, signedIn }: ConsoleVisit, asked: string | undefined): ListName {
  const list = listNames.find((name) => name === asked)
  if (list && isPlayable(signedIn.staff, list)) return list
  throw new Problem(400, 'filter-unknown', queueWords[request.language].unknownFilter)
}

interface Done {
  /** The case that was open. */
  readonly before?: string
  /** What was done of it; nothing where it was skipped. */
  readonly did?: string
}

/** Leads to the next case of a list, or back to the list where there is none. @param done what was done before */
async function leadOn(visit: ConsoleVisit, list: ListName, done: Done): Promise<Reply> {
  const found = await claimNext(visit, list, done.before)
  if (!found) return goTo(urlOf(visit, `${addressOf({ list })}&played=none`))
  const query = new URLSearchParams({
    play: list,
    ...(done.did && done.before && { before: done.before, did: done.did }),
  })
  return goTo(urlOf(visit, `cases/${found}?${query.toString()}`))
}

/** @param before not this one: what was done may have left it there */
async function claimNext(visit: ConsoleVisit, list: ListName, before: string | undefined): Promise<string | undefined> {
  const { region, request, signedIn } = visit
  const tableName = environment('TABLE_NAME')
  const holder = signedIn.staff.contact.id
  const source = sourceOf(region, signedIn.staff, list, {}, request.at)
  const skipped = await skippedOn(tableName, holder, dayOf(visit))
  for (let after: string | undefined; ;) {
    const { entries, next } = await queuePage({ tableName, ...source, limit: AT_ONCE, after })
    for (const { caseId } of entries) {
      if (caseId === before || skipped.has(caseId) || !(await isToDo(visit, caseId, source.lists))) continue
      if (!(await takeLease(tableName, caseId, { holder, kind: 'editing' }, request.at))) continue
      // Whoever had it until now may have done it: the case is asked once more, now that nobody else is given it.
      if (await isToDo(visit, caseId, source.lists)) return caseId
      await giveLeaseBack(tableName, caseId, holder, request.at)
    }
    if (!next) return undefined
    after = next
  }
}

/** As the case itself says: the index is late, and what waits for its citizen is nothing to be done. */
async function isToDo({ request, signedIn }: ConsoleVisit, caseId: string, lists: readonly string[]): Promise<boolean> {
  const stored = await loadCase(environment('TABLE_NAME'), caseId, request.at)
  if (!stored || stored.state.status === 'clarification') return false
  const on = entriesOf(stored.state)
  return isInScope(scopeOf(signedIn.staff), stored.state) && on.some(({ worklist }) => lists.includes(worklist))
}

/** How many cases of a list somebody skipped today that are still to be done. */
export async function skippedIn(visit: ConsoleVisit, list: ListName): Promise<number> {
  const { region, request, signedIn } = visit
  const tableName = environment('TABLE_NAME')
  const { lists } = sourceOf(region, signedIn.staff, list, {}, request.at)
  const skipped = await skippedOn(tableName, signedIn.staff.contact.id, dayOf(visit))
  const left = await Promise.all([...skipped].map((id) => isToDo(visit, id, lists)))
  return left.filter(Boolean).length
}

function dayOf({ region, request }: ConsoleVisit): string {
  return calendarOf(region).dateOf(Date.parse(request.at))
}
