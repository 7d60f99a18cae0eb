// One clock through its moves: started, paused, taken up, extended, joined and parted, computed anew.
import { describe, expect, it } from 'vitest'
import type { Case } from '../../functions/case/case.ts'
import { allWarned, applyClockChange, mark } from '../../functions/case/clocks/apply.ts'
import { pause as pauseOf, resume, stop as stopOf, stopAll } from '../../functions/case/clocks/changes.ts'
import {
  type Clock,
  type ClockChange,
  clocksOf,
  isOfficial,
  isPaused,
  openPause,
  runs,
} from '../../functions/case/clocks/clock.ts'
import { dueIfResumed } from '../../functions/case/clocks/compute.ts'
import {
  extendClock,
  joinClock,
  partClock,
  resumeClock,
  rewindClock,
  startClock,
  withClusterOf,
} from '../../functions/case/clocks/move.ts'
import { initialCase } from '../../functions/case/evolve.ts'
import { clockNames } from '../../regions/vocabulary.ts'
import { littleRegion } from '../little-region.ts'
import { CHILD, operator } from './commands.ts'
import { clock, move, rested, start } from './expected.ts'
import { caseId, MONDAY, utc } from './story.ts'

const region = littleRegion()
const subject = { regime: 'message', topic: 'roads.pothole', municipality: 'north' } as const
const final = clock('finalAnswer', MONDAY)
const TUESDAY = '2026-03-03T10:00'
const marks = { warned: 1, missed: true, missedBy: 'north-office', escalated: 2 } as const
const week = region.policy.extension.message.term
const inAWeek = { kind: 'extension', by: operator, reason: 'Ждём.', term: week } as const
const joined = (due: string, at = TUESDAY) => ({ kind: 'cluster', at: utc(at), child: CHILD, due: utc(due) }) as const
const to = (change: ClockChange) => ('to' in change ? change.to : undefined)!

it.each([
  'moderation',
  'assignment',
  'acceptance',
  'firstResponse',
  'finalAnswer',
  'answerReview',
  'clarification',
  'rating',
] as const)('%s starts with its term and its reminders', (name) => {
  const rule = name === 'acceptance' ? { topic: 'roads.pothole' } : {}
  expect(startClock(region, { ...subject, ...rule }, name, utc(MONDAY))).toEqual(start(name, MONDAY))
})

describe('a pause', () => {
  const paused: Clock = { ...final, moves: [rested(TUESDAY, undefined, 'question')] }

  it('that ends moves the deadline and what is still to be said; what was said stays said', () => {
    const moves = [rested(TUESDAY, '2026-03-03T14:00', 'question')]
    expect(resumeClock(region, 'finalAnswer', { ...paused, ...marks }, utc('2026-03-03T14:00'))).toEqual(
      move('finalAnswer', MONDAY, { due: '2026-03-06T13:00', moves, ...marks }),
    )
    expect(resumeClock(region, 'finalAnswer', paused, utc('2026-03-03T14:00'))).toEqual(
      move('finalAnswer', MONDAY, { due: '2026-03-06T13:00', moves }),
    )
  })

  it('that is none changes nothing', () => {
    expect(resumeClock(region, 'finalAnswer', final, utc(TUESDAY))).toEqual({
      clock: 'finalAnswer',
      change: 'move',
      to: final,
    })
  })

  it('is told beforehand: when the deadline would be if it ended now', () => {
    expect(dueIfResumed(region, paused, utc('2026-03-03T14:00'))).toBe(utc('2026-03-06T13:00'))
    expect(dueIfResumed(region, final, utc('2026-03-20T14:00'))).toBe(final.due)
  })

  it('uses nothing of the term: a share of it is reckoned around every pause', () => {
    const twice = [
      rested('2026-03-02T12:00', '2026-03-02T15:00', 'question'),
      rested(TUESDAY, '2026-03-03T11:00', 'review'),
    ]
    const openFirst = rested('2026-03-02T12:00', undefined, 'question')
    const openSecond = rested(TUESDAY, undefined, 'review')
    const once = resumeClock(region, 'finalAnswer', { ...final, moves: [openFirst] }, utc('2026-03-02T15:00'))
    const again = resumeClock(
      region,
      'finalAnswer',
      { ...to(once), moves: [twice[0]!, openSecond] },
      utc('2026-03-03T11:00'),
    )
    expect(again).toEqual(move('finalAnswer', MONDAY, { due: '2026-03-06T13:00', moves: twice }))
  })

  it('in the last part of a term leaves the warning where it was', () => {
    const late = { ...final, moves: [rested('2026-03-05T17:00', undefined, 'question')], warned: 1 }
    const next = to(resumeClock(region, 'finalAnswer', late, utc('2026-03-06T10:00')))
    expect(next).toEqual(
      clock('finalAnswer', MONDAY, {
        due: '2026-03-06T11:00',
        moves: [rested('2026-03-05T17:00', '2026-03-06T10:00', 'question')],
        warned: 1,
      }),
    )
    expect(next.warnAt![0]!.at).toBe(utc('2026-03-05T11:00'))
  })
})

describe('an extension', () => {
  it('counts from the deadline; what lies behind is not said again, and no breach is kept', () => {
    const extension = { ...inAWeek, at: utc('2026-03-05T12:00') }
    expect(extendClock(region, 'finalAnswer', { ...final, warned: 1, escalated: 1 }, extension)).toEqual(
      move('finalAnswer', MONDAY, { due: '2026-03-17T18:00', moves: [extension] }),
    )
    const late = { ...inAWeek, at: utc('2026-03-16T12:00') }
    expect(
      to(extendClock(region, 'finalAnswer', { ...final, moves: [joined('2026-03-20T18:00')] }, late)),
    ).toMatchObject({
      warned: 1,
      due: utc('2026-03-17T18:00'),
    })
  })

  it('moves the deadlines of the cases merged into this one as well', () => {
    const cluster = to(joinClock(region, 'finalAnswer', final, joined('2026-03-04T10:00')))
    const next = to(extendClock(region, 'finalAnswer', cluster, { ...inAWeek, at: utc('2026-03-03T12:00') }))
    expect([next.due, next.own]).toEqual([utc('2026-03-16T18:00'), utc('2026-03-17T18:00')])
  })
})

describe('a cluster', () => {
  it('has the earliest deadline; each case joins once', () => {
    const once = to(joinClock(region, 'finalAnswer', { ...final, ...marks }, joined('2026-03-04T10:00')))
    expect(once).toEqual(
      clock('finalAnswer', MONDAY, {
        due: '2026-03-04T10:00',
        own: '2026-03-05T18:00',
        moves: [joined('2026-03-04T10:00')],
        ...marks,
      }),
    )
    const twice = to(joinClock(region, 'finalAnswer', once, joined('2026-03-04T12:00')))
    expect(twice).toMatchObject({ due: utc('2026-03-04T12:00'), moves: [joined('2026-03-04T12:00')] })
  })

  it('that a case leaves gives the parent its own deadline back, with what is true of it', () => {
    const early = { ...to(joinClock(region, 'finalAnswer', final, joined('2026-03-04T10:00'))), ...marks }
    expect(partClock(region, 'finalAnswer', early, CHILD, utc('2026-03-05T12:00'))).toEqual(
      move('finalAnswer', MONDAY, { warned: 1 }),
    )
    expect(partClock(region, 'finalAnswer', early, CHILD, utc('2026-03-05T17:59'))).toEqual(
      move('finalAnswer', MONDAY, { warned: 1 }),
    )
    expect(partClock(region, 'finalAnswer', early, CHILD, utc('2026-03-05T18:00'))).toEqual(
      move('finalAnswer', MONDAY, marks),
    )
  })

  it('keeps its pauses and extensions when a case leaves', () => {
    const moved = { ...final, moves: [rested(MONDAY, '2026-03-02T11:00', 'review'), joined('2026-03-04T10:00')] }
    expect(to(partClock(region, 'finalAnswer', moved, CHILD, utc(TUESDAY))).moves).toEqual([moved.moves[0]])
    expect(to(partClock(region, 'finalAnswer', moved, 'another', utc(TUESDAY))).moves).toEqual(moved.moves)
  })

  it('keeps its deadlines when another clock starts in its place', () => {
    const started = start('finalAnswer', TUESDAY)
    const before = { ...final, moves: [rested(MONDAY, '2026-03-02T11:00', 'review'), joined('2026-03-04T10:00')] }
    expect(to(withClusterOf(region, started, before))).toMatchObject({
      due: utc('2026-03-04T10:00'),
      moves: [joined('2026-03-04T10:00')],
    })
    expect(withClusterOf(region, started, final)).toBe(started)
    expect(withClusterOf(region, started, undefined)).toBe(started)
    const stopped = { clock: 'finalAnswer', change: 'stop' } as const
    expect(withClusterOf(region, stopped, before)).toBe(stopped)
  })
})

describe('computed anew', () => {
  const again = (before: Clock, at: string) => rewindClock(region, subject, 'finalAnswer', before, utc(at))

  it('is what it was, with every pause and extension', () => {
    const moves = [rested(TUESDAY, '2026-03-03T14:00', 'question'), { ...inAWeek, at: utc('2026-03-04T10:00') }]
    expect(again({ ...final, moves, due: utc(MONDAY) }, '2026-03-04T11:00')).toEqual(
      clock('finalAnswer', MONDAY, { due: '2026-03-18T18:00', moves }),
    )
    const open = [rested(TUESDAY, undefined, 'question')]
    expect(again({ ...final, moves: open }, '2026-03-04T11:00')).toEqual(clock('finalAnswer', MONDAY, { moves: open }))
    const cluster = [joined('2026-03-04T10:00')]
    expect(again({ ...final, moves: cluster }, TUESDAY)).toEqual(
      clock('finalAnswer', MONDAY, { due: '2026-03-04T10:00', own: '2026-03-05T18:00', moves: cluster }),
    )
  })

  it('runs by the clock whose term it took', () => {
    const later = clock('finalAnswer', MONDAY, {
      due: '2026-03-12T18:00',
      rule: { amount: 7, of: 'finalAfterInterim' },
    })
    expect(again(later, TUESDAY)).toEqual(later)
  })

  it('keeps a breach that is one, with the steps that lie behind', () => {
    expect(again({ ...final, ...marks }, '2026-03-06T13:00')).toEqual(clock('finalAnswer', MONDAY, marks))
    expect(again({ ...final, ...marks, escalated: 3 }, '2026-03-06T13:00').escalated).toBe(2)
    expect(again({ ...final, ...marks, escalated: 1 }, '2026-03-06T13:00').escalated).toBe(1)
    const { escalated: _, missedBy: __, ...bare } = { ...final, ...marks }
    expect(again(bare, '2026-03-06T13:00')).toEqual(clock('finalAnswer', MONDAY, { warned: 1, missed: true }))
    expect(again(bare, '2026-03-05T18:00')).toEqual(clock('finalAnswer', MONDAY, { warned: 1, missed: true }))
  })

  it('makes no breach of itself, and forgets one that lies ahead', () => {
    expect(again(final, '2026-03-20T10:00')).toEqual(clock('finalAnswer', MONDAY, { warned: 1 }))
    expect(again({ ...final, ...marks }, '2026-03-05T17:59')).toEqual(clock('finalAnswer', MONDAY, { warned: 1 }))
    expect(again({ ...final, ...marks }, '2026-03-05T10:00')).toEqual(final)
  })

  it('counts a warning whose instant has just come as given', () => {
    expect(again(final, '2026-03-05T11:00')).toMatchObject({ warned: 1 })
    expect(again(final, '2026-03-05T10:59')).not.toHaveProperty('warned')
  })
})

it('reminders before and after a term of days are reckoned in its own time', () => {
  const appeal = { ...subject, regime: 'statutory' } as const
  const rule = { amount: 30, unit: 'calendar days', id: 'statutory' } as const
  expect(startClock(region, appeal, 'finalAnswer', utc(MONDAY))).toEqual(start('finalAnswer', MONDAY, { rule }))
})

it('a deadline beyond the published calendar is provisional', () => {
  expect(to(startClock(region, subject, 'finalAnswer', utc('2026-12-29T10:00')))).toMatchObject({ provisional: true })
  expect(to(startClock(region, subject, 'finalAnswer', utc('2026-12-21T10:00')))).not.toHaveProperty('provisional')
})

describe('changes of a case’s clocks', () => {
  const paused: Clock = { ...final, moves: [rested(TUESDAY, undefined, 'question')] }
  const acceptance = clock('acceptance', MONDAY)
  const state: Case = { ...initialCase(caseId), clocks: { finalAnswer: paused, acceptance } }

  it('name the clocks that are there', () => {
    expect([stopOf(state, 'acceptance'), stopOf(state, 'rating')]).toEqual([
      [{ clock: 'acceptance', change: 'stop' }],
      [],
    ])
    expect(stopAll(state).map((change) => change.clock)).toEqual(['finalAnswer', 'acceptance'])
    expect(pauseOf(state, 'merged', 'finalAnswer', 'acceptance', 'rating')).toEqual([
      { clock: 'acceptance', change: 'pause', why: 'merged' },
    ])
    const now = { state, at: utc('2026-03-03T14:00'), region }
    expect(resume(now, 'question').map((change) => change.clock)).toEqual(['finalAnswer'])
    expect(resume(now, 'review')).toEqual([])
    expect(clocksOf(state).map(([name]) => name)).toEqual(['acceptance', 'finalAnswer'])
    expect([runs(state, 'acceptance'), runs(state, 'finalAnswer'), runs(state, 'rating')]).toEqual([true, false, false])
  })

  it('are applied', () => {
    const at = utc('2026-03-04T10:00')
    const apply = (change: ClockChange) => applyClockChange(state.clocks, change, at)
    expect(apply({ clock: 'rating', change: 'start', to: final })).toEqual({ ...state.clocks, rating: final })
    expect(apply({ clock: 'acceptance', change: 'move', to: final })).toEqual({ ...state.clocks, acceptance: final })
    expect(Object.keys(apply({ clock: 'acceptance', change: 'stop' }))).toEqual(['finalAnswer'])
    const pausedAt = rested('2026-03-04T10:00', undefined, 'merged')
    expect(apply({ clock: 'acceptance', change: 'pause', why: 'merged' })).toEqual({
      ...state.clocks,
      acceptance: { ...acceptance, moves: [pausedAt] },
    })
    const moved = { finalAnswer: { ...final, moves: [joined('2026-03-04T10:00')] } }
    expect(applyClockChange(moved, { clock: 'finalAnswer', change: 'pause', why: 'merged' }, at)).toEqual({
      finalAnswer: { ...final, moves: [joined('2026-03-04T10:00'), pausedAt] },
    })
    expect(apply({ clock: 'rating', change: 'pause', why: 'merged' })).toEqual(state.clocks)
  })

  it('mark a clock that is there', () => {
    expect(mark(state.clocks, 'acceptance', { warned: 1 })).toEqual({
      ...state.clocks,
      acceptance: { ...acceptance, warned: 1 },
    })
    expect(mark(state.clocks, 'rating', { warned: 1 })).toEqual(state.clocks)
    expect([allWarned(state.clocks, 'acceptance'), allWarned(state.clocks, 'rating')]).toEqual([{ warned: 1 }, {}])
    expect(allWarned({ rating: clock('rating', MONDAY) }, 'rating')).toEqual({})
  })
})

it('a clock rests while a pause of it is open', () => {
  const ended = rested(MONDAY, TUESDAY, 'question')
  const open = rested(TUESDAY, undefined, 'review')
  expect([isPaused({}), isPaused({ moves: [ended] }), isPaused({ moves: [ended, open] })]).toEqual([false, false, true])
  expect(openPause([joined('2026-03-04T10:00'), ended, open])).toEqual(open)
  expect(openPause()).toBeUndefined()
})

it('the authority’s clocks are told from the citizen’s', () => {
  expect(clockNames.filter((name) => !isOfficial(name))).toEqual(['finalAfterInterim', 'clarification', 'rating'])
})
