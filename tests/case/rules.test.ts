// The workflow's rules, each as a short story: given what has happened, when somebody asks, then this follows.
import { describe, expect, it } from 'vitest'
import type { Unshown } from '../../functions/case/commands.ts'
import { noticesFor } from '../../functions/case/notices/notices-for.ts'
import { answer, citizen, moderator, operator, responder, route, submit, system, tick } from './commands.ts'
import { Story } from './story.ts'

/** Monday, 2 March 2026, 10:00: assigned. The final answer is due on Thursday, 5 March, 18:00. */
function assigned(more: Parameters<typeof submit>[0] = {}) {
  const story = new Story()
  story.given('2026-03-02T10:00', submit(more))
  story.given('2026-03-02T10:00', route)
  return story
}

describe('deadlines', () => {
  it('start when the responder has the case; a statutory appeal’s with its registration', () => {
    expect(assigned().due()).toBe('2026-03-05T18:00')
    expect(assigned().due('acceptance')).toBe('2026-03-02T14:00')
    const appeal = new Story()
    appeal.given('2026-03-02T10:00', submit({ regime: 'statutory' }))
    appeal.given('2026-03-06T10:00', route)
    expect(appeal.due()).toBe('2026-04-01T23:59')
  })

  it('follow the topic’s own term, or the one for important topics', () => {
    const to = (topic: string): Unshown => ({ type: 'Assign', by: operator, organisation: 'health', topic })
    const story = new Story()
    story.given('2026-03-02T10:00', submit())
    story.given('2026-03-02T10:00', to('health.queue'))
    expect(story.due()).toBe('2026-03-03T18:00')
    const important = new Story()
    important.given('2026-03-02T10:00', submit())
    important.given('2026-03-02T10:00', to('roads.manhole'))
    expect(important.due('acceptance')).toBe('2026-03-02T11:00')
  })

  it('are not moved by a comment', () => {
    const story = assigned()
    expect(story.says('2026-03-04T10:00', { type: 'Note', by: responder, text: 'Смотрю.' })).toBe('noted')
    expect(story.due()).toBe('2026-03-05T18:00')
    expect(story.says('2026-03-05T18:00', tick)).toContain('missed')
  })

  it('are kept by a hand-over; only acceptance starts anew', () => {
    const story = assigned()
    expect(
      story.says('2026-03-03T10:00', { type: 'HandOver', by: responder, organisation: 'health', reason: 'Ваше.' }),
    ).toBe('handed_over')
    expect([story.due(), story.due('acceptance')]).toEqual(['2026-03-05T18:00', '2026-03-03T14:00'])
  })

  it('rest while the citizen is asked, in working time', () => {
    const story = assigned()
    expect(story.says('2026-03-03T10:00', { type: 'AskCitizen', by: responder, question: 'Где?' })).toBe(
      'accepted clarification_asked',
    )
    expect(story.says('2026-03-04T10:00', tick)).toBe('')
    expect(story.says('2026-03-04T12:00', { type: 'Clarify', by: citizen, messageId: 'M2' })).toBe('clarified')
    // Eleven working hours, 3 March 10:00–18:00 and 4 March 09:00–12:00, after Thursday evening: Tuesday, as Monday is off.
    expect(story.due()).toBe('2026-03-10T11:00')
  })

  it('rest while a moderator reads, and run again when the answer is returned', () => {
    const story = assigned()
    story.given('2026-03-03T10:00', answer())
    expect(story.says('2026-03-03T12:00', { type: 'ReturnAnswer', by: moderator, reason: 'Где именно?' })).toBe(
      'answer_returned',
    )
    expect(story.due()).toBe('2026-03-06T11:00')
  })

  it('after an approved interim answer are those of the final one, and there is one interim', () => {
    const story = assigned()
    story.given('2026-03-03T10:00', answer('interim'))
    story.given('2026-03-03T11:00', { type: 'ApproveAnswer', by: moderator })
    expect([story.state.status, story.due()]).toEqual(['in_progress', '2026-03-13T18:00'])
    expect(story.says('2026-03-04T10:00', answer('interim'))).toBe('interim already given')
  })

  it('may be extended once, by the operator, and never after they were missed', () => {
    const more: Unshown = { type: 'RequestExtension', by: responder, reason: 'Ждём деталь.' }
    const story = assigned()
    expect(story.says('2026-03-03T10:00', more)).toBe('extension_requested')
    expect(story.says('2026-03-03T10:05', more)).toBe('already asked')
    expect(story.says('2026-03-03T11:00', { type: 'GrantExtension', by: operator })).toBe('extended')
    expect(story.due()).toBe('2026-03-17T18:00')
    expect(story.says('2026-03-04T10:00', more)).toBe('no more extensions')
    const late = assigned()
    late.given('2026-03-05T18:00', tick)
    expect(late.says('2026-03-05T18:01', more)).toBe('too late')
    const forgotten = assigned()
    forgotten.given('2026-03-03T10:00', more)
    expect(forgotten.says('2026-03-05T18:00', { type: 'GrantExtension', by: operator })).toBe('too late')
  })

  it('are not extended by a request of an earlier life of the case, or of whoever had it before', () => {
    const more: Unshown = { type: 'RequestExtension', by: responder, reason: 'Ждём деталь.' }
    const reopened = assigned()
    reopened.given('2026-03-03T10:00', more)
    reopened.given('2026-03-03T11:00', answer())
    reopened.given('2026-03-03T12:00', { type: 'ApproveAnswer', by: moderator })
    reopened.given('2026-03-04T10:00', { type: 'Reopen', by: citizen, reason: 'Яма на месте.' })
    expect(reopened.says('2026-03-04T11:00', { type: 'GrantExtension', by: operator })).toBe('superseded')
    const handedOver = assigned()
    handedOver.given('2026-03-03T10:00', more)
    handedOver.given('2026-03-03T11:00', { type: 'HandOver', by: responder, organisation: 'health', reason: 'Ваше.' })
    expect(handedOver.says('2026-03-03T12:00', { type: 'GrantExtension', by: operator })).toBe('superseded')
  })

  it('of a statutory appeal rest only as long as the citizen has to reply: their silence does not close it', () => {
    const silent = (more: Parameters<typeof submit>[0]) => {
      const story = assigned(more)
      story.given('2026-03-03T10:00', { type: 'AskCitizen', by: responder, question: 'Где?' })
      return story.says('2026-04-01T10:00', tick)
    }
    expect(silent({})).toContain('closed')
    expect(silent({ regime: 'statutory' })).toMatch(/clarification_expired(?!.*closed)/)
  })

  it('that may not end on a day off do not after a pause either', () => {
    const story = new Story()
    const { policy } = story.region
    const finalAnswer = { amount: 30, unit: 'calendar days' as const, onDayOff: 'working day before' as const }
    const statutory = { ...policy.terms.statutory, finalAnswer }
    story.region = { ...story.region, policy: { ...policy, terms: { ...policy.terms, statutory } } }
    story.given('2026-03-11T10:00', submit({ regime: 'statutory' }))
    story.given('2026-03-11T10:00', route)
    expect(story.due()).toBe('2026-04-10T23:59')
    story.given('2026-03-12T10:00', { type: 'AskCitizen', by: responder, question: 'Где?' })
    story.given('2026-03-13T10:00', { type: 'Clarify', by: citizen, messageId: 'M2' })
    expect(story.due()).toBe('2026-04-13T23:59')
  })

  it('in a year that is not published are provisional until its calendar confirms or moves them', () => {
    const late = new Story()
    late.given('2026-12-29T10:00', submit())
    late.given('2026-12-29T10:00', route)
    expect([late.due(), late.state.clocks.finalAnswer?.provisional]).toEqual(['2027-01-12T18:00', true])
    const week = ['01', '02', '03', '04', '05', '06', '07', '08'].map((day) => `2027-01-${day}`)
    late.region = {
      ...late.region,
      federalCalendar: { ...late.region.federalCalendar, 2027: { holidays: week, short: [], work: [] } },
    }
    expect(late.says('2026-12-29T11:00', { type: 'Reschedule', by: operator, reason: 'Календарь 2027 года' })).toBe(
      'rescheduled',
    )
    expect([late.due(), late.state.clocks.finalAnswer?.provisional]).toEqual(['2027-01-12T18:00', undefined])
  })

  it('are fresh for a reopened case: it is not in breach at that instant', () => {
    const story = assigned()
    story.given('2026-03-03T10:00', answer())
    story.given('2026-03-03T11:00', { type: 'ApproveAnswer', by: moderator })
    expect(
      story.says('2026-03-12T10:00', { type: 'Rate', by: citizen, solved: false, reopen: true, messageId: 'M2' }),
    ).toBe('rated reopened')
    expect([story.due(), story.says('2026-03-12T10:00', tick)]).toEqual(['2026-03-17T18:00', ''])
  })

  it('of unassigned cases escalate too, to the operator when nobody else is there', () => {
    const story = new Story()
    story.given('2026-03-02T10:00', submit())
    story.given('2026-03-02T10:00', {
      type: 'Route',
      by: system,
      routing: { outcome: 'triage', topic: undefined, municipality: undefined, why: 'topic unknown', because: [] },
    })
    expect(story.says('2026-03-02T12:00', tick)).toBe('missed escalated')
    const told = story.events.slice(-2).flatMap((event) => noticesFor(story.region, story.state, event))
    expect(told.map(({ recipient, kind }) => `${recipient} ${kind}`)).toEqual(['operator-1 missed', 'citizen late'])
    expect(story.says('2026-03-02T16:00', tick)).toBe('escalated')
    const later = noticesFor(story.region, story.state, story.events.at(-1)!)
    expect(later.map(({ recipient, kind }) => `${recipient} ${kind}`)).toEqual(['operator-2 escalation'])
  })
})

describe('who may do what', () => {
  it('a link of an older assignment does nothing', () => {
    const story = assigned()
    const old = story.state.assignment
    story.given('2026-03-02T11:00', {
      type: 'HandOver',
      by: responder,
      organisation: 'health',
      reason: 'Ваше.',
      assignment: old,
    })
    expect(story.says('2026-03-02T11:05', { type: 'Accept', by: responder, assignment: old })).toBe('superseded')
  })

  it('a responder does not approve their own answer, a citizen assigns nothing', () => {
    const story = assigned()
    story.given('2026-03-02T11:00', answer())
    expect(story.says('2026-03-02T11:05', { type: 'ApproveAnswer', by: responder })).toBe('not yours')
    expect(
      story.says('2026-03-02T11:05', { type: 'Assign', by: citizen, organisation: 'health', topic: 'health.queue' }),
    ).toBe('not yours')
  })

  it('a citizen who left no address cannot be asked, and nobody is asked without end', () => {
    const ask: Unshown = { type: 'AskCitizen', by: responder, question: 'Где?' }
    expect(assigned({ reach: 'none' }).says('2026-03-02T11:00', ask)).toBe('citizen unreachable')
    const story = assigned()
    for (const time of ['11:00', '12:00']) {
      story.given(`2026-03-02T${time}`, ask)
      story.given(`2026-03-02T${time}`, { type: 'Clarify', by: citizen, messageId: 'M2' })
    }
    expect(story.says('2026-03-02T13:00', ask)).toBe('no more questions')
  })

  it('a citizen rates once and reopens in the window only', () => {
    const story = assigned()
    story.given('2026-03-03T10:00', answer())
    story.given('2026-03-03T11:00', { type: 'ApproveAnswer', by: moderator })
    const rate: Unshown = { type: 'Rate', by: citizen, score: 3, solved: false, reopen: false }
    expect(story.says('2026-03-03T12:00', rate)).toBe('rated')
    expect(story.says('2026-03-03T12:00', rate)).toBe('already rated')
    expect(story.says('2026-03-20T12:00', tick)).toBe('closed')
    expect(story.says('2026-06-01T12:00', { type: 'Reopen', by: citizen, reason: 'Опять.' })).toBe('too late')
    expect(story.says('2026-06-01T12:00', { type: 'Reopen', by: operator, reason: 'Опять.' })).toBe('reopened')
  })
})

describe('clusters', () => {
  const parent = '99-260302-PPPPP'

  it('rest the merged case, and undoing gives it its own deadline back', () => {
    const story = assigned()
    expect(story.says('2026-03-03T10:00', { type: 'Merge', by: operator, into: parent })).toBe('merged')
    expect(story.says('2026-03-20T10:00', tick)).toBe('')
    expect(story.says('2026-03-20T10:00', { type: 'Unmerge', by: operator })).toBe('unmerged')
    expect([story.state.status, story.state.mergedInto]).toEqual(['assigned', undefined])
    expect(story.due()! > '2026-03-20T10:00').toBe(true)
  })

  it('count the earliest deadline and answer every author', () => {
    const story = assigned()
    story.given('2026-03-02T12:00', {
      type: 'Join',
      by: operator,
      child: '99-260302-CCCCC',
      due: '2026-03-04T10:00:00.000Z',
    })
    expect(story.due()).toBe('2026-03-04T13:00')
    story.given('2026-03-03T10:00', answer())
    story.given('2026-03-03T11:00', { type: 'ApproveAnswer', by: moderator })
    expect(story.events.at(-1)).toMatchObject({ type: 'answer_approved', children: ['99-260302-CCCCC'] })

    const child = assigned()
    child.given('2026-03-02T12:00', { type: 'Merge', by: operator, into: parent })
    const shared = { type: 'ShareAnswer', by: system, text: 'Сделано.', endedAt: '2026-03-03T08:00:00.000Z' } as const
    expect(child.says('2026-03-03T11:00', { ...shared, from: 'another' })).toBe('superseded')
    expect(child.says('2026-03-03T11:00', { ...shared, from: parent })).toBe('answer_shared')
    expect([child.state.status, child.state.round.answer?.text]).toEqual(['resolved', 'Сделано.'])
  })

  it('bring no end of before to a case that was reopened and merged into the same one again', () => {
    const child = assigned()
    const ended = { by: system, from: parent, endedAt: '2026-03-03T08:00:00.000Z' } as const
    const shared = { type: 'ShareAnswer', text: 'Сделано.', ...ended } as const
    const merge: Unshown = { type: 'Merge', by: operator, into: parent }
    child.says('2026-03-02T12:00', merge)
    child.says('2026-03-03T11:00', shared)
    child.says('2026-03-04T10:00', { type: 'Reopen', by: citizen, reason: 'Не сделано.' })
    expect(child.says('2026-03-04T11:00', merge)).toBe('merged')
    expect(child.says('2026-03-04T11:01', shared)).toBe('superseded')
    expect(child.says('2026-03-04T11:01', { type: 'Unmerge', ...ended })).toBe('superseded')
    expect(child.says('2026-03-05T10:00', { ...shared, endedAt: '2026-03-05T07:00:00.000Z' })).toBe('answer_shared')
  })
})

describe('a fresh link', () => {
  it('is for those the case is with now, and for nobody else', () => {
    const story = assigned()
    const ask = (contact: string): Unshown => ({ type: 'RequestLink', by: { role: 'responder', id: contact }, contact })
    expect(story.says('2026-03-02T11:00', ask('health-responder'))).toBe('not yours')
    expect(story.says('2026-03-02T11:00', ask('operator-1'))).toBe('not yours')
    expect(story.says('2026-03-02T11:00', ask('north-office-deputy'))).toBe('link_requested')
  })
})
