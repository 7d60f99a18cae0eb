// What passes between the responder and the citizen: a question and its answer, a rating, a second look. «Answered» is
// not «solved»: the citizen says both apart, and only he can say the second.
import { accepting } from './answering.ts'
import { pause, resume } from './assigning.ts'
import type { Case, CaseEvent } from './case.ts'
import { startClock } from './clocks.ts'
import type { CommandOf } from './commands.ts'
import { happened, refuse, type Decision, type Situation } from './decision.ts'
import { stopAll } from './intake.ts'

const DAY = 86_400_000

/** The final deadline rests while the citizen is asked. */
export function askCitizen(now: Situation, command: CommandOf<'AskCitizen'>): Decision {
  const { state, region, at } = now
  if (!command.question.trim()) return refuse('empty text')
  if (!state.author) return refuse('citizen unreachable')
  if (state.questions >= region.policy.clarification[state.regime].max) return refuse('no more questions')
  const { accepted, then } = accepting(now, command.by)
  return happened(...accepted, {
    type: 'clarification_asked',
    at,
    by: command.by,
    question: command.question,
    clocks: [
      ...pause(then.state, 'question', 'finalAnswer', 'firstResponse'),
      startClock(region, state, 'clarification', at),
    ],
  })
}

export function clarify(now: Situation, command: CommandOf<'Clarify'>): Decision {
  return happened({
    type: 'clarified',
    at: now.at,
    by: command.by,
    messageId: command.messageId,
    clocks: [{ clock: 'clarification', change: 'stop' }, ...resume(now, 'question')],
  })
}

/** A rating with «solved» closes the case; with a wish to reopen it goes back to work. */
export function rate(now: Situation, command: CommandOf<'Rate'>): Decision {
  const { state, at, region } = now
  if (state.rating) return refuse('already rated')
  if (!inWindow(now)) return refuse('too late')
  const rated: CaseEvent = {
    type: 'rated',
    at,
    by: command.by,
    score: command.score,
    solved: command.solved,
    ...(command.messageId && { messageId: command.messageId }),
  }
  if (command.reopen) {
    if (state.reopenings >= region.policy.reopening.max) return refuse('no more reopenings')
    return happened(rated, reopening(now, command.by, command.reason, command.messageId))
  }
  if (command.solved && state.status === 'resolved') {
    return happened(rated, { type: 'closed', at, by: command.by, outcome: 'solved', clocks: stopAll(state) })
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
  return happened(reopening(now, command.by, command.reason, command.messageId))
}

/** Fresh clocks: a case must not be in breach at the instant it is reopened. */
function reopening(
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

function closedOrAnswered(state: Case): string | undefined {
  return state.closedAt ?? state.answer?.at
}
