// What is missing is asked of the citizen, once, while an operator may act all the same: whole events and every refusal.
import { describe, expect, it } from 'vitest'
import type { Missing } from '../../../functions/routing/routing.ts'
import {
  assign,
  asking,
  citizen,
  integrator,
  merge,
  operator,
  reject,
  reopen,
  route,
  share,
  submit,
  supply,
  system,
} from '../commands.ts'
import { event } from '../expected.ts'
import { given, MONDAY, type Past, type Story, utc } from '../story.ts'

const asked = (missing: Missing, ...then: Past[]) => given(submit(), asking(missing), ...then)
const place = asking({ place: [] })

describe('a message that routing leaves to a person', () => {
  it('is asked about, with what may be chosen', () => {
    const story = given(submit()).when(MONDAY, asking({ topic: ['roads.pothole', 'roads.manhole'], place: ['north'] }))
    story.then([
      event('triaged', MONDAY, system, {
        ...{ why: 'place unknown', because: [] },
        asks: { topic: ['roads.pothole', 'roads.manhole'], place: ['north'] },
      }),
    ])
    expect(story.state).toMatchObject({ status: 'triage', askedAt: utc(MONDAY) })
    expect(story.told()).toEqual(['operator-1 triage triage', 'citizen received track'])
  })

  it('is asked about once: what was said and did not route it waits for the operator, who is not told again, nor is the citizen', () => {
    const story = asked({ place: [] }, supply({ messageId: 'M2' })).when('2026-03-02T10:10', place)
    story.then([event('triaged', '2026-03-02T10:10', system, { why: 'place unknown', because: [], again: true })])
    expect(story.state.missing).toBeUndefined()
    expect(story.told()).toEqual([])
    story.when('2026-03-02T10:20', supply({ municipality: 'north' })).then('superseded')
  })
})

describe('Supply', () => {
  it('says where it is, and the case is routed anew', () => {
    const story = asked({ place: [] }).when('2026-03-02T10:05', supply({ municipality: 'north', messageId: 'M2' }))
    story.then([event('supplied', '2026-03-02T10:05', citizen, { municipality: 'north', messageId: 'M2' })])
    expect(story.state).toMatchObject({ status: 'routing', municipality: 'north', askedAt: utc(MONDAY) })
    expect(story.told()).toEqual([])
    expect(story.says('2026-03-02T10:06', route)).toBe('assigned')
    expect(story.told()).toEqual(['north-office-responder work respond', 'citizen registered track'])
  })

  it('says which topic it is about, by an integrator as well', () => {
    asked({ topic: ['roads.pothole', 'roads.manhole'] })
      .when('2026-03-02T10:05', supply({ by: integrator, topic: 'roads.manhole' }))
      .then([event('supplied', '2026-03-02T10:05', integrator, { topic: 'roads.manhole' })])
  })

  it('keeps nothing that was not asked', () => {
    asked({ topic: [] })
      .when('2026-03-02T10:05', supply({ topic: 'health.queue', municipality: 'north', messageId: 'M2' }))
      .then([event('supplied', '2026-03-02T10:05', citizen, { topic: 'health.queue' })])
    asked({ place: [] })
      .when('2026-03-02T10:05', supply({ topic: 'health.queue', messageId: 'M2' }))
      .then([event('supplied', '2026-03-02T10:05', citizen, { messageId: 'M2' })])
  })

  it.each([
    ['another topic than the choices', { topic: ['roads.pothole', 'roads.manhole'] }, { topic: 'health.queue' }],
    ['a topic that the region does not have', { topic: [] }, { topic: 'roads.snow' }],
    ['no topic', { topic: [], place: [] }, { municipality: 'north' }],
  ])('is refused with %s', (_, missing, said) => {
    asked(missing).when('2026-03-02T10:05', supply(said)).then('unknown topic')
  })

  it.each([
    ['no place', { place: ['north'] }, {}],
    [
      'a place that the region does not have, with words or without',
      { place: [] },
      { municipality: 'east', messageId: 'M2' },
    ],
  ])('is refused with %s', (_, missing, said) => {
    asked(missing).when('2026-03-02T10:05', supply(said)).then('unknown municipality')
  })
})

describe('the question is gone', () => {
  const after = (...then: Past[]): Story => asked({ place: [] }, '2026-03-02T10:03', ...then)
  const late = { ...supply({ municipality: 'north' }), askedAt: utc(MONDAY) }

  it.each([
    ['an operator assigned it', [assign()]],
    ['it was rejected', [reject]],
    ['it was answered', [supply({ municipality: 'south' })]],
    ['its data were erased', [{ type: 'RequestErasure', by: citizen } as const]],
  ])('once %s: an answer that comes later is refused', (_, then) => {
    const story = after(...then)
    expect(story.state.missing).toBeUndefined()
    expect(story.says('2026-03-02T10:05', late)).toMatch(/superseded|erased/)
  })

  it('also when the case came back to triage', () => {
    const story = after(assign(), { type: 'Decline', by: operator, reason: 'Не наше.' })
    expect([story.state.status, story.says('2026-03-02T10:05', late)]).toEqual(['triage', 'superseded'])
  })

  it('once it was answered together with another, and came back', () => {
    const story = after(merge, share('2026-03-02T10:03:00.000Z'), { ...reopen, by: operator })
    expect([story.state.status, story.state.missing]).toEqual(['triage', undefined])
    expect(story.says('2026-03-02T10:05', late)).toBe('superseded')
  })

  it('while it is merged, and stands again with the case', () => {
    const story = after(merge)
    expect(story.says('2026-03-02T10:05', late)).toBe('not now')
    story.given({ type: 'Unmerge', by: operator })
    expect(story.says('2026-03-02T10:05', late)).toBe('supplied')
  })
})
