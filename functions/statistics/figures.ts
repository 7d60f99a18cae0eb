// Computes the figures people read from sums of counters. Called by the statistics of the API. Working time and
// calendar time are never mixed in one median.
import type { Milliseconds } from '../calendar/instant.ts'
import { addTo, type Counter, type Counts, prefixes } from './counters.ts'
import { type Histogram, quantileHours, sizeOf } from './histogram.ts'
import type { Subject } from './measure.ts'

export const dimensions = ['organisation', 'topic', 'municipality', 'clock'] as const
export type Dimension = (typeof dimensions)[number]

/** How long clocks ran; bounds of classes, so «≤ N hours», and a mean that is exact. */
interface Times {
  readonly medianHours: number | null
  readonly p90Hours: number | null
  readonly meanHours: number | null
}

export interface Figures extends Times {
  /** On time and late together. */
  readonly ended: number
  readonly onTime: number
  readonly late: number
  /** Of those that ended; null of none. */
  readonly onTimeShare: number | null
  readonly paused: number
  readonly extended: number
  readonly cancelled: number
  /** The same of the clocks whose rule counts calendar days; null where there were none. */
  readonly inCalendarTime: ({ readonly ended: number } & Times) | null
}

interface Group extends Figures {
  /** Null: not known, or, by organisation, the clocks that the region's own people hold. */
  readonly id: string | null
}

export interface Summary {
  readonly total: Figures
  /** Most ended first. */
  readonly groups: readonly Group[]
}

/** Sums the counters of a subject by the values of a dimension, as they come: what is kept are the sums. */
export async function summarize(
  counters: AsyncIterable<readonly Counter[]>,
  wanted: Partial<Subject>,
  by: Dimension,
): Promise<Summary> {
  const total: Record<string, number> = {}
  const groups = new Map<string | null, Record<string, number>>()
  for await (const some of counters) {
    for (const counter of some) {
      if (!isAbout(counter, wanted)) continue
      const id = counter.of[by] ?? null
      const group = groups.get(id) ?? {}
      groups.set(id, group)
      addTo(group, counter.counts)
      addTo(total, counter.counts)
    }
  }
  return {
    total: figuresOf(total),
    groups: [...groups]
      .map(([id, sum]): Group => ({ id, ...figuresOf(sum) }))
      .sort((a, b) => b.ended - a.ended || (a.id ?? '').localeCompare(b.id ?? '')),
  }
}

/** The figures of a sum of counters. */
export function figuresOf(sum: Counts): Figures {
  const { ended = 0, onTime = 0, late = 0, paused = 0, extended = 0, cancelled = 0 } = sum
  const onTimeShare = ended > 0 ? rounded(onTime / ended, 4) : null
  const inCalendar = histogramOf(sum, 'calendar')
  return {
    ended,
    onTime,
    late,
    onTimeShare,
    paused,
    extended,
    cancelled,
    ...timesOf(histogramOf(sum, 'working'), sum['workingMs']),
    inCalendarTime:
      inCalendar.size > 0 ? { ended: sizeOf(inCalendar), ...timesOf(inCalendar, sum['calendarMs']) } : null,
  }
}

/** Whether a counter is of a subject, as far as the subject is given. */
function isAbout({ of }: Counter, wanted: Partial<Subject>): boolean {
  return dimensions.every((name) => wanted[name] === undefined || wanted[name] === of[name])
}

function timesOf(histogram: Histogram, total: Milliseconds = 0): Times {
  const size = sizeOf(histogram)
  return {
    medianHours: quantileHours(histogram, 0.5),
    p90Hours: quantileHours(histogram, 0.9),
    meanHours: size > 0 ? rounded(total / size / 3_600_000, 2) : null,
  }
}

/** The classes of time in a sum of counters; what moved away is none of them. */
export function histogramOf(counts: Counts, unit: keyof typeof prefixes): Histogram {
  const name = new RegExp(`^${prefixes[unit]}(\\d+)$`)
  return new Map(
    Object.entries(counts).flatMap(([key, amount]) => {
      const minutes = name.exec(key)?.[1]
      return minutes && amount > 0 ? [[Number(minutes), amount] satisfies [number, number]] : []
    }),
  )
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}
