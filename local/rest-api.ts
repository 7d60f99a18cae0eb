// API Gateway's REST API in front of the functions: resources and proxy methods as declared, events in the form 1.0,
// and the gateway's own answers where no function is reached. Made by connections.ts.
import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { constants, gzip } from 'node:zlib'
import { promisify } from 'node:util'
import type { Admission, Throttle } from './admission.ts'
import type { Clock } from './clock.ts'
import { KEEP_ALIVE } from './keep-alive.ts'
import { ACCOUNT } from './resolver.ts'
import { finderOf, type Found, type Route } from './rest-routes.ts'

const BODY_LIMIT = 10 * 1024 * 1024
const TIMEOUT_MS = 29_000

export interface GatewayAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** JSON with $context variables. */
  readonly body: string
}

export interface RestApi {
  readonly id: string
  readonly stage: string
  readonly routes: readonly Route[]
  readonly binaryTypes: readonly string[]
  /** Replies of so many bytes or more are compressed for whoever asks for it; without it none are. */
  readonly compressFrom: number | undefined
  /** By response type: MISSING_AUTHENTICATION_TOKEN, DEFAULT_5XX … */
  readonly answers: ReadonlyMap<string, GatewayAnswer>
  /** Of the stage; undefined where it declares none. */
  readonly throttle: Throttle | undefined
}

type Multi = Record<string, string[]>
/** Anything may be a name: with a prototype `__proto__` would be there already. */
const named = () => Object.create(null) as Multi

interface Serving {
  readonly api: RestApi
  readonly find: ReturnType<typeof finderOf>
  readonly clock: Clock
  readonly admission: Admission
}

/** Serves the API on 127.0.0.1, at the root and under its stage. */
export async function serveRestApi(api: RestApi, port: number, clock: Clock, admission: Admission): Promise<Server> {
  const find = finderOf(api.routes)
  const server = createServer(KEEP_ALIVE, (request, response) => {
    void handle({ api, find, clock, admission }, request, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500)
      response.end(String(error))
    })
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
  return server
}

async function handle({ api, find, clock, admission }: Serving, request: IncomingMessage, response: ServerResponse) {
  const url = new URL(request.url ?? '/', 'http://local')
  const prefix = `/${api.stage}`
  const isBelow = url.pathname === prefix || url.pathname.startsWith(`${prefix}/`)
  const path = isBelow ? url.pathname.slice(prefix.length) || '/' : url.pathname
  const found = find(request.method ?? 'GET', path)
  const requestId = randomUUID()
  if (!found)
    return gateway(api, response, 'MISSING_AUTHENTICATION_TOKEN', 403, 'Missing Authentication Token', requestId)
  const body = await read(request)
  if (!body) return gateway(api, response, 'REQUEST_TOO_LARGE', 413, 'Request Entity Too Large', requestId)
  if (!admission.isWithinRate()) return gateway(api, response, 'THROTTLED', 429, 'Too Many Requests', requestId)
  const event = eventOf(api, request, { url, path, body, requestId, ...found }, clock.now())
  // Lambda refuses what is above an account's concurrency, and the gateway says 500 of it unless it is told otherwise.
  const leave = admission.enter()
  if (!leave) return gateway(api, response, 'INTEGRATION_FAILURE', 500, 'Internal server error', requestId)
  const timeout = new Promise<'timeout'>((resolve) =>
    setTimeout(() => resolve('timeout'), TIMEOUT_MS * clock.patience).unref(),
  )
  const result = await Promise.race([
    found.route.target
      .invoke(event)
      .catch((error: unknown) => error as Error)
      .finally(leave),
    timeout,
  ])
  if (result === 'timeout')
    return gateway(api, response, 'INTEGRATION_TIMEOUT', 504, 'Endpoint request timed out', requestId)
  const reply = result as { statusCode?: number } | Error | null | undefined
  if (!reply || reply instanceof Error || !Number.isInteger(reply.statusCode)) {
    return gateway(api, response, 'INTEGRATION_FAILURE', 502, 'Internal server error', requestId)
  }
  await write(response, reply as ProxyReply, isCompressed(api, request, reply as ProxyReply))
}

async function read(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= BODY_LIMIT) chunks.push(chunk)
  }
  return size > BODY_LIMIT ? undefined : Buffer.concat(chunks)
}

interface Call extends Found {
  readonly url: URL
  readonly path: string
  readonly body: Buffer
  readonly requestId: string
}

function eventOf(api: RestApi, request: IncomingMessage, call: Call, now: number) {
  const multiHeaders = named()
  for (let index = 0; index < request.rawHeaders.length; index += 2) {
    ;(multiHeaders[request.rawHeaders[index]!] ??= []).push(request.rawHeaders[index + 1]!)
  }
  const sourceIp = request.socket.remoteAddress ?? '127.0.0.1'
  multiHeaders['X-Forwarded-For'] = [sourceIp]
  multiHeaders['X-Forwarded-Proto'] = ['http']
  const multiQuery = named()
  for (const [name, value] of call.url.searchParams) (multiQuery[name] ??= []).push(value)
  const last = (multi: Multi) =>
    Object.fromEntries(Object.entries(multi).map(([name, values]) => [name, values.at(-1)!]))
  const type = request.headers['content-type']?.split(';')[0] ?? ''
  const binary = api.binaryTypes.some((one) => one === '*/*' || one === type)
  const orNull = <T extends object>(value: T) => (Object.keys(value).length > 0 ? value : null)
  return {
    resource: call.route.resource,
    path: call.path,
    httpMethod: request.method,
    headers: last(multiHeaders),
    multiValueHeaders: multiHeaders,
    queryStringParameters: orNull(last(multiQuery)),
    multiValueQueryStringParameters: orNull(multiQuery),
    pathParameters: orNull(call.parameters),
    stageVariables: null,
    requestContext: {
      accountId: ACCOUNT,
      apiId: api.id,
      domainName: request.headers.host ?? '127.0.0.1',
      domainPrefix: api.id,
      httpMethod: request.method,
      identity: { sourceIp, userAgent: request.headers['user-agent'] ?? null },
      path: call.url.pathname,
      protocol: 'HTTP/1.1',
      requestId: call.requestId,
      requestTimeEpoch: now,
      resourceId: call.route.resource,
      resourcePath: call.route.resource,
      stage: api.stage,
    },
    body: call.body.length === 0 ? null : call.body.toString(binary ? 'base64' : 'utf8'),
    isBase64Encoded: binary && call.body.length > 0,
  }
}

interface ProxyReply {
  readonly statusCode: number
  readonly headers?: Record<string, string>
  readonly multiValueHeaders?: Multi
  readonly body?: string
  readonly isBase64Encoded?: boolean
}

/** The gateway compresses for whoever names gzip; `*` or no header at all is not enough for it. */
function isCompressed({ compressFrom }: RestApi, { headers }: IncomingMessage, reply: ProxyReply): boolean {
  const accepted = String(headers['accept-encoding'] ?? '').split(',')
  const isAsked = accepted.some((one) => /^\s*gzip\s*(?!;\s*q=0(?:\.0*)?\s*$)/i.test(one))
  const named = [...Object.keys(reply.headers ?? {}), ...Object.keys(reply.multiValueHeaders ?? {})]
  const isDone = named.some((name) => name.toLowerCase() === 'content-encoding')
  return isAsked && !isDone && compressFrom !== undefined && Buffer.byteLength(reply.body ?? '') >= compressFrom
}

const compress = promisify(gzip)
/** On this machine nothing is gained by a shorter reply. */
const FAST = { level: constants.Z_BEST_SPEED }

async function write(response: ServerResponse, reply: ProxyReply, compressed: boolean) {
  response.statusCode = reply.statusCode
  for (const [name, value] of Object.entries(reply.headers ?? {})) response.setHeader(name, value)
  for (const [name, values] of Object.entries(reply.multiValueHeaders ?? {})) response.setHeader(name, values)
  const body = Buffer.from(reply.body ?? '', reply.isBase64Encoded ? 'base64' : 'utf8')
  if (!compressed) return response.end(body)
  response.setHeader('Content-Encoding', 'gzip')
  return response.end(await compress(body, FAST))
}

function gateway(
  api: RestApi,
  response: ServerResponse,
  type: string,
  status: number,
  message: string,
  requestId: string,
) {
  const declared = api.answers.get(type) ?? api.answers.get(status < 500 ? 'DEFAULT_4XX' : 'DEFAULT_5XX')
  const body = declared?.body ?? JSON.stringify({ message })
  const filled = body
    .replaceAll('$context.error.messageString', JSON.stringify(message))
    .replaceAll('$context.error.message', message)
    .replaceAll('$context.requestId', requestId)
  response
    .writeHead(declared?.status || status, { 'Content-Type': 'application/json', ...declared?.headers })
    .end(filled)
}
