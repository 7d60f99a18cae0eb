// The picture of a region: every municipality is on it, where it lies, in as few bytes as a telephone can show.
import { describe, expect, it } from 'vitest'
import { type Picture, pictureOf } from '../../functions/web/shapes.ts'
import { loadRegion, regionCodes } from '../../regions/load.ts'

/** A figure that would cover another stands lower, by a line or two. */
const BELOW = 38

/** The corners of a path. */
function cornersOf(path: string): [number, number][] {
  return path
    .split('M')
    .slice(1)
    .flatMap((ring) => {
      const [start = '', steps = ''] = ring.replace('z', '').split('l')
      const numbers = [...steps.matchAll(/-?\d+/g)].map(Number)
      let [x, y] = start.split(' ').map(Number) as [number, number]
      const corners: [number, number][] = [[x, y]]
      for (let at = 0; at < numbers.length; at += 2) {
        x += numbers[at]!
        y += numbers[at + 1]!
        corners.push([x, y])
      }
      return corners
    })
}

describe.each(regionCodes())('the picture of %s', (code) => {
  const region = loadRegion(code)
  const picture: Picture = pictureOf(region)!
  const drawn = picture.shapes.filter(({ path }) => path.includes('l'))

  it('has every municipality within its edges, its figure inside its borders or just below', () => {
    expect(picture.shapes.map(({ id }) => id)).toEqual(region.municipalities.map(({ id }) => id))
    for (const { id, path, at } of drawn) {
      const corners = cornersOf(path)
      const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
      for (const [values, most] of [
        [xs, picture.width],
        [ys, picture.height],
      ] as const) {
        expect(Math.min(...values), id).toBeGreaterThanOrEqual(0)
        expect(Math.max(...values), id).toBeLessThanOrEqual(most)
      }
      expect(at[0], id).toBeGreaterThanOrEqual(Math.min(...xs) - 2)
      expect(at[0], id).toBeLessThanOrEqual(Math.max(...xs) + 2)
      expect(at[1], id).toBeGreaterThanOrEqual(Math.min(...ys) - 2)
      expect(at[1], id).toBeLessThanOrEqual(Math.max(...ys) + BELOW)
    }
  })

  it('fills its frame and stays small', () => {
    expect(drawn.length).toBeGreaterThan(region.municipalities.length / 2)
    expect(Math.max(picture.width, picture.height)).toBe(600)
    expect(picture.width).toBeGreaterThan(250)
    expect(picture.shapes.reduce((sum, { path }) => sum + path.length, 0)).toBeLessThan(12_000)
  })
})

it('no figure covers another: that of a town and of the district around it stand one below the other', () => {
  for (const code of regionCodes()) {
    const spots = pictureOf(loadRegion(code))!.shapes.map(({ at }) => at)
    const pairs = spots.flatMap((one, index) => spots.slice(index + 1).map((other) => [one, other] as const))
    expect(pairs.filter(([a, b]) => Math.abs(a[0] - b[0]) < 34 && Math.abs(a[1] - b[1]) < 18)).toEqual([])
  }
})

it('a region without borders has none; a municipality without is a circle at its centre', () => {
  const { municipalities, outlines } = loadRegion('87')
  expect(pictureOf({ municipalities })).toBeUndefined()
  const { bilibino: _, ...others } = outlines!.municipalities
  const { shapes } = pictureOf({ municipalities, outlines: { ...outlines!, municipalities: others } })!
  const { path, at } = shapes.find(({ id }) => id === 'bilibino')!
  expect(path).toBe(`M${at[0] - 9} ${at[1]}a9 9 0 1 0 18 0a9 9 0 1 0 -18 0z`)
})
