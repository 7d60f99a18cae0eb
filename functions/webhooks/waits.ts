// When a delivery that failed is tried again. Pure. Called by functions/deliver.
import type { Random } from '../case/ids.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** From each try that failed to the next (ms), as Standard Webhooks recommends: ten tries in some 75 hours. */
const WAITS_MS = [5_000, 5 * MINUTE_MS, 30 * MINUTE_MS, ...[2, 5, 10, 14, 20, 24].map((hours) => hours * HOUR_MS)]

/** How often a delivery is tried. */
export const MOST_TRIES = WAITS_MS.length + 1
/** What chance adds at most, as a share of the wait: what failed together does not come back together. */
const JITTER = 0.1

/** A share from 0 to 1, by chance. */
export function chance(random: Random): number {
  const [high, low] = random(2)
  return (high! * 256 + low!) / 65_535
}

/**
 * How long to wait (ms) after so many failures in a row, from 1.
 * @param share by chance, 0 to 1
 * @param askedMs what the receiver asked for by Retry-After: honoured as far as the wait after the next failure
 */
export function waitAfter(failures: number, share: number, askedMs = 0): number {
  const waitMs = WAITS_MS[failures - 1] ?? WAITS_MS.at(-1)!
  const nextMs = WAITS_MS[failures] ?? WAITS_MS.at(-1)!
  return Math.round(Math.max(waitMs, Math.min(askedMs, nextMs)) * (1 + JITTER * share))
}

/** The value of Retry-After (RFC 9110, 10.2.3) as a wait (ms) from an instant (ISO, UTC); undefined when it is none. */
export function retryAfterMs(value: string | undefined, at: string): number | undefined {
  if (value === undefined) return undefined
  const waitMs = /^\d{1,9}$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.parse(at)
  return waitMs > 0 ? waitMs : undefined
}
