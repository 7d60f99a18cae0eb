// The responder answers, a moderator approves or returns it; meanwhile the responder's deadline is paused. Called by
// `decide`.
import { type Decision, happened, refuse, type Situation } from '../decision.ts'
import type { Instant } from '../../calendar/instant.ts'
import { calendarOf } from '../../calendar/calendar.ts'
import type { CommandOf } from '../commands.ts'
import { kindOf, saidIn } from '../saying.ts'
import { acceptFirst } from '../assignment.ts'
import { nameChildren } from '../closing.ts'
import { pause, resume, stop, stopAll } from '../clocks/changes.ts'
import { startClock, withClusterOf } from '../clocks/move.ts'
import type { CaseEvent } from '../events.ts'
import { evolve } from '../evolve.ts'
import { publishing } from '../publication.ts'

/** Answering an assigned case accepts it first. */
export function answer(now: Situation, command: CommandOf<'Answer'>): Decision {
  if (!command.text.trim()) return refuse('empty text')
  const kind = kindOf(command.sort)
  if (kind === 'interim' && now.state.round.answer?.kind === 'interim') return refuse('interim already given')
  if (command.sort === 'promised') {
    const { first, last } = promisable(now)
    if (command.promisedFor < first) return refuse('date passed')
    if (command.promisedFor > last) return refuse('date too late')
  }
  const { accepted, then } = acceptFirst(now, command.by)
  return happened(...accepted, {
    type: 'answered',
    at: now.at,
    by: command.by,
    text: command.text,
    kind,
    ...saidIn(command),
    ...(command.mailed && { mailed: true }),
    clocks: [
      ...stop(then.state, 'firstResponse'),
      ...pause(then.state, 'review', 'finalAnswer'),
      startClock(now.region, then.state, 'answerReview', now.at),
    ],
  })
}

export function returnAnswer(now: Situation, command: CommandOf<'ReturnAnswer'>): Decision {
  if (!command.reason.trim()) return refuse('empty text')
  return happened({
    type: 'answer_returned',
    at: now.at,
    by: command.by,
    reason: command.reason,
    clocks: [...stop(now.state, 'answerReview'), ...resume(now, 'review')],
  })
}

/** When the final answer is due if an interim one is approved now; whoever writes one or reads it is told. */
export function dueAfterInterim(now: Situation): Instant | undefined {
  const later = laterTerm(now)
  return 'to' in later ? later.to.due : undefined
}

/** The days (local dates) for which something may be promised: the final answer is due by the last of them. */
export function promisable(now: Situation): { readonly first: string; readonly last: string } {
  const calendar = calendarOf(now.region)
  const day = (instant: Instant) => calendar.dateOf(Date.parse(instant))
  return { first: day(now.at), last: day(dueAfterInterim(now) ?? now.at) }
}

/** With what the public may read of it, it is published by the same act. An approved interim answer starts the longer term to the final one; an approved final answer ends every term but the citizen's. */
export function approveAnswer({ state, at, region }: Situation, command: CommandOf<'ApproveAnswer'>): Decision {
  const { draft } = state.round
  if (!draft) return refuse('not now')
  const text = command.text?.trim() || draft.text
  if (!text) return refuse('empty text')
  const { kind } = draft
  const approved: CaseEvent = {
    type: 'answer_approved',
    at,
    by: command.by,
    text,
    kind,
    ...saidIn(draft),
    edited: text !== draft.text,
    ...(kind === 'final' && nameChildren(state)),
    clocks:
      kind === 'final'
        ? [...stopAll(state), startClock(region, state, 'rating', at)]
        : [...stop(state, 'answerReview'), laterTerm({ state, at, region })],
  }
  if (!command.publish) return happened(approved)
  const published = publishing({ state: evolve(state, approved), at, region }, command.by, command.publish)
  return 'refused' in published ? published : happened(approved, ...published.events)
}

/** The final answer's clock with the longer term. */
function laterTerm({ state, at, region }: Situation) {
  const started = startClock(region, state, 'finalAnswer', at, 'finalAfterInterim')
  return withClusterOf(region, started, state.clocks.finalAnswer)
}
