// Every address that is no page's own: `/about` tells of the service, `/widget` makes buttons for other sites, search engines and browsers ask three; `/` leads to the form, an address with a slash too many to the one that was meant,
// anything else to a page with the telephone for people, to a problem for machines. Called by the handler.
import Negotiator from 'negotiator'
import { wholeOf } from '../../regions/languages.ts'
import { asProblemJson, type RenderProblem, type Reply, type Request } from '../edge/http.ts'
import { Problem } from '../edge/problem.ts'
import { problemPage } from '../web/problem-page.tsx'
import { aboutPage } from './about-page.tsx'
import { robots, sitemap, tabPicture } from './found.ts'
import { widgetPage } from './widget-page.tsx'

const pageTypes = ['text/html', 'application/xhtml+xml']
const types = ['application/problem+json', 'application/json', ...pageTypes]

const noSuchRoute = {
  ru: 'Такого адреса нет. Все адреса программного интерфейса описаны на странице GET /v1; форма для людей — /report.',
  en: 'There is no such address. Those of the API are explained at GET /v1; the form for people is /report.',
}

/** @throws Problem 404 when nothing is meant by the address. */
export function leadOn(request: Request): Reply {
  const { base, path, query, language } = request
  const meant = path.replace(/\/+$/, '')
  if (path === '/about') return aboutPage(request)
  if (path === '/widget') return widgetPage(request)
  if (path === '/robots.txt') return robots(request)
  if (path === '/sitemap.xml') return sitemap(request)
  if (path === '/favicon.ico') return tabPicture()
  if (meant === '') return moved(302, `${base}/report`)
  if (meant !== path) return moved(308, `${base}${meant}${search(query)}`)
  throw new Problem(404, 'no-such-route', noSuchRoute[wholeOf(language)])
}

/** What went wrong, by the weights of Accept; whoever takes anything is a machine. */
export const renderAsAccepted: RenderProblem = (problem, request) => {
  const { headers } = request
  const isForPeople = pageTypes.includes(new Negotiator({ headers }).mediaType(types) ?? '')
  return isForPeople ? problemPage(problem, request) : asProblemJson(problem, request)
}

/** 308 keeps method and body (RFC 9110, 15.4.9). */
function moved(status: 302 | 308, Location: string): Reply {
  return { status, headers: { Location, 'Content-Type': 'text/plain' }, body: '' }
}

function search(query: Request['query']): string {
  const text = new URLSearchParams(query).toString()
  return text && `?${text}`
}
