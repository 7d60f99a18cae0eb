// A citizen asks for their data to be erased, or an operator erases them (152-FZ, art. 14, 20 and 21; GDPR, art. 17). What was
// written and who wrote it is gone with the event `erased`; how the case stood, and when, stays. Decision 19 says why so.
import type { Actor } from '../actor.ts'
import type { Case } from '../case.ts'
import { closed } from '../closing.ts'
import type { CommandOf } from '../commands.ts'
import { type Decision, happened, refuse, type Situation } from '../decision.ts'
import type { CaseEvent, ErasureGround } from '../events.ts'
import { open } from '../statuses.ts'

/** Carried out at once, unless the law still wants an answer: then an operator decides. */
export function requestErasure(now: Situation, { by }: CommandOf<'RequestErasure'>): Decision {
  const { state, at } = now
  if (!isAnswerOwed(state)) return erasing(now, by, 'request')
  if (state.erasureRequestedAt) return refuse('already asked')
  return happened({ type: 'erasure_requested', at, by })
}

export function erase(now: Situation, { by, ground }: CommandOf<'Erase'>): Decision {
  return erasing(now, by, ground)
}

export function refuseErasure({ state, at }: Situation, { by, reason }: CommandOf<'RefuseErasure'>): Decision {
  if (!state.erasureRequestedAt) return refuse('not now')
  if (!reason.trim()) return refuse('empty text')
  return happened({ type: 'erasure_refused', at, by, reason })
}

/** An appeal under 59-FZ has to be answered, and cannot be without its author (art. 10 and 11). */
export function isAnswerOwed({ regime, status }: Case): boolean {
  return regime === 'statutory' && isUnderWay(status)
}

/** A case that is under way ends: nobody can answer what is not there any more. */
function erasing({ state, at }: Situation, by: Actor, ground: ErasureGround): Decision {
  if (state.erasedAt) return happened()
  const end: CaseEvent[] = isUnderWay(state.status) ? [closed(state, at, by, 'withdrawn')] : []
  return happened(...end, { type: 'erased', at, by, ground })
}

function isUnderWay(status: Case['status']): boolean {
  return open.includes(status) || status === 'merged'
}
