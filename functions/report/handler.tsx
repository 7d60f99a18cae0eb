// The citizen's form. A message sent from it goes the same way as one from an integrator.
import { randomBytes } from 'node:crypto'
import { submitMessage } from '../api/submit.ts'
import { letters } from '../case/ids.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { html, http, type Reply, type Request } from '../edge/http.ts'
import { log } from '../edge/log.ts'
import { Problem } from '../edge/problem.ts'
import { fieldsOf, nonceOf } from '../web/forms.ts'
import { document } from '../web/layout.tsx'
import { problemPage } from '../web/problem-page.tsx'
import { words } from '../web/words.ts'
import { messageOf } from './message-of.ts'
import { ReportPage } from './report-page.tsx'

export const handler = http(
  (request) => Promise.resolve(request.method === 'POST' ? post(request) : page(request, 200)),
  problemPage,
)

async function post(request: Request): Promise<Reply> {
  const region = deployedRegion()
  const fields = fieldsOf(request)
  const idempotencyKey = nonceOf(fields, request)
  const parsed = messageOf(fields, request.language)
  if ('errors' in parsed) return page(request, 422, parsed.errors, fields)
  const submitted = await submitMessage({
    tableName: environment('TABLE_NAME'),
    region,
    message: parsed.message,
    by: { role: 'citizen' },
    idempotencyKey,
    at: request.at,
    random: randomBytes,
  })
  if (submitted.outcome === 'refused')
    return page(request, 422, { '': words[request.language].refusals[submitted.code] }, fields)
  if (submitted.outcome === 'mismatch') throw new Problem(409, 'form-sent', words[request.language].formBroken)
  log('message accepted', {
    caseId: submitted.caseId,
    outcome: submitted.outcome,
    channel: 'form',
    requestId: request.requestId,
  })
  return { status: 303, headers: { Location: `t/${submitted.trackSecret}?done=registered` }, body: '' }
}

function page(request: Request, status: number, errors = {}, fields = {}): Reply {
  const props = { request, region: deployedRegion(), nonce: letters(16, randomBytes), errors, fields }
  return html(status, document(<ReportPage {...props} />))
}
