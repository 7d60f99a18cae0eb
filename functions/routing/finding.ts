// The one contract of finding: a message and what else is known of it go in; for topic, place and organisation candidates come out, the
// likeliest first, each with its evidence. Key words and names keep it (find-by-rules.ts), and a model does (find-by-model.ts); answers.ts
// brings together what they find.
import type { Region } from '../../regions/schema.ts'
import type { Reading } from './read-message.ts'
import type { Reason, RoutingInput } from './routing.ts'

export interface Found {
  /** The id of a topic, a municipality or an organisation. */
  readonly value: string
  /** 0–1. Of key words it only says how they stand to each other. */
  readonly probability: number
  readonly because: readonly Reason[]
}

export interface Findings {
  readonly topic: readonly Found[]
  readonly municipality: readonly Found[]
  readonly organisation: readonly Found[]
}

/** A message as it is read by key words and names of places. */
export interface ReadMessage {
  readonly region: Region
  readonly input: RoutingInput
  readonly reading: Reading
}

export type Finder = (message: ReadMessage) => Findings

export function likeliestFirst(found: readonly Found[]): Found[] {
  return [...found].sort((a, b) => b.probability - a.probability || (a.value < b.value ? -1 : 1))
}
