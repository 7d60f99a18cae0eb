// A message that was written on an official page: whose it is and what place it is about are evidence, and never against the citizen's own words.
import { describe, expect, it } from 'vitest'
import { answersOf } from '../../functions/routing/answers.ts'
import { routeMessage, type RoutingInput } from '../../functions/routing/route-message.ts'
import { sampleRegion } from './sample-region.ts'

const page = { name: 'Дмитров сегодня', municipality: 'dmitrov', organisation: 'dmitrov-town-hall' }
const route = (text: string, more: Partial<RoutingInput> = {}) =>
  routeMessage(sampleRegion, { text, date: '2026-06-01', page, ...more })
const placed = { step: 'page', about: 'municipality', value: 'dmitrov', found: 'Дмитров сегодня' }
const owned = { step: 'page', about: 'organisation', value: 'dmitrov-town-hall', found: 'Дмитров сегодня' }

describe('of the place', () => {
  it('it decides where the message names none, and is told first', () => {
    expect(route('На дороге у дома большая яма')).toEqual({
      ...{ outcome: 'routed', topic: 'roads.pothole', municipality: 'dmitrov', organisation: 'dmitrov-town-hall' },
      because: [
        owned,
        placed,
        { step: 'keywords', about: 'topic', value: 'roads.pothole', found: expect.any(String) as string },
        { step: 'rule', about: 'organisation', value: 'dmitrov-town-hall', found: expect.any(String) as string },
      ],
    })
  })

  it.each([
    ['the text', 'В Лесогорске огромная яма на дороге', {}, 'lesogorsk'],
    ['the sender', 'На дороге яма', { municipality: 'ozyory' }, 'ozyory'],
    ['the reply to a question', 'На дороге яма', { said: { municipality: 'ozyory' } }, 'ozyory'],
  ] as const)('%s is believed before it', (_, text, more, expected) => {
    const { municipality, because } = route(text, more)
    expect([municipality, because.filter(({ about, step }) => about === 'municipality' && step === 'page')]).toEqual([
      expected,
      [],
    ])
  })

  it('two places of the text stay for a person, and so does a page of a place that the region has no more', () => {
    const { because, ...two } = route('В Лесогорске и в Озёрах ямы на дорогах')
    expect([two.municipality, because.some(({ step, about }) => step === 'page' && about === 'municipality')]).toEqual([
      undefined,
      false,
    ])
    expect(route('На дороге яма', { page: { name: 'Старая', municipality: 'gone', organisation: 'gone' } })).toEqual(
      routeMessage(sampleRegion, { text: 'На дороге яма', date: '2026-06-01' }),
    )
  })
})

describe('of the body', () => {
  const health = { name: 'Минздрав', organisation: 'regional-health' }

  it('a page of a body without a place says no place', () => {
    const { outcome, municipality, because } = route('На дороге у дома большая яма', { page: health })
    expect([outcome, municipality, because[0]]).toEqual([
      'triage',
      undefined,
      { step: 'page', about: 'organisation', value: 'regional-health', found: 'Минздрав' },
    ])
  })

  it('it never decides against the routes: a pothole on a page of the health department goes where potholes go', () => {
    const { organisation } = { organisation: undefined, ...route('В Дмитрове яма на дороге', { page: health }) }
    expect(organisation).toBe('dmitrov-town-hall')
  })

  it('of answers that a person is offered without a model, those of its owner come first where words are about even', () => {
    const found = (value: string, probability: number) => ({ value, probability, because: [] })
    const answers = (owner: string) => {
      const topic = [found('roads.pothole', 0.5), found('yards.light', 0.4)]
      const municipality = [found('lesogorsk', 1)]
      const organisation = owner ? [found(owner, 1)] : []
      return answersOf(sampleRegion, { topic, municipality, organisation }, undefined).map((one) => one.organisation)
    }
    const plain = answers('')
    expect(plain).toHaveLength(2)
    expect([answers(plain[0]!), answers(plain[1]!)]).toEqual([plain, plain.toReversed()])
  })
})
