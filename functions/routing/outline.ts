// Whether a point lies in an area, and how far it is from its border. Called by place-by-coordinates.ts and the check of a
// region's outlines. Distances are of a plane around the point: exact enough for the tens of kilometres that matter.

export interface Point {
  readonly lat: number
  readonly lon: number
}

/** Closed rings of [longitude, latitude]; a hole and an island are rings like the others. */
export type Rings = ReadonlyArray<ReadonlyArray<readonly [lon: number, lat: number]>>

const STEPS_PER_DEGREE = 10_000
const KM_PER_RADIAN = 6371
const RADIAN = Math.PI / 180

/** A ring as a file holds it: longitude and latitude in ten-thousandths of a degree, after the first point the differences. */
export function unpack(packed: readonly (readonly number[])[]): Rings {
  return packed.map((steps) => {
    let [lon, lat] = [0, 0]
    return Array.from({ length: steps.length / 2 }, (_, at) => {
      lon += steps[2 * at]!
      lat += steps[2 * at + 1]!
      return [lon / STEPS_PER_DEGREE, lat / STEPS_PER_DEGREE] as const
    })
  })
}

export function pack(rings: Rings): number[][] {
  return rings.map((ring) => {
    let before = [0, 0]
    return ring.flatMap((point) => {
      const here = point.map((degrees) => Math.round(degrees * STEPS_PER_DEGREE))
      const step = [here[0]! - before[0]!, here[1]! - before[1]!]
      before = here
      return step
    })
  })
}

/** By the number of borders between the point and the east: odd is inside. */
export function isInside(rings: Rings, { lat, lon }: Point): boolean {
  let inside = false
  for (const [[x1, y1], [x2, y2]] of sidesOf(rings)) {
    if (y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside
  }
  return inside
}

/** To the nearest border, from within and from without. */
export function kilometresToBorder(rings: Rings, point: Point): number {
  let least = Infinity
  for (const [a, b] of sidesOf(rings)) {
    const [from, to] = [offset(point, a), offset(point, b)]
    const [dx, dy] = [to.x - from.x, to.y - from.y]
    const along = -(from.x * dx + from.y * dy) / (dx * dx + dy * dy || 1)
    const at = Math.min(1, Math.max(0, along))
    least = Math.min(least, Math.hypot(from.x + at * dx, from.y + at * dy))
  }
  return least
}

export function kilometres(a: Point, b: Point): number {
  const { x, y } = offset(a, [b.lon, b.lat])
  return Math.hypot(x, y)
}

function* sidesOf(rings: Rings) {
  for (const ring of rings) for (let at = 1; at < ring.length; at += 1) yield [ring[at - 1]!, ring[at]!] as const
}

/** In kilometres east and north; the short way round where the longitude changes its sign. */
function offset(from: Point, [lon, lat]: readonly [lon: number, lat: number]) {
  const east = ((((lon - from.lon + 180) % 360) + 360) % 360) - 180
  const middle = Math.cos(((from.lat + lat) / 2) * RADIAN)
  return { x: east * RADIAN * middle * KM_PER_RADIAN, y: (lat - from.lat) * RADIAN * KM_PER_RADIAN }
}
