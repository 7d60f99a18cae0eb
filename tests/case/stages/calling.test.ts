// A citizen who left a telephone and no e-mail is called: what may be noted of a call, who is asked to make one, and when nobody is.
import { describe, expect, it } from 'vitest'
import { isCalled, isToBeTold } from '../../../functions/case/calling.ts'
import { noticesFor } from '../../../functions/case/notices/notices-for.ts'
import { answer, approve, ask, bounce, call, citizen, operator, reopen, responder, route, submit } from '../commands.ts'
import { event, stop } from '../expected.ts'
import { given, type Story } from '../story.ts'

const ELEVEN = '2026-03-02T11:00'
const NOON = '2026-03-02T12:00'
const byPhone = () => given(submit({ reach: 'none', phone: true }), route)
const answered = () => byPhone().given(answer(), approve)
const told = (story: Story) =>
  noticesFor(story.region, story.state, story.events.at(-1)!).map(
    ({ recipient, kind, link }) => `${recipient} ${kind} ${link}`,
  )
const asked = call({ outcome: 'asked', question: 'Какой дом?', messageId: 'M2' })

describe('ReportCall', () => {
  it('notes a question with its reply: the work has begun, and no deadline rests', () => {
    byPhone()
      .when(ELEVEN, asked)
      .then([
        event('accepted', ELEVEN, responder, {}, stop('acceptance', 'firstResponse')),
        event('called', ELEVEN, responder, { outcome: 'asked', question: 'Какой дом?', messageId: 'M2' }),
      ])
  })

  it('notes once that the citizen was told an answer, and again after a reopening', () => {
    const story = answered()
    story.when(ELEVEN, call()).then([event('called', ELEVEN, responder, { outcome: 'told' })])
    story.when(NOON, call()).then('not now')
    story.given(NOON, reopen)
    story.when('2026-03-02T12:30', call()).then('not now')
    story.given(answer(), approve)
    expect(story.says('2026-03-02T13:00', call({ by: operator }))).toBe('called')
  })

  it('tells nothing that no moderator has read, and asks nothing after the answer', () => {
    byPhone().given(answer()).when(ELEVEN, call()).then('not now')
    answered().when(ELEVEN, asked).then('not now')
  })

  it('is refused without what was asked or replied, and of who is reached by mail, wants no mails, or left no telephone', () => {
    byPhone()
      .when(ELEVEN, { ...asked, question: ' ' })
      .then('empty text')
    byPhone()
      .when(ELEVEN, call({ outcome: 'asked', question: 'Где?' }))
      .then('empty text')
    for (const author of [{ reach: 'email', phone: true }, { reach: 'none' }] as const)
      given(submit(author), route).when(ELEVEN, asked).then('not now')
    given(submit({ phone: true }), route, { type: 'StopMails', by: citizen, scope: 'case' })
      .when(ELEVEN, asked)
      .then('not now')
  })

  it('is noted ten times a round, and no clock cares whether anybody picked up', () => {
    const story = byPhone()
    const before = story.state.clocks
    for (let n = 0; n < 10; n += 1) expect(story.says(ELEVEN, call({ outcome: 'no reply' }))).toBe('called')
    expect(story.state.clocks).toEqual(before)
    story.when(NOON, call({ outcome: 'no reply' })).then('too many calls')
  })
})

describe('a citizen', () => {
  it('is called once no mail arrives at the address any more, and not after another was left', () => {
    const story = given(submit({ phone: true }), route)
    expect(isCalled(story.state)).toBe(false)
    story.given(bounce({ recipient: 'citizen', permanent: true }))
    expect(isCalled(story.state)).toBe(true)
    story.given({ type: 'LeaveAddress', by: citizen })
    expect(isCalled(story.state)).toBe(false)
    story.when(ELEVEN, ask)
    expect(story.state.status).toBe('clarification')
  })

  it('is not called after an erasure', () => {
    const story = byPhone().given({ type: 'RequestErasure', by: citizen })
    expect([story.state.erasedAt !== undefined, isCalled(story.state)]).toEqual([true, false])
  })
})

describe('an approved answer', () => {
  it('is mailed to nobody: whoever has the case is asked to tell it, until they have', () => {
    const story = answered()
    expect(told(story)).toEqual(['north-office-responder call respond'])
    expect(isToBeTold(story.state)).toBe(true)
    const approved = story.events.at(-1)!
    story.given(ELEVEN, call())
    expect(isToBeTold(story.state)).toBe(false)
    expect(noticesFor(story.region, story.state, approved)).toEqual([])
  })

  it('of a case that nobody has is told by an operator', () => {
    const story = answered()
    const state = { ...story.state, responder: undefined, organisation: undefined } as unknown as typeof story.state
    expect(noticesFor(story.region, state, story.events.at(-1)!)).toEqual([
      { recipient: 'operator-1', kind: 'call', link: 'triage' },
    ])
  })

  it('of a citizen without a telephone is told to nobody', () => {
    expect(told(given(submit({ reach: 'none' }), route, answer(), approve))).toEqual([])
  })
})
