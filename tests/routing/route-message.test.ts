// Topic and organisation: one clear answer, or a person decides.
import { describe, expect, test } from 'vitest'
import { pack } from '../../functions/routing/outline.ts'
import { routeMessage, type Routing, type RoutingInput } from '../../functions/routing/route-message.ts'
import { sampleRegion } from './sample-region.ts'

const route = (text: string, more: Partial<RoutingInput> = {}) =>
  routeMessage(sampleRegion, { text, date: '2026-06-01', ...more })
const outcome = (routing: Routing) =>
  routing.outcome === 'routed' ? `${routing.topic} ${routing.organisation}` : routing.why

describe('by text alone', () => {
  test.each([
    ['В Лесогорске огромная яма на дороге', 'roads.pothole city-roads'],
    ['В Лесогорском районе сплошные ямы', 'roads.pothole lesogorsky-town-hall'],
    ['На дороге у дома большая яма', 'place unknown'],
    ['Фонари в Озёрах разбиты', 'yards.light ozyory-town-hall'],
    ['Свет вечером не горит, г. Дмитров', 'yards.light dmitrov-town-hall'],
    ['Не дозвониться в поликлинику', 'health.care regional-health'],
    ['Выбоина, и фонарь разбит, г. Дмитров', 'roads.pothole dmitrov-town-hall'],
    ['Поликлиника в Дмитрове и поликлиника в Озёрах', 'health.care regional-health'],
    ['Спасибо за работу', 'topic unknown'],
    ['', 'topic unknown'],
    ['Вымыть яму на дороге, г. Дмитров', 'topic unknown'],
  ])('%s → %s', (text, expected) => expect(outcome(route(text))).toBe(expected))
})

describe('two topics', () => {
  test('of different bodies go to a person', () =>
    expect(outcome(route('Выбоина, а фонарь разбит. г. Лесогорск'))).toBe('topic ambiguous'))
  test('of one body go to that body, and both are told', () => {
    const routing = route('Ни инсулина, ни приёма: поликлиника закрыта')
    expect(outcome(routing)).toMatch(/^health\.\w+ regional-health$/)
    expect(routing.because.at(-1)).toMatchObject({
      step: 'rule',
      value: 'regional-health',
      found: expect.stringContaining(' = ') as string,
    })
  })
})

describe('seasons', () => {
  test.each([
    ['2026-12-10', 'yards.snow dmitrov-town-hall'],
    ['2026-11-07', 'topic unknown'],
    ['2026-11-08', 'yards.snow dmitrov-town-hall'],
    ['2027-04-15', 'yards.snow dmitrov-town-hall'],
    ['2026-07-01', 'topic unknown'],
  ])('snowdrifts on %s → %s', (date, expected) =>
    expect(outcome(route('Сугробы во дворе, г. Дмитров', { date }))).toBe(expected),
  )
  test('a sender who chose the topic is believed out of season', () =>
    expect(outcome(route('Сугробы, г. Дмитров', { date: '2026-07-01', topic: 'yards.snow' }))).toBe(
      'yards.snow dmitrov-town-hall',
    ))
})

describe('what the sender gives', () => {
  test('a topic is kept against the words', () =>
    expect(outcome(route('Поликлиника, г. Лесогорск', { topic: 'roads.marking' }))).toBe('roads.marking city-roads'))
  test('a topic the region does not have leaves the words', () =>
    expect(outcome(route('Поликлиника', { topic: 'space.rocket' }))).toBe('health.care regional-health'))
  test('topic and municipality are enough without a text', () =>
    expect(outcome(route('', { topic: 'yards.light', municipality: 'ozersky' }))).toBe('yards.light ozersky-town-hall'))
  test('the place is known even where the topic is not', () =>
    expect(route('Спасибо', { municipality: 'ozersky' })).toMatchObject({
      why: 'topic unknown',
      municipality: 'ozersky',
    }))
})

describe('evidence', () => {
  test('is told in the words of the message', () => {
    expect(route('В г. Лесогорске опять ЯМА на дороге!').because).toEqual([
      { step: 'place', about: 'municipality', value: 'lesogorsk', found: 'Лесогорске' },
      { step: 'keywords', about: 'topic', value: 'roads.pothole', found: 'ЯМА на дороге' },
      { step: 'rule', about: 'organisation', value: 'city-roads', found: 'roads.* / lesogorsk' },
    ])
  })
  test('of the sender and of a point', () => {
    const routing = route('', { topic: 'roads.marking', location: { lat: 55, lon: 40 } })
    expect(routing.because.map(({ step, found }) => `${step} ${found}`)).toEqual([
      'coordinates 55, 40',
      'sender roads.marking',
      'rule roads.* / lesogorsk',
    ])
  })
})

test('nobody responsible', () => {
  const region = { ...sampleRegion, routes: sampleRegion.routes.slice(0, 2) }
  expect(routeMessage(region, { text: 'Ямы, г. Дмитров', date: '2026-06-01' })).toMatchObject({
    why: 'nobody responsible',
  })
})

test('evidence with emoji inside a key phrase is text that a table takes', () =>
  expect(route('В Лесогорске яма 😀 😀 на дороге').because.map(({ found }) => found.isWellFormed())).not.toContain(
    false,
  ))

test('a point beyond the borders goes to a person, whoever answers for the whole region', () => {
  const ring = pack([
    [
      [39, 54],
      [42, 54],
      [42, 56],
      [39, 56],
      [39, 54],
    ],
  ])
  const region = {
    ...sampleRegion,
    outlines: { attribution: '', accuracyKm: 0.15, municipalities: { lesogorsk: ring } },
  }
  const input = { text: 'Не дозвониться в поликлинику', date: '2026-06-01' }
  expect(outcome(routeMessage(region, input))).toBe('health.care regional-health')
  expect(routeMessage(region, { ...input, location: { lat: 50, lon: 50 } })).toEqual({
    outcome: 'triage',
    topic: 'health.care',
    municipality: undefined,
    why: 'place outside',
    because: [
      { step: 'coordinates', about: 'municipality', value: '', found: '50, 50' },
      { step: 'keywords', about: 'topic', value: 'health.care', found: 'поликлинику' },
    ],
  })
})
