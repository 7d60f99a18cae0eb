// Adds up the rehearsed days: mails a person gets, how clocks were kept, what their timers cost. Called by account.ts.
import { calendarOf } from '../../functions/calendar/calendar.ts'
import { clocksOf, isOfficial, isPaused } from '../../functions/case/clocks/clock.ts'
import { evolve, initialCase } from '../../functions/case/evolve.ts'
import {
  type ClockOutcome,
  type MeasuredClock,
  measuredClocks,
  measurementsOf,
} from '../../functions/statistics/measure.ts'
import type { Region } from '../../regions/schema.ts'
import { quantile } from '../../tools/replay/report.ts'
import { datesOf } from './messages.ts'
import type { Person } from './people.ts'
import type { PlayedCase } from './play.ts'
import type { Rehearsal } from './rehearsal.ts'

type Counts = Record<ClockOutcome | 'running' | 'overdue', number>

export interface Figures {
  readonly clocks: ReadonlyMap<MeasuredClock, Counts>
  /** Mails on a day on which a person gets any; `—` when nobody does. */
  readonly perDay: { readonly median: number | string; readonly p90: number | string }
  /** The share of working days without a mail, of people who get one some day. */
  readonly daysWithout: number
  readonly most?: { readonly person: Person; readonly date: string; readonly letters: number }
  readonly held: { readonly letters: number; readonly notices: number }
  readonly reminders: { readonly warning: number; readonly missed: number; readonly escalation: number }
  readonly timersPerCase: number
  readonly transitionsPerCase: number
  /** For 1,000 cases, at the list price. */
  readonly dollars: number
}

const TRANSITIONS_PER_CLOCK = 3
const DOLLARS_PER_TRANSITION = 0.025 / 1_000

export function figuresOf(rehearsal: Rehearsal): Figures {
  const { letters, cases } = rehearsal
  const notices = letters.filter(({ recipient }) => recipient !== 'citizen').flatMap(({ tells }) => tells)
  const held = letters.filter((letter) => letter.held)
  const timers = cases.reduce((sum, { clocks }) => sum + clocks, 0) / Math.max(1, cases.length)
  const count = (kind: string) => notices.filter((told) => told.kind === kind).length
  return {
    ...mailsPerDay(rehearsal),
    clocks: clockCounts(rehearsal.region, cases),
    held: { letters: held.length, notices: held.flatMap(({ tells }) => tells).length },
    reminders: { warning: count('warning'), missed: count('missed'), escalation: count('escalation') },
    timersPerCase: timers,
    transitionsPerCase: timers * TRANSITIONS_PER_CLOCK,
    dollars: timers * TRANSITIONS_PER_CLOCK * DOLLARS_PER_TRANSITION * 1_000,
  }
}

function mailsPerDay({ region, letters, people, wish }: Rehearsal) {
  const calendar = calendarOf(region)
  const working = datesOf(wish.span).filter((date) => calendar.intervals(date).length > 0)
  const told = people
    .map((person) => ({ person, days: Map.groupBy(lettersTo(person), ({ at }) => calendar.dateOf(at)) }))
    .filter(({ days }) => days.size > 0)
  const onDays = told.map(({ days }) => working.map((date) => days.get(date)?.length ?? 0))
  const peaks = told.flatMap(({ person, days }) =>
    [...days].map(([date, all]) => ({ person, date, letters: all.length })),
  )
  const most = peaks.toSorted((one, other) => other.letters - one.letters)[0]
  const counts = onDays.flat()
  const sizes = peaks.map(({ letters: size }) => size).sort((one, other) => one - other)
  return {
    perDay: { median: quantile(sizes, 0.5), p90: quantile(sizes, 0.9) },
    daysWithout: counts.filter((letters) => letters === 0).length / Math.max(1, counts.length),
    ...(most && { most }),
  }

  function lettersTo({ id }: Person) {
    return letters.filter(({ recipient }) => recipient === id)
  }
}

function clockCounts(region: Region, cases: readonly PlayedCase[]): Map<MeasuredClock, Counts> {
  const counts = new Map<MeasuredClock, Counts>()
  const count = (clock: MeasuredClock, what: keyof Counts) => {
    const known = counts.get(clock) ?? { 'on time': 0, late: 0, cancelled: 0, running: 0, overdue: 0 }
    counts.set(clock, { ...known, [what]: known[what] + 1 })
  }
  for (const { message, events } of cases) {
    let state = initialCase(message.caseId)
    for (const event of events) {
      for (const { of, outcome } of measurementsOf(region, state, event)) count(of.clock, outcome)
      state = evolve(state, event)
    }
    for (const [name, clock] of clocksOf(state)) {
      if (isOfficial(name)) count(name, clock.missed && !isPaused(clock) ? 'overdue' : 'running')
    }
  }
  const inOrder = measuredClocks.filter((clock) => counts.has(clock))
  return new Map(inOrder.map((clock) => [clock, counts.get(clock)!]))
}
