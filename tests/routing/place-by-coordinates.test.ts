// The municipality of a point, by outlines and by the nearest centre, at the borders between near and as near. A degree of latitude is 111.195 km.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pack } from '../../functions/routing/outline.ts'
import { findNearest } from '../../functions/routing/place-by-coordinates.ts'
import { loadRegion } from '../../regions/load.ts'
import { sampleRegion } from './sample-region.ts'

const KM = 180 / Math.PI / 6371
const at = (id: string, northKm: number, eastKm = 0, radiusKm?: number) => ({
  ...sampleRegion.municipalities[0]!,
  id,
  centre: { lat: northKm * KM, lon: eastKm * KM },
  radiusKm,
})
const here = { lat: 0, lon: 0 }
const near = (...places: ReturnType<typeof at>[]) => {
  const { municipality, inReach } = findNearest({ municipalities: places }, here)
  return `${municipality ?? '–'}: ${[...inReach].join(' ')}`
}

test.each([
  ['nothing', [], '–: '],
  ['one', [at('a', 500)], 'a: a'],
  ['one too far away for its size', [at('a', 10.1, 0, 10)], '–: '],
  ['one at its own border', [at('a', 9.99, 0, 10)], 'a: a'],
  ['the nearer of two', [at('b', 20), at('a', -10)], 'a: a b'],
  ['east and west are as far as north and south', [at('b', 0, 20), at('a', 0, -10)], 'a: a b'],
  ['less than 1.3 times as far is as near', [at('a', 10), at('b', 12.9)], '–: a b'],
  ['1.3 times as far is farther', [at('a', 10), at('b', 13.01)], 'a: a b'],
  ['within 2.5 times as far a text is believed', [at('a', 10), at('b', 24.9)], 'a: a b'],
  ['beyond it is not', [at('a', 10), at('b', 25.1)], 'a: a'],
  ['or within five kilometres', [at('a', 1), at('b', 4.9)], 'a: a b'],
  ['but not in six', [at('a', 1), at('b', 5.1)], 'a: a'],
  ['three', [at('c', 16), at('a', 10), at('b', 0, 14)], 'a: a b c'],
])('%s', (_, places, expected) => expect(near(...places)).toBe(expected))

test('in the north degrees of longitude are short', () => {
  const places = [at('east', 0), at('south', 0)]
  const [east, south] = places as [(typeof places)[0], (typeof places)[0]]
  east.centre = { lat: 60, lon: 41 }
  south.centre = { lat: 59, lon: 40 }
  expect(findNearest({ municipalities: places }, { lat: 60, lon: 40 }).municipality).toBe('east')
})

test('a point that is exactly there', () => expect(near(at('a', 0), at('b', 3))).toBe('a: a b'))

describe('with outlines', () => {
  const square = (west: number, east: number) =>
    pack([
      [
        [west * KM, -20 * KM],
        [east * KM, -20 * KM],
        [east * KM, 20 * KM],
        [west * KM, 20 * KM],
        [west * KM, -20 * KM],
      ],
    ])
  const region = {
    municipalities: [at('west', 0, -10), at('east', 0, 10), at('town', 0, 10, 4)],
    outlines: { attribution: '', accuracyKm: 0.15, municipalities: { west: square(-20, 0), east: square(0, 20) } },
  }
  const where = (eastKm: number, northKm = 0) => {
    const { municipality, inReach, outside } = findNearest(region, { lat: northKm * KM, lon: eastKm * KM })
    return `${municipality ?? '–'}: ${[...inReach].join(' ')}${outside ? ' outside' : ''}`
  }
  test.each([
    ['inside', -10, 0, 'west: west'],
    ['inside, with the other in reach', -4.9, 0, 'west: west east'],
    ['out of its reach', -5.1, 0, 'west: west'],
    ['near the common border', -0.29, 0, '–: west east'],
    ['a little farther from it', -0.31, 0, 'west: west east'],
    ['near a border to nobody, from without', -20.29, 0, 'west: west'],
    ['beyond it, in reach', -20.35, 0, '–: west outside'],
    ['far beyond it', -26, 0, '–:  outside'],
    ['in a town that has no outline', 11, 0, 'town: east town'],
    ['where that town ends', 10, 3, '–: east town'],
    ['beyond that town', 10, 4.1, 'east: east'],
  ])('%s', (_, east, north, expected) => expect(where(east, north)).toBe(expected))
})

describe('the neighbours of a region are outside it', () => {
  const towns = {
    '95': [
      ['Моздок', 43.7471, 44.6569],
      ['Кизляр', 43.8476, 46.7176],
      ['Хасавюрт', 43.2509, 46.5877],
      ['Назрань', 43.226, 44.7646],
      ['Малгобек', 43.5097, 44.5903],
      ['Карабулак', 43.3055, 44.9096],
      ['Ботлих', 42.664, 46.2203],
      ['Махачкала', 42.9764, 47.5024],
    ],
    '46': [
      ['Сумы', 50.9077, 34.7981],
      ['Старый Оскол', 51.2967, 37.8417],
      ['Прохоровка', 51.0377, 36.7316],
      ['Воронеж', 51.672, 39.1843],
      ['Дмитровск', 52.5056, 35.1416],
      ['Севск', 52.1483, 34.4917],
    ],
  } as const
  const around = fc.record({
    north: fc.double({ min: -1, max: 1, noNaN: true }),
    east: fc.double({ min: -1, max: 1, noNaN: true }),
  })
  for (const [code, neighbours] of Object.entries(towns)) {
    const region = loadRegion(code)
    test.each(neighbours.map((one) => [...one]))(`${code}: %s`, (_, lat, lon) =>
      fc.assert(
        fc.property(around, ({ north, east }) => {
          const point = { lat: Number(lat) + north * KM, lon: Number(lon) + east * KM }
          expect(findNearest(region, point)).toMatchObject({ municipality: undefined, outside: true })
        }),
      ),
    )
  }

  test.each(['46', '87', '95'])('and every centre and settlement of region %s is not', (code) => {
    const region = loadRegion(code)
    const wrong = region.municipalities.filter(({ id, centre }) => findNearest(region, centre).municipality !== id)
    expect(wrong.map(({ id }) => id)).toEqual([])
    const lost = region.settlements.filter(({ at: point, municipalities }) => {
      if (!point) return false
      const { municipality, inReach } = findNearest(region, point)
      return municipality ? !municipalities.includes(municipality) : !municipalities.some((id) => inReach.has(id))
    })
    expect(lost.map(({ name }) => name)).toEqual([])
    expect(region.settlements.filter(({ at: point }) => point).length).toBeGreaterThan(5)
  })
})
