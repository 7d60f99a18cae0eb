// What another system says of its message is noted of the case, when it changed. Called by `decide`.
import type { CommandOf } from '../commands.ts'
import { type Decision, happened, refuse, type Situation } from '../decision.ts'
import { isSameSource } from '../source.ts'

/** Only what says something new; and only by the source that brought it: a number of one is none of another. */
export function noteSource({ state, at }: Situation, { by, facts }: CommandOf<'NoteSource'>): Decision {
  if (by.id !== state.integrator || state.source?.source !== facts.source) return refuse('not yours')
  return isSameSource(state.source, facts) ? happened() : happened({ type: 'source_noted', at, by, facts })
}
