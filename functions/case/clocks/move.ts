// Starts, moves and recomputes the clocks of a case. A clock keeps its start, its rule with the version, and every move
// since; a later change of policy or calendar does not touch a running case. Called by the stages.
import type { Instant } from '../../calendar/instant.ts'
import type { ClockName, Region } from '../../../regions/schema.ts'
import { ruleFor, type Subject } from './rules.ts'
import { type Clock, type ClockChange, type Move, type MoveOf, openPause } from './clock.ts'
import { computeClock, shiftClock, withMoves } from './compute.ts'

/** Starts a clock by the rule that fits the case; `of` names the clock whose term it takes, when that is another. */
export function startClock(region: Region, subject: Subject, name: ClockName, at: Instant, of = name): ClockChange {
  const rule = ruleFor(region, subject, name, of, Date.parse(at))
  return { clock: name, change: 'start', to: computeClock(region, name, { startedAt: at, rule }) }
}

/** Takes a paused clock up again: its due instant moves by the pause, in the time its rule counts. */
export function resumeClock(region: Region, name: ClockName, clock: Clock, at: Instant): ClockChange {
  const pause = openPause(clock.moves)
  if (!pause) return { clock: name, change: 'move', to: clock }
  const ended = { ...pause, to: at }
  const moves = (clock.moves ?? []).map((move) => (move === pause ? ended : move))
  return { clock: name, change: 'move', to: { ...shiftClock(region, { ...clock, moves }, ended), ...marksOf(clock) } }
}

/** Gives a clock more time, counted from its due instant; warnings that lie behind are not given again. */
export function extendClock(
  region: Region,
  name: ClockName,
  clock: Clock,
  extension: MoveOf<'extension'>,
): ClockChange {
  const next = shiftClock(region, { ...clock, moves: [...(clock.moves ?? []), extension] }, extension)
  return { clock: name, change: 'move', to: { ...next, ...skipPassed(next, extension.at) } }
}

/** Brings a clock forward to the earlier due instant of a case that is merged into this one; a later one changes nothing. */
export function joinClock(region: Region, name: ClockName, clock: Clock, join: MoveOf<'cluster'>): ClockChange {
  const next = withMoves(region, clock, [...withoutChild(clock, join.child), join])
  return { clock: name, change: 'move', to: { ...next, ...marksOf(clock) } }
}

/** Takes the due instant of a case that is no longer merged into this one out of a clock. */
export function partClock(region: Region, name: ClockName, clock: Clock, child: string, at: Instant): ClockChange {
  const next = withMoves(region, clock, withoutChild(clock, child))
  const marks = next.due > at ? skipPassed(next, at) : marksOf(clock)
  return { clock: name, change: 'move', to: { ...next, ...marks } }
}

/** A clock that starts in another's place keeps the due instants of the cases merged into this one. */
export function withClusterOf(region: Region, started: ClockChange, before: Clock | undefined): ClockChange {
  const joined = (before?.moves ?? []).filter((move) => move.kind === 'cluster')
  if (started.change !== 'start' || joined.length === 0) return started
  return { ...started, to: withMoves(region, started.to, joined) }
}

function withoutChild({ moves = [] }: Clock, child: string): Move[] {
  return moves.filter((move) => move.kind !== 'cluster' || move.child !== child)
}

/**
 * Computes a clock anew by the rules and the calendar of today, from its own start and with its own moves. What was
 * missed stays missed only if it still lies behind.
 */
export function rewindClock(region: Region, subject: Subject, name: ClockName, clock: Clock, at: Instant): Clock {
  const rule = ruleFor(region, subject, name, clock.rule.of ?? name, Date.parse(clock.startedAt))
  const next = computeClock(region, name, { ...clock, rule })
  if (next.due > at || !clock.missed) return { ...next, ...skipPassed(next, at) }
  const steps = next.escalateAt?.filter((step) => step.at <= at).length ?? 0
  const escalated = Math.min(clock.escalated ?? 0, steps)
  const { missedBy } = clock
  const missed = { missed: true as const, ...(missedBy && { missedBy }) }
  return { ...next, warned: next.warnAt?.length ?? 0, ...missed, ...(escalated > 0 && { escalated }) }
}

function marksOf({ warned, missed, missedBy, escalated }: Clock) {
  return {
    ...(warned && { warned }),
    ...(missed && { missed }),
    ...(missedBy && { missedBy }),
    ...(escalated && { escalated }),
  }
}

/** Counts warnings whose instant lies behind as given: they would warn of a share of the term that is long used. */
function skipPassed(clock: Clock, at: Instant) {
  const warned = clock.warnAt?.filter((point) => point.at <= at).length ?? 0
  return warned > 0 ? { warned } : {}
}
