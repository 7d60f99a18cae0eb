// Measures each official clock that an event ends, once, by nothing but the case's own history. Called by counting.ts.
// docs/statistics.md says what is counted as what; a change here changes what published figures mean.
import type { EpochMilliseconds, Instant, Milliseconds } from '../calendar/instant.ts'
import type { ClockName, Region } from '../../regions/schema.ts'
import { timeBetween } from '../calendar/arithmetic.ts'
import { calendarOf } from '../calendar/calendar.ts'
import type { Case } from '../case/case.ts'
import type { CaseEvent, EventType } from '../case/events.ts'
import type { Clock, Move } from '../case/clocks/clock.ts'
import { isOfficial, type OfficialClock, openPause } from '../case/clocks/clock.ts'
import { evolve } from '../case/evolve.ts'

/** The clocks as they are counted: the final answer after an interim one has a term, and so figures, of its own. */
export const measuredClocks = [
  'moderation',
  'assignment',
  'acceptance',
  'firstResponse',
  'finalAnswer',
  'finalAfterInterim',
  'answerReview',
] as const satisfies readonly ClockName[]
export type MeasuredClock = (typeof measuredClocks)[number]

/** Whose the clock was and what it was about; what is not there was not known, or the clock was nobody's of the kind. */
export interface Subject {
  readonly clock: MeasuredClock
  readonly organisation?: string
  readonly topic?: string
  readonly municipality?: string
}

/** `cancelled`: ended in time without what it was for being done, because it was no longer owed. */
export type ClockOutcome = 'on time' | 'late' | 'cancelled'

export interface Measurement {
  readonly of: Subject
  /** The region's local date of the event. */
  readonly date: string
  readonly outcome: ClockOutcome
  /** The clock was paused for a question, a merge or an answer that was returned. */
  readonly paused: boolean
  readonly extended: boolean
  /** How long the clock ran, without its pauses, in the time its rule counts. */
  readonly ms: Milliseconds
  readonly unit: 'working' | 'calendar'
  /** The act that ended the clock was taken back: it is subtracted from what was counted then. */
  readonly takenBack?: true
}

/** The clocks that the region's own people hold: they count for no organisation. */
const ofTheRegion: readonly OfficialClock[] = ['moderation', 'assignment', 'answerReview']

/**
 * What each clock waits for. Giving a case on, or back, is an answer to «is it yours?», and a moderator's work is done
 * when a message is let in or rejected. A case taken from one organisation for another was not accepted by the first.
 */
const fulfilledBy: Readonly<Record<OfficialClock, readonly EventType[]>> = {
  moderation: ['admitted', 'rejected'],
  assignment: ['assigned'],
  acceptance: ['accepted', 'handed_over', 'handed_back', 'declined'],
  firstResponse: ['accepted', 'answered'],
  finalAnswer: ['answer_approved'],
  answerReview: ['answer_returned', 'answer_approved'],
}

/** The act that an event takes back, where it had ended official clocks: as it was, with the case before it. */
export function takenBackBy(after: Case, event: CaseEvent): { before: Case; act: CaseEvent } | undefined {
  if (event.type !== 'undone' || after.test) return undefined
  const given = (event.clocks ?? []).filter(({ change }) => change !== 'stop')
  const clocks = given.map(({ clock }) => ({ clock, change: 'stop' as const }))
  const act = { type: event.act, at: event.actAt, by: event.by, clocks } as CaseEvent
  return clocks.length > 0 ? { before: evolve(after, event), act } : undefined
}

/** The official clocks that an event ends: it stops them, or starts them anew. Those of a test case are nobody's figures. */
export function endedBy(before: Case, event: CaseEvent): [OfficialClock, Clock][] {
  if (before.test) return []
  const ending = (event.clocks ?? []).filter(({ change }) => change === 'stop' || change === 'start')
  return [...new Set(ending.map(({ clock }) => clock))].flatMap((name) => {
    const running = before.clocks[name]
    return running && isOfficial(name) ? [[name, running] satisfies [OfficialClock, Clock]] : []
  })
}

/** One measurement for each official clock that the event ends, or whose end it takes back, given the case before it. */
export function measurementsOf(region: Region, before: Case, event: CaseEvent): Measurement[] {
  const undone = takenBackBy(before, event)
  const taken = undone ? measureEnds(region, undone.before, undone.act) : []
  return [...measureEnds(region, before, event), ...taken.map((one) => ({ ...one, takenBack: true as const }))]
}

function measureEnds(region: Region, before: Case, event: CaseEvent): Measurement[] {
  const calendar = calendarOf(region)
  return endedBy(before, event).map(([name, clock]) => {
    const moves = clock.moves ?? []
    // A paused clock ended for whom it held when it was paused: an approved answer was given when it was written.
    const end = Date.parse(openPause(moves)?.from ?? event.at)
    const late = clock.missed === true || end > Date.parse(clock.due)
    const between = (from: Instant | EpochMilliseconds, to: Instant | EpochMilliseconds) =>
      timeBetween(calendar, instant(from), instant(to), clock.rule.unit)
    const pausedMs = moves.reduce((ms, move) => ms + (isOver(move) ? between(move.from, move.to) : 0), 0)
    return {
      of: subjectOf(name, clock, before, event),
      date: calendar.dateOf(Date.parse(event.at)),
      outcome: late ? 'late' : fulfilledBy[name].includes(event.type) ? 'on time' : 'cancelled',
      paused: moves.some((move) => isOver(move) || (move.kind === 'pause' && move.why !== 'review')),
      extended: moves.some((move) => move.kind === 'extension'),
      ms: between(clock.startedAt, end) - pausedMs,
      unit: clock.rule.unit === 'calendar days' ? 'calendar' : 'working',
    }
  })
}

/**
 * An organisation's clock is counted under the topic and place the case had before the event, and under the organisation that
 * had it, or that missed it; a clock of the region's own people, under the topic and place the event gave it.
 */
function subjectOf(name: OfficialClock, { rule, missed, missedBy }: Clock, before: Case, event: CaseEvent): Subject {
  const own = ofTheRegion.includes(name)
  const organisation = missed ? missedBy : before.organisation
  const { topic, municipality } = own ? evolve(before, event) : before
  return {
    clock: rule.of === 'finalAfterInterim' ? rule.of : name,
    ...(!own && organisation && { organisation }),
    ...(topic && { topic }),
    ...(municipality && { municipality }),
  }
}

function isOver(move: Move): move is Extract<Move, { kind: 'pause' }> & { readonly to: Instant } {
  return move.kind === 'pause' && move.to !== undefined
}

function instant(at: Instant | EpochMilliseconds): EpochMilliseconds {
  return typeof at === 'string' ? Date.parse(at) : at
}
