// Computes what people read of the counters of cases. Called by the statistics of the API and the public pages.
import type { CaseCounter, CaseSubject } from './cases.ts'
import { addTo, type Counts } from './counters.ts'
import { histogramOf } from './figures.ts'
import { quantileHours } from './histogram.ts'

export const caseDimensions = ['topic', 'municipality', 'channel'] as const
export type CaseDimension = (typeof caseDimensions)[number]

export interface CaseFigures {
  readonly received: number
  readonly solved: number
  /** Rejected, withdrawn, or closed because the citizen did not reply. */
  readonly unanswered: number
  readonly reopened: number
  readonly rated: number
  /** Of one to five stars; null of none. */
  readonly meanScore: number | null
  /** From the message to its answer, of those solved: no more than so many hours. */
  readonly medianHours: number | null
  /** How many wait for an answer now, whatever days are asked for. */
  readonly open: number
}

interface CaseGroup extends CaseFigures {
  /** Null: not known. */
  readonly id: string | null
}

export interface CaseSummary {
  readonly total: CaseFigures
  /** Most received first. */
  readonly groups: readonly CaseGroup[]
}

/** Sums the counters of a subject by the values of a dimension, as they come. */
export async function summarizeCases(
  counters: AsyncIterable<readonly CaseCounter[]>,
  wanted: Partial<CaseSubject>,
  by: CaseDimension,
): Promise<CaseSummary> {
  const total: Record<string, number> = {}
  const groups = new Map<string | null, Record<string, number>>()
  for await (const some of counters) {
    for (const { of, counts } of some) {
      if (!caseDimensions.every((name) => wanted[name] === undefined || wanted[name] === of[name])) continue
      const id = of[by] ?? null
      const group = groups.get(id) ?? {}
      groups.set(id, group)
      addTo(group, counts)
      addTo(total, counts)
    }
  }
  return {
    total: caseFiguresOf(total),
    groups: [...groups]
      // What moved away leaves nothing behind.
      .filter(([, sum]) => Object.values(sum).some((amount) => amount !== 0))
      .map(([id, sum]): CaseGroup => ({ id, ...caseFiguresOf(sum) }))
      .sort((a, b) => b.received - a.received || (a.id ?? '').localeCompare(b.id ?? '')),
  }
}

/** The figures of a sum of counters. */
export function caseFiguresOf(sum: Counts): CaseFigures {
  const { received = 0, solved = 0, unanswered = 0, reopened = 0, rated = 0, score = 0, open = 0 } = sum
  return {
    received,
    solved,
    unanswered,
    reopened,
    rated,
    meanScore: rated > 0 ? Number((score / rated).toFixed(2)) : null,
    medianHours: quantileHours(histogramOf(sum, 'calendar'), 0.5),
    open,
  }
}
