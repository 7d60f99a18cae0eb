// «This wasn't me»: somebody says that an act in their name was done by another who has their link. Their links to the case are
// revoked, an operator looks into it, and what can still be taken back is. Called by `decide`.
import type { CommandOf } from '../commands.ts'
import { type Decision, happened, refuse, type Situation } from '../decision.ts'
import { isDisownable, isInDoubt } from '../disowned.ts'

/**
 * Said once of an act and of all that was done in the same name after it; said again it changes nothing.
 * @param takenBack what taking the act back would come to
 */
export function disown(
  { state, at }: Situation,
  { by, seq, history }: CommandOf<'Disown'>,
  takenBack: Decision,
): Decision {
  const act = history[seq - 1]
  if (!act || !isDisownable(act) || act.by.role !== by.role || act.by.id !== by.id) return refuse('not yours')
  if (isInDoubt(state, act)) return happened()
  const undone = seq === state.version && 'events' in takenBack ? takenBack.events : []
  return happened({ type: 'disowned', at, by, act: act.type, actAt: act.at }, ...undone)
}

/** Ends the operator's task. */
export function checkDisowned({ state, at }: Situation, { by }: CommandOf<'CheckDisowned'>): Decision {
  return state.disownedAt ? happened({ type: 'disowned_checked', at, by }) : refuse('not now')
}
