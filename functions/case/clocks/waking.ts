// Computes when a case is to be looked at again. What was promised to the citizen is watched to the minute by a timer,
// and by the sweep in case the timer fails; everything else by the sweep alone, every few minutes. Called by the store,
// tick and the sweep.
import type { Instant, Milliseconds } from '../../calendar/instant.ts'
import type { ClockName } from '../../../regions/schema.ts'
import type { Case } from '../case.ts'
import { clocksOf, isPaused, pending } from './clock.ts'

/** Deadlines that a timer of their own watches (docs/decisions/0013). */
export const exactClocks: readonly ClockName[] = ['finalAnswer']
/** How long reactions to an event may take before the sweep looks whether they happened. */
export const REACTION_GRACE_MS: Milliseconds = 10 * 60_000
/** How late a timer may wake a case before the sweep does. */
export const TIMER_GRACE_MS: Milliseconds = 5 * 60_000

/** The next due instant that a timer watches; undefined when none is running, or it was missed. */
export function exactInstant(state: Case): Instant | undefined {
  const watched = clocksOf(state).filter(([name, clock]) => exactClocks.includes(name) && !isPaused(clock))
  return earliest(...watched.map(([, { due, missed }]) => (missed ? undefined : due)))
}

/** The instant to arm a timer for after an event at `at`: one that no armed timer will wake us for. */
export function instantToArm(state: Case, armedAt: Instant | undefined, at: Instant): Instant | undefined {
  const next = exactInstant(state)
  return next && (!armedAt || armedAt <= at || next < armedAt) ? next : undefined
}

/** The instant after `at` whose timer is to wake a case: the one armed already, if it comes in time. */
export function instantArmed(state: Case, armedAt: Instant | undefined, at: Instant): Instant | undefined {
  const next = exactInstant(state)
  if (!next || next <= at) return undefined
  return armedAt && armedAt > at && armedAt < next ? armedAt : next
}

/** When the sweep should look at a case: after a timer should have, at every other instant, and after every reaction. */
export function checkInstant(state: Case, settled: number, at: Instant): Instant | undefined {
  const exact = exactInstant(state)
  return earliest(
    exact && later(exact, TIMER_GRACE_MS),
    ...clocksOf(state).flatMap(([name, clock]) => {
      if (isPaused(clock)) return []
      const watched = exactClocks.includes(name) && !clock.missed
      return pending(clock).filter((instant) => !watched || instant < clock.due)
    }),
    state.version > settled ? later(at, REACTION_GRACE_MS) : undefined,
  )
}

export function later(instant: Instant, span: Milliseconds): Instant {
  return new Date(Date.parse(instant) + span).toISOString()
}

/** The first of some instants; undefined when there is none. */
export function earliest(...instants: (Instant | undefined)[]): Instant | undefined {
  return instants.filter((instant) => instant !== undefined).sort()[0]
}
