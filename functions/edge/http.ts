// The stack of every HTTP function: headers by lower-case name in, security headers out, and every failure a clear reply:
// problem+json for machines, a page for people. Used by the handlers of api, report and the pages behind a link.
import middy from '@middy/core'
import httpHeaderNormalizer from '@middy/http-header-normalizer'
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda'
import { refreshRegion } from './refresh.ts'
import { logError } from './log.ts'
import { now, type Now } from './now.ts'
import { Problem, problemBody } from './problem.ts'
import { wholeOf } from '../../regions/languages.ts'
import type { Language } from '../../regions/schema.ts'
import { chosenLanguage, languageCookie, readRequest, type Request } from './request.ts'
import { type FramedBy, framing, securityHeaders, unlessSaid } from './security-headers.ts'

export type { Request } from './request.ts'

export interface Reply {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body: string
  /** The body is base64 of bytes, which travel as they are. */
  readonly isBase64?: true
}

export type Handle = (request: Request) => Promise<Reply>
export type RenderProblem = (problem: Problem, request: Request) => Reply

interface Edge {
  readonly readTime?: Now
  /** Languages of replies beside the region's. */
  readonly offered?: readonly Language[]
  /**
   * The sites that may show the replies to a resource ("/public/embed") in a frame, as origins; undefined where the resource is not for
   * frames. What is for frames is the same for everybody: it reads and sets no cookie.
   */
  readonly framedBy?: FramedBy
}

const nobody = () => undefined

/** Kept free to say that the time is up, before Lambda ends the function without a reply (ms). */
const REPLY_RESERVE_MS = 500

/**
 * Builds the Lambda handler of an HTTP function. A `Problem` that `handle` throws is told to the sender; any other error
 * is logged and told by the request's id only.
 *
 * @example
 * export const handler = http(async ({ params, language }) => {
 *   const found = await loadCaseFile(environment('TABLE_NAME'), params['id'] ?? '')
 *   if (!found) throw new Problem(404, 'case-unknown', words[language].unknownCase)
 *   return json(200, { status: found.state.status })
 * })
 *
 * @example <caption>Failures as a page, for people</caption>
 * export const handler = http((request) => show(request), problemPage)
 */
export function http(
  handle: Handle,
  render: RenderProblem = asProblemJson,
  { readTime = now, framedBy = nobody, offered }: Edge = {},
) {
  const read = (event: APIGatewayProxyEvent) =>
    readRequest(framedBy(event.resource) ? withoutCookies(event) : event, readTime(), offered)
  const result = (reply: Reply, request: Request) => resultOf(reply, request, framedBy(request.resource) === undefined)
  return middy<APIGatewayProxyEvent, APIGatewayProxyResult>({ timeoutEarlyInMillis: REPLY_RESERVE_MS })
    .use(framing(framedBy))
    .use(securityHeaders())
    .use(httpHeaderNormalizer())
    .onError((failed) => {
      const request = read(failed.event)
      // Set and not returned: a returned reply would go out without the security headers.
      failed.response = result(render(asProblem(failed.error, request), request), request)
    })
    .handler(async (event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> => {
      const request = read(event)
      await refreshRegion(request.at)
      return result(await handle(request), request)
    })
}

/** Of an event whose headers are normalized. */
function withoutCookies(event: APIGatewayProxyEvent): APIGatewayProxyEvent {
  const { cookie: _, ...headers } = event.headers
  return { ...event, headers }
}

export function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
  return {
    status,
    headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(body),
  }
}

export function html(status: number, body: string): Reply {
  return { status, headers: { 'Content-Type': 'text/html; charset=utf-8' }, body }
}

/** A problem for machines (RFC 9457). */
export function asProblemJson(problem: Problem, request: Request): Reply {
  return {
    status: problem.status,
    headers: {
      'Content-Type': 'application/problem+json; charset=utf-8',
      'Content-Language': wholeOf(request.language),
      ...problem.headers,
    },
    body: JSON.stringify(problemBody(problem, request.language, request.requestId)),
  }
}

/** What AWS says when it is asked too much at once: the same request will do in a while. */
const BUSY = ['ThrottlingException', 'ProvisionedThroughputExceededException', 'RequestLimitExceeded', 'SlowDown']
const SOON = { 'Retry-After': '5' }

/** What is told of an error; one that is no `Problem` is logged. */
export function asProblem(error: unknown, { requestId }: Pick<Request, 'requestId'>): Problem {
  if (error instanceof Problem) return error
  logError('request failed', error, { requestId })
  const isBusy = BUSY.includes((error as Error | undefined)?.name ?? '')
  return isBusy ? new Problem(503, 'busy', requestId, [], SOON) : new Problem(500, 'internal', requestId, [], SOON)
}

function resultOf(
  { status, headers, body, isBase64 }: Reply,
  { method, query, base, requestId }: Request,
  keepsLanguage: boolean,
): APIGatewayProxyResult {
  const isPage = headers?.['Content-Type']?.startsWith('text/html')
  const chosen = isPage && keepsLanguage ? chosenLanguage(query) : undefined
  const kept = chosen && { 'Set-Cookie': languageCookie(chosen, base) }
  return {
    statusCode: status,
    headers: { ...unlessSaid, 'Request-Id': requestId, ...headers, ...kept },
    body: method === 'HEAD' ? '' : body,
    ...(isBase64 && { isBase64Encoded: true }),
  }
}
