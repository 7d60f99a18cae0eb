// Erasure: at once where nobody is owed an answer by law, by an operator where somebody is; what is left afterwards.
import { describe, expect, it } from 'vitest'
import type { Unshown } from '../../../functions/case/commands.ts'
import type { EventOf } from '../../../functions/case/events.ts'
import {
  accept,
  answer,
  approve,
  citizen,
  join,
  merge,
  note,
  operator,
  rate,
  reopen,
  route,
  submit,
  tick,
} from '../commands.ts'
import { CHILD, more } from '../commands.ts'
import { event, stop } from '../expected.ts'
import { given, MONDAY, utc } from '../story.ts'

const ask: Unshown = { type: 'RequestErasure', by: citizen }
const erase: Unshown = { type: 'Erase', by: operator, ground: 'order' }
const refuse: Unshown = { type: 'RefuseErasure', by: operator, reason: 'На обращение нужен ответ.' }
const TUESDAY = '2026-03-03T10:00'
const erased = (by: typeof citizen | typeof operator, ground: EventOf<'erased'>['ground']) =>
  event('erased', TUESDAY, by, { ground })
const answered = () => given(submit(), route, accept, answer(), approve)
const statutory = () => given(submit({ regime: 'statutory' }), route, accept)

describe('RequestErasure', () => {
  it('of a message under way ends it, and releases what was merged into it', () => {
    given(submit(), route, accept, join())
      .when(TUESDAY, ask)
      .then([
        event('closed', TUESDAY, citizen, { outcome: 'withdrawn', children: [CHILD] }, stop('finalAnswer')),
        erased(citizen, 'request'),
      ])
  })

  it('of a case that is over changes nothing else', () => {
    answered()
      .when(TUESDAY, ask)
      .then([erased(citizen, 'request')])
  })

  it('of a merged case ends that case alone', () => {
    expect(given(submit(), route, merge).says(TUESDAY, ask)).toBe('closed erased')
  })

  it('of an appeal the law wants answered goes to an operator, once', () => {
    const story = statutory()
      .when(TUESDAY, ask)
      .then([event('erasure_requested', TUESDAY, citizen, {})])
    expect(story.told()).toEqual(['operator-1 erasure-asked triage'])
    story.when(TUESDAY, ask).then('already asked')
    expect(story.state.erasureRequestedAt).toBe(utc(TUESDAY))
  })

  it('that waits for an operator is carried out when it is asked again after the answer', () => {
    given(submit({ regime: 'statutory' }), route, accept, ask, answer(), approve)
      .when(TUESDAY, ask)
      .then([erased(citizen, 'request')])
  })

  it('of an appeal that was answered is carried out', () => {
    given(submit({ regime: 'statutory' }), route, accept, answer(), approve)
      .when(TUESDAY, ask)
      .then([erased(citizen, 'request')])
  })
})

describe('what an operator decides', () => {
  it('erases, whatever the law wants: they answer for it', () => {
    const story = statutory().given(TUESDAY, ask)
    expect(story.says(TUESDAY, erase)).toBe('closed erased')
    expect(story.state.erasureRequestedAt).toBeUndefined()
  })

  it('refuses with a reason, which the citizen gets; they may ask again', () => {
    const story = statutory().given(TUESDAY, ask)
    story.when(TUESDAY, { ...refuse, reason: ' ' }).then('empty text')
    story
      .when(TUESDAY, refuse)
      .then([event('erasure_refused', TUESDAY, operator, { reason: 'На обращение нужен ответ.' })])
    expect(story.told()).toEqual(['citizen erasure-refused track'])
    story.when(TUESDAY, refuse).then('not now')
    story.when(TUESDAY, ask).then([event('erasure_requested', TUESDAY, citizen, {})])
  })
})

describe('an erased case', () => {
  const location = { lat: 43.3, lon: 45.7 }
  const written = () =>
    given(
      submit({ location }),
      route,
      accept,
      more,
      note,
      answer(),
      approve,
      '2026-03-02T16:00',
      rate({ solved: false }),
    )

  it('keeps how it stood, and nothing that was written', () => {
    const before = written().state
    const { state } = written().given(TUESDAY, ask)
    const { location: _, ...rest } = before
    expect(state).toEqual({
      ...rest,
      ...{ version: before.version + 1, updatedAt: utc(TUESDAY), reach: 'none', erasedAt: utc(TUESDAY) },
      round: {
        ...before.round,
        answer: { ...before.round.answer, text: '' },
        extensionRequest: { ...before.round.extensionRequest, reason: '' },
      },
    })
  })

  it('is erased once', () => {
    const story = written().given(TUESDAY, ask)
    for (const command of [ask, erase]) story.when(TUESDAY, command).then([])
  })

  it('takes nothing in any more, but time goes on', () => {
    const story = written().given(TUESDAY, ask)
    for (const command of [reopen, rate(), note]) story.when(TUESDAY, command).then('erased')
    expect(story.says('2026-03-20T10:00', tick)).toBe('closed')
  })

  it('tells its responder that nothing is to be done, and the citizen nothing', () => {
    const story = given(submit(), route, accept).given(MONDAY, ask)
    expect(story.told(story.events.at(-2))).toEqual(['north-office-responder withdrawn respond'])
    expect(story.told()).toEqual([])
  })
})
