// What becomes of a case whose mails do not arrive, or are not wanted. Called by evolve.
import type { Case } from './case.ts'
import type { CaseEvent, EventOf } from './events.ts'
import { isDead } from './notices/failed-mail.ts'
import { backToWork, inRound } from './rounds.ts'

export function citizenUnreached(state: Case, event: EventOf<'undelivered'>): Case {
  const { question } = state.round
  const next = isDead(event) ? (event.why === 'unwanted' ? withoutMails(state, 'never') : gone(state)) : state
  if (endsQuestion(event)) return backToWork(next)
  const bounced = question !== undefined && question.seq === event.seq && event.why !== 'complaint'
  return bounced ? inRound(next, { question: { ...question, bounced: true } }) : next
}

/** Nothing arrives at the address any more, whatever its reader says. */
function gone(state: Case): Case {
  return { ...state, reach: 'none', ...(state.reachBefore && { reachBefore: 'none' }) }
}

export function withoutMails(state: Case, mailing: 'stopped' | 'never'): Case {
  return { ...state, mailing, reach: 'none', reachBefore: state.reachBefore ?? state.reach }
}

export function endsQuestion({ clocks = [] }: CaseEvent): boolean {
  return clocks.some(({ clock, change }) => clock === 'clarification' && change === 'stop')
}

export function officialUnreached(state: Case, event: EventOf<'undelivered'>): Case {
  const withRecipient = (contacts: readonly string[] = []) => [...new Set([...contacts, event.recipient])]
  return {
    ...state,
    unreached: withRecipient(state.unreached),
    ...(isDead(event) && { deadAddresses: withRecipient(state.deadAddresses) }),
  }
}
