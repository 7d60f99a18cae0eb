// The tension index of a place: which part of a week's messages were of a high or a critical topic. Pure. Called by the console's register;
// docs/statistics.md has our definition of both.
import type { Topic } from '../../regions/schema.ts'
import { plusDays, weekdayOf } from '../calendar/dates.ts'
import type { CaseCounter } from './cases.ts'
import { LEAST_COMMENTS } from './page-figures.ts'

/** Critical: a danger to life. High: an emergency that is told at once, at any hour. Both are what the region's file says of a topic. */
type Weight = 'critical' | 'high' | 'other'

export interface Tension {
  readonly messages: number
  readonly high: number
  readonly critical: number
  /** (high + critical) ÷ messages, 0–1; null of fewer than two. */
  readonly index: number | null
  /** Against the week before, in parts of one; null where either has none. */
  readonly change: number | null
}

export interface Week extends Tension {
  /** Its Monday, a local date. */
  readonly monday: string
}

function weightOf(topic: Pick<Topic, 'emergency' | 'important'> | undefined): Weight {
  if (topic?.emergency) return 'critical'
  return topic?.important ? 'high' : 'other'
}

/** The Monday of a date's week. */
export function mondayOf(date: string): string {
  return plusDays(date, 1 - weekdayOf(date))
}

/** The Mondays of the whole weeks that were over before a date, oldest first. */
export function mondaysBefore(date: string, weeks: number): string[] {
  const current = mondayOf(date)
  return Array.from({ length: weeks }, (_, index) => plusDays(current, 7 * (index - weeks)))
}

/**
 * The weeks of each municipality, in the order of the Mondays. Messages without a municipality are under "".
 * @param counters of cases, of any days: those of other weeks are left out
 */
export function tensionByPlace(
  topics: readonly Topic[],
  counters: Iterable<CaseCounter>,
  mondays: readonly string[],
): Map<string, Week[]> {
  const weights = new Map(topics.map((topic) => [topic.id, weightOf(topic)]))
  const sums = new Map<string, Map<string, Record<Weight, number>>>()
  for (const { date, of, counts } of counters) {
    const { received = 0 } = counts
    const monday = /^\d/.test(date) ? mondayOf(date) : ''
    if (received === 0 || !mondays.includes(monday)) continue
    const place = sums.get(of.municipality ?? '') ?? new Map<string, Record<Weight, number>>()
    sums.set(of.municipality ?? '', place)
    const week = place.get(monday) ?? { critical: 0, high: 0, other: 0 }
    place.set(monday, week)
    week[weights.get(of.topic ?? '') ?? 'other'] += received
  }
  return new Map([...sums].map(([id, weeks]) => [id, mondays.map((monday) => weekOf(monday, weeks))]))
}

function weekOf(monday: string, weeks: ReadonlyMap<string, Record<Weight, number>>): Week {
  const own = indexOf(weeks.get(monday))
  const before = indexOf(weeks.get(plusDays(monday, -7)))
  const change = own.index === null || before.index === null ? null : own.index - before.index
  return { monday, ...own, change }
}

function indexOf(sum: Record<Weight, number> | undefined): Omit<Tension, 'change'> {
  const { critical = 0, high = 0, other = 0 } = sum ?? {}
  const messages = critical + high + other
  return { messages, high, critical, index: messages < LEAST_COMMENTS ? null : (high + critical) / messages }
}
