// Computes the due instant of a clock and the instants of its reminders. Called by move.ts.
import type { ClockName, Region, Term } from '../../../regions/schema.ts'
import { type Clock, type Escalation, isOfficial, type Move, type Warning } from './clock.ts'
import { type Calendar, calendarOf } from '../../calendar/calendar.ts'
import { addTerm, addTime, shiftByPause, timeBetween } from '../../calendar/arithmetic.ts'

/** A clock computed whole, by the rules, the reminders and the calendar of now. */
export function computed(region: Region, name: ClockName, from: Pick<Clock, 'startedAt' | 'rule' | 'moves'>): Clock {
  const { startedAt, rule, moves = [] } = from
  const calendar = calendarOf(region)
  const start = addTerm(calendar, Date.parse(startedAt), rule)
  const due = moves.reduce((before, move) => dueAfter(calendar, before, rule, move), start)
  const { warnings, escalations } = region.policy.reminders
  const official = isOfficial(name)
  return withDue(region, from, due, {
    ...(official && { warnAt: warnings.map(({ at: share, to }) => ({ share, to })) }),
    ...(official && { escalateAt: escalations }),
  })
}

/** A clock moved on from where it stands: the days before the move, and its reminders, stay what they were promised to be. */
export function moved(region: Region, clock: Clock, move: Move | undefined): Clock {
  const before = Date.parse(clock.due)
  return withDue(region, clock, move ? dueAfter(calendarOf(region), before, clock.rule, move) : before, clock)
}

/** The due instant (ms) after one more move; an open pause has not moved anything yet. */
function dueAfter(calendar: Calendar, due: number, rule: Clock['rule'], move: Move): number {
  if (move.kind === 'extension') return addTerm(calendar, due, { onDayOff: rule.onDayOff, ...move.term })
  if (move.kind === 'cluster') return Math.min(due, Date.parse(move.due))
  return move.to ? shiftByPause(calendar, due, rule, Date.parse(move.from), Date.parse(move.to)) : due
}

function withDue(
  region: Region,
  from: Pick<Clock, 'startedAt' | 'rule' | 'moves'>,
  due: number,
  reminders: {
    readonly warnAt?: readonly Omit<Warning, 'at'>[]
    readonly escalateAt?: readonly Omit<Escalation, 'at'>[]
  },
): Clock {
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

/** The instant (ms) when a share of the term has been used; a pause uses nothing. */
function shareUsed(
  calendar: Calendar,
  { startedAt, rule, moves = [] }: Pick<Clock, 'startedAt' | 'rule' | 'moves'>,
  due: number,
  share: number,
): number {
  const pauses = moves.flatMap((move) =>
    move.kind === 'pause' && move.to ? [{ from: Date.parse(move.from), to: Date.parse(move.to) }] : [],
  )
  const start = Date.parse(startedAt)
  const time = (from: number, to: number) => timeBetween(calendar, from, to, rule.unit)
  const rested = pauses.reduce((sum, { from, to }) => sum + time(from, to), 0)
  let left = Math.round((time(start, due) - rested) * share)
  let cursor = start
  for (const { from, to } of pauses) {
    const span = time(cursor, from)
    if (left <= span) break
    left -= span
    cursor = to
  }
  return addTime(calendar, cursor, left, rule.unit)
}

function afterDue(calendar: Calendar, due: number, after: Term): number {
  return after.amount === 0 ? due : addTerm(calendar, due, after)
}

function iso(ms: number) {
  return new Date(ms).toISOString()
}
