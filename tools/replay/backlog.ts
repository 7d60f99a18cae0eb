// Counts the backlog of a replay over time, from what the public API says of each case: from when it was received until
// the last of its first mails had gone. Called by npm run replay.
import type { CaseView } from './client.ts'
import { quantile } from './report.ts'

export interface Stretch {
  /** ms after the first message. */
  readonly from: number
  readonly received: number
  /** The most messages received in a minute of the replay. */
  readonly peakPerMinute: number
  readonly backlogMax: number
  /** ms from POST to the last of the first mails. */
  readonly p50: number
  readonly p95: number
  readonly max: number
}

interface Rest {
  readonly received: number
  readonly rested: number
}

/** The replay in stretches of `length` ms. A case without a mail is in the backlog to the end. */
export function stretches(cases: readonly CaseView[], length: number): Stretch[] {
  const rests = cases.map(restOf).toSorted((one, other) => one.received - other.received)
  const start = rests[0]?.received ?? 0
  const count = Math.floor(((rests.at(-1)?.received ?? 0) - start) / length) + 1
  return Array.from({ length: rests.length === 0 ? 0 : count }, (_, index) => {
    const from = start + index * length
    const within = rests.filter(({ received }) => received >= from && received < from + length)
    const took = within.map(({ received, rested }) => rested - received).sort((a, b) => a - b)
    return {
      from: index * length,
      received: within.length,
      peakPerMinute: peak(within.map(({ received }) => received)),
      backlogMax: backlogMax(rests, from, from + length),
      ...{ p50: Number(quantile(took, 0.5)), p95: Number(quantile(took, 0.95)), max: took.at(-1) ?? 0 },
    }
  })
}

/** A table with a bar for each stretch; `speed` turns the replay's time into that of the messages. */
export function backlogLines(all: readonly Stretch[], speed: number): string[] {
  const widest = Math.max(1, ...all.map(({ backlogMax: most }) => most))
  return [
    'hour  received  peak/min  backlog  p50 ms  p95 ms  max ms',
    ...all.map(({ from, received, peakPerMinute, backlogMax: most, p50, p95, max }) => {
      const hour = String(Math.floor((from * speed) / 3_600_000)).padStart(2, '0')
      const figures = [received, peakPerMinute, most, p50, p95, max].map((one, at) =>
        String(one).padStart([8, 8, 7, 6, 6, 6][at]!),
      )
      return `  ${hour}  ${figures.join('  ')}  ${'█'.repeat(Math.ceil((most / widest) * 40))}`
    }),
  ]
}

function restOf({ receivedAt, notices }: CaseView): Rest {
  const first = notices.filter(({ kind }) => ['work', 'triage', 'moderation', 'registered'].includes(kind))
  const ended = first.map(({ endedAt }) => (endedAt ? Date.parse(endedAt) : Infinity))
  return { received: Date.parse(receivedAt), rested: ended.length > 0 ? Math.max(...ended) : Infinity }
}

function peak(instants: readonly number[]): number {
  let from = 0
  return instants.reduce((most, instant, index) => {
    while (instants[from]! <= instant - 60_000) from += 1
    return Math.max(most, index - from + 1)
  }, 0)
}

/** The backlog is greatest at the moment a message is received, or at the beginning. */
function backlogMax(rests: readonly Rest[], from: number, to: number): number {
  const moments = [from, ...rests.map(({ received }) => received).filter((at) => at >= from && at < to)]
  const received = rests.map((one) => one.received)
  const rested = rests.map((one) => one.rested).sort((a, b) => a - b)
  return Math.max(...moments.map((at) => countUpTo(received, at) - countUpTo(rested, at)))
}

function countUpTo(sorted: readonly number[], limit: number): number {
  let low = 0
  for (let high = sorted.length; low < high;) {
    const middle = (low + high) >> 1
    if (sorted[middle]! <= limit) low = middle + 1
    else high = middle
  }
  return low
}
