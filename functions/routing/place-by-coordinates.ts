// Finds the municipality of a point by its nearest centre. Called by find-place.ts. Centres are rough: of two that
// are nearly as near as each other neither is chosen, and a place named in the text decides between them.
import type { Municipality } from '../../regions/schema.ts'

export interface Point {
  readonly lat: number
  readonly lon: number
}

/** Below this ratio of distances two centres are as near as each other. */
const CLEARLY_NEARER = 1.3
/** A place named in the text is believed against the nearest centre up to this ratio. */
const IN_REACH = 2.5

export interface Near {
  readonly municipality: string | undefined
  readonly inReach: ReadonlySet<string>
}

export function findNearest(municipalities: readonly Municipality[], point: Point): Near {
  const around = municipalities
    .map((place) => ({ place, km: kilometres(place.centre, point) }))
    .filter(({ place, km }) => km <= (place.radiusKm ?? Infinity))
    .sort((a, b) => a.km - b.km)
  const first = around[0]
  if (!first) return { municipality: undefined, inReach: new Set() }
  const clear = !around[1] || around[1].km >= first.km * CLEARLY_NEARER
  const reach = Math.max(first.km * IN_REACH, 5)
  return {
    municipality: clear ? first.place.id : undefined,
    inReach: new Set(around.filter(({ km }) => km <= reach).map(({ place }) => place.id)),
  }
}

function kilometres(a: Point, b: Point): number {
  const rad = Math.PI / 180
  const x = (b.lon - a.lon) * rad * Math.cos(((a.lat + b.lat) / 2) * rad)
  const y = (b.lat - a.lat) * rad
  return Math.hypot(x, y) * 6371
}
