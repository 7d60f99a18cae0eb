// Starting, moving and reading the clocks of a case. A clock carries everything its due instant follows from: the start,
// the rule with its version, and every move since. A later change of policy or calendar does not touch a running case.
import type { ClockName, Region, Term } from '../../regions/schema.ts'
import { clockNames } from '../../regions/vocabulary.ts'
import { addTerm, addTime, shiftByPause, timeBetween } from '../calendar/arithmetic.ts'
import { calendarOf, type Calendar } from '../calendar/calendar.ts'
import type { Case, Clock, ClockChange, Escalation, Move, Warning } from './case.ts'
import { ruleFor, type Subject } from './deadline-rules.ts'

/** Clocks that hold an authority to its word: they warn, are missed and escalate. The others hold the citizen's time. */
export const officialClocks = [
  'moderation',
  'assignment',
  'acceptance',
  'firstResponse',
  'finalAnswer',
  'answerReview',
] as const satisfies readonly ClockName[]

type MoveOf<Kind extends Move['kind']> = Extract<Move, { kind: Kind }>
export type OfficialClock = (typeof officialClocks)[number]

export function isOfficial(name: ClockName): name is OfficialClock {
  return (officialClocks as readonly ClockName[]).includes(name)
}

export function isPaused({ moves }: Pick<Clock, 'moves'>): boolean {
  return openPause(moves) !== undefined
}

/** Whether a clock of the case is there and not paused. */
export function runs({ clocks }: Pick<Case, 'clocks'>, name: ClockName): boolean {
  const clock = clocks[name]
  return clock !== undefined && !isPaused(clock)
}

/** The pause that a clock is in, if it is in one. */
export function openPause(moves: readonly Move[] = []) {
  return moves.find((move) => move.kind === 'pause' && move.to === undefined) as MoveOf<'pause'> | undefined
}

/** Starts a clock by the rule that fits the case; `of` names the clock whose term it takes, when that is another. */
export function startClock(region: Region, subject: Subject, name: ClockName, at: string, of = name): ClockChange {
  const rule = ruleFor(region, subject, name, of, Date.parse(at))
  return { clock: name, change: 'start', to: computed(region, name, { startedAt: at, rule }) }
}

/** Takes a paused clock up again: its due instant moves by the pause, in the time its rule counts. */
export function resumeClock(region: Region, name: ClockName, clock: Clock, at: string): ClockChange {
  const pause = openPause(clock.moves)
  const moves = (clock.moves ?? []).map((move) => (move === pause ? { ...move, to: at } : move))
  const next = moved(region, { ...clock, moves }, pause ? { ...pause, to: at } : undefined)
  return { clock: name, change: 'move', to: { ...next, ...marksOf(clock) } }
}

/** Gives a clock more time, counted from its due instant; warnings that lie behind are not given again. */
export function extendClock(
  region: Region,
  name: ClockName,
  clock: Clock,
  extension: MoveOf<'extension'>,
): ClockChange {
  const next = moved(region, { ...clock, moves: [...(clock.moves ?? []), extension] }, extension)
  return { clock: name, change: 'move', to: { ...next, ...passed(next, extension.at) } }
}

/** Brings a clock forward to the earlier due instant of a case that joined a cluster. */
export function advanceClock(region: Region, name: ClockName, clock: Clock, join: MoveOf<'cluster'>): ClockChange {
  const next = moved(region, { ...clock, moves: [...(clock.moves ?? []), join] }, join)
  return { clock: name, change: 'move', to: { ...next, ...marksOf(clock) } }
}

/**
 * Computes a clock anew by the rules and the calendar of today, from its own start and with its own moves. What was
 * missed stays missed only if it still lies behind.
 */
export function rewindClock(region: Region, subject: Subject, name: ClockName, clock: Clock, at: string): Clock {
  const rule = ruleFor(region, subject, name, clock.rule.of ?? name, Date.parse(clock.startedAt))
  const next = computed(region, name, { ...clock, rule })
  if (next.due > at || !clock.missed) return { ...next, ...passed(next, at) }
  const steps = next.escalateAt?.filter((step) => step.at <= at).length ?? 0
  const escalated = Math.min(clock.escalated ?? 0, steps)
  return { ...next, warned: next.warnAt?.length ?? 0, missed: true, ...(escalated > 0 && { escalated }) }
}

/** What is due to happen next on the official clocks, as an instant; undefined when nothing is running. */
export function nextInstant(state: Case): string | undefined {
  const running = clocksOf(state).filter(([name, clock]) => isOfficial(name) && !isPaused(clock))
  return running.flatMap(([, clock]) => pending(clock)).sort()[0]
}

/** The clocks of a case in the order the region's file names them. */
export function clocksOf(state: Pick<Case, 'clocks'>): [ClockName, Clock][] {
  return clockNames.flatMap((name) => {
    const clock = state.clocks[name]
    return clock ? [[name, clock] satisfies [ClockName, Clock]] : []
  })
}

/** The instants of a clock that have not been acted on: warnings, the due instant, escalations. */
export function pending(clock: Clock): string[] {
  return [
    ...(clock.warnAt ?? []).slice(clock.warned ?? 0).map((point) => point.at),
    ...(clock.missed ? [] : [clock.due]),
    ...(clock.escalateAt ?? []).slice(clock.escalated ?? 0).map((point) => point.at),
  ]
}

/** A clock computed whole, by the rules, the reminders and the calendar of now. */
function computed(region: Region, name: ClockName, from: Pick<Clock, 'startedAt' | 'rule' | 'moves'>): Clock {
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
function moved(region: Region, clock: Clock, move: Move | undefined): Clock {
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

function marksOf({ warned, missed, escalated }: Clock) {
  return { ...(warned && { warned }), ...(missed && { missed }), ...(escalated && { escalated }) }
}

/** Counts warnings whose instant lies behind as given: telling of them now would say nothing true. */
function passed(clock: Clock, at: string) {
  const warned = clock.warnAt?.filter((point) => point.at <= at).length ?? 0
  return warned > 0 ? { warned } : {}
}

function iso(ms: number) {
  return new Date(ms).toISOString()
}
