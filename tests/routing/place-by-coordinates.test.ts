// The nearest centre, at the borders between near and as near. A degree of latitude is 111.195 km.
import { expect, test } from 'vitest'
import { findNearest } from '../../functions/routing/place-by-coordinates.ts'
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
