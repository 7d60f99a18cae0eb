// The answer and its review: whole events and every refusal.
import { describe, expect, it } from 'vitest'
import {
  accept,
  answer,
  approve,
  CHILD,
  join,
  moderator,
  more,
  operator,
  promise,
  reopen,
  responder,
  route,
  sendBack,
  submit,
} from '../commands.ts'
import { event, move, pause, rested, start, stop } from '../expected.ts'
import { given, MONDAY, utc } from '../story.ts'

const TUESDAY = '2026-03-03T10:00'
const NOON = '2026-03-03T12:00'
const held = () => given(submit(), route)
const said = (kind: 'final' | 'interim') =>
  kind === 'final' ? ({ kind, sort: 'done' } as const) : ({ kind, ...promise } as const)
const written = (kind: 'final' | 'interim' = 'final') => held().given('2026-03-02T10:30', accept, TUESDAY, answer(kind))

describe('Answer', () => {
  const answered = (kind: 'final' | 'interim') =>
    event('answered', TUESDAY, responder, { text: 'Сделано.', ...said(kind) }, [
      ...pause('review', 'finalAnswer'),
      start('answerReview', TUESDAY),
    ])

  it('accepts an assigned case; while a moderator reads, the deadline rests', () => {
    held()
      .when(TUESDAY, answer())
      .then([event('accepted', TUESDAY, responder, {}, stop('acceptance', 'firstResponse')), answered('final')])
    held()
      .given(accept)
      .when(TUESDAY, answer('interim'))
      .then([answered('interim')])
  })

  it('is a first response where none was given', () => {
    held()
      .given(event('accepted', MONDAY, responder, {}))
      .when(TUESDAY, answer())
      .then([
        event('answered', TUESDAY, responder, { text: 'Сделано.', ...said('final') }, [
          ...stop('firstResponse'),
          ...pause('review', 'finalAnswer'),
          start('answerReview', TUESDAY),
        ]),
      ])
  })

  it('needs a text, and is interim once in a round', () => {
    held()
      .when(TUESDAY, { ...answer(), text: ' ' })
      .then('empty text')
    const interim = written('interim').given(approve)
    interim.when(NOON, answer('interim')).then('interim already given')
    interim.given(NOON, answer(), approve, '2026-03-04T10:00', reopen)
    expect(interim.says('2026-03-04T11:00', answer('interim'))).toBe('accepted answered')
  })
})

describe('what an answer says', () => {
  const says = (more: object) => held().says(TUESDAY, { ...answer(), ...more })

  it.each(['done', 'explained', 'impossible', 'not ours'] as const)('%s: it is final', (sort) => {
    const [, answered] = held().follows(TUESDAY, { ...answer(), sort })
    expect(answered).toMatchObject({ kind: 'final', sort })
  })

  it('a promise names a day from today to that of the final answer after it', () => {
    expect(held().follows(TUESDAY, answer('interim'))[1]).toMatchObject({ kind: 'interim', ...promise })
    const promised = (promisedFor: string) => says({ ...promise, promisedFor })
    expect(promised('2026-03-02')).toBe('date passed')
    expect(promised('2026-03-03')).toBe('accepted answered')
    expect(promised('2026-03-13')).toBe('accepted answered')
    expect(promised('2026-03-14')).toBe('date too late')
  })

  it('is kept with the draft and the answer that was approved of it', () => {
    const draft = { text: 'Сделано.', at: utc(TUESDAY), kind: 'interim', ...promise }
    expect(written('interim').state.round.draft).toEqual(draft)
    const { answer: approved } = written('interim').given(NOON, approve).state.round
    expect(approved).toEqual({ ...draft, at: utc(NOON) })
  })
})

describe('ReturnAnswer', () => {
  it('takes the deadline up again, moved by the working time it rested', () => {
    written()
      .when(NOON, sendBack)
      .then([
        event('answer_returned', NOON, moderator, { reason: 'Где именно?' }, [
          ...stop('answerReview'),
          move('finalAnswer', MONDAY, { due: '2026-03-06T11:00', moves: [rested(TUESDAY, NOON, 'review')] }),
        ]),
      ])
  })

  it('needs a reason', () => {
    written()
      .when(NOON, { ...sendBack, reason: ' ' })
      .then('empty text')
  })
})

describe('ApproveAnswer', () => {
  const approved = { text: 'Сделано.', ...said('final'), edited: false } as const
  const clocks = [...stop('finalAnswer', 'answerReview'), start('rating', NOON)]

  it('of a final answer ends every term but the citizen’s', () => {
    written()
      .when(NOON, approve)
      .then([event('answer_approved', NOON, moderator, approved, clocks)])
  })

  it('keeps what the moderator wrote instead, and says so', () => {
    written()
      .when(NOON, { ...approve, text: ' Засыпано. ' })
      .then([event('answer_approved', NOON, moderator, { ...approved, text: 'Засыпано.', edited: true }, clocks)])
    written()
      .when(NOON, { ...approve, text: 'Сделано.' })
      .then([event('answer_approved', NOON, moderator, approved, clocks)])
    written()
      .when(NOON, { ...approve, text: '  ' })
      .then([event('answer_approved', NOON, moderator, approved, clocks)])
    written()
      .when(NOON, { ...approve, by: operator })
      .then([event('answer_approved', NOON, operator, approved, clocks)])
  })

  it('of a final answer names the cases merged into this one; of an interim one it does not', () => {
    written()
      .given(join())
      .when(NOON, approve)
      .then([event('answer_approved', NOON, moderator, { ...approved, children: [CHILD] }, clocks)])
    const interim = written('interim').given(join()).follows(NOON, approve)
    expect(interim[0]).not.toHaveProperty('children')
  })

  it('of an interim answer starts the longer term to the final one', () => {
    written('interim')
      .when(NOON, approve)
      .then([
        event('answer_approved', NOON, moderator, { ...approved, ...said('interim') }, [
          ...stop('answerReview'),
          start('finalAnswer', NOON, { due: '2026-03-13T18:00', rule: { amount: 7, of: 'finalAfterInterim' } }),
        ]),
      ])
  })

  it('of an interim answer keeps the deadlines of the cases merged into this one', () => {
    written('interim')
      .given(join(utc('2026-03-10T12:00')))
      .when(NOON, approve)
      .then([
        event('answer_approved', NOON, moderator, { ...approved, ...said('interim') }, [
          ...stop('answerReview'),
          start('finalAnswer', NOON, {
            due: '2026-03-10T12:00',
            own: '2026-03-13T18:00',
            rule: { amount: 7, of: 'finalAfterInterim' },
            moves: [{ kind: 'cluster', at: utc(TUESDAY), child: CHILD, due: utc('2026-03-10T12:00') }],
          }),
        ]),
      ])
  })

  it('of another text than the one that was read is superseded', () => {
    const rewritten = written().given(NOON, sendBack, '2026-03-03T13:00', answer())
    rewritten.when('2026-03-03T14:00', { ...approve, draftAt: utc(TUESDAY) }).then('superseded')
    rewritten.when('2026-03-03T14:00', { ...sendBack, draftAt: utc(TUESDAY) }).then('superseded')
  })
})

it('a request for more time does not outlive its holder or its round', () => {
  const reopened = held().given(TUESDAY, more, answer(), approve, '2026-03-04T10:00', reopen)
  expect(reopened.state.round).toEqual({
    startedAt: utc('2026-03-04T10:00'),
    questions: 0,
    extensions: 0,
    notes: {},
  })
})
