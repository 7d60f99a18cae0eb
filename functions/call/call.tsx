// A call is entered: an operator finds what the caller wrote of before, writes down what they say now, and reads its number to them. What is
// typed travels with the form, and never in an address. Called by the routes.
import { randomBytes } from 'node:crypto'
import { caseIdPattern, letters } from '../case/ids.ts'
import { environment } from '../edge/environment.ts'
import { html, type Reply } from '../edge/http.ts'
import { submitMessage } from '../intake/submit.ts'
import { noteItem } from '../web/console/audit.ts'
import { RESUMED } from '../web/console/page.ts'
import { type ConsoleVisit, urlOf } from '../web/console/visit.ts'
import { type FormErrors, nonceOf } from '../web/forms.ts'
import { document } from '../web/layout.tsx'
import { goTo } from '../web/see-other.ts'
import { words } from '../web/words/words.ts'
import { CallPage } from './call-page.tsx'
import { earlierCases } from './caller.ts'
import { messageOf } from './message-of.ts'

export function showForm(visit: ConsoleVisit): Promise<Reply> {
  const { taken = '', by } = visit.request.query
  return page(visit, 200, {}, caseIdPattern.test(taken) ? { number: taken, isMailed: by === 'mail' } : undefined)
}

/** The button that looks for the caller sends nothing; a form that was sent twice makes one case. */
export async function takeCall(visit: ConsoleVisit): Promise<Reply> {
  const { fields, request, region, signedIn } = visit
  if (fields[RESUMED] || fields['action'] === 'find') return page(visit, 200)
  const idempotencyKey = nonceOf(fields, request)
  const read = messageOf(visit)
  if ('errors' in read) return page(visit, 422, read.errors)
  const { message } = read
  const submitted = await submitMessage({
    ...{ tableName: environment('TABLE_NAME'), region, message, idempotencyKey, at: request.at, random: randomBytes },
    by: { role: 'operator', id: signedIn.staff.contact.id },
    noted: (caseId) => [noteItem(visit, { what: 'case changed', caseId, about: 'Submit' })],
  })
  if (submitted.outcome === 'mismatch') return page(visit, 409, { '': words[request.language].formBroken })
  if (submitted.outcome === 'refused') return page(visit, 422, { '': words[request.language].refusals[submitted.code] })
  return goTo(urlOf(visit, `call?taken=${submitted.caseId}${submitted.state.reach === 'email' ? '&by=mail' : ''}`))
}

interface Taken {
  readonly number: string
  /** They left an address, where the receipt goes. */
  readonly isMailed: boolean
}

async function page(visit: ConsoleVisit, status: number, errors: FormErrors = {}, taken?: Taken): Promise<Reply> {
  const earlier = await earlierCases(visit)
  const nonce = status === 200 ? letters(16, randomBytes) : (visit.fields['nonce'] ?? letters(16, randomBytes))
  return html(status, document(<CallPage {...{ visit, nonce, errors, taken, earlier }} />))
}
