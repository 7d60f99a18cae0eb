// Shows figures and the newest answers to be set into other sites' pages. Called by the handler; which sites may, the region's file says.
import { calendarOf } from '../calendar/calendar.ts'
import { publishedTopics } from '../case/publication.ts'
import { environment } from '../edge/environment.ts'
import { html, type Reply, type Request } from '../edge/http.ts'
import { publicPage } from '../store/public-lists.ts'
import { cellsOf } from './cells.ts'
import { embedPage } from './embed-page.tsx'
import { askedAnswers, nothingHere, openTopics } from './opened.ts'
import { daysOf } from './period.ts'
import { tagged } from './tagged.ts'
import { totalOf } from './tables.ts'

const LATEST = 5

export async function showEmbedded(request: Request): Promise<Reply> {
  const { region, topics, list } = askedAnswers(request, openTopics)
  if (!region.public?.embeddedBy.length) throw nothingHere(region, request)
  const tableName = environment('TABLE_NAME')
  const { at } = request
  const days = daysOf('quarter', calendarOf(region).dateOf(Date.parse(at)))
  const [cells, { answers }] = await Promise.all([
    cellsOf(tableName, days, topics, at),
    publicPage({ tableName, list, limit: LATEST, at, topics: publishedTopics(region) }),
  ])
  const some = cells.filter(
    ({ topic, municipality }) =>
      (!list.topic || topic === list.topic) && (!list.municipality || municipality === list.municipality),
  )
  const total = totalOf(some, { atLeast: region.public.atLeast, rows: 1 })
  return tagged(request, html(200, embedPage({ region, request, list, days, total, answers })), 'Accept-Language')
}
