// The citizen rates the answer or sends the case back to work; whether it was answered and whether the problem is
// solved are asked apart. Called by `decide`.
import type { Instant, Milliseconds } from '../../calendar/instant.ts'
import { type Decision, happened, refuse, type Situation } from '../decision.ts'
import type { CommandOf } from '../commands.ts'
import type { CaseEvent } from '../events.ts'
import { closed } from '../closing.ts'
import { stopAll } from '../clocks/changes.ts'
import { startClock } from '../clocks/move.ts'
import type { Case } from '../case.ts'

const DAY: Milliseconds = 86_400_000

/** A rating with «solved» closes the case; with a wish to reopen, and words that say what is not solved, it goes back to work. */
export function rate(now: Situation, command: CommandOf<'Rate'>): Decision {
  const { state, at, region } = now
  const { answer, rating } = state.round
  if (answer?.kind !== 'final') return refuse('not now')
  if (rating) return refuse('already rated')
  if (!inWindow(now)) return refuse('too late')
  const rated: CaseEvent = {
    type: 'rated',
    at,
    by: command.by,
    ...(command.score !== undefined && { score: command.score }),
    solved: command.solved,
    ...(command.messageId && { messageId: command.messageId }),
  }
  if (command.reopen) {
    if (!command.reason?.trim() && !command.messageId) return refuse('empty text')
    if (state.reopenings >= region.policy.reopening.max) return refuse('no more reopenings')
    return happened(rated, reopenCase(now, command.by, command.reason, command.messageId))
  }
  if (command.solved && state.status === 'resolved') {
    return happened(rated, closed(state, at, command.by, 'solved'))
  }
  return happened(rated)
}

export function reopen(now: Situation, command: CommandOf<'Reopen'>): Decision {
  if (!command.reason?.trim() && !command.messageId) return refuse('empty text')
  if (command.by.role !== 'operator') {
    if (now.state.status === 'rejected') return refuse('not yours')
    if (now.state.reopenings >= now.region.policy.reopening.max) return refuse('no more reopenings')
    if (!inWindow(now)) return refuse('too late')
  }
  return happened(reopenCase(now, command.by, command.reason, command.messageId))
}

/** Reopens with fresh clocks, so that a case is not late at the instant it is reopened. */
function reopenCase(
  { state, at, region }: Situation,
  by: CaseEvent['by'],
  reason: string | undefined,
  messageId?: string,
): CaseEvent {
  const fresh = state.organisation
    ? (['acceptance', 'firstResponse', 'finalAnswer'] as const)
    : (['assignment'] as const)
  return {
    type: 'reopened',
    at,
    by,
    ...(state.organisation && state.responder && { responder: state.responder }),
    ...(reason && { reason }),
    ...(messageId && { messageId }),
    clocks: [...stopAll(state), ...fresh.map((name) => startClock(region, state, name, at))],
  }
}

function inWindow({ state, at, region }: Situation): boolean {
  const since = closedOrAnswered(state)
  return since !== undefined && Date.parse(at) - Date.parse(since) <= region.policy.reopening.windowDays * DAY
}

function closedOrAnswered(state: Case): Instant | undefined {
  return state.closedAt ?? state.round.answer?.at
}
