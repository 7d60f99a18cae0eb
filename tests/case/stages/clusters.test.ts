// Several reports of one problem: merged and joined, undone, answered together. Whole events and every refusal.
import { describe, expect, it } from 'vitest'
import {
  accept,
  answer,
  approve,
  ask,
  CHILD,
  clarify,
  join,
  merge,
  operator,
  PARENT,
  part,
  reject,
  route,
  sendBack,
  share,
  submit,
  system,
  tick,
  triage,
  unmerge,
} from '../commands.ts'
import { event, move, pause, rested, start, stop } from '../expected.ts'
import { caseId, given, MONDAY, utc } from '../story.ts'

const ELEVEN = '2026-03-02T11:00'
const TUESDAY = '2026-03-03T10:00'
const north = { organisation: 'north-office', responder: 'north-office-responder' }
const EARLIER = '2026-03-04T13:00'
const held = () => given(submit(), route)
const cluster = (at: string, due: string) => ({ kind: 'cluster', at: utc(at), child: CHILD, due: utc(due) }) as const

describe('Merge', () => {
  it('pauses every clock, and names who had the case', () => {
    held()
      .when(ELEVEN, merge)
      .then([
        event(
          'merged',
          ELEVEN,
          operator,
          { into: PARENT, lost: north },
          pause('merged', 'acceptance', 'firstResponse', 'finalAnswer'),
        ),
      ])
    given(submit())
      .when(ELEVEN, merge)
      .then([event('merged', ELEVEN, operator, { into: PARENT }, pause('merged', 'assignment'))])
  })

  it('leaves a clock that rests already to what paused it', () => {
    held()
      .given(ELEVEN, ask)
      .when('2026-03-02T12:00', merge)
      .then([
        event('merged', '2026-03-02T12:00', operator, { into: PARENT, lost: north }, pause('merged', 'clarification')),
      ])
  })

  it('is refused into itself, and of a parent away from its children', () => {
    held()
      .when(ELEVEN, { ...merge, into: caseId })
      .then('same case')
    held().given(join()).when(ELEVEN, merge).then('not now')
    expect(held().given(join(), part).says(ELEVEN, merge)).toBe('merged')
  })
})

describe('Unmerge', () => {
  it('takes up what the merge paused, where the case stood before', () => {
    held()
      .given(ELEVEN, accept, merge)
      .when('2026-03-02T13:00', unmerge)
      .then([
        event('unmerged', '2026-03-02T13:00', operator, { to: 'in_progress' }, [
          move('finalAnswer', MONDAY, {
            due: '2026-03-06T11:00',
            moves: [rested(ELEVEN, '2026-03-02T13:00', 'merged')],
          }),
        ]),
      ])
  })

  it('brings a case that was still to be routed back to routing, one in triage back to triage', () => {
    const unrouted = given(submit(), ELEVEN, merge, unmerge)
    expect([unrouted.last, unrouted.state.status]).toEqual([expect.objectContaining({ to: 'routing' }), 'routing'])
    expect(given(submit(), triage, merge, unmerge).last).toMatchObject({ to: 'triage' })
  })

  it('leaves a clock paused that a question or a review paused before', () => {
    const story = held().given(ELEVEN, ask, merge, '2026-03-02T12:00', unmerge)
    expect(story.state.status).toBe('clarification')
    expect(story.state.clocks.finalAnswer?.moves).toEqual([rested(ELEVEN, undefined, 'question')])
  })

  it('of another merge than the page showed is superseded', () => {
    held()
      .given(merge)
      .when(ELEVEN, { ...unmerge, from: CHILD })
      .then('superseded')
    held()
      .given(merge)
      .when(ELEVEN, { ...share(utc(ELEVEN)), from: CHILD })
      .then('superseded')
  })
})

describe('Join', () => {
  it('brings the deadline forward to an earlier one', () => {
    held()
      .when(ELEVEN, join(utc(EARLIER)))
      .then([
        event('joined', ELEVEN, operator, { child: CHILD, due: utc(EARLIER) }, [
          move('finalAnswer', MONDAY, { due: EARLIER, own: '2026-03-05T18:00', moves: [cluster(ELEVEN, EARLIER)] }),
        ]),
      ])
  })

  it('remembers a later one, which moves nothing', () => {
    held()
      .when(ELEVEN, join(utc('2026-03-20T10:00')))
      .then([
        event('joined', ELEVEN, operator, { child: CHILD, due: utc('2026-03-20T10:00') }, [
          move('finalAnswer', MONDAY, {
            due: '2026-03-05T18:00',
            own: '2026-03-05T18:00',
            moves: [cluster(ELEVEN, '2026-03-20T10:00')],
          }),
        ]),
      ])
  })

  it('of a case without a deadline is only remembered', () => {
    held()
      .when(ELEVEN, join())
      .then([event('joined', ELEVEN, operator, { child: CHILD })])
    given(submit())
      .when(ELEVEN, join())
      .then([event('joined', ELEVEN, operator, { child: CHILD })])
  })

  it('is refused with itself, and into a case whose own promise has not begun', () => {
    held()
      .when(ELEVEN, { ...join(), child: caseId })
      .then('same case')
    given(submit())
      .when(ELEVEN, join(utc(EARLIER)))
      .then('not assigned yet')
  })

  it('keeps what was said of the deadline already', () => {
    const warned = held().given('2026-03-05T15:00', tick)
    expect(warned.state.clocks.finalAnswer).toMatchObject({ warned: 1 })
    expect(warned.given(join(utc('2026-03-05T16:00'))).state.clocks.finalAnswer).toMatchObject({ warned: 1 })
  })

  it('counts an earlier deadline while the parent’s own rests, moved by the rest of the pause', () => {
    const story = held().given(TUESDAY, ask, '2026-03-03T12:00', join(utc('2026-03-04T10:00')))
    expect(story.due()).toBe('2026-03-04T10:00')
    story.given('2026-03-03T14:00', clarify)
    // Its own rested four hours; the other's only the two since it joined.
    expect(story.state.clocks.finalAnswer).toMatchObject({
      due: utc('2026-03-04T12:00'),
      own: utc('2026-03-06T13:00'),
    })
    expect(story.given(part).due()).toBe('2026-03-06T13:00')
  })
})

describe('Part', () => {
  it('gives the case its own deadline back', () => {
    held()
      .given(ELEVEN, join(utc(EARLIER)))
      .when(TUESDAY, part)
      .then([event('parted', TUESDAY, operator, { child: CHILD }, [move('finalAnswer', MONDAY, {})])])
  })

  it('says again what was said too early, and keeps a breach that stays one', () => {
    const early = held().given(ELEVEN, join(utc(EARLIER)), EARLIER, tick)
    expect(early.state.clocks.finalAnswer).toMatchObject({ missed: true, warned: 1, escalated: 1 })
    early.given(part)
    expect([early.state.clocks.finalAnswer?.missed, early.state.clocks.finalAnswer?.warned]).toEqual([
      undefined,
      undefined,
    ])
    const late = held().given(ELEVEN, join(utc(EARLIER)), '2026-03-06T10:00', tick, part)
    expect(late.state.clocks.finalAnswer).toMatchObject({ due: utc('2026-03-05T18:00'), missed: true, warned: 1 })
  })

  it('of a case that moved nothing moves nothing', () => {
    held()
      .given(join())
      .when(TUESDAY, part)
      .then([event('parted', TUESDAY, operator, { child: CHILD })])
  })

  it('keeps the deadlines of the others', () => {
    const other = { ...join(utc('2026-03-04T10:00')), child: '99-260302-DDDDD' }
    const story = held().given(ELEVEN, join(utc(EARLIER)), other, part)
    expect([story.due(), story.state.children]).toEqual(['2026-03-04T10:00', ['99-260302-DDDDD']])
  })

  it('is refused of a case that is not one of its own', () => {
    held().when(ELEVEN, part).then('not now')
    held()
      .given(join())
      .when(ELEVEN, { ...part, child: '99-260302-DDDDD' })
      .then('not now')
  })
})

describe('ShareAnswer', () => {
  it('answers the case with the parent’s answer; it is merged no more', () => {
    const child = held()
      .given(ELEVEN, merge)
      .when(TUESDAY, share(utc(TUESDAY)))
      .then([
        event('answer_shared', TUESDAY, system, { text: 'Сделано.', from: PARENT }, [
          ...stop('acceptance', 'firstResponse', 'finalAnswer'),
          start('rating', TUESDAY),
        ]),
      ])
    expect([child.state.status, child.state.mergedInto, child.state.beforeMerge]).toEqual([
      'resolved',
      undefined,
      undefined,
    ])
  })

  it('keeps what the answer says of the problem', () => {
    const child = held()
      .given(ELEVEN, merge)
      .given(TUESDAY, { ...share(utc(TUESDAY)), sort: 'impossible' })
    expect(child.state.round.answer).toMatchObject({ kind: 'final', sort: 'impossible' })
  })
})

describe('the end of a parent', () => {
  it('names its children, who are released', () => {
    const parent = () => given(submit(), triage, join())
    expect(parent().follows(ELEVEN, reject)[0]).toMatchObject({ type: 'rejected', children: [CHILD] })
    const silent = held().given(join(), ask).follows('2026-03-20T10:00', tick)
    expect(silent.at(-1)).toMatchObject({ type: 'closed', children: [CHILD] })
    const answered = held().given(join(), answer()).follows(ELEVEN, approve)
    expect(answered[0]).toMatchObject({ type: 'answer_approved', children: [CHILD] })
  })

  it('leaves the parent without children, so that no later end names them again', () => {
    expect(given(submit(), triage, join(), reject).state.children).toEqual([])
    expect(held().given(join(), ask, '2026-03-20T10:00', tick).state.children).toEqual([])
    expect(held().given(join(), answer(), approve).state.children).toEqual([])
    expect(held().given(join(), answer('interim'), approve).state.children).toEqual([CHILD])
    expect(held().given(join(), answer(), sendBack).state.children).toEqual([CHILD])
  })

  it('reaches a child by the system: it stands on its own again', () => {
    held()
      .given(ELEVEN, merge)
      .when('2026-03-02T12:00', { ...unmerge, by: system })
      .then([
        event('unmerged', '2026-03-02T12:00', system, { to: 'assigned' }, [
          move('acceptance', MONDAY, {
            due: '2026-03-02T15:00',
            moves: [rested(ELEVEN, '2026-03-02T12:00', 'merged')],
          }),
          move('firstResponse', MONDAY, {
            due: '2026-03-03T11:00',
            moves: [rested(ELEVEN, '2026-03-02T12:00', 'merged')],
          }),
          move('finalAnswer', MONDAY, {
            due: '2026-03-06T10:00',
            moves: [rested(ELEVEN, '2026-03-02T12:00', 'merged')],
          }),
        ]),
      ])
  })
})
