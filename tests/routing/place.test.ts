// Where a message is from, by its words alone: each row is a trap that Russian sets for a list of names.
import { describe, expect, test } from 'vitest'
import { isSettlementWord } from '../../functions/routing/place-context.ts'
import { routeMessage } from '../../functions/routing/route-message.ts'
import { fold } from '../../functions/language/words.ts'
import { checkRegion, loadRegion } from '../../regions/load.ts'
import { placeKinds } from '../../regions/vocabulary.ts'
import { spoilt } from '../regions/spoilt.ts'
import { sampleRegion } from './sample-region.ts'

const placeOf = (
  text: string,
  more: { address?: string; location?: { lat: number; lon: number }; municipality?: string } = {},
) => {
  const routing = routeMessage(sampleRegion, { text: `Выбоина. ${text}`, date: '2026-06-01', ...more })
  if (routing.outcome === 'triage' && routing.why === 'place ambiguous') return 'ambiguous'
  return routing.municipality
}

describe('a place in the text', () => {
  test.each([
    ['Живу в Лесогорске.', 'lesogorsk'],
    ['г. Лесогорск, ул. Мира, 5', 'lesogorsk'],
    ['г Лесогорск дом 3', 'lesogorsk'],
    ['по городу Лесогорску не проехать', 'lesogorsk'],
    ['ЛЕСОГОРСК ЗАБЫЛИ', 'lesogorsk'],
    ['город лесогорск', 'lesogorsk'],
    ['в Лесогорском районе', 'lesogorsky'],
    ['Лесогорский р-н', 'lesogorsky'],
    ['жители Лесогорского муниципального района', 'lesogorsky'],
    ['под Лесогорском', 'lesogorsk'],
    ['Лесогорская область', undefined],
    ['в Заречном округе', 'lesogorsk'],
    ['пр-т Строителей, 14', 'lesogorsk'],
    ['на проспекте Строителей', 'lesogorsk'],
    ['в Озёрах', 'ozyory'],
    ['в Озерах', 'ozyory'],
    ['Степной район', 'stepnoy'],
    ['степной пожар', undefined],
    ['письмо от Дмитрия', undefined],
    ['в Дмитрове', 'dmitrov'],
  ])('%s → %s', (text, place) => expect(placeOf(text)).toBe(place))
})

describe('a village needs a sign that it is meant', () => {
  test.each([
    ['в деревне Клюква', 'lesogorsky'],
    ['д. Клюква', 'lesogorsky'],
    ['в Клюкве', 'lesogorsky'],
    ['клюква на рынке дорогая', undefined],
    ['магазин Клюква', undefined],
    ['д. Полевая', 'stepnoy'],
    ['в п Медвенка', 'stepnoy'],
    ['Полевая улица', undefined],
    ['село Верхние Вязы', 'ozersky'],
    ['в Верхних Вязах', 'ozersky'],
  ])('%s → %s', (text, place) => expect(placeOf(text)).toBe(place))
})

describe('what bears a name is not the place', () => {
  test.each([
    ['ул. Медвенка, 4', undefined],
    ['улица имени Дмитрова', undefined],
    ['проспект Дмитрова', undefined],
    ['улКлюква 3', undefined],
    ['на перекрёстке улиц Мира и Дмитрова', undefined],
    ['ул. 2-я Дмитрова', undefined],
    ['трасса Лесогорск – Воронеж', undefined],
    ['дорога до Лесогорска', undefined],
    ['еду в Лесогорск', undefined],
    ['ул. Дмитрова в Лесогорске', 'lesogorsk'],
  ])('%s → %s', (text, place) => expect(placeOf(text)).toBe(place))
})

describe('several places', () => {
  test.each([
    ['в Дмитрове и в Озёрах', 'ambiguous'],
    ['Лесогорский и Озёрский районы', 'ambiguous'],
    ['в Лесогорске, а не в Лесогорском районе', 'ambiguous'],
    ['в деревне Михайловка', 'ambiguous'],
    ['в деревне Михайловка Степного района', 'stepnoy'],
    ['с. Верхние Вязы Озёрского района', 'ozersky'],
    ['с. Верхние Вязы Степного района', 'ambiguous'],
    ['Озёрский район, г. Озёры, ул. Мира', 'ozyory'],
    ['г. Озёры Озёрского района', 'ozyory'],
  ])('%s → %s', (text, place) => expect(placeOf(text)).toBe(place))
})

describe('facts beside the text', () => {
  test('the sender’s municipality is kept whatever the text names', () =>
    expect(placeOf('в Дмитрове', { municipality: 'stepnoy' })).toBe('stepnoy'))
  test('a municipality the region does not have is no fact', () =>
    expect(placeOf('в Дмитрове', { municipality: 'paris' })).toBe('dmitrov'))
  test('an address needs no signs', () => expect(placeOf('', { address: 'Клюква, Садовая, 3' })).toBe('lesogorsky'))
  test('an address outweighs the text', () => expect(placeOf('в Озёрах', { address: 'г. Дмитров' })).toBe('dmitrov'))
  test('a point near one centre', () => expect(placeOf('', { location: { lat: 55.01, lon: 40.01 } })).toBe('lesogorsk'))
  test('a point between two centres', () => expect(placeOf('', { location: { lat: 54.6, lon: 41 } })).toBe('ozersky'))
  test('a point as near to two decides nothing', () =>
    expect(placeOf('', { location: { lat: 54.82, lon: 40.65 } })).toBeUndefined())
  test('the text decides between two near centres', () =>
    expect(placeOf('в Озёрском районе', { location: { lat: 54.82, lon: 40.65 } })).toBe('ozersky'))
  test('the point decides between two named places', () =>
    expect(placeOf('в Озёрах и в Лесогорске', { location: { lat: 55, lon: 40 } })).toBe('lesogorsk'))
  test('a point far from the named place is a contradiction', () =>
    expect(placeOf('в Дмитрове', { location: { lat: 54.2, lon: 39.2 } })).toBe('ambiguous'))
  test('a point outside the region is no fact', () =>
    expect(placeOf('', { location: { lat: 10, lon: 10 } })).toBeUndefined())
})

describe('the words for what a place is', () => {
  const region = loadRegion('95')
  const placeIn95 = (text: string) =>
    routeMessage(region, { text: `Выбоина. ${text}`, date: '2026-06-01' }).municipality
  test.each([
    ['станица Наурская', 'naurskaya'],
    ['ст. Наурская', 'naurskaya'],
    ['ст Наурская', 'naurskaya'],
    ['в ст-це Наурской', 'naurskaya'],
    ['СТ-ЦА НАУРСКАЯ', 'naurskaya'],
    ['в Наурской станице', 'naurskaya'],
    ['жители станиц Наурской', 'naurskaya'],
    ['в Наурской', undefined],
    ['в Наурской больнице', undefined],
    ['в Наурском селе', undefined],
    ['в ауле Шатой', 'shatoy'],
    ['на станции Червлённая-Узловая', 'shelkovskaya'],
    ['в сёлах Гойты', 'urus-martan'],
    ['в селе Мартан-Чу', 'urus-martan'],
    ['в Курчалое', 'kurchaloy'],
    ['из Шатоя', undefined],
    ['жители Шатоя', 'shatoy'],
    ['около Беноя', 'nozhay-yurt'],
    ['в селе Алхан-Хутор', 'nozhay-yurt'],
    ['жители села Самашек', 'achkhoy-martan'],
    ['жители села самашек', undefined],
    ['#урусмартан', undefined],
    ['#УрусМартан', 'urus-martan'],
    ['#Урусмартан', 'urus-martan'],
    ['#грозный', 'groznyy'],
    ['#ГрозныйЦарь', undefined],
    ['грозный', undefined],
    ['в Урусмартане', 'urus-martan'],
    ['с. ГIойтIа', 'urus-martan'],
    ['Шуьйта, с. Шуьйта', 'shatoy'],
  ])('%s → %s', (text, place) => expect(placeIn95(text)).toBe(place))

  test('every kind in a region’s file is one of them, alone and after the name', () => {
    const cases =
      'городом селах поселка деревень хуторе станицею слободу аулов местечке станций разъезда микрорайону сельсовете'
    for (const [at, form] of cases.split(' ').entries()) {
      const kind = placeKinds[at]!
      expect([fold(kind), form].map((word) => isSettlementWord(word) && isSettlementWord(word, kind))).toEqual([
        true,
        true,
      ])
    }
    expect(cases.split(' ')).toHaveLength(placeKinds.length)
    const unknown = spoilt(['settlements[0].kind', 'кишлак'])
    expect(checkRegion(JSON.parse(unknown))).toMatchObject({ mistakes: [{ path: 'settlements[0].kind' }] })
  })
})
