// What is asked of the map, read from its address, and the addresses of what lies closer and farther. Called by the map and its page.
import { Problem } from '../edge/problem.ts'
import type { ConsoleVisit } from '../web/console/visit.ts'
import { NARROWEST_KM, type View, wholeRegion } from '../web/map-view.ts'
import { queueWords } from '../web/words/queue.ts'
import type { ListedState } from './cases-of-list.ts'
import type { Cluster } from './clusters.ts'
import { type AskedList, askedIn } from './filter.tsx'

/** The side of the picture, in its own units and in pixels where there is room. */
export const MAP_SIDE = 576
/** What a cluster leads to shows so much less. */
const CLOSER = 4
/** As near as the map goes: a street or two. */
export const CLOSEST_KM = NARROWEST_KM / 5

/** What is looked at: the list, the piece of the map, and of it perhaps one square. */
export interface AskedMap {
  readonly asked: AskedList
  /** The whole region without it. */
  readonly view?: View
  readonly square?: string
  readonly page: number
}

export interface ShownMap {
  readonly view: View
  readonly clusters: readonly Cluster<ListedState>[]
  /** Those on the picture, or of its square, and where the whole region is shown those without a point as well. */
  readonly listed: readonly ListedState[]
  /** Of the whole list: how many have no point. */
  readonly withoutPoint: number
  readonly total: number
  readonly isMore: boolean
}

/** @throws Problem 400 where the address asks for what there is not */
export function askedMap(visit: ConsoleVisit): AskedMap {
  const { request, region } = visit
  const { lat, lon, km, square, page = '0', ...query } = request.query
  const asked = askedIn(visit, query)
  const numbers = [lat, lon, km].map(Number) as [number, number, number]
  const isView = [lat, lon, km].every((one) => one !== undefined && /^-?\d{1,4}(\.\d{1,5})?$/.test(one))
  const isNone = [lat, lon, km].every((one) => one === undefined)
  const isKnown =
    asked.list !== 'closed' &&
    (isNone ||
      (isView && Math.abs(numbers[0]) <= 90 && numbers[2] >= CLOSEST_KM && numbers[2] <= wholeRegion(region).km)) &&
    (square === undefined || /^\d{1,2}-\d{1,2}$/.test(square)) &&
    /^\d{1,2}$/.test(page)
  if (!isKnown) throw new Problem(400, 'filter-unknown', queueWords[request.language].unknownFilter)
  return {
    ...{ asked, page: Number(page) },
    ...(isView && { view: { centre: { lat: numbers[0], lon: numbers[1] }, km: numbers[2], side: MAP_SIDE } }),
    ...(square !== undefined && { square }),
  }
}

/** The address of a map, below the console's. */
export function mapAddress(
  { list, organisation, municipality }: AskedList,
  more: Partial<Omit<AskedMap, 'asked'>> = {},
): string {
  const { view, square, page } = more
  const query = new URLSearchParams({
    list,
    ...(organisation && { organisation }),
    ...(municipality && { municipality }),
    ...(view && { lat: String(view.centre.lat), lon: String(view.centre.lon), km: String(Number(view.km.toFixed(3))) }),
    ...(square !== undefined && { square }),
    ...(page && { page: String(page) }),
  })
  return `map?${query.toString()}`
}

/** Where a cluster leads: closer, or at the closest to the list of its square. */
export function closerTo({ view }: ShownMap, { members, name }: Cluster<ListedState>): Partial<AskedMap> {
  if (view.km <= CLOSEST_KM) return { view, square: name }
  const points = members.map(({ state }) => state.location!)
  const middle = (values: readonly number[]) => Number(((Math.min(...values) + Math.max(...values)) / 2).toFixed(5))
  const centre = { lat: middle(points.map(({ lat }) => lat)), lon: middle(points.map(({ lon }) => lon)) }
  return { view: { centre, km: Math.max(CLOSEST_KM, view.km / CLOSER), side: MAP_SIDE } }
}

/** A step back: the same middle, so much more around it; undefined where that is the whole region. */
export function fartherFrom({ view }: ShownMap, { region }: Pick<ConsoleVisit, 'region'>): View | undefined {
  const km = view.km * CLOSER
  return km >= wholeRegion(region).km ? undefined : { ...view, km }
}
