// What follows when a citizen does not answer a question. Called by the tick that finds it, and by mails and pages that
// say it beforehand.
import type { Region } from '../../../regions/schema.ts'
import type { Case } from '../case.ts'
import { relayOf } from '../relaying.ts'

/** Closes the case or resumes work, as the region's policy says; work resumes if the question did not reach the citizen. */
export function afterSilence(region: Region, state: Case): 'close' | 'resume' {
  const heard = (state.reach !== 'none' && !state.round.question?.bounced) || relayOf(region, state) !== undefined
  return heard ? region.policy.clarification[state.regime].onSilence : 'resume'
}

/** The same for who reads the question: a case that is closed can be sent back to work, unless it was too often. */
export function silenceMeans(region: Region, state: Case): 'close' | 'close for good' | 'resume' {
  const then = afterSilence(region, state)
  return then === 'close' && state.reopenings >= region.policy.reopening.max ? 'close for good' : then
}
