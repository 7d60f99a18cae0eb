// What another system says of a message that came from it in a table: its number there, its stage and the terms of that. Facts that are
// shown and given back; no deadline of ours follows from them. Part of the event `source_noted` and of the case.
import type { Instant } from '../calendar/instant.ts'

/** The four stages of «Госуслуги. Решаем вместе», one after another. */
export const sourceStages = ['moderation', 'coordination', 'execution', 'approval'] as const
export type SourceStage = (typeof sourceStages)[number]

export interface SourceFacts {
  /** The saved mapping of columns by which its tables are read. */
  readonly source: string
  /** What the other system calls the message. */
  readonly number: string
  /** When it was registered there. */
  readonly registeredAt?: Instant
  /** Where it stands there, in that system's own words. */
  readonly status?: string
  readonly stage?: SourceStage
  /** Until when each stage ends there. */
  readonly stageDue?: Readonly<Partial<Record<SourceStage, Instant>>>
  /** Until when it is answered there. */
  readonly due?: Instant
  /** It goes there by the shorter way («ускоренное рассмотрение»). */
  readonly fastTrack?: boolean
}

/** Whether both say the same, in whatever order. */
export function isSameSource(one: SourceFacts | undefined, other: SourceFacts): boolean {
  return one !== undefined && textOf(one) === textOf(other)
}

/** Each fact in a place of its own. */
function textOf(facts: SourceFacts): string {
  const { source, number, registeredAt, status, stage, stageDue = {}, due, fastTrack } = facts
  const terms = sourceStages.map((one) => stageDue[one])
  return JSON.stringify([source, number, registeredAt, status, stage, terms, due, fastTrack])
}
