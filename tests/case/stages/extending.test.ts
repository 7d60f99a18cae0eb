// More time: asked for, granted, refused; never after the deadline. Whole events and every refusal.
import { describe, expect, it } from 'vitest'
import { dueIfExtended, extendable } from '../../../functions/case/stages/extending.ts'
import { littleRegion } from '../../little-region.ts'
import {
  answer,
  approve,
  ask,
  clarify,
  grant,
  more,
  operator,
  refuseMore,
  reopen,
  reschedule,
  responder,
  route,
  submit,
  tick,
} from '../commands.ts'
import { event, move } from '../expected.ts'
import { given, MONDAY, Story, utc } from '../story.ts'

const TUESDAY = '2026-03-03T10:00'
const DUE = '2026-03-05T18:00'
const held = () => given(submit(), route)
const asked = () => held().given(TUESDAY, more)
const extension = littleRegion().policy.extension
const week = extension.message.term

describe('RequestExtension', () => {
  it('waits for an operator', () => {
    held()
      .when(TUESDAY, more)
      .then([event('extension_requested', TUESDAY, responder, { reason: 'Ждём деталь.' })])
  })

  it('extends at once where the region says so', () => {
    const region = littleRegion({
      extension: { ...extension, message: { ...extension.message, grantedBy: 'automatic' } },
    })
    new Story(region)
      .given(submit(), route)
      .when(TUESDAY, more)
      .then([
        event('extended', TUESDAY, responder, { reason: 'Ждём деталь.', due: utc('2026-03-17T18:00') }, [
          move('finalAnswer', MONDAY, {
            due: '2026-03-17T18:00',
            moves: [{ kind: 'extension', at: utc(TUESDAY), by: responder, reason: 'Ждём деталь.', term: week }],
          }),
        ]),
      ])
  })

  it('follows the regime’s own rule', () => {
    const region = littleRegion({
      extension: { ...extension, statutory: { ...extension.statutory, grantedBy: 'automatic' } },
    })
    const appeal = new Story(region).given(submit({ regime: 'statutory' }), route, TUESDAY, more)
    expect([appeal.last.type, appeal.due()]).toEqual(['extended', '2026-05-01T23:59'])
    new Story(littleRegion({ extension: { ...extension, statutory: { ...extension.statutory, max: 0 } } }))
      .given(submit({ regime: 'statutory' }), route)
      .when(TUESDAY, more)
      .then('no more extensions')
  })

  it('is refused without a reason, twice, too often, and too late', () => {
    held()
      .when(TUESDAY, { ...more, reason: ' ' })
      .then('empty text')
    asked().when(TUESDAY, more).then('already asked')
    asked().given(grant).when(TUESDAY, more).then('no more extensions')
    held().when(DUE, more).then('too late')
    held().given(DUE, tick).when(DUE, more).then('too late')
    expect(held().says('2026-03-05T17:59', more)).toBe('extension_requested')
  })

  it('is refused while there is no deadline to extend', () => {
    held()
      .given(event('accepted', TUESDAY, responder, {}, [{ clock: 'finalAnswer', change: 'stop' }]))
      .when(TUESDAY, more)
      .then('too late')
  })

  it('may name a day within the term, and after the deadline', () => {
    const until = (day: string) => held().says(TUESDAY, { ...more, until: day })
    expect(['2026-03-04', '2026-03-05'].map(until)).toEqual(['date too soon', 'date too soon'])
    expect(['2026-03-06', '2026-03-17'].map(until)).toEqual(['extension_requested', 'extension_requested'])
    expect(until('2026-03-18')).toBe('date too late')
    held()
      .when(TUESDAY, { ...more, until: '2026-03-12' })
      .then([event('extension_requested', TUESDAY, responder, { reason: 'Ждём деталь.', until: '2026-03-12' })])
  })

  it('offers the days that it takes', () => {
    const now = (at: string) => ({ state: held().state, region: littleRegion(), at: utc(at) })
    expect(extendable(now(TUESDAY))).toEqual({ first: '2026-03-06', last: '2026-03-17' })
    expect(extendable(now(DUE))).toBe(undefined)
  })

  it('starts anew in a new round', () => {
    const reopened = asked().given(grant, answer(), approve, '2026-03-04T10:00', reopen)
    expect(reopened.says('2026-03-04T11:00', more)).toBe('extension_requested')
  })
})

describe('GrantExtension', () => {
  it('moves the deadline by the term from where it stands', () => {
    asked()
      .when('2026-03-03T11:00', grant)
      .then([
        event('extended', '2026-03-03T11:00', operator, { reason: 'Ждём деталь.', due: utc('2026-03-17T18:00') }, [
          move('finalAnswer', MONDAY, {
            due: '2026-03-17T18:00',
            moves: [
              { kind: 'extension', at: utc('2026-03-03T11:00'), by: operator, reason: 'Ждём деталь.', term: week },
            ],
          }),
        ]),
      ])
  })

  it('to a day ends with its working time; of a day off, with that of the day before', () => {
    const until = (day: string) =>
      held()
        .given(TUESDAY, { ...more, until: day })
        .given('2026-03-03T11:00', grant)
    expect([until('2026-03-12').due(), until('2026-03-14').due()]).toEqual(['2026-03-12T18:00', '2026-03-13T18:00'])
    expect(until('2026-03-12').last).toMatchObject({
      type: 'extended',
      until: '2026-03-12',
      due: utc('2026-03-12T18:00'),
    })
  })

  it('to a day of an appeal under the law ends with that day', () => {
    const appeal = given(submit({ regime: 'statutory' }), route, TUESDAY, { ...more, until: '2026-04-05' }, grant)
    expect(appeal.due()).toBe('2026-04-05T23:59')
  })

  it('to a day moves on by a pause, and stays that day when rules change', () => {
    const paused = held().given(TUESDAY, { ...more, until: '2026-03-12' }, grant, '2026-03-04T10:00', ask)
    expect(paused.given('2026-03-05T10:00', clarify).due()).toBe('2026-03-13T18:00')
    const { region } = paused
    const { terms } = region.policy
    const shorter = {
      ...terms,
      message: { ...terms.message, finalAnswer: { ...terms.message.finalAnswer, amount: 1 } },
    }
    const granted = held().given(TUESDAY, { ...more, until: '2026-03-12' }, grant)
    granted.region = littleRegion({ terms: shorter })
    expect(granted.given('2026-03-04T10:00', reschedule).due()).toBe('2026-03-12T18:00')
  })

  it('to a day is refused when a pause has brought the deadline there by itself', () => {
    const story = held().given(TUESDAY, { ...more, until: '2026-03-06' }, ask, '2026-03-04T10:00', clarify)
    expect(story.due()).toBe('2026-03-06T18:00')
    story.when('2026-03-04T11:00', grant).then('date too soon')
    expect(dueIfExtended({ ...story, at: story.at })).toBe(undefined)
  })

  it('is refused once the deadline has come, noticed or not, also when it rests after it was missed', () => {
    asked().when(DUE, grant).then('too late')
    asked().given(DUE, tick).when(DUE, grant).then('too late')
    asked().given(DUE, tick, ask).when('2026-03-05T18:30', grant).then('too late')
  })

  it('is given while the clock rests, though its old instant has passed', () => {
    asked().given('2026-03-05T17:00', ask)
    const story = asked().given('2026-03-05T17:00', ask)
    expect(story.says('2026-03-05T19:00', grant)).toBe('extended')
  })

  it('without a request is superseded', () => {
    held().when(TUESDAY, grant).then('superseded')
  })
})

describe('RefuseExtension', () => {
  it('says why, and moves nothing', () => {
    asked()
      .when('2026-03-03T11:00', refuseMore)
      .then([event('extension_refused', '2026-03-03T11:00', operator, { reason: 'Нет.' })])
    asked()
      .when('2026-03-03T11:00', { ...refuseMore, reason: ' ' })
      .then('empty text')
  })
})
