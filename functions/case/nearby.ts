// Which open cases may be shown to somebody who writes about the same spot, and in which cell of the map they are found. Pure.
// Called by the store, which keeps the cells in an index, and by intake, which lets a message join such a case.
import type { Region } from '../../regions/schema.ts'
import { kilometres, type Point } from '../routing/outline.ts'
import { covers } from '../routing/responsible.ts'
import type { Case } from './case.ts'
import type { Status } from './statuses.ts'

/** How far apart two reports of one problem may lie (km). */
const NEARBY_KM = 0.3
/** As high as a cell is (degrees): more than twice the distance, so that what is near a point lies in four cells at most. */
const CELL_DEGREES = 0.006
const KM_PER_DEGREE = 111.2
/** A state names its children: no flood of them makes it too large to store. */
const MOST_CHILDREN = 1_000
/** Somebody is responsible for it, and its citizens have no final answer yet. */
const shown: readonly Status[] = ['assigned', 'in_progress', 'clarification', 'answer_review', 'rework']

export interface NearbyEntry {
  /** A square of some 600 m: the point itself is kept apart, and ends before the case may. */
  readonly cell: `cell#${string}`
  /** Topic and receipt, joined by "#": of one topic the oldest comes first. */
  readonly cellOrder: string
}

/**
 * The place of a case in the index; undefined where it is nobody else's business: without a point or a topic, not read by anybody
 * yet, an appeal to an authority by law, a test case, one whose citizen asked for erasure, and what is merged or over.
 */
export function nearbyEntry(state: Case): NearbyEntry | undefined {
  const { location, topic, receivedAt } = state
  if (!location || !topic || state.test || state.regime === 'statutory' || state.erasureRequestedAt) return undefined
  return shown.includes(state.status)
    ? { cell: cellOf(roughly(location)), cellOrder: `${topic}#${receivedAt}` }
    : undefined
}

export function topicIn(cellOrder: string): string {
  return cellOrder.split('#')[0]!
}

/** The cells in which everything lies that is near a point. */
export function cellsAround({ lat, lon }: Point): NearbyEntry['cell'][] {
  const north = NEARBY_KM / KM_PER_DEGREE
  const east = north / Math.cos(((Math.abs(lat) + north) * Math.PI) / 180)
  const corners = [-north, north].flatMap((up) => [-east, east].map((along) => ({ lat: lat + up, lon: lon + along })))
  return [...new Set(corners.map(cellOf))]
}

/** A cell is as wide as it is high; where the longitude changes its sign it ends. */
function cellOf({ lat, lon }: Point): NearbyEntry['cell'] {
  const row = Math.floor(lat / CELL_DEGREES)
  const width = CELL_DEGREES / Math.cos((Math.min(89, (Math.abs(row) + 1) * CELL_DEGREES) * Math.PI) / 180)
  const around = ((((lon + 180) % 360) + 360) % 360) - 180
  return `cell#${row}#${Math.floor(around / width)}`
}

/**
 * How far a case lies from a point, in steps of 100 m; undefined where it is not near. Reckoned, as its cell is, from a rounded place:
 * whoever asks from many points learns no more of it.
 */
export function metresAway({ location }: Case, point: Point): number | undefined {
  const km = location ? kilometres(roughly(location), point) : Infinity
  return km > NEARBY_KM ? undefined : Math.max(1, Math.round(km * 10)) * 100
}

/** Whether cases of a topic may be shown to anybody: the region's file opens it, as it opens its figures. */
export function isShownTopic({ public: open }: Pick<Region, 'public'>, topic: string): boolean {
  return open?.topics.some((pattern) => covers(pattern, topic)) ?? false
}

/** Whether somebody who writes about the same may join the case. */
export function isOpenToOthers(region: Region, state: Case): boolean {
  const isShown = nearbyEntry(state) !== undefined && isShownTopic(region, state.topic ?? '')
  return isShown && state.children.length < MOST_CHILDREN
}

/** To a thousandth of a degree: about 100 m. */
export function roughly({ lat, lon }: Point): Point {
  return { lat: Math.round(lat * 1000) / 1000, lon: Math.round(lon * 1000) / 1000 }
}
