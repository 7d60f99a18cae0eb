// What falls due when a case is looked at: warnings, the breach, escalations. Whole events; nothing early, nothing twice.
import { describe, expect, it } from 'vitest'
import type { CaseEvent } from '../../../functions/case/events.ts'
import { littleRegion } from '../../little-region.ts'
import { accept, answer, ask, handOver, merge, route, submit, system, tick, triage } from '../commands.ts'
import { event } from '../expected.ts'
import { given, Story, utc } from '../story.ts'

const working = () => given(submit(), route, accept)
const final = { clock: 'finalAnswer', assignment: 1 } as const
const DUE = '2026-03-05T18:00'
const deputy = { step: 0, to: 'deputy', contact: 'north-office-deputy' } as const
const supervisor = { step: 1, to: 'supervisor', contact: 'north-office-supervisor' } as const
const atDesk = { step: 2, to: 'operator', contact: 'operator-1' } as const

describe('a deadline', () => {
  it('warns once when its share is used, not a minute before', () => {
    // 28 of 35 working hours.
    const warning = '2026-03-05T11:00'
    working().when('2026-03-05T10:59', tick).then([])
    const story = working()
      .when(warning, tick)
      .then([
        event('warned', warning, system, {
          ...final,
          step: 0,
          share: 0.8,
          to: 'responder',
          contact: 'north-office-responder',
        }),
      ])
    story.when('2026-03-05T11:01', tick).then([])
  })

  it('is missed at its instant, and each step of the line is asked in its time', () => {
    const story = working().given('2026-03-05T11:00', tick)
    story.when('2026-03-05T17:59', tick).then([])
    story
      .when(DUE, tick)
      .then([event('missed', DUE, system, final), event('escalated', DUE, system, { ...final, ...deputy })])
    story.when(DUE, tick).then([])
    story
      .when('2026-03-06T13:00', tick)
      .then([event('escalated', '2026-03-06T13:00', system, { ...final, ...supervisor })])
    story.when('2026-03-06T18:00', tick).then([event('escalated', '2026-03-06T18:00', system, { ...final, ...atDesk })])
    story.when('2026-03-20T18:00', tick).then([])
  })

  it('seen late is missed with every step at once, and no warning beside it', () => {
    working()
      .when('2026-03-11T10:00', tick)
      .then([
        event('missed', '2026-03-11T10:00', system, final),
        ...[deputy, supervisor, atDesk].map((one) =>
          event('escalated', '2026-03-11T10:00', system, { ...final, ...one }),
        ),
      ])
  })

  it('of several warnings that come together gives the last', () => {
    const { reminders } = littleRegion().policy
    const warnings = [
      { at: 0.5, to: 'responder' as const },
      { at: 0.8, to: 'deputy' as const },
    ]
    const story = new Story(littleRegion({ reminders: { ...reminders, warnings } })).given(submit(), route, accept)
    story.when('2026-03-05T12:00', tick).then([
      event('warned', '2026-03-05T12:00', system, {
        ...final,
        step: 1,
        share: 0.8,
        to: 'deputy',
        contact: 'north-office-deputy',
      }),
    ])
    expect(story.state.clocks.finalAnswer?.warned).toBe(2)
    story.when('2026-03-05T12:01', tick).then([])
  })

  it('that nobody holds is warned of and asked of the desk', () => {
    given(submit(), triage)
      .when('2026-03-02T11:36', tick)
      .then([
        event('warned', '2026-03-02T11:36', system, {
          clock: 'assignment',
          assignment: 0,
          step: 0,
          share: 0.8,
          to: 'operator',
          contact: 'operator-1',
        }),
      ])
    given(submit(), triage)
      .when('2026-03-02T12:00', tick)
      .then([
        event('missed', '2026-03-02T12:00', system, { clock: 'assignment', assignment: 0 }),
        event('escalated', '2026-03-02T12:00', system, {
          clock: 'assignment',
          assignment: 0,
          step: 0,
          to: 'operator',
          contact: 'operator-1',
        }),
      ])
  })

  it('without reminders is missed all the same', () => {
    const region = littleRegion({ reminders: { warnings: [], escalations: [] } })
    new Story(region)
      .given(submit(), route, accept)
      .when(DUE, tick)
      .then([event('missed', DUE, system, final)])
  })

  it('that rests is neither warned of nor missed', () => {
    working().given('2026-03-03T10:00', ask).when('2026-03-05T18:00', tick).then([])
    working().given('2026-03-03T10:00', merge).when('2026-03-20T18:00', tick).then([])
    const reviewed = working().given('2026-03-03T10:00', answer()).follows('2026-03-20T18:00', tick)
    expect(new Set(reviewed.map((one) => 'clock' in one && one.clock))).toEqual(new Set(['answerReview']))
  })
})

describe('a case that nobody touches', () => {
  const named = (events: readonly CaseEvent[]) => events.map((one) => `${one.type} ${'clock' in one ? one.clock : ''}`)

  it('climbs one line at a time: what is missed first, then the answer; the rest is missed and reminds no more', () => {
    const story = given(submit(), route)
    const seen = ['2026-03-02T14:00', '2026-03-02T18:00', '2026-03-03T10:00', '2026-03-03T18:00', '2026-03-05T11:00']
    const later = [DUE, '2026-03-06T13:00', '2026-03-06T18:00', '2026-03-20T18:00']
    expect([...seen, ...later].map((at) => named(story.follows(at, tick)))).toEqual([
      ['missed acceptance', 'escalated acceptance'],
      ['escalated acceptance'],
      ['missed firstResponse'],
      ['escalated acceptance'],
      ['warned finalAnswer'],
      ['missed finalAnswer', 'escalated finalAnswer'],
      ['escalated finalAnswer'],
      ['escalated finalAnswer'],
      [],
    ])
  })

  it('seen late is asked of once, for the answer', () => {
    const events = given(submit(), route).follows('2026-03-20T10:00', tick)
    expect(named(events)).toEqual([
      'missed finalAnswer',
      ...['escalated finalAnswer', 'escalated finalAnswer', 'escalated finalAnswer'],
      'missed acceptance',
      'missed firstResponse',
    ])
  })

  it('the breach that takes the line over says which clocks remind no more, and keeps what was said', () => {
    const story = given(submit(), route)
    story.given('2026-03-02T13:12', tick)
    const [missed] = story.follows('2026-03-02T14:00', tick)
    const { firstResponse, acceptance } = story.state.clocks
    expect(missed).toMatchObject({ clocks: [{ clock: 'firstResponse', change: 'move', to: firstResponse }] })
    expect([firstResponse?.warnAt, firstResponse?.escalateAt, firstResponse?.due]).toEqual([
      [],
      [],
      utc('2026-03-03T10:00'),
    ])
    expect([acceptance?.warnAt?.length, acceptance?.escalateAt?.length]).toEqual([1, 3])
  })

  it('given to others is accepted by their own line', () => {
    const story = given(submit(), route, '2026-03-02T14:00', tick, handOver)
    expect(named(story.follows('2026-03-03T09:00', tick))).toEqual(['missed acceptance', 'escalated acceptance'])
  })
})
