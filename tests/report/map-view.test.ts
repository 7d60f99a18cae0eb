// The map of the form: a press on a place is that place, on every view of every region.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressOf, closer, draw, isExact, pointAt, SIDE, wholeRegion } from '../../functions/web/map-view.ts'
import { kilometres } from '../../functions/routing/outline.ts'
import { describePoint } from '../../functions/routing/near-place.ts'
import { loadRegion, regionCodes } from '../../regions/load.ts'

const kilometre = (km: number) => `${km} км`
/** Where the mark of the chosen point is drawn. */
const markIn = (svg: string) => {
  const [, x, y] = /stroke='#b00020'[^>]*d='M(-?\d+) (-?\d+)h16/.exec(svg)!
  return [Number(x) + 8, Number(y)] as const
}

describe.each(regionCodes())('the map of %s', (code) => {
  const region = loadRegion(code)
  const whole = wholeRegion(region)

  it('has every municipality on its first view', () => {
    for (const { id, centre } of region.municipalities) {
      const [x, y] = markIn(draw(region, whole, centre, kilometre))
      expect([id, x > 0 && x < SIDE, y > 0 && y < SIDE]).toEqual([id, true, true])
    }
  })

  it('shows a press where it was, also where it came closer', () => {
    const spot = fc.tuple(fc.integer({ min: 1, max: SIDE }), fc.integer({ min: 1, max: SIDE }))
    fc.assert(
      fc.property(fc.array(spot, { minLength: 1, maxLength: 4 }), (presses) => {
        let view = whole
        for (const [x, y] of presses) {
          const point = pointAt(view, [x, y])
          const [markX, markY] = markIn(draw(region, view, point, kilometre))
          expect(Math.hypot(markX - x, markY - y)).toBeLessThanOrEqual(1.5)
          view = closer(view, point)
        }
      }),
    )
  })

  it('finds a town in at most three presses, to some hundred metres', () => {
    const town = region.municipalities[0]!.centre
    let view = whole
    let presses = 0
    for (; !isExact(view); presses += 1) {
      const pressed = markIn(draw(region, view, town, kilometre)).map((one) => one + 3) as [number, number]
      view = closer(view, pointAt(view, pressed))
    }
    const found = pointAt(view, markIn(draw(region, view, town, kilometre)))
    expect(presses).toBeLessThanOrEqual(2)
    expect(kilometres(found, town)).toBeLessThan(0.2)
    expect(describePoint(region, found)).toBeDefined()
  })

  it('is one small picture that asks nobody for anything', () => {
    const address = addressOf(draw(region, whole, undefined, kilometre))
    expect(address).not.toMatch(/https?:\/\/(?!www\.w3\.org)|["#]/)
    expect(Buffer.byteLength(address)).toBeLessThan(9_000)
  })
})
