// Finds what has fallen due at an instant. A tick that comes early finds nothing, one that comes late finds everything,
// a second one nothing again: ticks may be lost, late or doubled. Called by `decide`.
import type { ClockName } from '../../../regions/schema.ts'
import type { Instant } from '../../calendar/instant.ts'
import type { Case } from '../case.ts'
import { closed } from '../closing.ts'
import { resume } from '../clocks/changes.ts'
import type { CaseEvent } from '../events.ts'
import type { Clock } from '../clocks/clock.ts'
import { clocksOf, isOfficial, isPaused, type OfficialClock } from '../clocks/clock.ts'
import { takeOver } from '../clocks/ladder.ts'
import { type Decision, happened, type Situation } from '../decision.ts'
import { deskFor } from '../desk.ts'
import { evolve } from '../evolve.ts'
import { remindedOf } from '../people.ts'
import { afterSilence } from '../clocks/silence.ts'

const by = { role: 'system' } as const

export function tick(now: Situation): Decision {
  const events: CaseEvent[] = []
  let { state } = now
  const run = (names: readonly ClockName[]) => {
    for (const name of names) {
      const clock = state.clocks[name]
      if (!clock || isPaused(clock)) continue
      const due = findDue({ ...now, state }, name, clock)
      events.push(...due)
      state = due.reduce(evolve, state)
    }
  }
  run(worstFirst(state))
  // A question that nobody answered sets other clocks going again, of which a reminder may be due at this very instant.
  if (events.some(({ type }) => type === 'clarification_expired')) run(worstFirst(state))
  return happened(...events)
}

/** The answer first: once it is late, what is on the way to it reminds no more. The rest as it fell due. */
function worstFirst(state: Case): ClockName[] {
  const rank = ([name, { due }]: [ClockName, Clock]) => (name === 'finalAnswer' ? '' : due)
  return clocksOf(state)
    .toSorted((one, other) => rank(one).localeCompare(rank(other)))
    .map(([name]) => name)
}

function findDue(now: Situation, name: ClockName, clock: Clock): CaseEvent[] {
  if (isOfficial(name)) return [...warn(now, name, clock), ...recordBreach(now, name, clock)]
  if (clock.due > now.at) return []
  if (name === 'clarification') return endQuestion(now)
  if (name === 'rating') return [closed(now.state, now.at, by, 'answered')]
  return []
}

/** Of warnings that are due together only the last is given, and none when the deadline itself has passed. */
function warn({ region, state, at }: Situation, clock: OfficialClock, { due, warnAt, warned }: Clock): CaseEvent[] {
  const last = (warnAt ?? []).findLastIndex((point) => point.at <= at)
  if (due <= at || last < (warned ?? 0)) return []
  const point = warnAt![last]!
  const { contact, ...place } = remindedOf(region, deskFor(region, state, at), state, clock, point.to, 0, at)
  const { assignment } = state
  return [{ type: 'warned', at, by, clock, assignment, step: last, share: point.share, ...place, contact: contact.id }]
}

function recordBreach({ region, state, at }: Situation, clock: OfficialClock, running: Clock): CaseEvent[] {
  const done = running.escalated ?? 0
  const { assignment } = state
  const desk = deskFor(region, state, at)
  const steps = (running.escalateAt ?? []).slice(done).filter((point) => point.at <= at)
  return [
    ...(!running.missed && running.due <= at ? [missed(state, at, clock)] : []),
    ...steps.map((point, index) => {
      const { contact, ...place } = remindedOf(region, desk, state, clock, point.to, done + index, at)
      return {
        type: 'escalated' as const,
        at,
        by,
        clock,
        assignment,
        step: done + index,
        ...place,
        contact: contact.id,
      }
    }),
  ]
}

function missed(state: Case, at: Instant, clock: OfficialClock): CaseEvent {
  const clocks = takeOver(state, clock)
  return { type: 'missed', at, by, clock, assignment: state.assignment, ...(clocks.length > 0 && { clocks }) }
}

/** The citizen did not answer a question in time. */
function endQuestion(now: Situation): CaseEvent[] {
  const { at, region, state } = now
  const then = afterSilence(region, state)
  if (then === 'close') {
    return [{ type: 'clarification_expired', at, by, then }, closed(state, at, by, 'no reply')]
  }
  const clocks = [{ clock: 'clarification' as const, change: 'stop' as const }, ...resume(now, 'question')]
  return [{ type: 'clarification_expired', at, by, then, clocks }]
}
