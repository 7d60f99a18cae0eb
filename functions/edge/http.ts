// The stack of every HTTP function: normal headers in, security headers out, and every failure a clear reply: problem
// +json for machines, a page for people. Link pages are never cached, indexed or passed on as a referrer.
import middy from '@middy/core'
import httpHeaderNormalizer from '@middy/http-header-normalizer'
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda'
import type { Language } from '../../regions/schema.ts'
import { refreshCalendar } from './calendar.ts'
import { deployedRegion } from './environment.ts'
import { logError } from './log.ts'
import { Problem, problemBody } from './problem.ts'

/** A request as handlers see it. */
export interface Request {
  readonly method: string
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** Where this region is on the web, without a trailing slash. */
  readonly base: string
  readonly language: Language
  /** The instant of the request, ISO, UTC. */
  readonly at: string
  readonly requestId: string
}

export interface Reply {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body: string
}

/** Pages have no scripts and nothing from elsewhere, may be framed by nobody, kept by nobody and told to nobody. */
const alwaysSent = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=31536000',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'X-Robots-Tag': 'noindex',
}

export type RenderProblem = (problem: Problem, request: Request) => Reply

/** Builds the Lambda handler of an HTTP function. */
export function http(handler: (request: Request) => Promise<Reply>, render: RenderProblem = asProblemJson) {
  return middy<APIGatewayProxyEvent, APIGatewayProxyResult>()
    .use(httpHeaderNormalizer())
    .handler(async (event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> => {
      const request = requestOf(event)
      const { status, headers, body } = await refreshCalendar(request.at)
        .then(() => handler(request))
        .catch((error: unknown) => render(asProblem(error, request), request))
      return {
        statusCode: status,
        headers: { ...alwaysSent, ...headers },
        body,
      }
    })
}

/** A JSON reply. */
export function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
  return {
    status,
    headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(body),
  }
}

/** A page. */
export function html(status: number, body: string): Reply {
  return { status, headers: { 'Content-Type': 'text/html; charset=utf-8' }, body }
}

function asProblemJson(problem: Problem, request: Request): Reply {
  return {
    status: problem.status,
    headers: { 'Content-Type': 'application/problem+json; charset=utf-8', ...problem.headers },
    body: JSON.stringify(problemBody(problem, request.language, request.requestId)),
  }
}

function asProblem(error: unknown, request: Request): Problem {
  if (error instanceof Problem) return error
  logError('request failed', error, { requestId: request.requestId })
  return new Problem(500, 'internal', `${request.requestId}`)
}

function requestOf(event: APIGatewayProxyEvent): Request {
  const headers = event.headers as Record<string, string>
  const body = event.body ?? ''
  return {
    method: event.httpMethod,
    params: (event.pathParameters ?? {}) as Record<string, string>,
    query: (event.queryStringParameters ?? {}) as Record<string, string>,
    headers,
    body: event.isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body,
    base: baseOf(event),
    language: languageOf(headers['accept-language']),
    at: new Date().toISOString(),
    requestId: event.requestContext.requestId,
  }
}

/** The region's own address where its file gives one; else the API's, which API Gateway tells and no header can forge. */
function baseOf(event: APIGatewayProxyEvent): string {
  const { publicUrl } = deployedRegion().web
  if (publicUrl) return publicUrl.replace(/\/$/, '')
  const { domainName = '', path, stage } = event.requestContext
  const scheme = /^(localhost|127\.0\.0\.1)(:|$)/.test(domainName) ? 'http' : 'https'
  return `${scheme}://${domainName}${path.startsWith(`/${stage}/`) ? `/${stage}` : ''}`
}

/** The first language the reader asks for that the region speaks, else the region's first. */
function languageOf(acceptLanguage = ''): Language {
  const spoken = deployedRegion().languages
  const wanted = acceptLanguage.split(',').map((part) => part.trim().slice(0, 2).toLowerCase())
  return wanted.map((code) => spoken.find((one) => one === code)).find(Boolean) ?? spoken[0]!
}
