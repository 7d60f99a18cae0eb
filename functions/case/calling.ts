// A citizen who left a telephone, and whom no mail of ours reaches, is called: by whoever answers, or by an operator. Asked by stages,
// notices, mails and pages.
import type { Case } from './case.ts'
import { type Status, withResponder } from './statuses.ts'

/** Where a case stands when its citizen may be called. */
export const callable: readonly Status[] = [...withResponder, 'resolved']

/** How often one case is called in a round: what is more is kept by nobody. */
export const CALLS = 10

/** Whether the citizen is called, because no mail reaches them; never who wants to hear no more. */
export function isCalled({ phone, reach, mailing, erasedAt }: Case): boolean {
  return phone === true && reach === 'none' && mailing !== 'stopped' && mailing !== 'never' && !erasedAt
}

/** Whether there is an answer of which the citizen was not told by telephone yet, and it can be noted that they were. */
export function isToBeTold(state: Case): boolean {
  const { answer, toldAt } = state.round
  return (
    callable.includes(state.status) &&
    isCalled(state) &&
    answer !== undefined &&
    !(toldAt !== undefined && toldAt >= answer.at)
  )
}
