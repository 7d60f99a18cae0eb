// Areas and their borders: squares whose answers can be told by eye, and what holds for every shape.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isInside, kilometres, kilometresToBorder, pack, type Rings, unpack } from '../../functions/routing/outline.ts'

const square = (west: number, south: number, size: number) =>
  [
    [west, south],
    [west + size, south],
    [west + size, south + size],
    [west, south + size],
    [west, south],
  ] as const
const at = (lon: number, lat: number) => ({ lat, lon })
const DEGREE_KM = (6371 * Math.PI) / 180

test('a hole is outside, an island inside', () => {
  const rings = [square(0, 0, 10), square(4, 4, 2), square(20, 0, 1)]
  const where = [at(1, 1), at(5, 5), at(7, 5), at(20.5, 0.5), at(15, 5), at(-1, 5), at(5, 11)]
  expect(where.map((point) => isInside(rings, point))).toEqual([true, false, true, true, false, false, false])
})

test('the way to the border is the shortest, to its sides and corners', () => {
  const rings = [square(0, 0, 1)]
  const km = (lon: number, lat: number) => kilometresToBorder(rings, at(lon, lat)) / DEGREE_KM
  expect(km(0.5, 0.9)).toBeCloseTo(0.1, 4)
  expect(km(0.5, 1.2)).toBeCloseTo(0.2, 4)
  expect(km(1.3, 0)).toBeCloseTo(0.3, 4)
  expect(km(-0.3, -0.4)).toBeCloseTo(0.5, 4)
  expect(km(1, 0.5)).toBe(0)
})

test('degrees of longitude are short in the north, and 180 is beside -180', () => {
  expect(kilometres(at(40, 60), at(41, 60))).toBeCloseTo(DEGREE_KM / 2, 1)
  expect(kilometres(at(179.5, 0), at(-179.5, 0))).toBeCloseTo(DEGREE_KM, 6)
})

test('what is packed comes back to ten metres', () => {
  const point = fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -85, max: 85, noNaN: true }))
  fc.assert(
    fc.property(fc.array(fc.array(point, { minLength: 4, maxLength: 12 }), { minLength: 1, maxLength: 3 }), (rings) => {
      const again = unpack(pack(rings))
      expect(again.map((ring) => ring.length)).toEqual(rings.map((ring) => ring.length))
      for (const [i, ring] of rings.entries())
        for (const [j, [lon, lat]] of ring.entries()) {
          expect(Math.abs(again[i]![j]![0] - lon)).toBeLessThanOrEqual(0.000051)
          expect(Math.abs(again[i]![j]![1] - lat)).toBeLessThanOrEqual(0.000051)
        }
    }),
  )
})

test('whoever is inside a convex shape is inside, whatever the shape', () => {
  const shape = fc.record({ lon: fc.integer({ min: -170, max: 170 }), lat: fc.integer({ min: -70, max: 70 }) })
  const inner = fc.record({
    angle: fc.double({ min: 0, max: 6.28, noNaN: true }),
    share: fc.double({ min: 0, max: 2, noNaN: true }),
  })
  fc.assert(
    fc.property(shape, inner, fc.integer({ min: 8, max: 40 }), ({ lon, lat }, { angle, share }, corners) => {
      const circle = Array.from({ length: corners + 1 }, (_, i) => {
        const turn = (2 * Math.PI * (i % corners)) / corners
        return [lon + Math.cos(turn), lat + Math.sin(turn)] as const
      })
      const rings: Rings = [circle]
      const point = at(lon + share * Math.cos(angle), lat + share * Math.sin(angle))
      const apothem = Math.cos(Math.PI / corners)
      if (share < apothem) expect(isInside(rings, point)).toBe(true)
      if (share > 1) expect(isInside(rings, point)).toBe(false)
    }),
  )
})
