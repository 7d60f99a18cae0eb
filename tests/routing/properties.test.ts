// What holds for every text: no throw, the same answer twice, the sender believed, nobody chosen whom no route allows.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { covers } from '../../functions/routing/responsible.ts'
import { routeMessage } from '../../functions/routing/route-message.ts'
import { quote, wordsOf } from '../../functions/language/words.ts'
import { loadRegion } from '../../regions/load.ts'
import { sampleRegion } from './sample-region.ts'

const WORDS =
  'яма на дороге ямы фонарь инсулин поликлиника сугробы борщевик Лесогорск Лесогорском районе г. ул. и Дмитров - Озёры , деревня Клюква не горит свет Курск Курского района люк 5 «'.split(
    ' ',
  )
/** Any sequence of UTF-16 units, halves of characters included, and emoji between the words of key phrases. */
const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 80 })
const emoji = fc.constantFrom('😀', '🚧', '👷🏽‍♀️', '🇷🇺', '\ud83d', '\ude00', ' ', 'ё', '—')
const text = fc.oneof(
  units.map((codes) => String.fromCharCode(...codes)),
  fc
    .array(fc.tuple(fc.constantFrom(...WORDS), fc.array(emoji, { maxLength: 4 })), { maxLength: 20 })
    .map((words) => words.map(([word, between]) => `${word} ${between.join('')} `).join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.array(fc.constantFrom(...WORDS), { maxLength: 40 }).map((words) => words.join(' ')),
)
const date = fc.oneof(fc.constant('2026-06-01'), fc.constant('2026-12-01'), fc.string({ maxLength: 12 }))
const location = fc.option(fc.record({ lat: fc.double(), lon: fc.double() }), { nil: undefined })

describe.each([
  ['invented', sampleRegion],
  ['46', loadRegion('46')],
])('region %s', (_, region) => {
  const topic = fc.option(fc.oneof(fc.constantFrom(...region.topics.map(({ id }) => id)), fc.string()), {
    nil: undefined,
  })
  const municipality = fc.option(fc.constantFrom(...region.municipalities.map(({ id }) => id), 'nowhere'), {
    nil: undefined,
  })
  const address = fc.option(text, { nil: undefined })
  const optional = fc.record({ text, date, topic, municipality, address, location })
  const input = optional.map((all) => {
    const given = Object.entries(all).filter(([, value]) => value !== undefined)
    return Object.fromEntries(given) as unknown as Parameters<typeof routeMessage>[1]
  })

  test('any input has one answer with short evidence', () =>
    fc.assert(
      fc.property(input, (message) => {
        const routing = routeMessage(region, message)
        expect(routeMessage(region, message)).toEqual(routing)
        for (const { found } of routing.because) {
          expect(found.length).toBeLessThanOrEqual(60)
          expect(found.isWellFormed(), found).toBe(true)
        }
      }),
    ))

  test('words and what stands between them are the text, in its order', () =>
    fc.assert(
      fc.property(text, (written) => {
        const words = wordsOf(written)
        const told = words.map(({ between, written: word }) => between + word).join('')
        expect(written.toWellFormed().startsWith(told)).toBe(true)
        for (const [at, { written: word, between }] of words.entries()) {
          expect(word.length).toBeGreaterThan(0)
          expect(quote(words, at, at + 2).isWellFormed()).toBe(true)
          if (at > 0 && between.length <= 5 && word.length < 30) expect(quote(words, at, at)).toBe(word)
        }
      }),
    ))

  test('the sender’s topic and municipality are kept', () =>
    fc.assert(
      fc.property(input, (message) => {
        const routing = routeMessage(region, message)
        if (region.topics.some(({ id }) => id === message.topic)) expect(routing.topic).toBe(message.topic)
        if (region.municipalities.some(({ id }) => id === message.municipality)) {
          expect(routing.municipality).toBe(message.municipality)
        }
      }),
    ))

  test('whoever is chosen exists and a route allows it', () =>
    fc.assert(
      fc.property(input, (message) => {
        const routing = routeMessage(region, message)
        if (routing.outcome !== 'routed') return
        const chosen = region.organisations.find(({ id }) => id === routing.organisation)
        expect(chosen).toBeDefined()
        const local = chosen?.kind === 'municipality' && chosen.municipality === routing.municipality
        const allowed = region.routes.some(
          ({ topics, municipalities, organisation }) =>
            topics.some((pattern) => covers(pattern, routing.topic)) &&
            (municipalities.includes('*') || municipalities.includes(routing.municipality ?? '')) &&
            (organisation === chosen?.id || (organisation === 'municipality' && local)),
        )
        expect(allowed).toBe(true)
      }),
    ))
})
