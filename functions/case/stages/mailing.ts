// The reader of a mail says whether the message is theirs, or that they want no more mails. Anybody may name any address in a
// message, so only whoever opened the link of a mail is heard (functions/track). Called by `decide`.
import { giveUpQuestion } from '../clocks/give-up-question.ts'
import type { CommandOf } from '../commands.ts'
import { type Decision, happened, refuse, type Situation } from '../decision.ts'

/** Also after a stop, which it takes back. */
export function confirmAddress({ state, at }: Situation, { by }: CommandOf<'ConfirmAddress'>): Decision {
  if (state.mailing === 'confirmed' && !state.withoutCourse) return happened()
  return happened({ type: 'address_confirmed', at, by })
}

/** The case goes on without mails to its citizen, and a question that waits for them is given up; or without those about its course alone. */
export function stopMails(now: Situation, { by, scope }: CommandOf<'StopMails'>): Decision {
  const { state, at } = now
  if (state.mailing === 'never' || (state.mailing === 'stopped' && scope === 'case')) return happened()
  if (scope === 'course')
    return state.mailing === 'stopped' || state.withoutCourse
      ? happened()
      : happened({ type: 'mails_stopped', at, by, scope })
  const clocks = state.status === 'clarification' ? giveUpQuestion(now) : []
  return happened({ type: 'mails_stopped', at, by, scope, ...(clocks.length > 0 && { clocks }) })
}

/**
 * A first address, or another one in the place of one where nothing arrives any more. Nobody has confirmed it yet. Whoever asked for
 * no mails takes that back by confirming their address.
 */
export function leaveAddress({ state, at }: Situation, { by }: CommandOf<'LeaveAddress'>): Decision {
  const wantsNone = state.mailing === 'stopped' || state.mailing === 'never'
  if (state.reach !== 'none' || wantsNone) return refuse('not now')
  return happened({ type: 'address_left', at, by })
}
