// The integrators' API: POST /v1/messages makes a case, GET /v1/cases lists them, GET /v1/cases/{id} tells how one stands, GET /v1/events
// what happened, POST /v1/cases/{id}/missing says what is missing to route it, others what a citizen does on their page, GET
// /v1/statistics how deadlines were kept, GET /v1/topics, /v1/municipalities and /v1/organisations what a message may name, GET /v1
// and /v1/openapi.json all of this. Called by API Gateway.
import { randomBytes } from 'node:crypto'
import { caseIdPattern } from '../case/ids.ts'
import { sayErased } from '../case/texts.ts'
import { message } from '../contract/message.ts'
import type { Accepted } from '../contract/replies/accepted.ts'
import { parseJson } from '../edge/parse.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { asProblemJson, type Handle, http, json, type Reply, type Request } from '../edge/http.ts'
import { inOneOrder, tagged } from '../edge/etag.ts'
import { log } from '../edge/log.ts'
import { byMethod } from '../edge/by-method.ts'
import { Problem } from '../edge/problem.ts'
import { pathOf } from '../links/links.ts'
import { loadCaseFile } from '../store/load.ts'
import { act, type ActName, actNames } from './act.ts'
import { authorize, type Scope } from '../intake/authorize.ts'
import { caseView } from './case-view.ts'
import { getCases } from './cases.ts'
import { catalogueNames, getCatalogue } from './catalogues.ts'
import { getEvents } from './events.ts'
import { idempotencyKeyOf } from './idempotency.ts'
import { sayingLimits } from '../intake/limits.ts'
import { postMissing } from './missing.ts'
import { getPhoto, postPhoto } from './photos.ts'
import { reference } from './reference.ts'
import { getStatistics } from './statistics.ts'
import { submitMessage } from '../intake/submit.ts'
import { wholeOf } from '../../regions/languages.ts'
import { unknownIn } from './unknown.ts'
import { words } from './words.ts'

const routes: Readonly<Record<string, Handle>> = {
  '/v1/messages': byMethod({ POST: postMessage }),
  '/v1/cases': byMethod({ GET: getCases }),
  '/v1/events': byMethod({ GET: getEvents }),
  '/v1/cases/{id}': byMethod({ GET: getCase }),
  '/v1/cases/{id}/missing': byMethod({ POST: postMissingOf }),
  '/v1/cases/{id}/photos': byMethod({ POST: postPhotoOf }),
  '/v1/cases/{id}/photos/{photo}': byMethod({ GET: getPhotoOf }),
  ...Object.fromEntries(actNames.map((name) => [`/v1/cases/{id}/${name}`, byMethod({ POST: actOf(name) })])),
  ...Object.fromEntries(
    catalogueNames.map((name) => [`/v1/${name}`, byMethod({ GET: (request) => getCatalogue(name, request) })]),
  ),
  '/v1/statistics': byMethod({ GET: getStatistics }),
  '/v1/openapi.json': byMethod({ GET: reference('openapi.json') }),
  '/v1': byMethod({ GET: reference('reference.html') }),
}

/** Whoever writes a program may not speak the region's language. */
export const handler = http((request) => sayingLimits(request, routes[request.resource]!(request)), asProblemJson, {
  offered: ['en'],
})

async function postMessage(request: Request): Promise<Reply> {
  const tableName = environment('TABLE_NAME')
  const region = deployedRegion()
  const text = words[wholeOf(request.language)]
  const { id, test, derive } = await authorize(request, tableName, 'messages:write')
  const idempotencyKey = idempotencyKeyOf(request)
  const parsed = parseJson(message, request, unknownIn(region))
  const by = { role: 'integrator', id } as const
  const submitted = await submitMessage({
    tableName,
    region,
    message: parsed,
    by,
    idempotencyKey,
    test,
    at: request.at,
    random: randomBytes,
    linkRandom: (caseId) => derive(`track ${caseId}`),
  })
  if (submitted.outcome === 'mismatch') throw new Problem(422, 'idempotency-mismatch', text.mismatch)
  // What the region does not know was said above: its file cannot change in between.
  if (submitted.outcome === 'refused') throw new Error(`A message was refused: ${submitted.code}`)
  const { caseId, state, trackSecret } = submitted
  log('message accepted', { caseId, outcome: submitted.outcome, integrator: id, requestId: request.requestId, test })
  const body = {
    id: caseId,
    ...(test && { test }),
    status: state.status,
    receivedAt: state.receivedAt,
    trackUrl: `${request.base}${pathOf.track}${trackSecret}`,
  } satisfies Accepted
  return json(201, body, {
    Location: `${request.base}/v1/cases/${caseId}`,
    ...(submitted.outcome === 'repeated' && { 'Idempotent-Replayed': 'true' }),
  })
}

async function getCase(request: Request): Promise<Reply> {
  const { file } = await findCase(request, 'cases:read', 'cases:read:all')
  const view = caseView(deployedRegion(), sayErased(file, words[wholeOf(request.language)].erased), request.at)
  return tagged(request, json(200, inOneOrder(view)))
}

async function postMissingOf(request: Request): Promise<Reply> {
  const { integrator, file } = await findCase(request, 'messages:write')
  return postMissing(request, integrator.id, file)
}

async function postPhotoOf(request: Request): Promise<Reply> {
  const { integrator, file } = await findCase(request, 'messages:write')
  return postPhoto(request, integrator, file)
}

async function getPhotoOf(request: Request): Promise<Reply> {
  const { file } = await findCase(request, 'cases:read', 'cases:read:all')
  return getPhoto(request, file)
}

function actOf(name: ActName): Handle {
  return async (request) => {
    const { integrator, file } = await findCase(request, 'messages:write')
    return act(name, request, integrator, file)
  }
}

/** The case of the path, for whoever may know of it. @throws Problem 404 for anybody else */
async function findCase(request: Request, ...scopes: [Scope, ...Scope[]]) {
  const tableName = environment('TABLE_NAME')
  const integrator = await authorize(request, tableName, ...scopes)
  const id = (request.params['id'] ?? '').toUpperCase()
  const file = caseIdPattern.test(id) ? await loadCaseFile(tableName, id, request.at) : undefined
  const readsAll = scopes.includes('cases:read:all') && integrator.scopes.includes('cases:read:all')
  const isTheirs = readsAll || file?.state.integrator === integrator.id
  if (!file || !isTheirs || (integrator.test && !file.state.test))
    throw new Problem(404, 'case-unknown', words[wholeOf(request.language)].unknownCase)
  return { integrator, file }
}
