// Says where a point lies as people would: in which municipality, and how far from the nearest settlement whose place is known.
// Pure. Called by the citizens' form, which tells a chosen point in words.
import type { Region } from '../../regions/schema.ts'
import { kilometres, type Point } from './outline.ts'
import { findNearest } from './place-by-coordinates.ts'

/** Clockwise from the north, an eighth of the circle each. */
const directions = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const
export type Direction = (typeof directions)[number]
type Settlement = Region['settlements'][number]

export interface NearPlace {
  /** Undefined where a border is too near to tell. */
  readonly municipality: string | undefined
  readonly settlement?: {
    readonly name: string
    readonly kind: Settlement['kind']
    readonly km: number
    /** Where the point lies as seen from the settlement. */
    readonly direction: Direction
  }
}

/** Undefined where the point lies beyond the region. */
export function describePoint(region: Region, point: Point): NearPlace | undefined {
  const { municipality, inReach, outside } = findNearest(region, point)
  if (outside || (municipality === undefined && inReach.size === 0)) return undefined
  const [nearest] = region.settlements
    .flatMap(({ at, ...one }) => (at ? [{ ...one, at, km: kilometres(at, point) }] : []))
    .toSorted((one, other) => one.km - other.km)
  if (!nearest) return { municipality }
  const { name, kind, km, at } = nearest
  return { municipality, settlement: { name, kind, km, direction: directionOf(at, point) } }
}

function directionOf(from: Point, to: Point): Direction {
  const north = kilometres(from, { lat: to.lat, lon: from.lon }) * Math.sign(to.lat - from.lat)
  const east = kilometres(from, { lat: from.lat, lon: to.lon }) * Math.sign(to.lon - from.lon)
  const eighth = Math.round(Math.atan2(east, north) / (Math.PI / 4))
  return directions[(eighth + directions.length) % directions.length]!
}
