// What an HTTP function is asked, read from API Gateway's event. Called by http.ts. Whatever is missing or garbled in an
// event becomes an empty value: only handlers know what they cannot do without.
import type { APIGatewayProxyEvent } from 'aws-lambda'
import preferredLanguages from 'negotiator/lib/language.js'
import type { Language, PageLanguage } from '../../regions/schema.ts'
import { deployedRegion } from './environment.ts'

/** Of the choice of a language: a parameter of the address, and a cookie. */
const LANGUAGE = 'lang'

/** A request as handlers see it. */
export interface Request {
  /** HEAD asks what GET does; its reply goes without a body. */
  readonly method: string
  /** As declared: "/v1/cases/{id}". */
  readonly resource: string
  /** Below the stage: "/report". */
  readonly path: string
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** The same as it came, of a form with a file. */
  readonly bytes?: Buffer
  /** Where this region is on the web, without a trailing slash. */
  readonly base: string
  readonly language: PageLanguage
  /** The instant of the request, ISO, UTC. */
  readonly at: string
  readonly requestId: string
}

/** Reads an event whose headers are normalized. @param offered what replies may be in beside the region's languages */
export function readRequest(event: APIGatewayProxyEvent, at: string, offered: readonly Language[] = []): Request {
  const bytes = event.isBase64Encoded ? Buffer.from(event.body ?? '', 'base64') : undefined
  const query = (event.queryStringParameters ?? {}) as Record<string, string>
  const headers = ((event.headers as APIGatewayProxyEvent['headers'] | null) ?? {}) as Record<string, string>
  return {
    method: event.httpMethod,
    resource: event.resource,
    path: event.path,
    params: (event.pathParameters ?? {}) as Record<string, string>,
    query,
    headers,
    body: bytes?.toString('utf8') ?? event.body ?? '',
    ...(bytes && { bytes }),
    base: baseOf(event),
    language: chosenLanguage(query) ?? keptLanguage(headers) ?? languageOf(headers, offered),
    at,
    requestId: event.requestContext.requestId,
  }
}

/** The region's own address where its file gives one; else the API's, which API Gateway tells: headers are the sender's to choose. */
function baseOf({ requestContext }: APIGatewayProxyEvent): string {
  const { publicUrl } = deployedRegion().web
  if (publicUrl) return publicUrl.replace(/\/$/, '')
  const { domainName = '', path = '', stage } = requestContext
  const scheme = /^(localhost|127\.0\.0\.1)(:|$)/.test(domainName) ? 'http' : 'https'
  return `${scheme}://${domainName}${path.startsWith(`/${stage}/`) ? `/${stage}` : ''}`
}

/** The language that a reader chose on a page just now; undefined where the region does not speak it. */
export function chosenLanguage(query: Request['query']): PageLanguage | undefined {
  const { languages, draftLanguages } = deployedRegion()
  return [...languages, ...draftLanguages].find((one) => one === query[LANGUAGE])
}

/** The cookie that keeps a choice for a year. */
export function languageCookie(language: PageLanguage, base: string): string {
  const secure = base.startsWith('https:') ? '; Secure' : ''
  return `${LANGUAGE}=${language}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax${secure}`
}

function keptLanguage({ cookie = '' }: Request['headers']): PageLanguage | undefined {
  const [, kept = ''] = /(?:^|;\s*)lang=(\w{2})(?:;|$)/.exec(cookie) ?? []
  return chosenLanguage({ [LANGUAGE]: kept })
}

/** What the reader wants most, by the weights of Accept-Language, among what the region speaks; else the region's first language. A draft is only ever chosen. */
function languageOf(headers: Request['headers'], offered: readonly Language[]): PageLanguage {
  const languages = [...new Set([...deployedRegion().languages, ...offered])]
  const [wanted] = preferredLanguages(headers['accept-language'], languages)
  return languages.find((one) => one === wanted) ?? languages[0]!
}
