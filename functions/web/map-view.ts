// A square piece of the map of a region: which point of the earth a point of the picture is, and the picture itself, with the borders
// of municipalities, settlements and a scale. Pure. Called by the form's map and by that of the console.
import type { Region } from '../../regions/schema.ts'
import { kilometres, type Point, unpack } from '../routing/outline.ts'
import { thinned } from './shapes.ts'

/** The picture's side, in its own units and in those of the page: a click is told in pixels of the page. */
export const SIDE = 288
const KM_PER_DEGREE = 111.2
/** How much of a view is free around the region. */
const MARGIN = 1.08
/** What a click on a view shows: so much narrower, but not narrower than is of use, as no street is drawn. */
const CLOSER = 7
export const NARROWEST_KM = 5
/** A click on a view as narrow as this chooses a point. */
const EXACT_KM = 40
/** How wide a letter and high a line of a name are, at most. */
const LETTER = 6.7
const LINE = 13
const MOST_NAMES = 40

export interface View {
  readonly centre: Point
  /** From its left to its right. */
  readonly km: number
  /** The picture's side, where it is not `SIDE`. */
  readonly side?: number
}

type Spot = readonly [x: number, y: number]
type Box = readonly [left: number, top: number, right: number, bottom: number]

export function wholeRegion({ municipalities, outlines }: Region): View {
  const rings = outlines ? Object.values(outlines.municipalities).flatMap((packed) => unpack(packed)) : []
  const points = [...municipalities.map(({ centre }): Spot => [centre.lon, centre.lat]), ...rings.flat()]
  const from = municipalities[0]!.centre.lon
  const easts = spanOf(points.map(([lon]) => eastOf(lon, from)))
  const norths = spanOf(points.map(([, lat]) => lat))
  const centre = { lat: norths.middle, lon: turned(from + easts.middle) }
  const km = Math.max(norths.length, easts.length * narrowAt(centre)) * KM_PER_DEGREE * MARGIN
  return { centre, km: Math.max(km, EXACT_KM) }
}

export function isExact({ km }: View): boolean {
  return km <= EXACT_KM
}

export function closer({ km }: View, centre: Point): View {
  return { centre, km: Math.max(NARROWEST_KM, km / CLOSER) }
}

/** The point of the earth (five decimals, a metre) at a spot of the picture. */
export function pointAt({ centre, km, side = SIDE }: View, [x, y]: Spot): Point {
  const degrees = km / KM_PER_DEGREE / side
  const lat = centre.lat + (side / 2 - y) * degrees
  const lon = turned(centre.lon + ((x - side / 2) * degrees) / narrowAt(centre))
  return { lat: Number(lat.toFixed(5)), lon: Number(lon.toFixed(5)) }
}

/** Where a point of the earth is on the picture, or beside it. */
export function spotAt({ centre, km, side = SIDE }: View, { lat, lon }: Point): Spot {
  const scale = (side * KM_PER_DEGREE) / km
  return [side / 2 + eastOf(lon, centre.lon) * narrowAt(centre) * scale, side / 2 - (lat - centre.lat) * scale]
}

/** The meridians and parallels between which a piece lies, in degrees; the eastern may lie beyond 180. */
export function cornersOf({ centre: { lat, lon }, km }: View) {
  const half = km / KM_PER_DEGREE / 2
  const wide = half / narrowAt({ lat, lon })
  return { west: lon - wide, east: lon + wide, north: lat + half, south: lat - half }
}

/** What lies under the borders: a plain ground with the names of settlements, or what somebody else draws. */
export type Ground = 'plain' | 'elsewhere'

/** As SVG. @param kilometre how a distance is written */
export function draw(
  region: Region,
  view: View,
  chosen: Point | undefined,
  kilometre: (km: number) => string,
  ground: Ground = 'plain',
): string {
  const { km, side = SIDE } = view
  const spotOf = (point: Point) => spotAt(view, point)
  const rings = Object.values(region.outlines?.municipalities ?? {}).flatMap((packed) => unpack(packed))
  const borders = rings
    .flatMap((ring) =>
      runsIn(
        ring.map(([lon, lat]) => spotOf({ lat, lon })),
        side,
      ),
    )
    .map(pathOf)
  const names = ground === 'plain' ? namesOn(region, spotOf, side) : []
  const dots = names.map(({ at: [x, y] }) => `M${x} ${y}h0`).join('')
  const texts = names.map(({ name, at: [x, y], left }) =>
    left
      ? `<text x='${x - 5}' y='${y + 4}' text-anchor='end'>${name}</text>`
      : `<text x='${x + 5}' y='${y + 4}'>${name}</text>`,
  )
  return [
    `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${side} ${side}' fill='none' stroke-linecap='round' font-family='sans-serif' font-size='11'>`,
    ground === 'plain' ? `<path fill='#f6f4ee' d='M0 0h${side}v${side}H0z'/>` : '',
    `<path stroke='#8a8577' d='${borders.join('')}'/>`,
    `<path stroke='#333' stroke-width='5' d='${dots}'/>`,
    `<g fill='#111' stroke='#f6f4ee' stroke-width='3' paint-order='stroke'>${texts.join('')}</g>`,
    barOf(km, side, kilometre),
    chosen ? markAt(spotOf(chosen)) : '',
    '</svg>',
  ].join('')
}

/** A picture as the address of an image that holds it whole. */
export function addressOf(svg: string): string {
  return `data:image/svg+xml,${svg.replace(/%/g, '%25').replace(/#/g, '%23')}`
}

interface Name {
  readonly name: string
  readonly at: Spot
  /** Written on the left of its dot. */
  readonly left: boolean
}

/** The settlements that have room for their names; towns first, then those in the middle of their municipalities. */
function namesOn({ settlements, municipalities }: Region, spotOf: (point: Point) => Spot, side: number): Name[] {
  const middles = new Map(municipalities.map(({ id, centre }) => [id, centre]))
  const known = new Set(settlements.flatMap(({ name, at }) => (at ? [name] : [])))
  const towns = municipalities.flatMap(({ id, name, centre }) => {
    const town = /^город (.+)$/.exec(name['ru'] ?? '')?.[1]
    return town && !known.has(town) ? [{ name: town, kind: 'город' as const, at: centre, municipalities: [id] }] : []
  })
  const candidates = [...towns, ...settlements].flatMap(({ name, kind, at, municipalities: ids }) => {
    if (!at) return []
    const [x, y] = spotOf(at).map(Math.round) as [number, number]
    const isShown = x > 4 && y > 8 && x < side - 4 && y < side - 8
    const middle = middles.get(ids[0]!)
    const rank = kind === 'город' ? 0 : middle ? 1 + kilometres(middle, at) : Infinity
    return isShown ? [{ name: escaped(name), at: [x, y] as const, rank, length: name.length * LETTER }] : []
  })
  const taken: Box[] = []
  return candidates
    .toSorted((one, other) => one.rank - other.rank)
    .flatMap(({ name, at: [x, y], length }): Name[] => {
      if (taken.length >= MOST_NAMES) return []
      for (const left of [false, true]) {
        const box: Box = left ? [x - length - 6, y - 7, x + 3, y + 6] : [x - 3, y - 7, x + length + 6, y + 6]
        if (box[0] < 0 || box[2] > side || taken.some((other) => meets(box, other))) continue
        taken.push(box)
        return [{ name, at: [x, y], left }]
      }
      return []
    })
}

function meets(one: Box, other: Box): boolean {
  return one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3]
}

/** The pieces of a border that are on the picture or just beside it. */
function runsIn(ring: readonly Spot[], side: number): (readonly Spot[])[] {
  const runs: Spot[][] = [[]]
  for (const [index, spot] of ring.entries()) {
    const before = ring[index - 1]
    const isIn = before !== undefined && touches(before, spot, side)
    if (isIn && runs.at(-1)!.length === 0) runs.at(-1)!.push(before)
    if (isIn) runs.at(-1)!.push(spot)
    else if (runs.at(-1)!.length > 0) runs.push([])
  }
  return runs.filter((run) => run.length > 1).map(thinned)
}

/** Whether the box around a piece of a line meets the picture. */
function touches([ax, ay]: Spot, [bx, by]: Spot, side: number): boolean {
  return Math.min(ax, bx) <= side && Math.max(ax, bx) >= 0 && Math.min(ay, by) <= side && Math.max(ay, by) >= 0
}

/** A line in whole units, each point told from the one before. */
function pathOf(line: readonly Spot[]): string {
  const spots = line.map(([x, y]): Spot => [Math.round(x), Math.round(y)])
  const steps = spots.slice(1).map(([x, y], at): Spot => [x - spots[at]![0], y - spots[at]![1]])
  const told = steps.filter(([x, y]) => x !== 0 || y !== 0)
  return told.length === 0 ? '' : `M${spots[0]!.join(' ')}l${told.flat().join(' ').replaceAll(' -', '-')}`
}

function barOf(km: number, side: number, kilometre: (km: number) => string): string {
  const power = 10 ** Math.floor(Math.log10(km / 3))
  const length = [5, 2, 1].map((times) => times * power).find((one) => one <= km / 3)!
  const wide = Math.round((length / km) * side)
  const bottom = side - 8
  return `<path stroke='#111' stroke-width='2' d='M8 ${bottom - 4}v4h${wide}v-4'/><text fill='#111' x='12' y='${bottom - LINE + 7}'>${kilometre(length)}</text>`
}

function markAt(spot: Spot): string {
  const [x, y] = spot.map(Math.round) as [number, number]
  return `<path stroke='#fff' stroke-width='6' d='M${x - 8} ${y}h16M${x} ${y - 8}v16'/><path stroke='#b00020' stroke-width='3' d='M${x - 8} ${y}h16M${x} ${y - 8}v16'/>`
}

function escaped(name: string): string {
  return name.replace(/[&<>']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

function spanOf(values: readonly number[]): { middle: number; length: number } {
  const [least, most] = values.reduce(
    ([low, high], one) => [Math.min(low, one), Math.max(high, one)],
    [Infinity, -Infinity],
  )
  return { middle: (least + most) / 2, length: most - least }
}

/** How far a longitude is east of another, the short way round (degrees). */
function eastOf(lon: number, from: number): number {
  return turned(lon - from)
}

/** Between -180 and 180 degrees. */
function turned(lon: number): number {
  return ((((lon + 180) % 360) + 360) % 360) - 180
}

function narrowAt({ lat }: Point): number {
  return Math.cos((lat * Math.PI) / 180)
}
