// A mail that came to nothing, as short stories: who is asked instead, who is told, and who is left in peace.
import { describe, expect, it } from 'vitest'
import { decide } from '../../functions/case/decide.ts'
import type { CaseEvent } from '../../functions/case/events.ts'
import { initialCase, replay } from '../../functions/case/evolve.ts'
import type { MailFailure } from '../../functions/case/notices/failed-mail.ts'
import type { NoticeKind } from '../../functions/case/notices/notice.ts'
import { noticesFor } from '../../functions/case/notices/notices-for.ts'
import { subjectOf } from '../../functions/case/notices/subject.ts'
import {
  answer as answerWith,
  ask,
  assign,
  citizen,
  deputy,
  moderator,
  operator,
  responder,
  submit,
  system,
  tick,
} from './commands.ts'
import { MONDAY, Story as PlainStory } from './story.ts'

const answer = answerWith()

/** A case assigned on Monday, 2 March 2026, 10:00 in Moscow, and mails of it that come to nothing. */
class Story extends PlainStory {
  constructor() {
    super()
    this.given(MONDAY, submit(), assign())
  }

  /** The last mail of a kind to somebody fails. @returns who is written to because of it, and about what. */
  fails(kind: NoticeKind, recipient: string, why: MailFailure | 'softbounce' = 'bounce', time = this.at) {
    const about = this.events.map((_, index) =>
      subjectOf(this.region, this.state.id, this.events.slice(0, index + 1), recipient),
    )
    const told = (event: CaseEvent, index: number) => {
      const before = replay(this.state.id, this.events.slice(0, index + 1))
      return noticesFor(this.region, before, event).some((one) => one.recipient === recipient && one.kind === kind)
    }
    const index = this.events.findLastIndex(told)
    if (index < 0) throw new Error(`No mail ${kind} went to ${recipient}.`)
    const failure = { seq: index + 1, recipient, why: why === 'softbounce' ? 'bounce' : why } as const
    const report = { ...failure, permanent: why === 'bounce', ...(about[index] && { about: about[index] }) }
    expect(this.says(time, { type: 'ReportBounce', by: system, ...report })).toBe('undelivered')
    return this.told()
  }
}

describe('a mail to an official', () => {
  it('that came back is asked of the next in their line, by a link that acts, and an operator is told of the address', () => {
    const story = new Story()
    const before = story.state
    expect(story.fails('work', 'north-office-responder')).toEqual([
      'north-office-deputy undelivered respond',
      'operator-1 dead-address triage',
    ])
    expect(story.last).toMatchObject({ to: 'deputy', contact: 'north-office-deputy', insteadOf: 'responder' })
    expect([story.state.status, story.state.assignment, story.state.clocks]).toEqual([
      before.status,
      before.assignment,
      before.clocks,
    ])
    expect(story.says('2026-03-02T11:00', { type: 'Accept', by: deputy, assignment: 1 })).toBe('accepted')
  })

  it('goes up the line past everybody whose mail came back, at last to the operators; then it is still recorded', () => {
    const story = new Story()
    story.fails('work', 'north-office-responder')
    expect(story.fails('undelivered', 'north-office-deputy')).toContain('north-office-supervisor undelivered respond')
    expect(story.fails('undelivered', 'north-office-supervisor')).toEqual(['operator-1 undelivered triage'])
    expect(story.fails('undelivered', 'operator-1')).toEqual(['operator-2 undelivered triage'])
    expect(story.fails('undelivered', 'operator-2')).toEqual([])
    expect(story.last).toMatchObject({ type: 'undelivered', recipient: 'operator-2' })
  })

  it('that came back while the case was merged away is asked again when it stands on its own', () => {
    const story = new Story()
    story.given('2026-03-02T10:01', { type: 'Merge', by: operator, into: '99-260302-PPPPP' })
    expect(story.fails('work', 'north-office-responder')).toEqual(['operator-1 dead-address triage'])
    story.given('2026-03-02T12:00', { type: 'Unmerge', by: operator })
    expect(story.told()).toEqual(['north-office-responder unmerged respond'])
    expect(story.fails('unmerged', 'north-office-responder')).toEqual(['north-office-deputy undelivered respond'])
  })

  it('is told of as a dead address once, however many of their mails come back', () => {
    const story = new Story()
    story.fails('work', 'north-office-responder')
    expect(story.says('2026-03-02T13:15', tick)).toBe('warned')
    expect(story.fails('warning', 'north-office-responder')).toEqual(['north-office-deputy undelivered respond'])
    expect(story.fails('dead-address', 'operator-1')).toEqual(['operator-2 undelivered triage'])
  })

  it('is nobody’s affair when the case was acted on, handed on, or the clock rests, by now or by the morning', () => {
    const acted = new Story()
    acted.given('2026-03-02T10:30', { type: 'Accept', by: responder })
    expect(acted.fails('work', 'north-office-responder')).toEqual(['operator-1 dead-address triage'])

    const handedOn = new Story()
    handedOn.given('2026-03-02T10:30', { type: 'HandOver', by: responder, organisation: 'health', reason: 'Ваше.' })
    handedOn.given('2026-03-02T10:40', {
      type: 'HandOver',
      by: { role: 'responder', id: 'health-responder' },
      organisation: 'north-office',
      reason: 'Нет, ваше.',
    })
    const first = subjectOf(handedOn.region, handedOn.state.id, handedOn.events.slice(0, 2), 'north-office-responder')!
    const old = { seq: 2, recipient: 'north-office-responder', why: 'bounce', permanent: false, about: first } as const
    handedOn.given('2026-03-02T11:00', { type: 'ReportBounce', by: system, ...old })
    expect(handedOn.told()).toEqual([])

    const rests = new Story()
    rests.given('2026-03-02T13:15', tick)
    rests.given('2026-03-02T13:20', answer)
    expect(rests.fails('warning', 'north-office-responder', 'softbounce')).toEqual([])

    const morning = new Story()
    morning.fails('work', 'north-office-responder', 'softbounce')
    morning.given('2026-03-02T19:00', { type: 'Accept', by: operator })
    const [undelivered] = morning.events.filter((event) => event.type === 'undelivered')
    expect(noticesFor(morning.region, morning.state, undelivered!)).toEqual([])
  })

  it('that a full mailbox refused goes on to the next, but the address is not called dead', () => {
    const story = new Story()
    expect(story.fails('work', 'north-office-responder', 'softbounce')).toEqual([
      'north-office-deputy undelivered respond',
    ])
    expect(story.fails('work', 'north-office-responder', 'reject')).toEqual(['north-office-deputy undelivered respond'])
  })

  it('that they called spam had arrived: an operator is told, nobody acts in their place', () => {
    const story = new Story()
    expect(story.fails('work', 'north-office-responder', 'complaint')).toEqual(['operator-1 dead-address triage'])
  })

  it('at the control centre goes from moderator to operator, from operator to operator', () => {
    const story = new Story()
    story.given('2026-03-02T11:00', answer)
    expect(story.fails('review', 'moderator-1')).toEqual(['operator-1 undelivered triage'])
    story.given('2026-03-02T12:00', { type: 'ReturnAnswer', by: moderator, reason: 'Где?' })
    story.given('2026-03-02T12:30', { type: 'RequestExtension', by: responder, reason: 'Ждём деталь.' })
    expect(story.fails('extension-asked', 'operator-1')).toEqual(['operator-2 undelivered triage'])
  })

  it('changes nothing but the history of a case that is over', () => {
    const story = new Story()
    story.given('2026-03-02T11:00', answer)
    story.given('2026-03-02T12:00', { type: 'ApproveAnswer', by: moderator })
    story.given('2026-03-02T13:00', { type: 'Rate', by: citizen, score: 5, solved: true, reopen: false })
    expect(story.fails('work', 'north-office-responder')).toEqual(['operator-1 dead-address triage'])
    expect([story.state.status, story.state.clocks]).toEqual(['closed', {}])
  })
})

describe('a mail to the citizen', () => {
  it('that came back for good makes them unreachable: no question, no more mails', () => {
    const story = new Story()
    expect(story.fails('registered', 'citizen')).toEqual([])
    expect(story.says('2026-03-02T11:00', ask)).toBe('citizen unreachable')
    story.given('2026-03-02T11:00', answer)
    story.given('2026-03-02T12:00', { type: 'ApproveAnswer', by: moderator })
    expect(story.told()).toEqual([])
  })

  it('that came back for now, or was refused, is recorded and changes nothing', () => {
    const story = new Story()
    story.fails('registered', 'citizen', 'softbounce')
    story.fails('registered', 'citizen', 'reject')
    expect(story.state.reach).toBe('email')
    expect(story.says('2026-03-02T11:00', ask)).toBe('accepted clarification_asked')
    expect(story.fails('question', 'citizen', 'softbounce')).toEqual([])
    expect(story.state.status).toBe('clarification')
  })

  it('with a question that came back for now: they may still reply, but their silence closes nothing', () => {
    const asked = () => {
      const story = new Story()
      story.given('2026-03-02T11:00', ask)
      return story
    }
    expect(asked().says('2026-03-20T10:00', tick)).toContain('clarification_expired closed')
    const bounced = asked()
    bounced.fails('question', 'citizen', 'softbounce')
    expect(bounced.says('2026-03-20T10:00', tick)).not.toContain('closed')
    expect(bounced.state.status).toBe('in_progress')
    bounced.given('2026-03-20T11:00', ask)
    expect(bounced.says('2026-04-20T10:00', tick)).toContain('clarification_expired closed')
  })

  it.each(['bounce', 'complaint', 'reject'] as const)('with a question (%s) takes the work up at once', (why) => {
    const story = new Story()
    const due = story.due()
    story.given('2026-03-03T10:00', ask)
    expect(story.fails('question', 'citizen', why, '2026-03-03T12:00')).toEqual([
      'north-office-responder question-undelivered respond',
    ])
    expect([story.state.status, story.state.clocks.clarification]).toEqual(['in_progress', undefined])
    // Two working hours of rest after Thursday 18:00.
    expect([due, story.due()]).toEqual(['2026-03-05T18:00', '2026-03-06T11:00'])
    expect(story.says('2026-03-05T10:00', tick)).not.toContain('closed')
    expect(story.fails('question-undelivered', 'north-office-responder')[0]).toBe(
      'north-office-deputy undelivered respond',
    )
  })

  it('whose silence is not theirs is not closed for it, even when they were merged away meanwhile', () => {
    const story = new Story()
    story.given('2026-03-03T10:00', ask)
    story.given('2026-03-03T11:00', { type: 'Merge', by: operator, into: '99-260302-PPPPP' })
    story.fails('question', 'citizen', 'bounce', '2026-03-03T12:00')
    expect(story.state.status).toBe('merged')
    story.given('2026-03-03T13:00', { type: 'Unmerge', by: operator })
    expect(story.says('2026-03-20T10:00', tick)).toContain('clarification_expired')
    expect(story.state.status).toBe('in_progress')
  })
})

it('only the system says so, and only of a case that is there', () => {
  const story = new Story()
  const report = { type: 'ReportBounce', seq: 2, recipient: 'citizen', why: 'bounce', permanent: true } as const
  expect(story.says('2026-03-02T11:00', { ...report, by: operator })).toBe('not yours')
  const empty = initialCase('99-260302-AAAAA')
  expect(decide(empty, { ...report, by: system }, '2026-03-02T08:00:00.000Z', story.region)).toEqual({
    refused: 'unknown case',
  })
})
