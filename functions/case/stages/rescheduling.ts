// A changed rule or calendar reaches a running case only when an operator says so, and then by an event that names what
// moved. Each clock is computed anew from its own start, with its own pauses and extensions. Called by `decide`.
import type { ClockChange } from '../clocks/clock.ts'
import type { Rescheduled } from '../events.ts'
import { clocksOf } from '../clocks/clock.ts'
import { rewindClock } from '../clocks/move.ts'
import type { CommandOf } from '../commands.ts'
import { type Decision, happened, refuse, type Situation } from '../decision.ts'

export function reschedule(now: Situation, command: CommandOf<'Reschedule'>): Decision {
  if (!command.reason.trim()) return refuse('empty text')
  const { moved, clocks } = wouldMove(now)
  if (clocks.length === 0) return happened()
  const { at, region } = now
  const { version } = region.policy
  return happened({ type: 'rescheduled', at, by: command.by, reason: command.reason, version, moved, clocks })
}

/** What the rules and the calendar of today would make of a case's clocks: which due instants move, and the changes; one that was provisional may
 * become certain without moving. */
export function wouldMove({ state, region, at }: Situation): { moved: Rescheduled[]; clocks: ClockChange[] } {
  const rewound = clocksOf(state).map(([name, clock]) => ({
    name,
    clock,
    next: rewindClock(region, state, name, clock, at),
  }))
  const moving = rewound.filter(({ clock, next }) => next.due !== clock.due)
  const confirmed = rewound.filter(
    ({ clock, next }) => next.due === clock.due && clock.provisional && !next.provisional,
  )
  return {
    moved: moving.map(({ name, clock, next }) => ({ clock: name, from: clock.due, to: next.due })),
    clocks: [
      ...moving.map(({ name, next }) => ({ clock: name, change: 'move' as const, to: next })),
      ...confirmed.map(({ name, clock: { provisional: _, ...to } }) => ({ clock: name, change: 'move' as const, to })),
    ],
  }
}
