// The municipality with its evidence, whole: what the sender said, the address, the point and the text against each other.
import { describe, expect, test } from 'vitest'
import { findPlace } from '../../functions/routing/find-place.ts'
import { pack } from '../../functions/routing/outline.ts'
import { listPlaceNames } from '../../functions/routing/place-names.ts'
import type { RoutingInput } from '../../functions/routing/routing.ts'
import { wordsOf } from '../../functions/language/words.ts'
import { sampleRegion } from './sample-region.ts'

const [town, district] = sampleRegion.municipalities
const region = {
  ...sampleRegion,
  municipalities: [
    ...sampleRegion.municipalities,
    { ...town!, id: 'ozyorsk', name: { ru: 'город Озёрск' }, aliases: [], centre: { lat: 80, lon: 80 } },
    { ...district!, id: 'ozernovsky', name: { ru: 'Озёрновский район' }, aliases: [], centre: { lat: 81, lon: 80 } },
  ],
  settlements: [
    ...sampleRegion.settlements,
    {
      name: 'Озёрное',
      kind: 'село',
      aliases: [],
      municipalities: ['stepnoy'],
    } as (typeof sampleRegion)['settlements'][number],
  ],
}
const names = listPlaceNames(region)

/** The finding and its evidence, in short. */
function found(
  text: string,
  more: Partial<RoutingInput> = {},
  where: Parameters<typeof findPlace>[0] = region,
): string {
  const input = { text, date: '2026-06-01', ...more }
  const place = findPlace(where, names, input, wordsOf(text), wordsOf(more.address ?? ''))
  const because = place.because.map(({ step, about, value, found }) => `${step} ${about} ${value} (${found})`)
  return [place.municipality ?? place.state, ...because].join(' | ')
}
const at = (lat: number, lon: number) => ({ location: { lat, lon } })

describe('named', () => {
  test.each([
    ['Яма', {}, 'unknown'],
    ['в Дмитрове', {}, 'dmitrov | place municipality dmitrov (Дмитрове)'],
    ['в Дмитрове, под Дмитровом', {}, 'dmitrov | place municipality dmitrov (Дмитрове)'],
    ['в Дмитрове', { municipality: 'stepnoy' }, 'stepnoy | sender municipality stepnoy (stepnoy)'],
    ['в Озёрах', { address: 'Дмитров' }, 'dmitrov | place municipality dmitrov (Дмитров)'],
    ['в Дмитрове', { address: 'ул. Мира' }, 'dmitrov | place municipality dmitrov (Дмитрове)'],
    [
      'в Степном районе',
      { address: 'Михайловка' },
      'stepnoy | place municipality ozersky stepnoy (Михайловка) | place municipality stepnoy (Степном районе)',
    ],
    [
      'в Дмитрове, Лесогорске, Озёрах, Озёрске и Степном районе',
      {},
      'ambiguous | place municipality dmitrov (Дмитрове) | place municipality lesogorsk (Лесогорске) | place municipality ozyory (Озёрах) | place municipality ozyorsk (Озёрске)',
    ],
  ])('%s %o', (text, more, expected) => expect(found(text, more)).toBe(expected))
})

describe('a town beside the district around it', () => {
  const first = (text: string) => found(text).split(' | ')[0]
  test.each([
    ['Озёрский район, г. Озёры', 'ozyory'],
    ['Озёрский район, Озёры', 'ozyory'],
    ['г. Озёры Озёрского района', 'ozyory'],
    ['Озёрский район, там г. Озёры', 'ambiguous'],
    ['г. Озёры, там Озёрский район', 'ambiguous'],
    ['Озёрский район, г. Дмитров', 'ambiguous'],
    ['Озёрский район, с. Озёрное', 'ambiguous'],
    ['г. Озёры, г. Озёрск', 'ambiguous'],
    ['Озёрский район, Озёрновский район', 'ambiguous'],
  ])('%s → %s', (text, place) => expect(first(text)).toBe(place))
})

describe('a point', () => {
  const coordinates = (id: string, where: string) => `coordinates municipality ${id} (${where})`
  test.each([
    ['alone', '', at(55.01, 40.01), `lesogorsk | ${coordinates('lesogorsk', '55.01, 40.01')}`],
    ['nowhere', '', at(10, 10), 'unknown'],
    [
      'where the text says',
      'в Лесогорске',
      at(55, 40),
      `lesogorsk | ${coordinates('lesogorsk', '55, 40')} | place municipality lesogorsk (Лесогорске)`,
    ],
    ['nowhere near the text', 'в Лесогорске', at(10, 10), 'lesogorsk | place municipality lesogorsk (Лесогорске)'],
    [
      'between two, one of them named',
      'в Озёрском районе',
      at(54.82, 40.65),
      'ozersky | place municipality ozersky (Озёрском районе)',
    ],
    [
      'against the text',
      'в Дмитрове',
      at(54.2, 39.2),
      `ambiguous | ${coordinates('stepnoy', '54.2, 39.2')} | place municipality dmitrov (Дмитрове)`,
    ],
    [
      'between two, against the text',
      'в Дмитрове',
      at(54.82, 40.65),
      'ambiguous | place municipality dmitrov (Дмитрове)',
    ],
    [
      'at one of two named',
      'в Озёрах и в Лесогорске',
      at(55, 40),
      `lesogorsk | ${coordinates('lesogorsk', '55, 40')} | place municipality ozyory (Озёрах) | place municipality lesogorsk (Лесогорске)`,
    ],
    [
      'at one of those that share a name',
      'в деревне Михайловка',
      at(54.2, 39.2),
      `stepnoy | ${coordinates('stepnoy', '54.2, 39.2')} | place municipality ozersky stepnoy (Михайловка)`,
    ],
    [
      'at a third of two named',
      'в Озёрах и в Дмитрове',
      at(55, 40),
      `ambiguous | ${coordinates('lesogorsk', '55, 40')} | place municipality ozyory (Озёрах) | place municipality dmitrov (Дмитрове)`,
    ],
    [
      'nowhere, with two named',
      'в Озёрах и в Дмитрове',
      at(10, 10),
      'ambiguous | place municipality ozyory (Озёрах) | place municipality dmitrov (Дмитрове)',
    ],
  ])('%s', (_, text, more, expected) => expect(found(text, more)).toBe(expected))
})

describe('a region that knows its borders', () => {
  const around = (lon: number, lat: number) =>
    pack([
      [
        [lon - 0.1, lat - 0.1],
        [lon + 0.1, lat - 0.1],
        [lon + 0.1, lat + 0.1],
        [lon - 0.1, lat + 0.1],
        [lon - 0.1, lat - 0.1],
      ],
    ])
  const bordered = {
    ...region,
    outlines: {
      attribution: '',
      accuracyKm: 0.15,
      municipalities: Object.fromEntries(
        region.municipalities.map(({ id, centre }) => [id, around(centre.lon, centre.lat)]),
      ),
    },
  }
  const told = (text: string, more: Partial<RoutingInput> = {}) => found(text, more, bordered)
  const lesogorsk = 'coordinates municipality lesogorsk'
  test.each([
    ['a point in the text', 'Яма: geo:55.01,40.01', {}, `lesogorsk | ${lesogorsk} (geo:55.01,40.01)`],
    ['a point in the address', '', { address: '55.0100, 40.0100' }, `lesogorsk | ${lesogorsk} (55.0100, 40.0100)`],
    ['beyond the borders', '', at(10, 10), 'outside | coordinates municipality  (10, 10)'],
    ['beyond them in the text', 'geo:10,10', {}, 'outside | coordinates municipality  (geo:10,10)'],
    [
      'beyond them, with a place named',
      'в Лесогорске',
      at(10, 10),
      'outside | coordinates municipality  (10, 10) | place municipality lesogorsk (Лесогорске)',
    ],
    [
      'a little beyond them, with a place named',
      'в Лесогорске',
      at(55.12, 39.95),
      'lesogorsk | place municipality lesogorsk (Лесогорске)',
    ],
    [
      'the sender here, a link beyond',
      'geo:10,10',
      at(55.01, 40.01),
      `ambiguous | ${lesogorsk} (55.01, 40.01) | coordinates municipality  (geo:10,10)`,
    ],
    [
      'two places by two points',
      'geo:54.2,39.2',
      at(55.01, 40.01),
      `ambiguous | ${lesogorsk} (55.01, 40.01) | coordinates municipality stepnoy (geo:54.2,39.2)`,
    ],
    [
      'one place by two points',
      'geo:55.02,40.02',
      at(55.01, 40.01),
      `lesogorsk | ${lesogorsk} (55.01, 40.01) | ${lesogorsk} (geo:55.02,40.02)`,
    ],
    [
      'beyond them, with the municipality given by the sender',
      '',
      { ...at(10, 10), municipality: 'stepnoy' },
      'stepnoy | sender municipality stepnoy (stepnoy)',
    ],
  ])('%s', (_, text, more, expected) => expect(told(text, more)).toBe(expected))
})
