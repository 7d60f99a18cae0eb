// Open311 GeoReport v2 over the region's cases, in XML and JSON, for clients that know nothing of us: services, requests, mySociety's
// updates. Called by API Gateway for /open311/v2/….
import { deployedRegion, environment } from '../edge/environment.ts'
import { http, type Reply, type Request } from '../edge/http.ts'
import { Problem, problemBody } from '../edge/problem.ts'
import { authorize, type Integrator } from '../intake/authorize.ts'
import type { Scope } from '../intake/integrator-key.ts'
import { addressOf } from './address.ts'
import { discoveryOf } from './discovery.ts'
import { fieldsOf } from './form.ts'
import { getRequest, getRequests } from './get-requests.ts'
import { getUpdates } from './get-updates.ts'
import { postRequest } from './post-request.ts'
import { postUpdate } from './post-update.ts'
import { refusal } from './refusal.ts'
import { render, type Value } from './render.ts'
import type { Reader } from './requests.ts'
import { definitionOf, servicesOf } from './services.ts'

interface Answer {
  readonly root: string
  readonly value: Value
}
type Answering = (request: Request, name: string) => Value | Promise<Value>

/** By thing and method, with the element around the answer. */
const answers: Readonly<
  Record<string, { readonly root: string; readonly GET?: Answering; readonly POST?: Answering }>
> = {
  discovery: { root: 'discovery', GET: (request) => discoveryOf(deployedRegion(), request) },
  services: { root: 'services', GET: () => servicesOf(deployedRegion()) },
  'services/*': { root: 'service_definition', GET: (_, code) => definitionOf(deployedRegion(), code) },
  requests: {
    root: 'service_requests',
    GET: async (request) => getRequests(request, await readerOf(request)),
    POST: async (request) => postRequest(request, await senderOf(request)),
  },
  'requests/*': {
    root: 'service_requests',
    GET: async (request, id) => getRequest(request, id, await readerOf(request)),
  },
  // Every request has its number at once: none was ever promised one.
  'tokens/*': {
    root: 'service_requests',
    GET: (_, token) => {
      throw refusal(404, `token ${token.slice(0, 40)}: there is no such token; a request has its id at once`)
    },
  },
  servicerequestupdates: {
    root: 'service_request_updates',
    GET: async (request) => getUpdates(request, await readerOf(request)),
    POST: async (request) => postUpdate(request, await senderOf(request)),
  },
}

export const handler = http(answer, asErrors, { offered: ['en'] })

async function answer(request: Request): Promise<Reply> {
  const { what, name = '', format, isStrange } = addressOf(request)
  const found = isStrange ? undefined : answers[what]
  if (!found) throw refusal(404, 'There is no such address: see discovery, and end it with .xml or .json')
  if (request.method === 'OPTIONS')
    return { status: 204, headers: { ...open, 'Access-Control-Allow-Methods': 'GET, POST' }, body: '' }
  const answering = request.method === 'HEAD' ? found.GET : found[request.method as 'GET' | 'POST']
  if (!answering) throw methodless(found)
  ofThisRegion(request)
  const made: Answer = { root: found.root, value: await answering(request, name) }
  const reply = render(format, 200, made.root, made.value)
  return { ...reply, headers: { ...reply.headers, ...open } }
}

/** Any page may read what anybody may. */
const open = { 'Access-Control-Allow-Origin': '*' }

function methodless(found: { GET?: unknown; POST?: unknown }): Problem {
  const allowed = [...(found.GET ? ['GET', 'HEAD'] : []), ...(found.POST ? ['POST'] : [])].join(', ')
  return new Problem(405, 'method-not-allowed', allowed, [], { Allow: allowed })
}

/** There is one jurisdiction here; who names it may. @throws Problem 404 for any other */
function ofThisRegion({ query }: Request): void {
  const named = query['jurisdiction_id']
  if (named && named !== deployedRegion().code)
    throw refusal(404, `jurisdiction_id: leave it out, or say ${deployedRegion().code}`)
}

/** Whose key this is; without one, anybody. */
async function readerOf(request: Request): Promise<Reader | undefined> {
  if (!hasKey(request)) return undefined
  const { id, test, scopes } = await keyed(request, 'cases:read', 'cases:read:all')
  const readsAll = scopes.includes('cases:read:all')
  return { id, test, readsOwn: true, readsAll }
}

async function senderOf(request: Request): Promise<Integrator> {
  const fields = hasKey(request) ? {} : await fieldsOf(request)
  const key = fields['api_key']?.[0]
  return keyed(key ? { ...request, query: { ...request.query, api_key: key } } : request, 'messages:write')
}

function hasKey({ query, headers }: Request): boolean {
  return [query['api_key'], headers['authorization'], headers['x-api-key']].some(Boolean)
}

/** The specification's parameter, or a header as in the native API. @throws Problem 403 */
async function keyed(request: Request, ...scopes: Scope[]): Promise<Integrator> {
  const key = request.query['api_key']
  const asked = key ? { ...request, headers: { ...request.headers, authorization: `Bearer ${key}` } } : request
  return authorize(asked, environment('TABLE_NAME'), ...scopes).catch((error: unknown) => {
    if (error instanceof Problem && (error.status === 401 || error.status === 403))
      throw refusal(403, `api_key: ${error.detail}`)
    throw error
  })
}

/** Every failure in the format that was asked for. */
function asErrors(problem: Problem, request: Request): Reply {
  const { format } = addressOf(request)
  const { status, errors } = problem
  const said =
    errors.length > 0 ? errors.map(({ detail }) => detail) : [problemBody(problem, 'en', request.requestId).detail]
  const value = said.map((description) => ({ code: String(status), description }))
  const reply = render(format, status, 'errors', value)
  return { ...reply, headers: { ...reply.headers, ...open, ...problem.headers } }
}
