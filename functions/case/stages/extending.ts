// More time, a limited number of times, never after the deadline has been missed: an extension must not hide a breach.
// The citizen is told of every extension (59-FZ, art. 12 part 2). Called by `decide`.
import type { Instant } from '../../calendar/instant.ts'
import { extendClock } from '../clocks/move.ts'
import { isPaused } from '../clocks/clock.ts'
import type { CommandOf } from '../commands.ts'
import { type Decision, happened, refuse, type Situation } from '../decision.ts'
import type { Actor } from '../actor.ts'
import type { Clock } from '../clocks/clock.ts'

export function requestExtension(now: Situation, command: CommandOf<'RequestExtension'>): Decision {
  const { state, region, at } = now
  const clock = state.clocks.finalAnswer
  if (!command.reason.trim()) return refuse('empty text')
  if (state.round.extensionRequest) return refuse('already asked')
  if (state.round.extensions >= region.policy.extension[state.regime].max) return refuse('no more extensions')
  if (!clock || isOver(clock, at)) return refuse('too late')
  if (region.policy.extension[state.regime].grantedBy === 'automatic') return extend(now, command.by, command.reason)
  return happened({ type: 'extension_requested', at, by: command.by, reason: command.reason })
}

/** The citizen reads the reason: whoever grants the time may put it in other words. */
export function grantExtension(now: Situation, command: CommandOf<'GrantExtension'>): Decision {
  const request = now.state.round.extensionRequest
  return request ? extend(now, command.by, command.reason?.trim() || request.reason) : refuse('not now')
}

export function refuseExtension({ at }: Situation, command: CommandOf<'RefuseExtension'>): Decision {
  if (!command.reason.trim()) return refuse('empty text')
  return happened({ type: 'extension_refused', at, by: command.by, reason: command.reason })
}

/** When the answer would be due if more time were granted now; undefined where none can be. */
export function dueIfExtended(now: Situation): Instant | undefined {
  const extended = extend(now, { role: 'system' }, '?')
  const [event] = 'events' in extended ? extended.events : []
  return event?.type === 'extended' ? event.due : undefined
}

function extend({ state, region, at }: Situation, by: Actor, reason: string): Decision {
  const clock = state.clocks.finalAnswer
  if (!clock || isOver(clock, at)) return refuse('too late')
  const { term } = region.policy.extension[state.regime]
  const change = extendClock(region, 'finalAnswer', clock, { kind: 'extension', at, by, reason, term })
  return happened({
    type: 'extended',
    at,
    by,
    reason,
    due: 'to' in change ? change.to.due : clock.due,
    clocks: [change],
  })
}

function isOver(clock: Clock, at: Instant): boolean {
  return clock.missed === true || (clock.due <= at && !isPaused(clock))
}
