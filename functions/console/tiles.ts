// Which pictures of a map service lie below a piece of the console's map, and where. They are squares of Mercator's projection (EPSG:3857), and our
// map keeps the proportions of its middle: each is stretched to where its corners are. Pure. Called by the page of a map.
import { cornersOf, spotAt, type View } from '../web/map-view.ts'

export interface Tile {
  readonly href: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The side of a tile in pixels, and the nearest that map services draw. */
const TILE = 256
const NEAREST = 19

/** @param url with {z}, {x} and {y} */
export function tilesOf(view: View, url: string, side: number): Tile[] {
  const { west, east, north, south } = cornersOf(view)
  const across = east - west
  const zoom = Math.min(NEAREST, Math.max(0, Math.round(Math.log2((360 / across) * (side / TILE)))))
  const many = 2 ** zoom
  const columns = between(columnAt(west, many), columnAt(east, many))
  const rows = between(Math.max(0, rowAt(north, many)), Math.min(many - 1e-9, rowAt(south, many)))
  return columns.flatMap((column) =>
    rows.map((row) => {
      const [x, y] = spotAt(view, { lat: latAt(row, many), lon: lonAt(column, many) })
      const [right, bottom] = spotAt(view, { lat: latAt(row + 1, many), lon: lonAt(column + 1, many) })
      const href = url
        .replace('{z}', String(zoom))
        // East of 180° the columns begin again.
        .replace('{x}', String(((column % many) + many) % many))
        .replace('{y}', String(row))
      return { href, ...{ x: tenth(x), y: tenth(y), width: tenth(right - x), height: tenth(bottom - y) } }
    }),
  )
}

function between(from: number, to: number): number[] {
  const first = Math.floor(from)
  return Array.from({ length: Math.floor(to) - first + 1 }, (_, index) => first + index)
}

function columnAt(lon: number, many: number): number {
  return ((lon + 180) / 360) * many
}

function lonAt(column: number, many: number): number {
  return (column / many) * 360 - 180
}

function rowAt(lat: number, many: number): number {
  return ((1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2) * many
}

function latAt(row: number, many: number): number {
  return (Math.atan(Math.sinh(Math.PI * (1 - (2 * row) / many))) * 180) / Math.PI
}

function tenth(value: number): number {
  return Number(value.toFixed(1))
}
