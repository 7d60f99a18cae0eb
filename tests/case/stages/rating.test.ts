// The citizen rates the answer or sends the case back to work: whole events and every refusal.
import { describe, expect, it } from 'vitest'
import { littleRegion } from '../../little-region.ts'
import {
  accept,
  answer,
  approve,
  ask,
  citizen,
  integrator,
  merge,
  note,
  operator,
  rate,
  reject,
  reopen,
  route,
  share,
  submit,
  system,
  tick,
  triage,
} from '../commands.ts'
import { event, start, stop } from '../expected.ts'
import { given, Story, utc } from '../story.ts'

const ANSWERED = '2026-03-03T11:00'
const NEXT = '2026-03-04T10:00'
const north = { responder: 'north-office-responder' }
const answered = () => given(submit(), route, '2026-03-03T10:00', answer(), ANSWERED, approve)
/** Closed by time, on the 17th at 23:59. */
const closed = () => answered().given('2026-03-17T23:59', tick)
const fresh = (at: string) => [start('acceptance', at), start('firstResponse', at), start('finalAnswer', at)]

describe('Rate', () => {
  it('closes a case that is solved', () => {
    answered()
      .when(NEXT, rate({ score: 5, solved: true }))
      .then([
        event('rated', NEXT, citizen, { score: 5, solved: true }),
        event('closed', NEXT, citizen, { outcome: 'solved' }, stop('rating')),
      ])
  })

  it('keeps the words that came with it, and the case resolved when it is not solved', () => {
    answered()
      .when(NEXT, rate({ by: integrator, messageId: 'M2' }))
      .then([event('rated', NEXT, integrator, { score: 3, solved: false, messageId: 'M2' })])
  })

  it('of a case that is closed already closes nothing', () => {
    closed()
      .when('2026-03-20T10:00', rate({ score: 5, solved: true }))
      .then([event('rated', '2026-03-20T10:00', citizen, { score: 5, solved: true })])
  })

  it('with a wish to reopen sends the case back to work', () => {
    answered()
      .when(NEXT, rate({ reopen: true, reason: 'Яма.', messageId: 'M2' }))
      .then([
        event('rated', NEXT, citizen, { score: 3, solved: false, messageId: 'M2' }),
        event('reopened', NEXT, citizen, { ...north, reason: 'Яма.', messageId: 'M2' }, [
          ...stop('rating'),
          ...fresh(NEXT),
        ]),
      ])
  })

  it('needs no stars, and words of whoever sends the case back', () => {
    answered()
      .when(NEXT, { type: 'Rate', by: citizen, solved: true, reopen: false })
      .then([
        event('rated', NEXT, citizen, { solved: true }),
        event('closed', NEXT, citizen, { outcome: 'solved' }, stop('rating')),
      ])
    answered()
      .when(NEXT, rate({ reopen: true, reason: ' ' }))
      .then('empty text')
  })

  it('is refused without a final answer: a case closed for silence has none to rate', () => {
    const silent = given(submit(), route, ask, '2026-03-10T10:00', tick)
    expect(silent.state.status).toBe('closed')
    silent.when('2026-03-11T10:00', rate()).then('not now')
    given(submit(), route, '2026-03-02T11:00', answer('interim'), approve, ask, '2026-03-10T10:00', tick)
      .when('2026-03-11T10:00', rate())
      .then('not now')
  })

  it('is refused twice, after the window, and to reopen too often', () => {
    answered().given(NEXT, rate()).when(NEXT, rate()).then('already rated')
    closed().when('2026-04-17T00:00', rate()).then('too late')
    const { reopening } = littleRegion().policy
    const once = new Story(littleRegion({ reopening: { ...reopening, max: 1 } })).given(submit(), route)
    once.given(answer(), approve, reopen, answer(), approve)
    once.when(once.at, rate({ reopen: true, messageId: 'M2' })).then('no more reopenings')
  })

  it('is given on the page of this round, not on that of one before', () => {
    const twice = answered().given(NEXT, reopen, answer(), approve)
    twice.when('2026-03-05T10:00', rate({ round: 0 })).then('superseded')
    twice.when('2026-03-05T10:00', { ...reopen, round: 0 }).then('superseded')
    expect(twice.says('2026-03-05T10:00', rate())).toBe('rated')
  })

  it('is of a shared answer, too', () => {
    const child = given(submit(), route, merge, ANSWERED, share(utc(ANSWERED)))
    expect(child.says(NEXT, rate({ solved: true }))).toBe('rated closed')
  })
})

describe('Reopen', () => {
  it('starts fresh clocks with who had the case', () => {
    answered()
      .when(NEXT, reopen)
      .then([
        event('reopened', NEXT, citizen, { ...north, reason: 'Яма на месте.' }, [...stop('rating'), ...fresh(NEXT)]),
      ])
  })

  it('needs words of either kind', () => {
    answered()
      .when(NEXT, { ...reopen, reason: ' ' })
      .then('empty text')
    answered().when(NEXT, { type: 'Reopen', by: citizen }).then('empty text')
    answered()
      .when(NEXT, { type: 'Reopen', by: citizen, messageId: 'M2' })
      .then([event('reopened', NEXT, citizen, { ...north, messageId: 'M2' }, [...stop('rating'), ...fresh(NEXT)])])
  })

  it('goes to triage where nobody had the case', () => {
    given(submit(), triage, '2026-03-02T11:00', reject)
      .when(NEXT, { ...reopen, by: operator })
      .then([event('reopened', NEXT, operator, { reason: 'Яма на месте.' }, [start('assignment', NEXT)])])
  })

  it.each([citizen, integrator])('of a rejected case is not the $role’s', (by) => {
    given(submit(), triage, reject)
      .when(NEXT, { ...reopen, by })
      .then('not yours')
  })

  it('is the citizen’s for thirty days from the answer, or from the end that came after it', () => {
    const { reopening } = littleRegion().policy
    const narrow = littleRegion({ reopening: { ...reopening, windowDays: 7 } })
    const resolved = () => new Story(narrow).given(submit(), route, '2026-03-03T10:00', answer(), ANSWERED, approve)
    expect(resolved().says('2026-03-10T11:00', reopen)).toBe('reopened')
    resolved().when('2026-03-10T11:01', reopen).then('too late')
    expect(closed().says('2026-04-16T23:59', reopen)).toBe('reopened')
    closed().when('2026-04-17T00:00', reopen).then('too late')
    expect(closed().says('2026-06-01T00:00', { ...reopen, by: operator })).toBe('reopened')
  })

  it('is bounded for the citizen, not for an operator', () => {
    const twice = answered()
    for (const day of ['04', '05']) twice.given(`2026-03-${day}T10:00`, reopen, answer(), approve)
    twice.when('2026-03-06T10:00', reopen).then('no more reopenings')
    expect(twice.says('2026-03-06T10:00', { ...reopen, by: operator })).toBe('reopened')
  })

  it('begins a new round: nothing that was used up before counts', () => {
    const { state } = given(submit(), route, '2026-03-02T11:00', accept, note, ask).given(
      event('clarification_expired', '2026-03-03T10:00', system, { then: 'resume' }),
      ...[answer('interim'), approve, answer(), approve],
      NEXT,
      reopen,
    )
    expect(state.round).toEqual({ startedAt: utc(NEXT), questions: 0, extensions: 0, notes: {} })
    expect(state.previousAnswer).toEqual({ text: 'Сделано.', kind: 'final', sort: 'done', at: utc('2026-03-02T11:00') })
  })
})

describe('an answer that nobody rates', () => {
  it('closes the case when the time to rate it is over, not a minute before', () => {
    answered().when('2026-03-17T23:58', tick).then([])
    answered()
      .when('2026-03-17T23:59', tick)
      .then([event('closed', '2026-03-17T23:59', system, { outcome: 'answered' }, stop('rating'))])
  })
})
