// Finds what a caller wrote of before, by the keyed hashes of their telephone and their address; the search is noted in the audit before
// anything of it is shown, and nobody's number is in an address or a log. Called by the page of a call.
import type { CaseFile } from '../case/case-file.ts'
import { environment } from '../edge/environment.ts'
import { loadCaseFile } from '../store/load.ts'
import { casesOf } from '../store/persons.ts'
import { note } from '../web/console/audit.ts'
import { isInScope, scopeOf } from '../web/console/scope.ts'
import type { ConsoleVisit } from '../web/console/visit.ts'

const MOST_SHOWN = 20

/** The newest first, at most twenty; undefined where the caller has named neither yet. */
export async function earlierCases(visit: ConsoleVisit): Promise<CaseFile[] | undefined> {
  const { fields, request, signedIn } = visit
  const { phone = '', email = '' } = fields
  const named = [...(/\d{5}/.test(phone.replace(/\D/g, '')) ? [phone] : []), ...(email.includes('@') ? [email] : [])]
  if (named.length === 0) return undefined
  await note(visit, { what: 'person searched', about: 'call' })
  const tableName = environment('TABLE_NAME')
  const found = await Promise.all(named.map((person) => casesOf(tableName, person, request.at)))
  const ids = [...new Set(found.flat())].sort().reverse().slice(0, MOST_SHOWN)
  const files = await Promise.all(ids.map((id) => loadCaseFile(tableName, id, request.at)))
  const scope = scopeOf(signedIn.staff)
  return files.filter((one) => one !== undefined).filter(({ state }) => isInScope(scope, state))
}
