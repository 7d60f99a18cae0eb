// Shows anybody how a region answers: figures of the topics that its file opens, from counters alone. Where the file opens none,
// there is nothing here. Called by API Gateway.
import { nameIn } from '../../regions/names.ts'
import { calendarOf } from '../calendar/calendar.ts'
import { byMethod } from '../edge/by-method.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { html, http, type Reply, type Request } from '../edge/http.ts'
import { Problem } from '../edge/problem.ts'
import { isShownTopic } from '../case/nearby.ts'
import { problemPage } from '../web/problem-page.tsx'
import { speakDrafts } from '../web/words/drafts.ts'
import { cellsOf, FRESH_SECONDS } from './cells.ts'
import { type Asked, figuresPage } from './figures-page.tsx'
import { shown } from './map.tsx'
import { daysOf, periods } from './period.ts'

speakDrafts()

export const handler = http(byMethod({ GET: show }), problemPage, {
  framedBy: () => deployedRegion().public?.embeddedBy ?? [],
})

async function show(request: Request): Promise<Reply> {
  const region = deployedRegion()
  const { query, params, at } = request
  const topics = new Set(openTopics(region))
  const { municipality } = params
  const isKnown = municipality === undefined || region.municipalities.some(({ id }) => id === municipality)
  if (topics.size === 0 || !isKnown) throw new Problem(404, 'no-such-page', nameIn(region.name, request.language))
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

/** The topics that the region's file opens to the public. */
function openTopics(region: ReturnType<typeof deployedRegion>): string[] {
  return region.topics.filter(({ id }) => isShownTopic(region, id)).map(({ id }) => id)
}

/** May be kept on the way, but for a reply that keeps a choice of language. */
function keptFor({ query }: Request): Readonly<Record<string, string>> {
  const kept = { 'Cache-Control': `public, max-age=${FRESH_SECONDS}`, Vary: 'Accept-Language, Cookie' }
  return { 'X-Robots-Tag': 'all', ...(query['lang'] === undefined && kept) }
}
