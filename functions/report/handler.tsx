// Shows the citizen's form and takes what is sent from it, the same way as a message of an integrator; answers every
// address that is no page's own. Called by API Gateway.
import { randomBytes } from 'node:crypto'
import { submitMessage } from '../intake/submit.ts'
import { letters } from '../case/ids.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { byMethod } from '../edge/by-method.ts'
import { html, http, type Reply, type Request } from '../edge/http.ts'
import { log } from '../edge/log.ts'
import { CROWDED_SECONDS, isCrowded, isProven, type Proof } from '../edge/proof.ts'
import { pathOf } from '../links/links.ts'
import { type Fields, fieldsOf, type FormErrors, nonceOf } from '../web/forms.ts'
import { document } from '../web/layout.tsx'
import { problemPage } from '../web/problem-page.tsx'
import { reportWords } from '../web/words/report.ts'
import { speakDrafts } from '../web/words/drafts.ts'
import { words } from '../web/words/words.ts'
import { leadOn, renderAsAccepted } from './elsewhere.ts'
import { messageOf } from './message-of.ts'
import { refusedAt, ReportPage } from './report-page.tsx'

speakDrafts()

const answerForm = byMethod({ GET: show, POST: submit })
const isForm = ({ resource }: Request) => resource === '/report'

export const handler = http(
  async (request) => (isForm(request) ? answerForm(request) : leadOn(request)),
  (problem, request) => (isForm(request) ? problemPage : renderAsAccepted)(problem, request),
)

/** The one page that is to be found by a search. */
function show(request: Request): Promise<Reply> {
  const { status, headers, body } = page(request, 200)
  return Promise.resolve({ status, headers: { ...headers, 'X-Robots-Tag': 'all' }, body })
}

async function submit(request: Request): Promise<Reply> {
  const { at, language, requestId } = request
  const fields = fieldsOf(request)
  const idempotencyKey = nonceOf(fields, request)
  if (isCrowded(request) && !(await isProven(proofIn(fields, idempotencyKey), at))) return askForProof(request, fields)
  const parsed = messageOf(fields, language)
  if ('errors' in parsed) return page(request, 422, parsed.errors, fields)
  const stack = { tableName: environment('TABLE_NAME'), region: deployedRegion(), at, random: randomBytes }
  const by = { role: 'citizen' } as const
  const submitted = await submitMessage({
    ...{ ...stack, message: parsed.message, by, idempotencyKey },
    onceAnHour: fields['again'] !== 'yes',
  })
  if (submitted.outcome === 'refused')
    return page(request, 422, { [refusedAt(submitted.code)]: words[language].refusals[submitted.code] }, fields)
  if (submitted.outcome === 'sent before')
    return page(request, 409, { again: reportWords[language].sentBefore(submitted.caseId) }, fields)
  // The form was sent, then changed and sent again: what it says now is kept, and sending it is a new choice.
  if (submitted.outcome === 'mismatch') return page(request, 409, { '': reportWords[language].alreadySent }, fields)
  log('message accepted', { caseId: submitted.caseId, outcome: submitted.outcome, channel: 'form', requestId })
  return {
    status: 303,
    headers: { Location: `${request.base}${pathOf.track}${submitted.trackSecret}?done=registered` },
    body: '',
  }
}

function proofIn(fields: Fields, nonce: string): Proof {
  return { nonce, at: fields['proof-at'] ?? '', number: fields['proof'] ?? '' }
}

/** What was typed stays in the form; sending it again is enough, once its work is done or the others have gone. */
function askForProof(request: Request, fields: Fields): Reply {
  log('proof asked for', { requestId: request.requestId })
  const { status, headers, body } = page(request, 429, {}, fields)
  return { status, headers: { ...headers, 'Retry-After': String(CROWDED_SECONDS) }, body }
}

function page(request: Request, status: number, errors: FormErrors = {}, fields: Fields = {}): Reply {
  const props = {
    request,
    region: deployedRegion(),
    nonce: letters(16, randomBytes),
    errors,
    fields,
    crowded: isCrowded(request),
  }
  return html(status, document(<ReportPage {...props} />))
}
