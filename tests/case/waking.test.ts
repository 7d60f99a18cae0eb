// When a case is looked at again: the instants of timers and of the sweep, at their boundaries.
import { describe, expect, it } from 'vitest'
import type { Case } from '../../functions/case/case.ts'
import type { Clock } from '../../functions/case/clocks/clock.ts'
import { pending } from '../../functions/case/clocks/clock.ts'
import {
  checkInstant,
  earliest,
  exactInstant,
  instantArmed,
  instantToArm,
  later,
} from '../../functions/case/clocks/waking.ts'
import { initialCase } from '../../functions/case/evolve.ts'
import { clock, rested } from './expected.ts'
import { caseId, MONDAY, utc } from './story.ts'

const DUE = utc('2026-03-05T18:00')
const WARNING = utc('2026-03-05T11:00')
const [before, after] = [later(DUE, -1), later(DUE, 1)]
const final = clock('finalAnswer', MONDAY)
const paused: Clock = { ...final, moves: [rested('2026-03-03T10:00', undefined, 'question')] }
const missed: Clock = { ...final, missed: true, warned: 1 }
const of = (clocks: Case['clocks'], version = 3): Case => ({ ...initialCase(caseId), version, clocks })
const running = of({ finalAnswer: final })
const steps = ['2026-03-05T18:00', '2026-03-06T13:00', '2026-03-06T18:00'].map(utc)

it('a clock’s instants are what was not acted on', () => {
  expect(pending(final)).toEqual([WARNING, DUE, ...steps])
  expect(pending({ ...final, warned: 1, escalated: 1 })).toEqual([DUE, ...steps.slice(1)])
  expect(pending({ ...missed, escalated: 2 })).toEqual(steps.slice(2))
  expect(pending(clock('rating', MONDAY))).toEqual([utc('2026-03-16T23:59')])
})

describe('a timer', () => {
  it('watches the final answer, while it runs and was not missed', () => {
    expect(exactInstant(running)).toBe(DUE)
    const others = of({ acceptance: clock('acceptance', MONDAY), rating: clock('rating', MONDAY) })
    for (const state of [of({ finalAnswer: paused }), of({ finalAnswer: missed }), others])
      expect(exactInstant(state)).toBeUndefined()
  })

  it('is armed when none is, when it has rung, and for an earlier deadline; not again for the same or a later one', () => {
    const at = utc('2026-03-03T10:00')
    expect(instantToArm(running, undefined, at)).toBe(DUE)
    expect(instantToArm(running, later(at, -1), at)).toBe(DUE)
    expect(instantToArm(running, at, at)).toBe(DUE)
    expect(instantToArm(running, later(at, 1), at)).toBeUndefined()
    expect(instantToArm(running, before, at)).toBeUndefined()
    expect(instantToArm(running, DUE, at)).toBeUndefined()
    expect(instantToArm(running, after, at)).toBe(DUE)
    expect(instantToArm(of({}), undefined, at)).toBeUndefined()
  })

  it('that is armed wakes the case, if it comes in time', () => {
    const at = utc('2026-03-03T10:00')
    expect(instantArmed(running, undefined, at)).toBe(DUE)
    expect(instantArmed(running, before, at)).toBe(before)
    expect(instantArmed(running, later(at, 1), at)).toBe(later(at, 1))
    expect(instantArmed(running, at, at)).toBe(DUE)
    expect(instantArmed(running, later(at, -1), at)).toBe(DUE)
    expect(instantArmed(running, after, at)).toBe(DUE)
    expect(instantArmed(running, undefined, before)).toBe(DUE)
    expect(instantArmed(running, undefined, DUE)).toBeUndefined()
    expect(instantArmed(running, undefined, after)).toBeUndefined()
    expect(instantArmed(of({}), before, at)).toBeUndefined()
  })
})

describe('the sweep', () => {
  const at = utc('2026-03-02T10:00')
  const warned = of({ finalAnswer: { ...final, warned: 1 } })

  it('looks at every instant, and at a watched deadline five minutes after its timer', () => {
    expect(checkInstant(running, 3, at)).toBe(WARNING)
    expect(checkInstant(warned, 3, at)).toBe(later(DUE, 5 * 60_000))
    expect(checkInstant(of({ acceptance: clock('acceptance', MONDAY) }), 3, at)).toBe(utc('2026-03-02T13:12'))
    const due = of({ acceptance: { ...clock('acceptance', MONDAY), warned: 1 } })
    expect(checkInstant(due, 3, at)).toBe(utc('2026-03-02T14:00'))
  })

  it('looks at the steps after a breach, which no timer watches', () => {
    expect(checkInstant(of({ finalAnswer: missed }), 3, at)).toBe(DUE)
    expect(checkInstant(of({ finalAnswer: { ...missed, escalated: 1 } }), 3, at)).toBe(steps[1])
  })

  it('leaves a clock that rests alone', () => {
    expect(checkInstant(of({ finalAnswer: paused }), 3, at)).toBeUndefined()
  })

  it('looks ten minutes after an event whose reactions were not seen', () => {
    expect(checkInstant(of({}, 3), 2, at)).toBe(later(at, 10 * 60_000))
    expect(checkInstant(of({}, 3), 3, at)).toBeUndefined()
    expect(checkInstant(of({}, 3), 4, at)).toBeUndefined()
  })
})

it('the earliest of some instants is found in any order', () => {
  expect(earliest(undefined, after, before, DUE)).toBe(before)
  expect(earliest(undefined)).toBeUndefined()
  expect(later(DUE, -60_000)).toBe('2026-03-05T14:59:00.000Z')
})
