// Keeps a case open with somebody while they type: the script of its page says so from time to time. Called by the routes.
import { environment } from '../edge/environment.ts'
import type { Reply } from '../edge/http.ts'
import { takeLease } from '../store/leases.ts'
import { caseInScope } from '../web/console/case-in-scope.ts'
import type { ConsoleVisit } from '../web/console/visit.ts'

/** @returns 409 where somebody else has it by now: nothing is to be done, the page says so when it is sent */
export async function renewLease(visit: ConsoleVisit): Promise<Reply> {
  const { request, signedIn } = visit
  const { state } = await caseInScope(visit)
  const lease = { holder: signedIn.staff.contact.id, kind: 'editing' } as const
  const isOurs = await takeLease(environment('TABLE_NAME'), state.id, lease, request.at)
  return { status: isOurs ? 204 : 409, headers: {}, body: '' }
}
