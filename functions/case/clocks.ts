// Starting, moving and reading the clocks of a case. A clock carries the instants at which something is due to happen
// and the version of the rule it came from: a later change of policy or calendar does not touch a running case.
import type { ClockName, Region, Term } from '../../regions/schema.ts'
import { addTerm, addWorkingTime, shareOf, shiftByPause } from '../calendar/arithmetic.ts'
import { calendarOf } from '../calendar/calendar.ts'
import type { Case, Clock, ClockChange } from './case.ts'

/** Clocks that hold an authority to its word: they warn, are missed and escalate. The others hold the citizen's time. */
export const officialClocks = [
  'moderation',
  'assignment',
  'acceptance',
  'firstResponse',
  'finalAnswer',
  'answerReview',
] as const satisfies readonly ClockName[]

export type OfficialClock = (typeof officialClocks)[number]

export function isOfficial(name: ClockName): name is OfficialClock {
  return (officialClocks as readonly ClockName[]).includes(name)
}

/** Starts a clock by the rule that fits the case: the topic's own, else the one for important topics, else the policy's. */
export function startClock(
  region: Region,
  state: Pick<Case, 'regime' | 'topic'>,
  name: ClockName,
  at: string,
  rule: ClockName = name,
): ClockChange {
  const { term, source } = ruleFor(region, state, rule)
  const due = addTerm(calendarOf(region), Date.parse(at), term)
  return {
    clock: name,
    change: 'start',
    to: clockDue(region, name, at, due, { ...term, version: region.policy.version, source }),
  }
}

/** Takes a paused clock up again: its due instant moves by the pause, in the time its rule counts. */
export function resumeClock(region: Region, name: ClockName, clock: Clock, at: string): ClockChange {
  if (!clock.pausedAt) return { clock: name, change: 'move', to: clock }
  const due = shiftByPause(
    calendarOf(region),
    Date.parse(clock.due),
    clock.rule.unit,
    Date.parse(clock.pausedAt),
    Date.parse(at),
  )
  return { clock: name, change: 'move', to: keepMarks(clockDue(region, name, clock.startedAt, due, clock.rule), clock) }
}

/** Gives a clock more time, counted from its due instant. */
export function extendClock(region: Region, name: ClockName, clock: Clock, by: Term): ClockChange {
  const due = addTerm(calendarOf(region), Date.parse(clock.due), by)
  const { missed: _, warned: __, escalated: ___, ...fresh } = clock
  return {
    clock: name,
    change: 'move',
    to: { ...clockDue(region, name, clock.startedAt, due, { ...clock.rule, source: 'extension' }), ...paused(fresh) },
  }
}

/** Brings a clock forward to an earlier due instant (a case that joined a cluster with an earlier deadline). */
export function advanceClock(region: Region, name: ClockName, clock: Clock, due: string): ClockChange {
  return {
    clock: name,
    change: 'move',
    to: keepMarks(clockDue(region, name, clock.startedAt, Date.parse(due), clock.rule), clock),
  }
}

/** What is due to happen next on the official clocks, as an instant; undefined when nothing is running. */
export function nextInstant(state: Case): string | undefined {
  return instantsOf(state, (name) => isOfficial(name)).sort()[0]
}

/** When the citizen's own time (to answer a question, to rate) is over; no minute matters there, so no clock is armed for it. */
export function nextCitizenInstant(state: Case): string | undefined {
  return instantsOf(state, (name) => !isOfficial(name)).sort()[0]
}

function instantsOf(state: Case, wanted: (name: ClockName) => boolean): string[] {
  return (Object.entries(state.clocks) as [ClockName, Clock][])
    .filter(([name, clock]) => wanted(name) && !clock.pausedAt)
    .flatMap(([, clock]) => pending(clock))
}

/** The instants of a clock that have not been acted on, in order of meaning: warning, due, escalations. */
export function pending(clock: Clock): string[] {
  return [
    ...(clock.warnAt && !clock.warned ? [clock.warnAt] : []),
    ...(clock.missed ? [] : [clock.due]),
    ...(clock.escalateAt ?? []).slice(clock.escalated ?? 0).map((step) => step.at),
  ]
}

function ruleFor(region: Region, state: Pick<Case, 'regime' | 'topic'>, name: ClockName) {
  const topic = region.topics.find((one) => one.id === state.topic)
  const own = state.regime === 'message' ? topic?.terms?.[name] : undefined
  if (own) return { term: own, source: 'topic' as const }
  const important = topic?.important && state.regime === 'message' ? region.policy.importantTerms[name] : undefined
  if (important) return { term: important, source: 'important' as const }
  return { term: region.policy.terms[state.regime][name], source: 'policy' as const }
}

function clockDue(region: Region, name: ClockName, startedAt: string, due: number, rule: Clock['rule']): Clock {
  const calendar = calendarOf(region)
  const known = calendar.isKnown(calendar.dateOf(due))
  return {
    startedAt,
    due: iso(due),
    rule,
    ...(!known && { provisional: true as const }),
    ...(isOfficial(name) && {
      warnAt: iso(shareOf(calendar, Date.parse(startedAt), due, rule.unit, region.policy.warnAt)),
      escalateAt: region.policy.escalations.map(({ after, to }) => ({ at: iso(escalationAt(region, due, after)), to })),
    }),
  }
}

function escalationAt(region: Region, due: number, after: Term): number {
  const calendar = calendarOf(region)
  return after.amount === 0 ? addWorkingTime(calendar, due, 0) : addTerm(calendar, due, after)
}

function keepMarks(next: Clock, old: Clock): Clock {
  return {
    ...next,
    ...(old.warned && { warned: true }),
    ...(old.missed && { missed: true }),
    ...(old.escalated && { escalated: old.escalated }),
  }
}

function paused(clock: Pick<Clock, 'pausedAt'>) {
  return clock.pausedAt ? { pausedAt: clock.pausedAt } : {}
}

function iso(ms: number) {
  return new Date(ms).toISOString()
}
