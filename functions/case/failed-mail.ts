// A mail that came to nothing, and what it asked for: whether that is still to be done. A mail to somebody else about work
// that is done, handed on or at rest would only mislead.
import type { ClockName } from '../../regions/schema.ts'
import type { Case, CaseEvent, Reminded, Status } from './case.ts'
import { runs } from './clocks.ts'
import type { NoticeKind } from './notices.ts'

/** It came back, its reader called it spam, or SES refused to send it. */
export type MailFailure = 'bounce' | 'complaint' | 'reject'

export interface MailSubject {
  readonly kind: NoticeKind
  /** The assignment it was sent for: a later one makes it another's. */
  readonly assignment: number
  /** The clock it reminded of. */
  readonly clock?: ClockName
}

export interface FailedMail {
  /** The notice: of which event, to which contact or to the "citizen". */
  readonly seq: number
  readonly recipient: string
  readonly why: MailFailure
  /** The address itself is gone; of bounces alone. */
  readonly permanent: boolean
  readonly about?: MailSubject
}

export interface Consequences {
  /** Who is asked instead, where the mail asked for something that is still to be done. */
  readonly to?: Reminded
  readonly contact?: string
  readonly insteadOf?: Reminded
  /** The operator who is to learn that nothing arrives there any more. */
  readonly told?: string
}

const withResponder: readonly Status[] = ['assigned', 'in_progress', 'rework']

/** Where what a mail asked for is still to be done; of kinds that are not here nobody else can do anything. */
const asked: Partial<Record<NoticeKind, readonly Status[]>> = {
  work: ['assigned'],
  'handed-back': ['assigned'],
  returned: ['rework'],
  clarified: withResponder,
  'extension-decided': withResponder,
  rescheduled: withResponder,
  'fresh-link': withResponder,
  'no-reply': withResponder,
  unmerged: withResponder,
  'question-undelivered': withResponder,
  triage: ['triage'],
  moderation: ['received'],
  review: ['answer_review'],
}

/** Whether somebody else should do what the mail asked for. */
export function isStillAsked(state: Case, { kind, assignment, clock }: MailSubject): boolean {
  if (kind === 'dead-address') return true
  if (assignment !== state.assignment) return false
  if (clock) return runs(state, clock)
  if (kind === 'extension-asked') return state.extensionRequest !== undefined
  return asked[kind]?.includes(state.status) ?? false
}

/** Whether a mail is known not to have arrived; a complaint is of one that did. */
export function cameBack(events: readonly CaseEvent[], seq: number, recipient: string): boolean {
  return events.some(
    (event) =>
      event.type === 'undelivered' && event.why !== 'complaint' && event.seq === seq && event.recipient === recipient,
  )
}

/** Whether nothing arrives at an address any more: SES keeps from those that are gone or complained. */
export function isDead({ why, permanent }: Pick<FailedMail, 'why' | 'permanent'>): boolean {
  return permanent || why === 'complaint'
}
