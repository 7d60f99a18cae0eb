// Who a region's routes name, row by row.
import { describe, expect, test } from 'vitest'
import { covers, responsibleFor } from '../../functions/routing/responsible.ts'
import { sampleRegion } from './sample-region.ts'

type Route = (typeof sampleRegion)['routes'][number]
const route = (topics: string, organisation: string, municipalities = '*'): Route => ({
  topics: topics.split(' '),
  organisation,
  municipalities: municipalities.split(' '),
})
const everyone = route('*', 'municipality')
const health = route('health.*', 'regional-health')
const roads = route('roads.pothole roads.marking', 'city-roads', 'lesogorsk dmitrov')
const unknown = { missing: 'place unknown' }
const nobody = { missing: 'nobody responsible' }

describe('routes', () => {
  test.each<[string, Route[], string, string | undefined, object]>([
    [
      'the first that fits',
      [health, roads, everyone],
      'roads.marking',
      'dmitrov',
      { organisation: 'city-roads', route: 'roads.marking / dmitrov' },
    ],
    [
      'for another place the next',
      [roads, everyone],
      'roads.pothole',
      'ozersky',
      { organisation: 'ozersky-town-hall', route: '* / *' },
    ],
    [
      'for another topic the next',
      [roads, everyone],
      'yards.snow',
      'dmitrov',
      { organisation: 'dmitrov-town-hall', route: '* / *' },
    ],
    [
      'the same everywhere needs no place',
      [health],
      'health.care',
      undefined,
      { organisation: 'regional-health', route: 'health.* / *' },
    ],
    ['the town hall needs one', [everyone], 'health.care', undefined, unknown],
    ['and so does a route of some places', [roads, health], 'roads.pothole', undefined, unknown],
    ['even before one of all places', [roads, route('*', 'regional-health')], 'roads.pothole', undefined, unknown],
    ['no route at all', [health], 'roads.pothole', 'dmitrov', nobody],
    ['none for the place', [roads], 'roads.pothole', 'ozersky', nobody],
    ['an organisation that is not there', [route('*', 'nobody-there')], 'roads.pothole', 'ozersky', nobody],
    ['a place without a town hall', [everyone], 'roads.pothole', 'elsewhere', nobody],
  ])('%s', (_, routes, topic, municipality, expected) => {
    expect(responsibleFor({ ...sampleRegion, routes }, topic, municipality)).toEqual(expected)
  })

  test('two town halls of one place are no answer, and an institution of the place is none', () => {
    const [first] = sampleRegion.organisations
    const twice = { ...sampleRegion, routes: [everyone], organisations: [first!, { ...first!, id: 'other' }] }
    expect(responsibleFor(twice, 'roads.pothole', 'lesogorsk')).toEqual(nobody)
    const institution = { ...twice, organisations: [{ ...first!, kind: 'institution' as const }] }
    expect(responsibleFor(institution, 'roads.pothole', 'lesogorsk')).toEqual(nobody)
  })
})

test('a pattern covers all, a group or a topic', () => {
  const topics = ['roads.pothole', 'roads.marking', 'roadside.fence']
  const covered = (pattern: string) => topics.filter((topic) => covers(pattern, topic)).join(' ')
  expect(['*', 'roads.*', 'roads.marking', 'roads', 'roads.'].map(covered)).toEqual([
    'roads.pothole roads.marking roadside.fence',
    'roads.pothole roads.marking',
    'roads.marking',
    '',
    '',
  ])
})
