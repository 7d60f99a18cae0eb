// A message becomes a case, is let in or rejected, and routed: whole events and every refusal.
import { describe, expect, it } from 'vitest'
import type { DeadlineRule } from '../../../regions/schema.ts'
import { littleRegion } from '../../little-region.ts'
import { admit, CHILD, integrator, join, operator, reject, route, submit, system, triage } from '../commands.ts'
import { event, start, stop } from '../expected.ts'
import { given, MONDAY, Story } from '../story.ts'

const received = {
  region: '99',
  messageId: 'M1',
  channel: 'form',
  regime: 'message',
  language: 'ru',
  moderated: false,
  reach: 'email',
} as const
const moderating = littleRegion({ moderateMessages: true })
const held = { organisation: 'north-office', responder: 'north-office-responder', topic: 'roads.pothole' }
const urgent: DeadlineRule = {
  id: 'urgent',
  name: { ru: 'Срочно' },
  regimes: ['message'],
  topics: ['roads.manhole'],
  municipalities: ['north'],
  terms: { assignment: { amount: 1, unit: 'working hours' } },
}

describe('Submit', () => {
  it('receives a message, and the time to assign it starts', () => {
    given()
      .when(MONDAY, submit())
      .then([event('received', MONDAY, { role: 'citizen' }, received, [start('assignment', MONDAY)])])
  })

  it('keeps what the sender knew, and starts by the rule for it', () => {
    const known = { topic: 'roads.manhole', municipality: 'north', location: { lat: 56, lon: 38 } }
    const rule = { amount: 1, source: 'rule', id: 'urgent' } as const
    new Story(littleRegion({ rules: [urgent] }))
      .when(MONDAY, submit({ by: integrator, channel: 'api', reach: 'none', language: 'en', ...known }))
      .then([
        event(
          'received',
          MONDAY,
          integrator,
          { ...received, channel: 'api', reach: 'none', language: 'en', ...known },
          [start('assignment', MONDAY, { rule })],
        ),
      ])
  })

  it('waits for a moderator where the region reads messages first', () => {
    new Story(moderating)
      .when(MONDAY, submit())
      .then([
        event('received', MONDAY, { role: 'citizen' }, { ...received, moderated: true }, [start('moderation', MONDAY)]),
      ])
  })

  it('is refused for a topic or a municipality that the region does not have, and a second time', () => {
    given()
      .when(MONDAY, submit({ topic: 'roads.snow' }))
      .then('unknown topic')
    given()
      .when(MONDAY, submit({ municipality: 'east' }))
      .then('unknown municipality')
    given(submit()).when(MONDAY, submit()).then('already exists')
  })
})

it('Admit lets a message in: its reading ends and the time to assign it starts', () => {
  new Story(moderating)
    .given(submit())
    .when('2026-03-02T10:30', admit)
    .then([
      event('admitted', '2026-03-02T10:30', operator, {}, [
        ...stop('moderation'),
        start('assignment', '2026-03-02T10:30'),
      ]),
    ])
})

it('Admit starts the time to assign by what is known of the case', () => {
  const rule = { amount: 1, source: 'rule', id: 'urgent' } as const
  new Story({ ...moderating, policy: { ...moderating.policy, rules: [urgent] } })
    .given(submit({ topic: 'roads.manhole', municipality: 'north' }))
    .when(MONDAY, admit)
    .then([event('admitted', MONDAY, operator, {}, [...stop('moderation'), start('assignment', MONDAY, { rule })])])
})

describe('Reject', () => {
  it('stops every clock', () => {
    given(submit())
      .when('2026-03-02T11:00', reject)
      .then([event('rejected', '2026-03-02T11:00', operator, { reason: 'Реклама.' }, stop('assignment'))])
  })

  it('names the cases that were merged into it', () => {
    given(submit(), triage, join())
      .when('2026-03-02T11:00', reject)
      .then([
        event('rejected', '2026-03-02T11:00', operator, { reason: 'Реклама.', children: [CHILD] }, stop('assignment')),
      ])
  })

  it('needs a ground from the list or words; «other» needs words', () => {
    const asked = { type: 'Reject', by: operator } as const
    for (const one of [asked, { ...asked, reason: ' ' }, { ...asked, ground: 'other', reason: ' ' } as const])
      given(submit()).when('2026-03-02T11:00', one).then('empty text')
    const closed = given(submit()).when('2026-03-02T11:00', { ...asked, ground: 'duplicate' })
    closed.then([event('rejected', '2026-03-02T11:00', operator, { ground: 'duplicate' }, stop('assignment'))])
    const story = given(submit(), { ...asked, ground: 'no facts', reason: 'Где это?' })
    expect(story.state).toMatchObject({ status: 'rejected', rejectedAs: 'no facts', rejectedFor: 'Где это?' })
    story.given({ type: 'Reopen', by: operator, reason: 'Ошиблись.' })
    expect([story.state.rejectedAs, story.state.rejectedFor]).toEqual([undefined, undefined])
  })
})

describe('Route', () => {
  const because = [{ step: 'rule', about: 'organisation', value: 'north-office', found: 'routes[1]' }] as const

  it('assigns what it could decide, with the evidence', () => {
    given(submit())
      .when('2026-03-02T10:05', { ...route, routing: { ...route.routing, because: [...because] } })
      .then([
        event('assigned', '2026-03-02T10:05', system, { ...held, municipality: 'north', first: true, because }, [
          ...stop('assignment'),
          start('acceptance', '2026-03-02T10:05'),
          start('firstResponse', '2026-03-02T10:05'),
          start('finalAnswer', '2026-03-02T10:05'),
        ]),
      ])
  })

  it('leaves the rest to a person, with what it found', () => {
    given(submit())
      .when('2026-03-02T10:05', triage)
      .then([event('triaged', '2026-03-02T10:05', system, { why: 'topic unknown', because: [] })])
    const found = { topic: 'roads.pothole', municipality: 'north' }
    given(submit())
      .when('2026-03-02T10:05', {
        ...triage,
        routing: { outcome: 'triage', ...found, why: 'place ambiguous', because: [...because] },
      })
      .then([event('triaged', '2026-03-02T10:05', system, { ...found, why: 'place ambiguous', because })])
  })

  it('is refused where the region has no such body, topic or municipality', () => {
    const to = (more: object) => ({ ...route, routing: { ...route.routing, ...more } })
    given(submit())
      .when(MONDAY, to({ organisation: 'nobody' }))
      .then('unknown organisation')
    given(submit())
      .when(MONDAY, to({ topic: 'roads.snow' }))
      .then('unknown topic')
    given(submit())
      .when(MONDAY, to({ municipality: 'east' }))
      .then('unknown municipality')
  })
})
