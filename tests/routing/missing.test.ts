// What is asked of whoever wrote a message that nobody could route, and what their answer makes of it.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { routeMessage, type RoutingInput } from '../../functions/routing/route-message.ts'
import { sampleRegion } from './sample-region.ts'

const route = (text: string, more: Partial<RoutingInput> = {}) =>
  routeMessage(sampleRegion, { text, date: '2026-06-01', ...more })
const missing = (text: string, more: Partial<RoutingInput> = {}) => {
  const routing = route(text, more)
  return routing.outcome === 'triage' ? routing.missing : routing.outcome
}

describe('is missing', () => {
  test.each([
    ['the place', 'На дороге у дома большая яма', { place: [] }],
    ['which of the places named', 'Ямы в Озёрах и в Дмитрове', { place: ['ozyory', 'dmitrov'] }],
    ['which of the districts with a village of that name', 'Ямы в селе Михайловка', { place: ['ozersky', 'stepnoy'] }],
    ['which of two topics', 'Выбоина, а фонарь разбит. г. Лесогорск', { topic: ['roads.pothole', 'yards.light'] }],
    [
      'which of two topics, and the place',
      'Выбоина, а фонарь разбит',
      { topic: ['roads.pothole', 'yards.light'], place: [] },
    ],
    ['any topic', 'Спасибо за работу, г. Дмитров', { topic: [] }],
    ['everything', 'Спасибо за работу', { topic: [], place: [] }],
    ['nothing', 'Фонари в Озёрах разбиты', 'routed'],
  ])('%s: %s', (_, text, expected) => expect(missing(text)).toEqual(expected))

  test('the place alone, where all the topics go to one body wherever it is', () => {
    const onlyTownHalls = {
      ...sampleRegion,
      routes: [{ topics: ['*'], municipalities: ['*'], organisation: 'municipality' }],
    }
    const routing = routeMessage(onlyTownHalls, { text: 'Выбоина, а фонарь разбит', date: '2026-06-01' })
    expect(routing).toMatchObject({ why: 'topic ambiguous', missing: { place: [] } })
  })

  test('nothing that a citizen could know, where nobody is responsible', () => {
    const nobody = { ...sampleRegion, routes: [] }
    const routing = routeMessage(nobody, { text: 'Фонари в Озёрах разбиты', date: '2026-06-01' })
    expect(routing).toMatchObject({ why: 'nobody responsible' })
    expect('missing' in routing).toBe(false)
  })
})

describe('what the citizen said', () => {
  test('is believed before everything else, and is the evidence', () => {
    const said = { municipality: 'dmitrov', topic: 'roads.pothole' }
    expect(
      route('Выбоина, а фонарь разбит. г. Лесогорск', { said, municipality: 'stepnoy', topic: 'yards.light' }),
    ).toEqual({
      ...{ outcome: 'routed', topic: 'roads.pothole', municipality: 'dmitrov', organisation: 'dmitrov-town-hall' },
      because: [
        { step: 'asked', about: 'municipality', value: 'dmitrov', found: '' },
        { step: 'asked', about: 'topic', value: 'roads.pothole', found: '' },
        { step: 'rule', about: 'organisation', value: 'dmitrov-town-hall', found: '* / *' },
      ],
    })
  })

  test('in words names the place as an address does', () => {
    expect(route('На дороге у дома большая яма', { said: { words: 'Клюква, Садовая, 5' } })).toMatchObject({
      ...{ outcome: 'routed', municipality: 'lesogorsky' },
      because: [{ step: 'asked', about: 'municipality', value: 'lesogorsky', found: 'Клюква' }, {}, {}],
    })
    expect(route('Ямы в Озёрах и в Дмитрове', { said: { words: 'в Дмитрове' } })).toMatchObject({
      municipality: 'dmitrov',
    })
    expect(route('Большая яма', { said: { words: 'у магазина' } })).toMatchObject({ why: 'place unknown' })
  })

  test('routes whatever it was asked for, unless nobody is responsible', () => {
    const words = fc.constantFrom(
      'яма на дороге',
      'фонарь',
      'сугробы',
      'Спасибо',
      'поликлиника',
      'в Озёрах',
      'г. Дмитров',
      'село Михайловка',
    )
    const pick = fc.nat()
    fc.assert(
      fc.property(fc.array(words, { maxLength: 6 }), pick, pick, (texts, one, other) => {
        const text = texts.join(', ')
        const asked = missing(text)
        if (typeof asked !== 'object') return
        const topics = asked.topic?.length ? asked.topic : sampleRegion.topics.map(({ id }) => id)
        const places = asked.place?.length ? asked.place : sampleRegion.municipalities.map(({ id }) => id)
        const said = {
          ...(asked.topic && { topic: topics[one % topics.length]! }),
          ...(asked.place && { municipality: places[other % places.length]! }),
        }
        expect(missing(text, { said })).toBe('routed')
      }),
      { numRuns: 500 },
    )
  })
})
