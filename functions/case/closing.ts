// Ends a case: its clocks stop, and the cases merged into it are named, so that the end reaches them. Called by the
// stages.
import type { Instant } from '../calendar/instant.ts'
import type { Actor } from './actor.ts'
import type { Case, Outcome } from './case.ts'
import { stopAll } from './clocks/changes.ts'
import type { CaseEvent } from './events.ts'

export function closed(state: Case, at: Instant, by: Actor, outcome: Outcome): CaseEvent {
  return { type: 'closed', at, by, outcome, ...nameChildren(state), clocks: stopAll(state) }
}

/** The cases merged into one that ends. */
export function nameChildren({ children }: Case): { readonly children?: readonly string[] } {
  return children.length > 0 ? { children } : {}
}
