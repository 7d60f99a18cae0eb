// A question to the citizen, its answer, and silence: whole events and every refusal.
import { describe, expect, it } from 'vitest'
import { littleRegion } from '../../little-region.ts'
import {
  answer,
  approve,
  ask,
  citizen,
  clarify,
  reopen,
  responder,
  route,
  sendBack,
  submit,
  system,
  tick,
} from '../commands.ts'
import { event, move, pause, rested, start, stop } from '../expected.ts'
import { given, MONDAY, Story } from '../story.ts'

const ELEVEN = '2026-03-02T11:00'
const held = () => given(submit(), route)
const asked = () => held().given('2026-03-03T10:00', ask)

describe('AskCitizen', () => {
  it('accepts an assigned case and pauses its deadline', () => {
    held()
      .when(ELEVEN, ask)
      .then([
        event('accepted', ELEVEN, responder, {}, stop('acceptance', 'firstResponse')),
        event('clarification_asked', ELEVEN, responder, { question: 'Где?' }, [
          ...pause('question', 'finalAnswer'),
          start('clarification', ELEVEN),
        ]),
      ])
  })

  it('in a case in work is one event; a first response that is still owed rests, too', () => {
    held()
      .given('2026-03-02T10:30', event('accepted', '2026-03-02T10:30', responder, {}))
      .when(ELEVEN, ask)
      .then([
        event('clarification_asked', ELEVEN, responder, { question: 'Где?' }, [
          ...pause('question', 'finalAnswer', 'firstResponse'),
          start('clarification', ELEVEN),
        ]),
      ])
  })

  it('is refused without a question, to who cannot be reached, and too often in a round', () => {
    held()
      .when(ELEVEN, { ...ask, question: ' ' })
      .then('empty text')
    given(submit({ reach: 'none' }), route)
      .when(ELEVEN, ask)
      .then('citizen unreachable')
    const portal = { role: 'integrator', id: 'portal' } as const
    const brought = (relaysQuestions: boolean) => {
      const integrators = [{ id: 'portal', name: 'Портал', scopes: [], relaysQuestions }]
      return new Story({ ...littleRegion(), integrators }).given(submit({ reach: 'none', by: portal }), route)
    }
    brought(false).when(ELEVEN, ask).then('citizen unreachable')
    // Whom the system that brought the message asks in our place is heard as by mail, and silence means the same.
    const relayed = brought(true).given('2026-03-03T10:00', ask, '2026-03-06T23:59', tick)
    expect(relayed.events.slice(-3).map(({ type }) => type)).toEqual([
      'clarification_asked',
      'clarification_expired',
      'closed',
    ])
    const often = held().given(ask, clarify, ask, clarify)
    often.when(ELEVEN, ask).then('no more questions')
    often.given(answer(), approve, '2026-03-03T10:00', reopen)
    expect(often.says('2026-03-03T11:00', ask)).toBe('accepted clarification_asked')
  })

  it('is bounded by the regime’s own number', () => {
    const { clarification } = littleRegion().policy
    const region = littleRegion({ clarification: { ...clarification, statutory: { max: 0, onSilence: 'resume' } } })
    new Story(region)
      .given(submit({ regime: 'statutory' }), route)
      .when(ELEVEN, ask)
      .then('no more questions')
  })
})

describe('Clarify', () => {
  it('takes the deadline up again, moved by the working time it rested', () => {
    asked()
      .when('2026-03-04T12:00', clarify)
      .then([
        event('clarified', '2026-03-04T12:00', citizen, { messageId: 'M2' }, [
          ...stop('clarification'),
          move('finalAnswer', MONDAY, {
            due: '2026-03-10T11:00',
            moves: [rested('2026-03-03T10:00', '2026-03-04T12:00', 'question')],
          }),
        ]),
      ])
  })

  it('brings the case back to where it stood', () => {
    const rework = held().given('2026-03-02T11:00', answer(), sendBack, '2026-03-02T12:00', ask)
    expect(rework.given(clarify).state.status).toBe('rework')
  })
})

describe('silence', () => {
  it('closes a report, when the region says so', () => {
    asked()
      .when('2026-03-06T23:59', tick)
      .then([
        event('clarification_expired', '2026-03-06T23:59', system, { then: 'close' }),
        event('closed', '2026-03-06T23:59', system, { outcome: 'no reply' }, stop('finalAnswer', 'clarification')),
      ])
  })

  it('says nothing a minute before', () => {
    asked().when('2026-03-06T23:58', tick).then([])
  })

  it('takes work up again where the law, or the region, knows no closing', () => {
    const { clarification } = littleRegion().policy
    new Story(littleRegion({ clarification: { ...clarification, message: { max: 2, onSilence: 'resume' } } }))
      .given(submit(), route, '2026-03-03T10:00', ask)
      .when('2026-03-06T23:59', tick)
      .then([
        event('clarification_expired', '2026-03-06T23:59', system, { then: 'resume' }, [
          ...stop('clarification'),
          move('finalAnswer', MONDAY, {
            due: '2026-03-12T17:00',
            moves: [rested('2026-03-03T10:00', '2026-03-06T23:59', 'question')],
          }),
        ]),
      ])
    const appeal = given(submit({ regime: 'statutory' }), route, '2026-03-03T10:00', ask, '2026-03-06T23:59', tick)
    expect([appeal.last.type, appeal.state.status]).toEqual(['clarification_expired', 'in_progress'])
  })

  it.each([
    ['the question came back for now', { seq: 4, permanent: false }],
    ['nothing reaches the citizen any more', { seq: 2, permanent: true }],
  ])('of who was not reached closes nothing: %s', (_, mail) => {
    const unreached = asked().given(
      event('undelivered', '2026-03-03T11:00', system, { recipient: 'citizen', why: 'bounce', ...mail }),
    )
    expect(unreached.state.status).toBe('clarification')
    unreached.given('2026-03-06T23:59', tick)
    expect([unreached.last.type, unreached.state.status]).toEqual(['clarification_expired', 'in_progress'])
  })
})
