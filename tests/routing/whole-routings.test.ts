// Routings whole, with their evidence, one of each outcome; and how near a second topic may come to the first.
import { describe, expect, test } from 'vitest'
import { routeMessage, type Routing, type RoutingInput } from '../../functions/routing/route-message.ts'
import { sampleRegion } from './sample-region.ts'

const route = (text: string, more: Partial<RoutingInput> = {}) =>
  routeMessage(sampleRegion, { text, date: '2026-06-01', ...more })

const place = (municipality: string, found: string) =>
  ({ step: 'place', about: 'municipality', value: municipality, found }) as const
const words = (topic: string, found: string) => ({ step: 'keywords', about: 'topic', value: topic, found }) as const
const rule = (organisation: string, found: string) =>
  ({ step: 'rule', about: 'organisation', value: organisation, found }) as const

test.each<[string, Routing, Partial<RoutingInput>?]>([
  [
    'В Дмитрове борщевик',
    {
      outcome: 'routed',
      topic: 'yards.grass',
      municipality: 'dmitrov',
      organisation: 'dmitrov-town-hall',
      because: [place('dmitrov', 'Дмитрове'), words('yards.grass', 'борщевик'), rule('dmitrov-town-hall', '* / *')],
    },
  ],
  [
    'Поликлиника',
    {
      outcome: 'routed',
      topic: 'health.care',
      municipality: undefined,
      organisation: 'regional-health',
      because: [words('health.care', 'Поликлиника'), rule('regional-health', 'health.* / *')],
    },
  ],
  [
    'Ни инсулина, ни приёма: поликлиника закрыта',
    {
      outcome: 'routed',
      topic: 'health.care',
      municipality: undefined,
      organisation: 'regional-health',
      because: [
        words('health.care', 'поликлиника'),
        words('health.drugs', 'инсулина'),
        rule('regional-health', 'health.care = health.drugs'),
      ],
    },
  ],
  [
    'Поликлиника, г. Лесогорск',
    {
      outcome: 'routed',
      topic: 'roads.marking',
      municipality: 'lesogorsk',
      organisation: 'city-roads',
      because: [
        place('lesogorsk', 'Лесогорск'),
        { step: 'sender', about: 'topic', value: 'roads.marking', found: 'roads.marking' },
        rule('city-roads', 'roads.* / lesogorsk'),
      ],
    },
    { topic: 'roads.marking' },
  ],
  [
    'Спасибо из Дмитрова, где мы в Дмитрове',
    {
      outcome: 'triage',
      topic: undefined,
      municipality: 'dmitrov',
      why: 'topic unknown',
      because: [place('dmitrov', 'Дмитрове')],
      missing: { topic: [] },
    },
  ],
  [
    'Выбоина, а фонарь разбит. г. Лесогорск',
    {
      outcome: 'triage',
      topic: undefined,
      municipality: 'lesogorsk',
      why: 'topic ambiguous',
      because: [place('lesogorsk', 'Лесогорск'), words('roads.pothole', 'Выбоина'), words('yards.light', 'фонарь')],
      missing: { topic: ['roads.pothole', 'yards.light'] },
    },
  ],
  [
    'Фонарь разбит',
    {
      outcome: 'triage',
      topic: 'yards.light',
      municipality: undefined,
      why: 'place unknown',
      because: [words('yards.light', 'Фонарь')],
      missing: { place: [] },
    },
  ],
  [
    'Фонарь разбит в Дмитрове или в Озёрах',
    {
      outcome: 'triage',
      topic: 'yards.light',
      municipality: undefined,
      why: 'place ambiguous',
      because: [place('dmitrov', 'Дмитрове'), place('ozyory', 'Озёрах'), words('yards.light', 'Фонарь')],
      missing: { place: ['dmitrov', 'ozyory'] },
    },
  ],
])('%s', (text, expected, more) => expect(route(text, more)).toEqual(expected))

test('nobody is responsible for a topic that no route names, whatever the place', () => {
  const region = { ...sampleRegion, routes: sampleRegion.routes.slice(0, 2) }
  const text = 'Фонарь разбит в Дмитрове или в Озёрах'
  expect(routeMessage(region, { text, date: '2026-06-01' })).toMatchObject({
    outcome: 'triage',
    topic: 'yards.light',
    why: 'nobody responsible',
  })
})

describe('topics by the words', () => {
  const [one] = sampleRegion.topics
  const topic = (id: string, ...keywords: string[]) => ({ ...one!, id, keywords, notKeywords: [] })
  const first = ['альфа', 'бета', 'гамма', 'дельта', 'ламбда', 'омега']
  const byTopic = (text: string, ...topics: (typeof one)[]) => {
    const region = { ...sampleRegion, topics: topics as NonNullable<typeof one>[], routes: [sampleRegion.routes[2]!] }
    const routing = routeMessage(region, { text, date: '2026-06-01', municipality: 'dmitrov' })
    const found = routing.because
      .filter(({ about }) => about === 'topic')
      .map(({ value, found }) => `${value}: ${found}`)
    return [routing.outcome === 'routed' ? routing.topic : routing.why, ...found]
  }
  const far = 'слово '.repeat(15)

  test('tell at most five of what was found for one topic', () => {
    expect(byTopic(first.join(', '), topic('g.one', ...first))).toEqual([
      'g.one',
      ...first.slice(0, 5).map((word) => `g.one: ${word}`),
    ])
  })

  test('tell two of each of three, where several are near', () => {
    const topics = ['g.one', 'g.two', 'g.three', 'g.four'].map((id) => topic(id, ...first))
    expect(byTopic('альфа, бета, гамма, дельта', ...topics)).toEqual([
      'g.four',
      ...['g.four', 'g.one', 'g.three'].flatMap((id) => [`${id}: альфа`, `${id}: бета`]),
    ])
  })

  test('one common word far down is too little, one rare one is enough', () => {
    const topics = [topic('g.one', 'альфа', 'гамма'), topic('g.two', 'гамма'), topic('g.three', 'бета')]
    expect(byTopic(`${far}гамма`, ...topics)).toEqual(['topic unknown'])
    expect(byTopic(`${far}альфа`, ...topics)).toEqual(['topic unknown'])
    expect(byTopic(`${far}альфа гамма`, ...topics)[0]).toBe('g.one')
  })

  test('a topic 1.4 times as strong as the next stands alone', () => {
    // Two words against one of the same weight are twice as strong, three against two 1.5 times, four against three 1.33.
    const topics = [topic('g.one', 'альфа', 'бета', 'гамма', 'дельта'), topic('g.two', 'ламбда', 'омега', 'сигма')]
    const topicsOf = (text: string) =>
      new Set(
        byTopic(text, ...topics)
          .slice(1)
          .map((found) => found.split(':')[0]),
      )
    expect(topicsOf('альфа, бета, гамма, ламбда, омега')).toEqual(new Set(['g.one']))
    expect(topicsOf('альфа, бета, гамма, дельта, ламбда, омега, сигма')).toEqual(new Set(['g.one', 'g.two']))
  })

  test('and exactly 1.4 times is enough', () => {
    // The same word at the beginning and behind it: 1.4 to 1.
    const topics = [topic('g.one', 'альфа', 'бета'), topic('g.two', 'гамма', 'дельта')]
    expect(byTopic(`альфа, бета, ${far}гамма, дельта`, ...topics)).toEqual(['g.one', 'g.one: альфа', 'g.one: бета'])
  })
})
