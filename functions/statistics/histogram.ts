// Counts times by classes, so that a median over any days and organisations follows from sums alone. Called by
// counters.ts and figures.ts. A class is named by its upper bound in minutes: classes may be made finer later and old
// counters stay true.
import type { Milliseconds } from '../calendar/instant.ts'

const HOUR = 60
const MINUTE_MS: Milliseconds = 60_000

/** Upper bounds in hours, beyond the first hour each at most a third above the one before; the last takes whatever is longer. */
export const boundsInHours: readonly number[] = [
  0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3, 3.5, 4, 5, 6, 7, 8, 9, 10, 12, 14, 16, 18, 20, 22, 24, 27, 30, 33, 36,
  40, 45, 48, 54, 60, 63, 72, 80, 90, 96, 108, 120, 135, 144, 160, 180, 200, 225, 240, 270, 300, 336, 384, 432, 480,
  540, 600, 660, 720, 800, 960, 1200, 1440, 1800, 2160, 2880, 3600, 4320, 5760, 7200, 8760,
]

const boundsInMinutes = boundsInHours.map((hours) => hours * HOUR)

/** Counts of times by the upper bound of their class (minutes). */
export type Histogram = ReadonlyMap<number, number>

/** The upper bound (minutes) of the class a time belongs to. */
export function classOf(time: Milliseconds): number {
  return boundsInMinutes.find((bound) => time <= bound * MINUTE_MS) ?? boundsInMinutes.at(-1)!
}

export function sizeOf(histogram: Histogram): number {
  return [...histogram.values()].reduce((sum, count) => sum + count, 0)
}

/**
 * The bound (hours) that a share of the times do not exceed: that of the class which holds the time of rank ⌈share × n⌉.
 * Null of nothing.
 */
export function quantileHours(histogram: Histogram, share: number): number | null {
  const rank = Math.max(1, Math.ceil(share * sizeOf(histogram)))
  let passed = 0
  for (const [bound, count] of [...histogram].sort(([a], [b]) => a - b)) {
    passed += count
    if (passed >= rank) return bound / HOUR
  }
  return null
}
