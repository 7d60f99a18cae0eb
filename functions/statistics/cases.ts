// Counts cases: how many came, were solved, closed without an answer, reopened and rated, and how many wait for an answer now.
// A case is counted as a whole under the topic and place it has today: what changes moves with it, so that a sum is always
// the sum of its cases. Called by counting.ts. docs/statistics.md says what is counted as what.
import type { Region } from '../../regions/schema.ts'
import type { Milliseconds } from '../calendar/instant.ts'
import { calendarOf } from '../calendar/calendar.ts'
import type { Case, Channel } from '../case/case.ts'
import type { CaseEvent, EventOf } from '../case/events.ts'
import { evolve, initialCase } from '../case/evolve.ts'
import type { Status } from '../case/statuses.ts'
import { addTo, type Counts, prefixes } from './counters.ts'
import { classOf } from './histogram.ts'

export interface CaseSubject {
  readonly channel: Channel
  readonly topic?: string
  readonly municipality?: string
}

export interface CaseCounter {
  /** A local date, or `NOW`. */
  readonly date: string
  readonly of: CaseSubject
  readonly counts: Counts
}

/** In place of a date: how many wait for an answer at this moment. */
export const NOW = 'now'

/** What a message is about is not known yet: it is counted when it is. */
const unplaced: readonly Status[] = ['received', 'routing']
/** No answer is owed. */
const answered: readonly Status[] = ['resolved', 'closed', 'rejected']

/** Whether an event changes what its case is counted for, given the case before and after it. A test case is counted for nothing. */
export function isCaseCounted(before: Case, event: CaseEvent, after: Case): boolean {
  if (before.test) return false
  if (event.type === 'closed' || event.type === 'rejected' || event.type === 'reopened') return true
  if (event.type === 'rated' && event.score !== undefined && before.status === 'closed') return true
  return placeOf(before) !== placeOf(after)
}

/** What the last event of a history changes in the counters. */
export function caseChanges(region: Region, caseId: string, events: readonly CaseEvent[]): CaseCounter[] {
  const changes = new Map<string, CaseCounter>()
  const add = (counters: readonly CaseCounter[], sign: 1 | -1) => {
    for (const { date, of, counts } of counters) {
      const key = [date, of.channel, of.topic, of.municipality].join('#')
      const sum = { ...changes.get(key)?.counts }
      addTo(sum, Object.fromEntries(Object.entries(counts).map(([name, amount]) => [name, sign * amount])))
      changes.set(key, {
        date,
        of,
        counts: Object.fromEntries(Object.entries(sum).filter(([, amount]) => amount !== 0)),
      })
    }
  }
  add(countsOf(region, caseId, events.slice(0, -1)), -1)
  add(countsOf(region, caseId, events), 1)
  return [...changes.values()].filter(({ counts }) => Object.keys(counts).length > 0)
}

/** What a case is counted for, as its history stands: one counter a day. */
function countsOf(region: Region, caseId: string, events: readonly CaseEvent[]): CaseCounter[] {
  const life = lifeOf(caseId, events)
  const { state } = life
  if (state.test || unplaced.includes(state.status)) return []
  const { channel, topic, municipality } = state
  const of = { channel, ...(topic && { topic }), ...(municipality && { municipality }) }
  const days = new Map<string, Record<string, number>>()
  const add = (date: string, counts: Counts) => {
    const sum = days.get(date) ?? {}
    addTo(sum, counts)
    days.set(date, sum)
  }
  const dateOf = (at: string) => calendarOf(region).dateOf(Date.parse(at))
  add(dateOf(state.receivedAt), { received: 1 })
  for (const { at } of life.reopenings) add(dateOf(at), { reopened: 1 })
  for (const { at, score } of life.ratings) add(dateOf(at), { rated: 1, score })
  if (life.end) add(dateOf(life.end.at), endOf(life.end, state))
  if (!answered.includes(state.status)) add(NOW, { open: 1 })
  return [...days].map(([date, counts]) => ({ date, of, counts }))
}

interface Life {
  readonly state: Case
  readonly reopenings: readonly CaseEvent[]
  /** Those of rounds that are over. */
  readonly ratings: readonly { readonly at: string; readonly score: number }[]
  /** The end that no reopening took back. */
  readonly end?: EventOf<'closed' | 'rejected'>
}

function lifeOf(caseId: string, events: readonly CaseEvent[]): Life {
  let state = initialCase(caseId)
  const reopenings: CaseEvent[] = []
  const ratings: { at: string; score: number }[] = []
  let given: typeof ratings = []
  let end: Life['end']
  for (const event of events) {
    state = evolve(state, event)
    if (event.type === 'rated' && event.score !== undefined) given.push({ at: event.at, score: event.score })
    if (event.type === 'closed' || event.type === 'rejected') end = event
    if (event.type === 'reopened') {
      end = undefined
      reopenings.push(event)
    }
    if (event.type === 'reopened' || state.status === 'closed') {
      ratings.push(...given)
      given = []
    }
  }
  return { state, reopenings, ratings, ...(end && { end }) }
}

/** Solved, with how long the answer took from the day the message came, in plain time; else closed without an answer. */
function endOf(end: NonNullable<Life['end']>, { receivedAt, round: { answer } }: Case): Counts {
  const isSolved = end.type === 'closed' && (end.outcome === 'answered' || end.outcome === 'solved')
  if (!isSolved || !answer) return { unanswered: 1 }
  const ms: Milliseconds = Date.parse(answer.at) - Date.parse(receivedAt)
  return { solved: 1, [`${prefixes.calendar}${classOf(ms)}`]: 1 }
}

/** Under what a case is counted, and whether it waits for an answer, as one text. */
function placeOf({ status, topic, municipality }: Case): string {
  return unplaced.includes(status) ? '' : [topic, municipality, answered.includes(status)].join('#')
}
