// Reads events of older schema versions as they would be written today. Pure. Called by the store whenever it reads events.
import type { CaseEvent } from './events.ts'

/** The schema version of the events that are written now. */
export const EVENT_VERSION = 1

export interface StoredEvent {
  readonly v: number
  readonly event: unknown
}

/** The events of one case, the first one first. */
export function upcast(stored: readonly StoredEvent[]): CaseEvent[] {
  return stored.map(({ event }) => event as CaseEvent)
}
