// What changes in the round under way. Called by evolve.
import type { Instant } from '../calendar/instant.ts'
import type { Case, Round } from './case.ts'
import { without } from './fields.ts'

export function roundFrom(startedAt: Instant): Round {
  return { startedAt, questions: 0, extensions: 0, notes: {} }
}

/** The case with its round changed; what is dropped is over. */
export function inRound(state: Case, changes: Partial<Round>, ...dropped: (keyof Round)[]): Case {
  return { ...state, round: { ...without(state.round, ...dropped), ...changes } }
}

/** The question is answered or given up: the case stands where it stood before. */
export function backToWork(state: Case): Case {
  return { ...inRound(state, {}, 'question'), status: state.before ?? 'in_progress' }
}
