// The responder asks the citizen a question, and the citizen answers it. Called by `decide`.
import { type Decision, happened, refuse, type Situation } from '../decision.ts'
import type { CommandOf } from '../commands.ts'
import { acceptFirst } from '../assignment.ts'
import { pause, resume } from '../clocks/changes.ts'
import { startClock } from '../clocks/move.ts'
import { relayOf } from '../relaying.ts'

/** The final deadline is paused while the citizen is asked. */
export function askCitizen(now: Situation, command: CommandOf<'AskCitizen'>): Decision {
  const { state, region, at } = now
  if (!command.question.trim()) return refuse('empty text')
  if (state.reach === 'none' && !relayOf(region, state)) return refuse('citizen unreachable')
  if (state.round.questions >= region.policy.clarification[state.regime].max) return refuse('no more questions')
  const { accepted, then } = acceptFirst(now, command.by)
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
