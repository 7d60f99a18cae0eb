// Tiles below the console's map: every spot of a picture lies on the tile that the map service would show for it, wherever on earth.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { MAP_SIDE } from '../../functions/console/asked-map.ts'
import { tilesOf } from '../../functions/console/tiles.ts'
import { pointAt, type View } from '../../functions/web/map-view.ts'

const URL = 'https://tiles.example/{z}/{x}/{y}.png'

/** The tile of a point as map services reckon it (openstreetmap.org, "Slippy map tilenames"), with what is left within it. */
function tileAt({ lat, lon }: { lat: number; lon: number }, zoom: number): readonly [number, number] {
  const many = 2 ** zoom
  const phi = (lat * Math.PI) / 180
  const y = ((1 - Math.log(Math.tan(phi) + 1 / Math.cos(phi)) / Math.PI) / 2) * many
  return [((lon + 180) / 360) * many, y]
}

const views = fc
  .record({
    lat: fc.double({ min: 41, max: 70, noNaN: true }),
    lon: fc.double({ min: -180, max: 180, noNaN: true }),
    km: fc.double({ min: 1, max: 1_500, noNaN: true }),
  })
  .map(({ lat, lon, km }): View => ({ centre: { lat, lon }, km, side: MAP_SIDE }))
const spots = fc.tuple(fc.integer({ min: 0, max: MAP_SIDE }), fc.integer({ min: 0, max: MAP_SIDE }))

it('each spot lies on the tile of its point, and within it where the service draws it', () => {
  fc.assert(
    fc.property(views, spots, (view, [x, y]) => {
      const tiles = tilesOf(view, URL, MAP_SIDE)
      expect(tiles.length).toBeLessThanOrEqual(36)
      const zoom = Number(/\/(\d+)\/\d+\/\d+\.png$/.exec(tiles[0]!.href)![1])
      const [column, row] = tileAt(pointAt(view, [x, y]), zoom)
      // On an edge either of two.
      fc.pre([column, row].every((one) => Math.abs(one - Math.round(one)) > 0.01))
      const meant = `https://tiles.example/${zoom}/${Math.floor(column)}/${Math.floor(row)}.png`
      const tile = tiles.find(({ href }) => href === meant)
      expect(tile, meant).toBeDefined()
      const drawn = [tile!.x + (column % 1) * tile!.width, tile!.y + (row % 1) * tile!.height]
      // Within a tile the parallels of the two projections part a little: in a town by less than a dot.
      expect(Math.hypot(drawn[0]! - x, drawn[1]! - y)).toBeLessThan(view.km < 50 ? 1.5 : MAP_SIDE / 15)
    }),
    { numRuns: 2_000 },
  )
})
