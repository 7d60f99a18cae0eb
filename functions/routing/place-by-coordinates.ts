// Finds the municipality of a point: by the outlines of a region, by the nearest centre where one has none. Called by
// find-place.ts. Where a border or two centres are too near to tell, neither is chosen, and a place named in the text decides.
import type { Municipality, Region } from '../../regions/schema.ts'
import { isInside, kilometres, kilometresToBorder, type Point, type Rings, unpack } from './outline.ts'

export type { Point } from './outline.ts'

/** Below this ratio of distances two centres are as near as each other. */
const CLEARLY_NEARER = 1.3
/** A place named in the text is believed against the nearest centre up to this ratio, and always up to this distance. */
const IN_REACH = 2.5
const IN_REACH_KM = 5
/** A point is too near to a border to be told from the other side within so many times the outline's accuracy. */
const AT_BORDER = 2
/** A town without an outline of its own has what lies in this inner share of its radius. */
const INNER = 0.6

export interface Near {
  readonly municipality: string | undefined
  readonly inReach: ReadonlySet<string>
  /** In none of the region's outlines: the region knows its borders, and this is beyond them. */
  readonly outside: boolean
}

type Place = Pick<Region, 'municipalities' | 'outlines'>

const unpacked = new WeakMap<object, ReadonlyMap<string, Rings>>()

export function findNearest(region: Place, point: Point): Near {
  return region.outlines ? byOutlines(region, region.outlines, point) : byCentres(region.municipalities, point)
}

function byOutlines({ municipalities }: Place, outlines: NonNullable<Place['outlines']>, point: Point): Near {
  const rings = ringsOf(outlines)
  const border = outlines.accuracyKm * AT_BORDER
  const areas = [...rings].map(([id, area]) => {
    const inside = isInside(area, point)
    const km = kilometresToBorder(area, point)
    return { id, inside, beside: !inside && km <= border, reach: inside || km <= Math.max(IN_REACH_KM, border) }
  })
  const towns = municipalities
    .filter(({ id }) => !rings.has(id))
    .map(({ id, centre, radiusKm = 0 }) => ({ id, km: kilometres(centre, point), radiusKm }))
    .filter(({ km, radiusKm }) => km <= radiusKm)
  const town = towns.find(({ km, radiusKm }) => km <= radiusKm * INNER)
  const possible = [...areas.filter(({ inside, beside }) => inside || beside), ...towns]
  const chosen = town ?? (possible.length === 1 ? possible[0] : undefined)
  const inReach = new Set([...areas.filter(({ reach }) => reach), ...towns].map(({ id }) => id))
  return { municipality: chosen?.id, inReach, outside: possible.length === 0 }
}

function ringsOf(outlines: NonNullable<Place['outlines']>): ReadonlyMap<string, Rings> {
  const known = unpacked.get(outlines)
  if (known) return known
  const made = new Map(Object.entries(outlines.municipalities).map(([id, packed]) => [id, unpack(packed)]))
  unpacked.set(outlines, made)
  return made
}

function byCentres(municipalities: readonly Municipality[], point: Point): Near {
  const around = municipalities
    .map((place) => ({ place, km: kilometres(place.centre, point) }))
    .filter(({ place, km }) => km <= (place.radiusKm ?? Infinity))
    .sort((a, b) => a.km - b.km)
  const first = around[0]
  if (!first) return { municipality: undefined, inReach: new Set(), outside: false }
  const clear = !around[1] || around[1].km >= first.km * CLEARLY_NEARER
  const reach = Math.max(first.km * IN_REACH, IN_REACH_KM)
  return {
    municipality: clear ? first.place.id : undefined,
    inReach: new Set(around.filter(({ km }) => km <= reach).map(({ place }) => place.id)),
    outside: false,
  }
}
