// Turns a measurement into what it adds to the counters. Called by the function `record` and the statistics of the
// API. Counters only grow by addition: days, organisations and regions can be summed in any order, and nothing is
// read to be counted.
import { classOf } from './histogram.ts'
import type { Measurement, Subject } from './measure.ts'

/** Amounts by the counter's name. */
export type Counts = Readonly<Record<string, number>>

export interface Counter {
  readonly date: string
  readonly of: Subject
  readonly counts: Counts
}

/** Classes of working time are `w<minutes>`, those of time where a rule counts calendar days, `c<minutes>`. */
export const prefixes = { working: 'w', calendar: 'c' } as const

/** What to add to the counter of a measurement's day and subject. */
export function incrementOf(measurement: Measurement): Counter {
  const { date, of, takenBack } = measurement
  const counts = countsOf(measurement)
  return { date, of, counts: takenBack ? mapValues(counts, (amount) => -amount) : counts }
}

function countsOf({ outcome, paused, extended, ms, unit }: Measurement): Counts {
  if (outcome === 'cancelled') return { cancelled: 1 }
  return {
    ended: 1,
    [outcome === 'late' ? 'late' : 'onTime']: 1,
    ...(paused && { paused: 1 }),
    ...(extended && { extended: 1 }),
    ...(ms > 0 && { [`${unit}Ms`]: ms }),
    [`${prefixes[unit]}${classOf(ms)}`]: 1,
  }
}

function mapValues(counts: Counts, change: (amount: number) => number): Counts {
  return Object.fromEntries(Object.entries(counts).map(([name, amount]) => [name, change(amount)]))
}

/** Adds in place: hundreds of thousands of counters are summed without being kept. */
export function addTo(sum: Record<string, number>, counts: Counts): void {
  for (const [name, amount] of Object.entries(counts)) sum[name] = (sum[name] ?? 0) + amount
}
