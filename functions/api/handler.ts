// The integrators' API: POST /v1/messages makes a case, POST /v1/messages/batch many, GET /v1/cases lists them, GET /v1/cases/{id} tells how one stands, GET /v1/events
// what happened, POST /v1/cases/{id}/missing says what is missing to route it, others what a citizen does on their page, GET
// /v1/statistics how deadlines were kept, GET /v1/topics, /v1/municipalities and /v1/organisations what a message may name, GET /v1
// and /v1/openapi.json all of this. Called by API Gateway.
import { caseIdPattern } from '../case/ids.ts'
import { sayErased } from '../case/texts.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { asProblemJson, type Handle, http, json, type Reply, type Request } from '../edge/http.ts'
import { inOneOrder, tagged } from '../edge/etag.ts'
import { byMethod } from '../edge/by-method.ts'
import { Problem } from '../edge/problem.ts'
import { loadCaseFile } from '../store/load.ts'
import { act, type ActName, actNames } from './act.ts'
import { authorize } from '../intake/authorize.ts'
import type { Scope } from '../intake/integrator-key.ts'
import { caseView } from './case-view.ts'
import { postBatch } from './batch.ts'
import { getCases } from './cases.ts'
import { catalogueNames, getCatalogue } from './catalogues.ts'
import { getEvents } from './events.ts'
import { sayingLimits } from '../intake/limits.ts'
import { postMessage } from './messages.ts'
import { postMissing } from './missing.ts'
import { deletePhoto, getPhoto, postPhoto } from './photos.ts'
import { reference } from './reference.ts'
import { getStatistics } from './statistics.ts'
import { wholeOf } from '../../regions/languages.ts'
import { words } from './words.ts'

const routes: Readonly<Record<string, Handle>> = {
  '/v1/messages': byMethod({ POST: postMessage }),
  '/v1/messages/batch': byMethod({ POST: (request) => postBatch(request) }),
  '/v1/cases': byMethod({ GET: getCases }),
  '/v1/events': byMethod({ GET: getEvents }),
  '/v1/cases/{id}': byMethod({ GET: getCase }),
  '/v1/cases/{id}/missing': byMethod({ POST: postMissingOf }),
  '/v1/cases/{id}/photos': byMethod({ POST: postPhotoOf }),
  '/v1/cases/{id}/photos/{photo}': byMethod({ GET: getPhotoOf, DELETE: deletePhotoOf }),
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

async function deletePhotoOf(request: Request): Promise<Reply> {
  const { integrator, file } = await findCase(request, 'messages:write')
  return deletePhoto(request, integrator, file)
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
