// When a case is to be looked at again: at its next instant by a clock, and by the sweep when a clock or a reaction stayed
// away. Timers are hints, so every wake is planned twice.
import type { Case } from './case.ts'
import { nextCitizenInstant, nextInstant } from './clocks.ts'

/** How long reactions to an event may take before the sweep looks whether they happened (ms). */
export const REACTION_GRACE_MS = 10 * 60_000
/** How late a clock may wake a case before the sweep does (ms). */
export const CLOCK_GRACE_MS = 5 * 60_000

/** The instant to arm a clock for after an event at `at` (ISO, UTC): one that no armed clock will wake us for. */
export function instantToArm(state: Case, armedAt: string | undefined, at: string): string | undefined {
  const next = nextInstant(state)
  return next && (!armedAt || armedAt <= at || next < armedAt) ? next : undefined
}

/** The instant (ISO, UTC) after `at` whose clock is to wake a case: the one armed already, if it comes in time. */
export function instantArmed(state: Case, armedAt: string | undefined, at: string): string | undefined {
  const next = nextInstant(state)
  if (!next || next <= at) return undefined
  return armedAt && armedAt > at && armedAt < next ? armedAt : next
}

/** When the sweep should look at a case: after a clock should have, and after every reaction should have happened. */
export function checkInstant(state: Case, settled: number, at: string): string | undefined {
  const official = nextInstant(state)
  return earliest(
    official && later(official, CLOCK_GRACE_MS),
    nextCitizenInstant(state),
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
