// The changes of clocks that an event carries: stop, pause, resume. Called by the stages.
import type { Case } from '../case.ts'
import type { ClockName } from '../../../regions/schema.ts'
import { type ClockChange, clocksOf, isPaused, openPause, type PauseReason } from './clock.ts'
import type { Situation } from '../decision.ts'
import { resumeClock } from './move.ts'

/** Stops a clock if it is there. */
export function stop(state: Case, clock: ClockName): ClockChange[] {
  return state.clocks[clock] ? [{ clock, change: 'stop' }] : []
}

/** Pauses the clocks that are running. */
export function pause(state: Case, why: PauseReason, ...clocks: ClockName[]): ClockChange[] {
  return clocks
    .filter((clock) => state.clocks[clock] && !isPaused(state.clocks[clock]))
    .map((clock) => ({ clock, change: 'pause', why }))
}

/** Takes up the clocks that were paused for this reason. */
export function resume({ state, at, region }: Situation, why: PauseReason): ClockChange[] {
  return clocksOf(state)
    .filter(([, clock]) => openPause(clock.moves)?.why === why)
    .map(([name, clock]) => resumeClock(region, name, clock, at))
}

/** Every running clock stops: nothing more is owed. */
export function stopAll(state: Situation['state']) {
  return (Object.keys(state.clocks) as (keyof typeof state.clocks)[]).map((clock) => ({
    clock,
    change: 'stop' as const,
  }))
}
