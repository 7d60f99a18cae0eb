// A mail did not arrive. What it asked of an official is asked of the next in their line, unless it is done by now; an
// operator learns once of each dead address. What a social network did not take, an operator tells its citizen. If a question did not reach the citizen, its clock stops and work resumes.
// Called by `decide`.
import { type Decision, happened, type Situation } from '../decision.ts'
import type { CommandOf } from '../commands.ts'
import { type Consequences, type FailedMail, isDead, isUnsent } from '../notices/failed-mail.ts'
import type { ClockChange } from '../clocks/clock.ts'
import { giveUpQuestion } from '../clocks/give-up-question.ts'
import { isStillAsked } from '../notices/still-asked.ts'
import { deskFor } from '../desk.ts'
import { nextAfter } from '../people.ts'

export function reportBounce(now: Situation, { type: _, ...told }: CommandOf<'ReportBounce'>): Decision {
  const { at, state } = now
  // A mail that was not sent before its reader confirmed the address says nothing of the mails after it.
  const isOver = told.why === 'unwanted' && state.mailing === 'confirmed'
  const failure = isOver ? { ...told, permanent: false } : told
  const more =
    failure.recipient === 'citizen' ? { ...resumeWork(now, failure), ...byHand(now, failure) } : askNext(now, failure)
  return happened({ type: 'undelivered', at, ...failure, ...more })
}

/** The question did not reach the citizen, or no other mail will: work resumes without their answer. */
function resumeWork(now: Situation, failure: FailedMail): { clocks?: ClockChange[] } {
  const isLost = isUnsent(failure) && failure.why !== 'unsure'
  const lost = isDead(failure) || (isLost && failure.seq === now.state.round.question?.seq)
  if (!lost || now.state.status !== 'clarification') return {}
  return { clocks: giveUpQuestion(now) }
}

/** Where a citizen wrote in a social network, and what was to be said there was not: somebody else has to say it. */
function byHand({ state, region, at }: Situation, { why }: FailedMail): Consequences {
  if (state.reach !== 'dialog' || why === 'unwanted') return {}
  const [operator] = deskFor(region, state, at).operators
  return operator ? { told: operator.id } : {}
}

/** A complaint is of a mail that arrived: nobody has to act on it in another's place. */
function askNext({ state, region, at }: Situation, failure: FailedMail): Consequences {
  const { recipient, why, about } = failure
  const unreached = [...(state.unreached ?? []), recipient]
  const asked = about !== undefined && why !== 'complaint' && isStillAsked(state, about)
  const desk = deskFor(region, state, at)
  const next = asked ? nextAfter(region, desk, state, recipient, unreached) : undefined
  const isNews = isDead(failure) && !state.deadAddresses?.includes(recipient)
  const operator = isNews ? desk.operators.find((one) => !unreached.includes(one.id)) : undefined
  const { contact, ...place } = next ?? {}
  return { ...place, ...(contact && { contact: contact.id }), ...(operator && { told: operator.id }) }
}
