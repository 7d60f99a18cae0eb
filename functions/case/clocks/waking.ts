// When a case is to be looked at again. What was promised to the citizen is watched to the minute by a timer, and by the
// sweep should the timer stay away; everything else is looked at by the sweep, which comes every few minutes anyway.
import type { ClockName } from '../../../regions/schema.ts'
import type { Case } from '../case.ts'
import { clocksOf, isPaused, pending } from './clock.ts'

/** Deadlines that a timer of their own watches (docs/decisions/0013). */
export const exactClocks: readonly ClockName[] = ['finalAnswer']
/** How long reactions to an event may take before the sweep looks whether they happened (ms). */
export const REACTION_GRACE_MS = 10 * 60_000
/** How late a timer may wake a case before the sweep does (ms). */
export const TIMER_GRACE_MS = 5 * 60_000

/** The next due instant (ISO, UTC) that a timer watches; undefined when none is running, or it was missed. */
export function exactInstant(state: Case): string | undefined {
  const watched = clocksOf(state).filter(([name, clock]) => exactClocks.includes(name) && !isPaused(clock))
  return earliest(...watched.map(([, { due, missed }]) => (missed ? undefined : due)))
}

/** The instant to arm a timer for after an event at `at` (ISO, UTC): one that no armed timer will wake us for. */
export function instantToArm(state: Case, armedAt: string | undefined, at: string): string | undefined {
  const next = exactInstant(state)
  return next && (!armedAt || armedAt <= at || next < armedAt) ? next : undefined
}

/** The instant (ISO, UTC) after `at` whose timer is to wake a case: the one armed already, if it comes in time. */
export function instantArmed(state: Case, armedAt: string | undefined, at: string): string | undefined {
  const next = exactInstant(state)
  if (!next || next <= at) return undefined
  return armedAt && armedAt > at && armedAt < next ? armedAt : next
}

/** When the sweep should look at a case: after a timer should have, at every other instant, and after every reaction. */
export function checkInstant(state: Case, settled: number, at: string): string | undefined {
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

/** An instant (ISO, UTC) some ms later. */
export function later(instant: string, ms: number): string {
  return new Date(Date.parse(instant) + ms).toISOString()
}

/** The first of some instants (ISO, UTC); undefined when there is none. */
export function earliest(...instants: (string | undefined)[]): string | undefined {
  return instants.filter((instant) => instant !== undefined).sort()[0]
}
