// The citizen's form. A message sent from it goes the same way as one from an integrator.
import { randomBytes } from 'node:crypto'
import { submitMessage } from '../intake/submit.ts'
import { letters } from '../case/ids.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { html, http, type Reply, type Request } from '../edge/http.ts'
import { log } from '../edge/log.ts'
import { type Fields, fieldsOf, type FormErrors, nonceOf } from '../web/forms.ts'
import { document } from '../web/layout.tsx'
import { problemPage } from '../web/problem-page.tsx'
import { words } from '../web/words/words.ts'
import { messageOf } from './message-of.ts'
import { refusedAt, ReportPage } from './report-page.tsx'

export const handler = http(
  (request) => Promise.resolve(request.method === 'POST' ? post(request) : page(request, 200)),
  problemPage,
)

async function post(request: Request): Promise<Reply> {
  const { at, language, requestId } = request
  const fields = fieldsOf(request)
  const idempotencyKey = nonceOf(fields, request)
  const parsed = messageOf(fields, language)
  if ('errors' in parsed) return page(request, 422, parsed.errors, fields)
  const stack = { tableName: environment('TABLE_NAME'), region: deployedRegion(), at, random: randomBytes }
  const by = { role: 'citizen' } as const
  const submitted = await submitMessage({ ...stack, message: parsed.message, by, idempotencyKey })
  if (submitted.outcome === 'refused')
    return page(request, 422, { [refusedAt(submitted.code)]: words[language].refusals[submitted.code] }, fields)
  // The form was sent, then changed and sent again: what it says now is kept, and sending it is a new choice.
  if (submitted.outcome === 'mismatch') return page(request, 409, { '': words[language].report.alreadySent }, fields)
  log('message accepted', { caseId: submitted.caseId, outcome: submitted.outcome, channel: 'form', requestId })
  return { status: 303, headers: { Location: `t/${submitted.trackSecret}?done=registered` }, body: '' }
}

function page(request: Request, status: number, errors: FormErrors = {}, fields: Fields = {}): Reply {
  const props = { request, region: deployedRegion(), nonce: letters(16, randomBytes), errors, fields }
  return html(status, document(<ReportPage {...props} />))
}
