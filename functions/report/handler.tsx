// Shows the citizen's form, the steps on which it is filled in and checked, and takes what is sent from it, the same way as a message of
// an integrator; answers every address that is no page's own. Called by API Gateway.
import { randomBytes } from 'node:crypto'
import { submitMessage } from '../intake/submit.ts'
import { letters } from '../case/ids.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { byMethod } from '../edge/by-method.ts'
import { mayAskWhere } from '../edge/here.ts'
import { type Handle, html, http, type Reply, type Request } from '../edge/http.ts'
import { log, logError } from '../edge/log.ts'
import { CROWDED_SECONDS, isCrowded, isProven, type Proof } from '../edge/proof.ts'
import { pathOf } from '../links/links.ts'
import { type Fields, fieldsOf, type FormErrors, nonceOf } from '../web/forms.ts'
import { document } from '../web/layout.tsx'
import { problemPage } from '../web/problem-page.tsx'
import { reportWords } from '../web/words/report.ts'
import { speakDrafts } from '../web/words/drafts.ts'
import { words } from '../web/words/words.ts'
import { CheckPage } from './check-page.tsx'
import { leadOn, renderAsAccepted } from './elsewhere.ts'
import { carriedIn, type Passed, prefillOf, withPoint, withTopicFound } from './fields-of.ts'
import { type Step, steps } from './form-parts.tsx'
import { messageOf } from './message-of.ts'
import { findNearby } from './nearby-cases.ts'
import { PlacePage } from './place-page.tsx'
import { refusedAt, ReportPage } from './report-page.tsx'

speakDrafts()

const answerForm = byMethod({ GET: show, POST: submit })
const answerStep = byMethod({ GET: toForm, POST: takeStep })

export const handler = http(
  async (request) => (pageOf(request) ?? leadOn)(request),
  (problem, request) => (pageOf(request) ? problemPage : renderAsAccepted)(problem, request),
)

/** What answers an address of a page; undefined for every other. */
function pageOf({ resource, params }: Request): Handle | undefined {
  if (resource === '/report') return answerForm
  return resource === '/form/{step}' && steps.some((step) => step === params['step']) ? answerStep : undefined
}

/** The one page that is to be found by a search. What a link names stands in its fields. */
function show(request: Request): Promise<Reply> {
  const { fields, passedOver } = prefillOf(deployedRegion(), request.query)
  const { status, headers, body } = page(request, 200, { fields, passedOver, isFresh: true })
  return Promise.resolve({ status, headers: { ...headers, 'X-Robots-Tag': 'all' }, body })
}

/** Nothing of a step is in its address: whoever comes by it begins anew. */
function toForm({ base }: Request): Promise<Reply> {
  return Promise.resolve({
    status: 302,
    headers: { Location: `${base}/report`, 'Content-Type': 'text/plain' },
    body: '',
  })
}

/** Stores nothing: what was typed travels with the form until it is sent. */
async function takeStep(request: Request): Promise<Reply> {
  const fields = withTopicFound(fieldsOf(request))
  const nonce = nonceOf(fields, request)
  const region = deployedRegion()
  const step = request.params['step'] as Step
  if (step === 'place') {
    const { status, headers, body } = html(200, document(<PlacePage {...{ request, region, nonce, fields }} />))
    return { status, headers: { ...headers, ...mayAskWhere }, body }
  }
  const typed = carriedIn(fields)
  if (step === 'edit') {
    const kept = fields['point'] === 'none' ? withPoint(typed, undefined) : typed
    return page(request, 200, { fields: kept, nonce })
  }
  const parsed = messageOf(fields, request.language, region)
  if ('errors' in parsed) return page(request, 422, { errors: parsed.errors, fields: typed, nonce })
  const { message } = parsed
  // Whatever is the matter with the index, the message can be sent.
  const nearby = await findNearby(region, message, fields['seen'], request.at).catch((error: unknown) => {
    logError('open cases nearby not found', error, { requestId: request.requestId })
    return undefined
  })
  return html(200, document(<CheckPage {...{ request, region, nonce, fields, message, nearby }} />))
}

async function submit(request: Request): Promise<Reply> {
  const { at, language, requestId } = request
  const region = deployedRegion()
  const fields = withTopicFound(fieldsOf(request))
  const idempotencyKey = nonceOf(fields, request)
  if (isCrowded(request) && !(await isProven(proofIn(fields, idempotencyKey), at))) return askForProof(request, fields)
  const parsed = messageOf(fields, language, region)
  if ('errors' in parsed) return page(request, 422, { errors: parsed.errors, fields })
  const stack = { tableName: environment('TABLE_NAME'), region, at, random: randomBytes }
  const by = { role: 'citizen' } as const
  const same = fields['same']
  const submitted = await submitMessage({
    ...{ ...stack, message: parsed.message, by, idempotencyKey },
    ...(same && { same }),
    onceAnHour: fields['again'] !== 'yes',
  })
  const wrong = (status: number, errors: FormErrors) => page(request, status, { errors, fields })
  if (submitted.outcome === 'refused')
    return wrong(422, { [refusedAt(submitted.code)]: words[language].refusals[submitted.code] })
  if (submitted.outcome === 'sent before')
    return wrong(409, { again: reportWords[language].sentBefore(submitted.caseId) })
  // The form was sent, then changed and sent again: what it says now is kept, and sending it is a new choice.
  if (submitted.outcome === 'mismatch') return wrong(409, { '': reportWords[language].alreadySent })
  const { caseId, outcome, state } = submitted
  const joined = state.status === 'merged'
  log('message accepted', { caseId, outcome, channel: 'form', ...(joined && { joined }), requestId })
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
  const { status, headers, body } = page(request, 429, { fields })
  return { status, headers: { ...headers, 'Retry-After': String(CROWDED_SECONDS) }, body }
}

interface Filled {
  readonly fields: Fields
  readonly errors?: FormErrors
  readonly passedOver?: readonly Passed[]
  readonly isFresh?: boolean
  /** Of a form that was not sent yet; after that a new one is a new choice. */
  readonly nonce?: string
}

function page(
  request: Request,
  status: number,
  { errors = {}, fields, passedOver = [], isFresh = false, nonce }: Filled,
): Reply {
  const props = {
    request,
    region: deployedRegion(),
    nonce: nonce ?? letters(16, randomBytes),
    errors,
    fields,
    passedOver,
    isFresh,
    crowded: isCrowded(request),
  }
  return html(status, document(<ReportPage {...props} />))
}
