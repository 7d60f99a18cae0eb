// Draws the municipalities of a region as shapes of a picture, from its outlines; what has none is a circle around its centre.
// Lines are thinned to what the picture can show. Pure. Called by the public map and by the map of the form.
import type { Region } from '../../regions/schema.ts'
import { unpack } from '../routing/outline.ts'

/** The picture's width, and its greatest height, in its own units. */
const WIDTH = 600
const TALLEST = 600
/** How far a line may be from where it really runs: a pixel of a telephone's screen. */
const TOLERANCE = 1
const CIRCLE = 9
/** The width and height of a figure on it. */
const FIGURE = [34, 18] as const

type Spot = readonly [x: number, y: number]

interface Shape {
  readonly id: string
  /** As SVG writes it (the attribute `d`). */
  readonly path: string
  /** Where its figure stands. */
  readonly at: Spot
}

export interface Picture {
  readonly width: number
  readonly height: number
  readonly shapes: readonly Shape[]
}

const pictures = new WeakMap<object, Picture>()

/** The picture of a region; undefined where no border is known. */
export function pictureOf({
  municipalities,
  outlines,
}: Pick<Region, 'municipalities' | 'outlines'>): Picture | undefined {
  if (!outlines) return undefined
  const known = pictures.get(outlines)
  if (known) return known
  const picture = draw(municipalities, outlines)
  pictures.set(outlines, picture)
  return picture
}

function draw(municipalities: Region['municipalities'], outlines: NonNullable<Region['outlines']>): Picture {
  const flat = flatAround(municipalities[0]!.centre)
  const places = municipalities.map(({ id, centre }) => ({
    id,
    centre: flat([centre.lon, centre.lat]),
    rings: unpack(outlines.municipalities[id] ?? []).map((ring) => ring.map(flat)),
  }))
  const spots = places.flatMap(({ centre, rings }) => [centre, ...rings.flat()])
  const [xs, ys] = [spots.map(([x]) => x), spots.map(([, y]) => y)]
  const [left, right, top, bottom] = [least(xs), -least(xs.map((x) => -x)), least(ys), -least(ys.map((y) => -y))]
  const margin = CIRCLE + 1
  const scale = Math.min((WIDTH - 2 * margin) / (right - left), (TALLEST - 2 * margin) / (bottom - top))
  const fit = ([x, y]: Spot): Spot => [margin + (x - left) * scale, margin + (y - top) * scale]
  const taken: Spot[] = []
  return {
    width: Math.round((right - left) * scale + 2 * margin),
    height: Math.round((bottom - top) * scale + 2 * margin),
    shapes: places.map(({ id, centre, rings }) => {
      const at = fit(centre)
      const drawn = rings.map((ring) => pathOf(thinned(ring.map(fit)))).join('')
      return { id, at: besideOthers(at, taken), path: drawn || circleAround(at) }
    }),
  }
}

/** Degrees as of a plane: as wide as they are at this latitude, and not torn where the longitude changes its sign. */
function flatAround({ lat, lon }: { readonly lat: number; readonly lon: number }) {
  const narrow = Math.cos((lat * Math.PI) / 180)
  return ([east, north]: Spot): Spot => [((((east - lon + 180) % 360) + 360) % 360) * narrow, -north]
}

function least(values: readonly number[]): number {
  return values.reduce((one, other) => Math.min(one, other), Infinity)
}

/** A place for a figure that covers no other: a town's, in the middle of its district, stands above the district's. */
function besideOthers([x, y]: Spot, taken: Spot[]): Spot {
  let at: Spot = [Math.round(x), Math.round(y)]
  const covers = ([otherX, otherY]: Spot) =>
    Math.abs(at[0] - otherX) < FIGURE[0] && Math.abs(at[1] - otherY) < FIGURE[1]
  while (taken.some(covers)) at = [at[0], at[1] + FIGURE[1]]
  taken.push(at)
  return at
}

/** The points of a line without those that it hardly bends at (Douglas and Peucker). */
export function thinned(line: readonly Spot[]): readonly Spot[] {
  if (line.length < 3) return line
  const [first, last] = [line[0]!, line.at(-1)!]
  const away = line.map((spot) => distance(spot, first, last))
  const farthest = away.reduce((found, one, at) => (one > away[found]! ? at : found), 0)
  if (away[farthest]! <= TOLERANCE) return [first, last]
  return [...thinned(line.slice(0, farthest + 1)).slice(0, -1), ...thinned(line.slice(farthest))]
}

/** From a spot to the piece of a line between two others, which may be one. */
function distance([x, y]: Spot, [ax, ay]: Spot, [bx, by]: Spot): number {
  const [dx, dy] = [bx - ax, by - ay]
  const along = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)))
  return Math.hypot(x - ax - along * dx, y - ay - along * dy)
}

/** A closed line in whole units, each point told from the one before; what is smaller than a dot is left out. */
function pathOf(ring: readonly Spot[]): string {
  const spots = ring.map(([x, y]): Spot => [Math.round(x), Math.round(y)])
  const steps = spots.slice(1).map(([x, y], at): Spot => [x - spots[at]![0], y - spots[at]![1]])
  const moving = steps.filter(([x, y]) => x !== 0 || y !== 0)
  if (moving.length < 3) return ''
  // A sign parts two numbers as well as a blank does.
  const told = moving.slice(0, -1).flat().join(' ').replaceAll(' -', '-')
  return `M${spots[0]!.join(' ')}l${told}z`
}

function circleAround([x, y]: Spot): string {
  return `M${Math.round(x) - CIRCLE} ${Math.round(y)}a${CIRCLE} ${CIRCLE} 0 1 0 ${2 * CIRCLE} 0a${CIRCLE} ${CIRCLE} 0 1 0 ${-2 * CIRCLE} 0z`
}
