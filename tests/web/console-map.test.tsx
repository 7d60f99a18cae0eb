// The map of a list: whatever lies at one point, all of it is reached by links and by the list beside it, and the figures agree.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { initialCase } from '../../functions/case/evolve.ts'
import { staffOf } from '../../functions/case/staff.ts'
import { type AskedMap, CLOSEST_KM, MAP_SIDE, type ShownMap } from '../../functions/console/asked-map.ts'
import type { ListedState } from '../../functions/console/cases-of-list.ts'
import { clustersOf } from '../../functions/console/clusters.ts'
import { CASES_ON_A_PAGE, MapPage } from '../../functions/console/map-page.tsx'
import { shownMap } from '../../functions/console/shown-map.ts'
import type { ConsoleVisit } from '../../functions/web/console/visit.ts'
import { document } from '../../functions/web/layout.tsx'
import { loadRegion } from '../../regions/load.ts'

const region = loadRegion('95')
const at = '2026-03-02T09:00:00.000Z'
const place = { lat: 43.318, lon: 45.698 }
const visit = {
  region,
  request: {
    base: 'https://region.example/live',
    language: 'ru',
    at,
    query: {},
    params: {},
    headers: {},
    path: '/console/map',
  },
  signedIn: { staff: staffOf(region)[0]!, secret: 'a'.repeat(32) },
  ...{ id: '', fields: {} },
} as unknown as ConsoleVisit
const listed = (count: number, location?: { lat: number; lon: number }): ListedState[] =>
  Array.from({ length: count }, (_, index) => {
    const id = `95-260302-${String(index).padStart(5, '0')}`
    const state = { ...initialCase(id), receivedAt: at, municipality: 'groznyy', ...(location && { location }) }
    return { state, due: '2026-03-03T09:00:00.000Z' }
  })
const asked: AskedMap = { asked: { list: 'open', month: '2026-03' }, page: 0 }

function pageOf(map: AskedMap, cases: readonly ListedState[]) {
  const shown: ShownMap = { ...shownMap(region, map, cases), isMore: false }
  const from = map.page * CASES_ON_A_PAGE
  const rows = shown.listed.slice(from, from + CASES_ON_A_PAGE)
  return document(<MapPage {...{ visit, map, shown, rows, isLast: from + CASES_ON_A_PAGE >= shown.listed.length }} />)
}
/** Reads an address of the map as the page would. */
const mapIn = (href: string): AskedMap => {
  const query = new URL(href.replaceAll('&amp;', '&'), 'https://region.example').searchParams
  const [lat, lon, km] = ['lat', 'lon', 'km'].map((name) => Number(query.get(name)))
  return {
    ...{ asked: asked.asked, page: Number(query.get('page') ?? 0) },
    ...(query.has('km') && { view: { centre: { lat: lat!, lon: lon! }, km: km!, side: MAP_SIDE } }),
    ...(query.has('square') && { square: query.get('square')! }),
  }
}
const clusterLinks = (page: string) => {
  const svg = /<svg class="map"[\s\S]*?<\/svg>/.exec(page)![0]
  return [...svg.matchAll(/<a href="([^"]+)#list" aria-label="(\d+) [^"]*">/g)].map(([, href, count]) => ({
    href: href!,
    count: Number(count),
  }))
}
const casesIn = (page: string) => [...page.matchAll(/<li><a href="[^"]*\/cases\/(95-[\w-]+)"/g)].map(([, id]) => id!)

describe.each([1, 2, 250])('%d cases at one point', (count) => {
  it('are one cluster, which leads down to a list of them all, page by page, by links alone', () => {
    const cases = listed(count, place)
    let map = asked
    for (let steps = 0; map.square === undefined; steps += 1) {
      const links = clusterLinks(pageOf(map, cases))
      expect(links.map((one) => one.count)).toEqual([count])
      map = mapIn(links[0]!.href)
      expect(steps).toBeLessThan(8)
    }
    expect(map.view!.km).toBe(CLOSEST_KM)
    const reached: string[] = []
    for (;;) {
      const page = pageOf(map, cases)
      reached.push(...casesIn(page))
      const [, next] = /<a href="([^"]*)" rel="next">/.exec(page) ?? []
      if (!next) break
      map = mapIn(next)
    }
    expect(reached).toEqual(cases.map(({ state }) => state.id))
  })
})

it('what has no point is counted and listed while the whole region is shown', () => {
  const cases = [
    ...listed(3, place),
    ...listed(5).map((one, index) => ({ ...one, state: { ...one.state, id: `95-260301-0000${index}` } })),
  ]
  const page = pageOf(asked, cases)
  expect(clusterLinks(page).map(({ count }) => count)).toEqual([3])
  expect(casesIn(page).length).toBe(8)
  expect(page).toContain('Без точки на карте: 5')
  expect(page).not.toMatch(/url\(http|(?:src|href)="http(?!s:\/\/region\.example)/)
})

it('tiles of the map service that the region names lie below the borders, and whom its licence names is named; where it names none nobody is asked', () => {
  const tiles = { url: 'https://tiles.example/{z}/{x}/{y}.png', credit: { ru: 'Карта: служба карт' } }
  const pictures = (page: string) => [...page.matchAll(/<image href="(.*?)"/g)].map(([, href]) => href!)
  const before = pictures(pageOf(asked, listed(1, place)))
  expect([before.length, before[0]!.includes('Грозный')]).toEqual([1, true])
  visit.region.web.tiles = tiles
  const page = pageOf(asked, listed(1, place))
  delete visit.region.web.tiles
  const after = pictures(page)
  expect(after.slice(0, -1).every((href) => /^https:\/\/tiles\.example\/\d+\/\d+\/\d+\.png$/.test(href))).toBe(true)
  // The service writes the names.
  expect([after.length > 3, after.at(-1)!.startsWith('data:'), after.at(-1)!.includes('Грозный')]).toEqual([
    true,
    true,
    false,
  ])
  expect(page).toContain('Карта: служба карт')
})

it('clusters hold every spot once, whatever lies where', () => {
  const spot = fc.record({ x: fc.integer({ min: 0, max: 575 }), y: fc.integer({ min: 0, max: 575 }) })
  fc.assert(
    fc.property(fc.array(spot, { maxLength: 80 }), (spots) => {
      const clusters = clustersOf(spots.map((one, of) => ({ ...one, of })))
      expect(clusters.flatMap(({ members }) => members).toSorted((a, b) => a - b)).toEqual(spots.map((_, of) => of))
      expect(new Set(clusters.map(({ name }) => name)).size).toBe(clusters.length)
    }),
  )
})
