// Shows the figures of a region, of a topic or of a municipality, from counters alone. Called by the handler.
import { calendarOf } from '../calendar/calendar.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { html, type Reply, type Request } from '../edge/http.ts'
import { cellsOf, FRESH_SECONDS } from './cells.ts'
import { type Asked, figuresPage } from './figures-page.tsx'
import { shown } from './map.tsx'
import { nothingHere, openTopics } from './opened.ts'
import { daysOf, periods } from './period.ts'

export async function showFigures(request: Request): Promise<Reply> {
  const region = deployedRegion()
  const { query, params, at } = request
  const topics = openTopics(region)
  const { municipality } = params
  const isKnown = municipality === undefined || region.municipalities.some(({ id }) => id === municipality)
  if (topics.size === 0 || !isKnown) throw nothingHere(region, request)
  const asked: Asked = {
    period: periods.find((one) => one === query['period']) ?? periods[0],
    show: shown.find((one) => one === query['show']) ?? shown[0],
    ...(municipality !== undefined ? { municipality } : topics.has(query['topic'] ?? '') && { topic: query['topic']! }),
  }
  const days = daysOf(asked.period, calendarOf(region).dateOf(Date.parse(at)))
  const cells = await cellsOf(environment('TABLE_NAME'), days, topics, at)
  const { status, headers, body } = html(200, figuresPage({ region, request, asked, days, cells, topics }))
  return { status, headers: { ...headers, ...keptFor(request) }, body }
}

/** May be kept on the way, but for a reply that keeps a choice of language. */
function keptFor({ query }: Request): Readonly<Record<string, string>> {
  const kept = { 'Cache-Control': `public, max-age=${FRESH_SECONDS}`, Vary: 'Accept-Encoding, Accept-Language, Cookie' }
  return { 'X-Robots-Tag': 'all', ...(query['lang'] === undefined && kept) }
}
