// Whoever called a citizen writes down what came of it: that they told them the answer, that they asked something, or that nobody
// picked up (docs/decisions/0042). Called by `decide`.
import { acceptFirst } from '../assignment.ts'
import { CALLS, isCalled, isToBeTold } from '../calling.ts'
import type { CommandOf } from '../commands.ts'
import { type Decision, happened, refuse, type Situation } from '../decision.ts'
import { withResponder } from '../statuses.ts'

/** A question is asked and answered in one call, so no deadline rests for it; its work has begun with it. */
export function reportCall(now: Situation, command: CommandOf<'ReportCall'>): Decision {
  const { state, at } = now
  const { by, outcome, question, messageId } = command
  if (!isCalled(state)) return refuse('not now')
  if ((state.round.calls ?? 0) >= CALLS) return refuse('too many calls')
  if (outcome === 'told') return isToBeTold(state) ? happened({ type: 'called', at, by, outcome }) : refuse('not now')
  if (outcome === 'no reply') return happened({ type: 'called', at, by, outcome })
  if (!question?.trim() || !messageId) return refuse('empty text')
  if (!withResponder.includes(state.status)) return refuse('not now')
  return happened(...acceptFirst(now, by).accepted, { type: 'called', at, by, outcome, question, messageId })
}
