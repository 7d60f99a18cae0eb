// A mail did not arrive. What it asked of an official is asked of the next in their line, unless it is done by now; an
// operator learns once of each dead address. If a question did not reach the citizen, its clock stops and work resumes.
// Called by `decide`.
import { type Decision, happened, type Situation } from '../decision.ts'
import type { CommandOf } from '../commands.ts'
import { type Consequences, type FailedMail, isDead } from '../notices/failed-mail.ts'
import type { ClockChange } from '../clocks/clock.ts'
import { resume } from '../clocks/changes.ts'
import { isStillAsked } from '../notices/still-asked.ts'
import { nextAfter } from '../people.ts'

export function reportBounce(now: Situation, { type: _, ...failure }: CommandOf<'ReportBounce'>): Decision {
  const { at } = now
  const more = failure.recipient === 'citizen' ? resumeWork(now, failure) : askNext(now, failure)
  return happened({ type: 'undelivered', at, ...failure, ...more })
}

/** The question did not reach the citizen, or no other mail will: work resumes without their answer. */
function resumeWork(now: Situation, failure: FailedMail): { clocks?: ClockChange[] } {
  const lost = isDead(failure) || (failure.why === 'reject' && failure.seq === now.state.round.question?.seq)
  if (!lost || now.state.status !== 'clarification') return {}
  return { clocks: [{ clock: 'clarification', change: 'stop' }, ...resume(now, 'question')] }
}

/** A complaint is of a mail that arrived: nobody has to act on it in another's place. */
function askNext({ state, region }: Situation, failure: FailedMail): Consequences {
  const { recipient, why, about } = failure
  const unreached = [...(state.unreached ?? []), recipient]
  const asked = about !== undefined && why !== 'complaint' && isStillAsked(state, about)
  const next = asked ? nextAfter(region, state, recipient, unreached) : undefined
  const isNews = isDead(failure) && !state.deadAddresses?.includes(recipient)
  const operator = isNews ? region.operators.find((one) => !unreached.includes(one.id)) : undefined
  const { contact, ...place } = next ?? {}
  return { ...place, ...(contact && { contact: contact.id }), ...(operator && { told: operator.id }) }
}
