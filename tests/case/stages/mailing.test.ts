// What the reader of a mail says about its address, whole; and what a case does with mails that were not sent.
import { describe, expect, it } from 'vitest'
import {
  approve,
  answer,
  ask,
  bounce,
  citizen,
  confirm,
  route,
  stopAll,
  stopMails,
  submit,
  system,
  tick,
} from '../commands.ts'
import type { CaseEvent } from '../../../functions/case/events.ts'
import { noticesFor } from '../../../functions/case/notices/notices-for.ts'
import { littleRegion } from '../../little-region.ts'
import { event, move, rested, stop } from '../expected.ts'
import { given, MONDAY } from '../story.ts'

const ELEVEN = '2026-03-02T11:00'
const held = () => given(submit(), route)
const asked = () => held().given('2026-03-02T10:30', ask)
const takenUp = [
  ...stop('clarification'),
  move('finalAnswer', MONDAY, {
    due: '2026-03-06T09:30',
    moves: [rested('2026-03-02T10:30', ELEVEN, 'question')],
  }),
]
const confirmed = event('address_confirmed', ELEVEN, citizen, {})
const stopped = event('mails_stopped', ELEVEN, citizen, { scope: 'case' })
/** Who is told of the last thing that happened. */
const told = (story: ReturnType<typeof held>) => story.told()

describe('whoever reads the mail', () => {
  it('confirms that the message is theirs, once', () => {
    held().when(ELEVEN, confirm).then([confirmed])
    held().given(confirm).when(ELEVEN, confirm).then([])
  })

  it('wants no more mails, once', () => {
    held().when(ELEVEN, stopMails).then([stopped])
    held().given(stopMails).when(ELEVEN, stopMails).then([])
    held().given(confirm).when(ELEVEN, stopMails).then([stopped])
    held().given(stopAll).when(ELEVEN, stopMails).then([])
    held().given(stopAll).when(ELEVEN, stopAll).then([])
    held()
      .given(stopMails)
      .when(ELEVEN, stopAll)
      .then([event('mails_stopped', ELEVEN, citizen, { scope: 'address' })])
  })

  it('wants them after all', () => {
    const again = held().given(stopMails)
    again.when(ELEVEN, confirm).then([confirmed])
    expect(held().given(stopMails, confirm, answer(), approve).state).toMatchObject({ reach: 'email' })
    expect(told(held().given(stopMails, confirm, answer(), approve))).toEqual(['citizen answer track'])
  })
})

describe('after a stop', () => {
  it('a question that waited is given up, and the responder told; no other can be asked', () => {
    asked()
      .when(ELEVEN, stopMails)
      .then([event('mails_stopped', ELEVEN, citizen, { scope: 'case' }, takenUp)])
    const story = asked().given(ELEVEN, stopMails)
    expect([story.state.status, story.state.reach]).toEqual(['in_progress', 'none'])
    expect(told(story)).toEqual(['north-office-responder question-undelivered respond'])
    story.when('2026-03-02T12:00', ask).then('citizen unreachable')
  })

  it('the case goes on to its end without a mail', () => {
    const answered = held().given(stopMails, answer(), approve)
    expect([answered.state.status, told(answered)]).toEqual(['resolved', []])
    expect(answered.given('2026-03-16T23:59', tick).state).toMatchObject({ status: 'closed', outcome: 'answered' })
  })
})

describe('whoever wants no mails about the course of it', () => {
  const withoutCourse = { type: 'StopMails', by: citizen, scope: 'course' } as const

  it('is told of answers and questions alone, until they take it back', () => {
    const story = held().given(confirm)
    story.when(ELEVEN, withoutCourse).then([event('mails_stopped', ELEVEN, citizen, { scope: 'course' })])
    story.given(ELEVEN, withoutCourse)
    story.when(ELEVEN, withoutCourse).then([])
    expect([story.state.reach, story.state.mailing, story.state.withoutCourse]).toEqual(['email', 'confirmed', true])
    const of = (type: 'extended' | 'clarification_asked') =>
      noticesFor(littleRegion(), story.state, { type, at: story.events[0]!.at, by: system } as CaseEvent)
    expect(of('extended').map(({ recipient }) => recipient)).toEqual(['north-office-responder'])
    expect(of('clarification_asked')).toEqual([{ recipient: 'citizen', kind: 'question', link: 'track' }])
    story.when(ELEVEN, confirm).then([event('address_confirmed', ELEVEN, citizen, {})])
    expect(story.given(ELEVEN, confirm).state.withoutCourse).toBeUndefined()
  })

  it('has nothing to stop after all was stopped', () => {
    held().given(stopMails).when(ELEVEN, withoutCourse).then([])
  })
})

describe('a mail that was not sent because its address wants none', () => {
  const unsent = { seq: 4, recipient: 'citizen', why: 'unwanted', permanent: true } as const

  it('with the question: work resumes, and the citizen is not reached any more', () => {
    asked()
      .when(ELEVEN, bounce(unsent))
      .then([event('undelivered', ELEVEN, system, unsent, takenUp)])
    const story = asked().given(ELEVEN, bounce(unsent))
    expect(told(story)).toEqual(['north-office-responder question-undelivered respond'])
    expect(story.state).toMatchObject({ reach: 'none', mailing: 'never' })
  })

  it('says so until its reader says that the message is theirs', () => {
    const story = held().given(bounce({ ...unsent, seq: 2 }), confirm)
    expect(story.state).toMatchObject({ reach: 'email', mailing: 'confirmed' })
  })

  it('says nothing of what comes after its reader confirmed the address', () => {
    const story = held().given(confirm, bounce({ ...unsent, seq: 2 }))
    expect(story.state).toMatchObject({ reach: 'email', mailing: 'confirmed' })
  })
})

it('a message to an address that wants none says so, and nobody is written to', () => {
  const story = given(submit({ unwanted: true }), route)
  expect([story.events[0], told(story)]).toMatchObject([
    { type: 'received', reach: 'email', unwanted: true },
    ['north-office-responder work respond'],
  ])
  expect(given(submit()).events[0]).not.toHaveProperty('unwanted')
})

it('after an erasure nothing is confirmed or stopped any more', () => {
  const erased = held().given({ type: 'RequestErasure', by: citizen })
  erased.when(ELEVEN, confirm).then('erased')
  erased.when(ELEVEN, stopMails).then('erased')
})

describe('whoever left no address', () => {
  const leave = { type: 'LeaveAddress', by: citizen } as const
  const silent = () => given(submit({ reach: 'none' }), route)

  it('leaves one later, once, and is written to from then on', () => {
    const story = silent()
    story.when(ELEVEN, leave).then([event('address_left', ELEVEN, citizen, {})])
    expect(story.state.reach).toBe('email')
    expect(story.told()).toEqual(['citizen address-left track'])
    story.when(ELEVEN, leave).then('not now')
  })

  it('leaves another, which nobody has confirmed, when nothing arrives at the one that they confirmed', () => {
    const gone = { seq: 1, recipient: 'citizen', why: 'bounce', permanent: true } as const
    const story = held()
      .given(confirm, event('undelivered', ELEVEN, system, gone))
      .given(leave)
    expect([story.state.reach, story.state.mailing]).toEqual(['email', undefined])
  })

  it('is not whoever has one, nor whoever wants no mails', () => {
    held().when(ELEVEN, leave).then('not now')
    held().given(confirm).when(ELEVEN, leave).then('not now')
    for (const said of [stopMails, stopAll]) held().given(said).when(ELEVEN, leave).then('not now')
  })
})
