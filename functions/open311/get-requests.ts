// Answers GET requests: those that were asked for by number, or those received in a time, by service and status, page by page. Called by
// the handler.
import { caseIdPattern } from '../case/ids.ts'
import type { Case } from '../case/case.ts'
import { endedOn, openCases } from '../case/listing.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import type { Request } from '../edge/http.ts'
import { type ListingPlace, listingPage } from '../store/listing.ts'
import { loadCase } from '../store/load.ts'
import type { Region } from '../../regions/schema.ts'
import { timeOf, type Span } from './span.ts'
import { refusal } from './refusal.ts'
import type { Value } from './render.ts'
import { isClosed, isVisible, type Reader, requestView } from './requests.ts'
import { unknownService } from './services.ts'

const DAY_MS = 86_400_000
/** The specification's own limit of days, and of requests, where nothing else is said. */
const MOST_DAYS = 90
const MOST = 1_000
const PAGE = 100
const MOST_IDS = 100
/** Pages of the lists that are read to fill one of these: anybody may ask. */
const MOST_READ_PAGES = 10

export async function getRequest(request: Request, id: string, reader: Reader | undefined): Promise<Value> {
  const [found] = await byIds(request, [id], reader)
  if (!found) throw refusal(404, `service_request_id ${id.slice(0, 40)}: there is no such request`)
  return [found]
}

export async function getRequests(request: Request, reader: Reader | undefined): Promise<Value> {
  const region = deployedRegion()
  const { query } = request
  // Whatever else is asked is passed over, as the specification has it.
  const ids = listIn(query['service_request_id'])
  if (ids.length > MOST_IDS) throw refusal(400, `service_request_id: at most ${MOST_IDS} at once`)
  if (ids.length > 0) return byIds(request, ids, reader)
  const asked = read(region, query, request.at)
  return pageOf(region, request.at, asked, reader)
}

async function byIds({ at }: Request, ids: readonly string[], reader: Reader | undefined): Promise<Value[]> {
  const region = deployedRegion()
  const numbers = [...new Set(ids.map((id) => id.toUpperCase()))].filter((id) => caseIdPattern.test(id))
  const states = await Promise.all(numbers.map((id) => whole(id, at)))
  return states.flatMap((state) => (state && isVisible(region, state, reader) ? [requestView(region, state)] : []))
}

/** With its place, which is kept apart. */
async function whole(id: string, at: string): Promise<Case | undefined> {
  return (await loadCase(environment('TABLE_NAME'), id, at))?.state
}

interface Asked {
  readonly services: readonly string[]
  readonly open: boolean
  readonly closed: boolean
  readonly span: Span
  readonly page: number
  readonly size: number
}

/** @throws Problem naming everything that is wrong */
function read(region: Region, query: Request['query'], at: string): Asked {
  const wrong: string[] = []
  const services = listIn(query['service_code'])
  const unknown = services.find((code) => !region.topics.some(({ id }) => id === code))
  if (unknown !== undefined) throw unknownService(unknown)
  const statuses = listIn(query['status'])
  if (statuses.some((one) => one !== 'open' && one !== 'closed'))
    wrong.push('status: open, closed, or both, joined by a comma')
  const number = (name: string, most: number, otherwise: number) => {
    const text = query[name] || String(otherwise)
    const value = /^\d{1,6}$/.test(text) ? Number(text) : 0
    if (value < 1 || value > most) wrong.push(`${name}: a whole number from 1 to ${most}`)
    return value
  }
  const size = number('page_size', PAGE, PAGE)
  const page = number('page', MOST, 1)
  if (wrong.length === 0 && page * size > MOST)
    wrong.push(`page: within the first ${MOST} requests; ask for a shorter time`)
  const span = timeOf(query, at, MOST_DAYS, wrong)
  if (wrong.length > 0) throw refusal(400, ...wrong)
  const any = statuses.length === 0
  return {
    services,
    open: any || statuses.includes('open'),
    closed: any || statuses.includes('closed'),
    span,
    page,
    size,
  }
}

/** Pages of the specification's followers are numbered: those before it are passed over. */
async function pageOf(region: Region, at: string, asked: Asked, reader: Reader | undefined): Promise<Value> {
  const { span, page, size } = asked
  const test = reader?.test ?? false
  const isMeant = (state: Case) =>
    isVisible(region, state, reader) &&
    (asked.services.length === 0 || asked.services.includes(state.topic ?? '')) &&
    (isClosed(state) ? asked.closed : asked.open) &&
    span.from <= Date.parse(state.receivedAt) &&
    Date.parse(state.receivedAt) <= span.to
  // An answered request is closed, and its case open until nobody sends it back.
  const lists = [...(asked.closed ? daysFrom(span.from, at).map((day) => endedOn(day, test)) : []), openCases(test)]
  const found = new Map<string, Case>()
  let from: ListingPlace | undefined
  let pages = 0
  do {
    const read = await listingPage({ tableName: environment('TABLE_NAME'), lists, isMeant, limit: PAGE, from })
    for (const state of read.cases) found.set(state.id, state)
    from = read.next
    pages += 1
  } while (from && found.size < page * size && pages < MOST_READ_PAGES)
  const shown = [...found.keys()].slice((page - 1) * size, page * size)
  const states = await Promise.all(shown.map((id) => whole(id, at)))
  return states.flatMap((state) => (state && isVisible(region, state, reader) ? [requestView(region, state)] : []))
}

/** What was received since a day ended on it or later. */
function daysFrom(from: number, at: string): string[] {
  const first = Date.parse(new Date(from).toISOString().slice(0, 10))
  const days = Math.max(0, Math.floor((Date.parse(at) - first) / DAY_MS) + 1)
  return Array.from({ length: days }, (_, index) => new Date(first + index * DAY_MS).toISOString().slice(0, 10))
}

function listIn(text = ''): string[] {
  return text.split(',').flatMap((one) => one.trim() || [])
}
