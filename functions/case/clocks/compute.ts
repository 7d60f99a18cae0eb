// Computes the due instant of a clock and the instants of its reminders. Called by move.ts.
import type { EpochMilliseconds, Instant } from '../../calendar/instant.ts'
import type { ClockName, Region, Term } from '../../../regions/schema.ts'
import { type Clock, type Escalation, isOfficial, type Move, openPause, type Warning } from './clock.ts'
import { type Calendar, calendarOf } from '../../calendar/calendar.ts'
import { addTerm, addTime, shiftByPause, timeBetween } from '../../calendar/arithmetic.ts'

type Kept = Pick<Clock, 'startedAt' | 'rule' | 'moves'>
type Shift = Extract<Move, { kind: 'pause' | 'extension' }>

/** A clock computed whole, by the rules, the reminders and the calendar of now. */
export function computeClock(region: Region, name: ClockName, { startedAt, rule, moves = [] }: Kept): Clock {
  const calendar = calendarOf(region)
  const start = addTerm(calendar, Date.parse(startedAt), rule)
  const own = moves.filter(isShift).reduce((due, move) => shift(calendar, rule, due, move), start)
  const { warnings, escalations } = region.policy.reminders
  const official = isOfficial(name)
  return withOwn(region, { startedAt, rule, ...(moves.length > 0 && { moves }) }, own, {
    ...(official && { warnAt: warnings.map(({ at: share, to }) => ({ share, to })) }),
    ...(official && { escalateAt: escalations }),
  })
}

/**
 * A clock after a pause that ended or an extension, moved on from where it stands: the days before, and its reminders, stay
 * what they were promised to be.
 */
export function shiftClock(region: Region, clock: Clock, by: Shift): Clock {
  const calendar = calendarOf(region)
  const moves = (clock.moves ?? []).map((move) =>
    move.kind === 'cluster'
      ? { ...move, due: iso(shift(calendar, clock.rule, Date.parse(move.due), by, Date.parse(move.at))) }
      : move,
  )
  return withOwn(region, { ...clock, moves }, shift(calendar, clock.rule, ownDue(clock), by), clock)
}

/** A clock with other moves of clusters: due by the earliest deadline of them and its own. */
export function withMoves(region: Region, clock: Clock, moves: readonly Move[]): Clock {
  const { startedAt, rule } = clock
  return withOwn(region, { startedAt, rule, ...(moves.length > 0 && { moves }) }, ownDue(clock), clock)
}

/** When a clock would be due if its pause, if it is in one, ended at an instant. */
export function dueIfResumed(region: Region, clock: Clock, at: Instant): Instant {
  const pause = openPause(clock.moves)
  return pause ? shiftClock(region, clock, { ...pause, to: at }).due : clock.due
}

function withOwn(region: Region, from: Kept, own: EpochMilliseconds, reminders: Reminders): Clock {
  const joined = (from.moves ?? []).flatMap((move) => (move.kind === 'cluster' ? [Date.parse(move.due)] : []))
  const clock = withDue(region, from, Math.min(own, ...joined), reminders)
  return joined.length > 0 ? { ...clock, own: iso(own) } : clock
}

function ownDue({ own, due }: Clock): EpochMilliseconds {
  return Date.parse(own ?? due)
}

function isShift(move: Move): move is Shift {
  return move.kind !== 'cluster'
}

/** A due instant after an extension, or after the part of a pause after `since`; an open pause has moved nothing yet. */
function shift(
  calendar: Calendar,
  rule: Clock['rule'],
  due: EpochMilliseconds,
  move: Shift,
  since = -Infinity,
): EpochMilliseconds {
  if (move.kind === 'extension' && move.until) return Math.max(due, Date.parse(move.until))
  if (move.kind === 'extension') return addTerm(calendar, due, { onDayOff: rule.onDayOff, ...move.term })
  if (!move.to) return due
  return shiftByPause(calendar, due, rule, Math.max(since, Date.parse(move.from)), Date.parse(move.to))
}

interface Reminders {
  readonly warnAt?: readonly Omit<Warning, 'at'>[]
  readonly escalateAt?: readonly Omit<Escalation, 'at'>[]
}

function withDue(region: Region, from: Kept, due: EpochMilliseconds, reminders: Reminders): Clock {
  const { startedAt, rule, moves } = from
  const calendar = calendarOf(region)
  const { warnAt, escalateAt } = reminders
  return {
    startedAt,
    due: iso(due),
    rule,
    ...(moves && { moves }),
    ...(!calendar.isKnown(calendar.dateOf(due)) && { provisional: true as const }),
    ...(warnAt && {
      warnAt: warnAt.map(({ share, to }) => ({ at: iso(shareUsed(calendar, from, due, share)), to, share })),
    }),
    ...(escalateAt && {
      escalateAt: escalateAt.map(({ after, to }) => ({ at: iso(afterDue(calendar, due, after)), to, after })),
    }),
  }
}

/** The instant when a share of the term has been used; a pause uses nothing. */
function shareUsed(
  calendar: Calendar,
  { startedAt, rule, moves = [] }: Kept,
  due: EpochMilliseconds,
  share: number,
): EpochMilliseconds {
  const pauses = moves.flatMap((move) =>
    move.kind === 'pause' && move.to ? [{ from: Date.parse(move.from), to: Date.parse(move.to) }] : [],
  )
  const start = Date.parse(startedAt)
  const time = (from: EpochMilliseconds, to: EpochMilliseconds) => timeBetween(calendar, from, to, rule.unit)
  const pausedMs = pauses.reduce((sum, { from, to }) => sum + time(from, to), 0)
  let left = Math.round((time(start, due) - pausedMs) * share)
  let cursor = start
  for (const { from, to } of pauses) {
    const span = time(cursor, from)
    if (left <= span) break
    left -= span
    cursor = to
  }
  return addTime(calendar, cursor, left, rule.unit)
}

function afterDue(calendar: Calendar, due: EpochMilliseconds, after: Term): EpochMilliseconds {
  return after.amount === 0 ? due : addTerm(calendar, due, after)
}

function iso(at: EpochMilliseconds): Instant {
  return new Date(at).toISOString()
}
