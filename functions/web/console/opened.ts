// Who has a case open is told to others, and what comes after an act on it: its page again, or the next case of the list that is worked
// through in turn. Called by desk and acts.
import { environment } from '../../edge/environment.ts'
import type { Reply } from '../../edge/http.ts'
import { giveLeaseBack, type Lease, leaseOf, takeLease } from '../../store/leases.ts'
import { goTo } from '../see-other.ts'
import { may } from './rights.ts'
import { type ConsoleVisit, urlOf } from './visit.ts'

/** In which list the case is worked through, as its address says. */
export function listPlayed({ request }: ConsoleVisit): string | undefined {
  return /^[a-z]{1,20}$/.exec(request.query['play'] ?? '')?.[0]
}

/** Tells others who has it open, where one may decide anything. @returns the lease of somebody else, if they were there first */
export async function openCase(visit: ConsoleVisit, isEditing = false): Promise<Lease | undefined> {
  const { request, signedIn, id } = visit
  const tableName = environment('TABLE_NAME')
  const holder = signedIn.staff.contact.id
  const mayDecide = may(signedIn.staff, 'decide own cases') && request.method !== 'HEAD'
  const kind = isEditing || listPlayed(visit) || request.method === 'POST' ? 'editing' : 'viewing'
  if (mayDecide && (await takeLease(tableName, id, { holder, kind }, request.at))) return undefined
  const lease = await leaseOf(tableName, id, request.at)
  return lease?.holder === holder ? undefined : lease
}

/** What a form did, as the reply says that leads on from it. */
export function doneIn({ headers }: Reply): string {
  return headers?.['Location']?.replace('?done=', '') ?? ''
}

/** The page of the case again, in the list that it is worked through in. */
export function backToCase(visit: ConsoleVisit, did = ''): Reply {
  const list = listPlayed(visit)
  return goTo(urlOf(visit, `cases/${visit.id}?${list ? `play=${list}&` : ''}done=${did}`))
}

/** @param did what was done, as `doneIn` says it; without it the case was skipped */
export async function afterAct(visit: ConsoleVisit, did?: string): Promise<Reply> {
  const { request, signedIn, id } = visit
  const list = listPlayed(visit)
  if (!list) return backToCase(visit, did)
  await giveLeaseBack(environment('TABLE_NAME'), id, signedIn.staff.contact.id, request.at)
  return goTo(urlOf(visit, `next?list=${list}&before=${id}&${did ? `did=${did}` : 'skipped=yes'}`))
}
