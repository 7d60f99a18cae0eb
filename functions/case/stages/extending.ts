// More time, a limited number of times, never after the deadline has been missed: an extension must not hide a breach.
// The citizen is told of every extension (59-FZ, art. 12 part 2). Called by `decide`.
import { endOfDay } from '../../calendar/arithmetic.ts'
import { calendarOf } from '../../calendar/calendar.ts'
import { plusDays } from '../../calendar/dates.ts'
import type { Instant } from '../../calendar/instant.ts'
import { extendClock } from '../clocks/move.ts'
import { isPaused } from '../clocks/clock.ts'
import type { CommandOf } from '../commands.ts'
import { type Decision, happened, refuse, type Situation } from '../decision.ts'
import type { Actor } from '../actor.ts'
import type { Clock, ClockChange } from '../clocks/clock.ts'

export function requestExtension(now: Situation, command: CommandOf<'RequestExtension'>): Decision {
  const { state, region, at } = now
  const clock = state.clocks.finalAnswer
  if (!command.reason.trim()) return refuse('empty text')
  if (state.round.extensionRequest) return refuse('already asked')
  if (state.round.extensions >= region.policy.extension[state.regime].max) return refuse('no more extensions')
  if (!clock || isOver(clock, at)) return refuse('too late')
  const { by, reason, until } = command
  const extended = extend(now, by, reason, until)
  if ('refused' in extended || region.policy.extension[state.regime].grantedBy === 'automatic') return extended
  return happened({ type: 'extension_requested', at, by, reason, ...(until && { until }) })
}

/** The citizen reads the reason: whoever grants the time may put it in other words. */
export function grantExtension(now: Situation, command: CommandOf<'GrantExtension'>): Decision {
  const request = now.state.round.extensionRequest
  return request ? extend(now, command.by, command.reason?.trim() || request.reason, request.until) : refuse('not now')
}

export function refuseExtension({ at }: Situation, command: CommandOf<'RefuseExtension'>): Decision {
  if (!command.reason.trim()) return refuse('empty text')
  return happened({ type: 'extension_refused', at, by: command.by, reason: command.reason })
}

/** When the answer would be due if the time that is asked for were granted now; undefined where it cannot be. */
export function dueIfExtended(now: Situation): Instant | undefined {
  return dueWith(now, now.state.round.extensionRequest?.until)
}

/** When it would be due with the whole term. */
export function longestExtension(now: Situation): Instant | undefined {
  return dueWith(now, undefined)
}

function dueWith(now: Situation, until: string | undefined): Instant | undefined {
  const extended = extend(now, { role: 'system' }, '?', until)
  const [event] = 'events' in extended ? extended.events : []
  return event?.type === 'extended' ? event.due : undefined
}

/** The days (local dates) until which more time can be asked for now; undefined where none can be. */
export function extendable(now: Situation): { readonly first: string; readonly last: string } | undefined {
  const calendar = calendarOf(now.region)
  const clock = now.state.clocks.finalAnswer
  const last = longestExtension(now)
  if (!clock || !last) return undefined
  const [from, to] = [clock.due, last].map((due) => calendar.dateOf(Date.parse(due))) as [string, string]
  for (let first = from; first <= to; first = plusDays(first, 1))
    if (endOfDay(calendar, first, clock.rule) > Date.parse(clock.due)) return { first, last: to }
  return undefined
}

/** By the whole term, or until the end of a day within it. */
function extend({ state, region, at }: Situation, by: Actor, reason: string, until?: string): Decision {
  const clock = state.clocks.finalAnswer
  if (!clock || isOver(clock, at)) return refuse('too late')
  const { term } = region.policy.extension[state.regime]
  const extension = { kind: 'extension', at, by, reason, term } as const
  const longest = dueAfter(extendClock(region, 'finalAnswer', clock, extension), clock)
  const wanted = until && iso(endOfDay(calendarOf(region), until, clock.rule))
  if (wanted && wanted <= clock.due) return refuse('date too soon')
  if (until && until > calendarOf(region).dateOf(Date.parse(longest))) return refuse('date too late')
  const last = wanted && wanted < longest ? wanted : longest
  const change = extendClock(region, 'finalAnswer', clock, { ...extension, ...(until && { until: last }) })
  const due = dueAfter(change, clock)
  return happened({ type: 'extended', at, by, reason, due, ...(until && { until }), clocks: [change] })
}

function dueAfter(change: ClockChange, { due }: Clock): Instant {
  return 'to' in change ? change.to.due : due
}

function iso(at: number): Instant {
  return new Date(at).toISOString()
}

function isOver(clock: Clock, at: Instant): boolean {
  return clock.missed === true || (clock.due <= at && !isPaused(clock))
}
