// Tells whether what a mail asked for is still to be done; a mail to somebody else about work that is done would
// mislead. Called by notices-for.ts and the stage of undelivered mails.
import type { NoticeKind } from './notice.ts'
import { type Status, withResponder } from '../statuses.ts'
import type { Case } from '../case.ts'
import type { MailSubject } from './failed-mail.ts'
import { isToBeTold } from '../calling.ts'
import { runs } from '../clocks/clock.ts'

/** Where what a mail asked for is still to be done; of kinds that are not here nobody else can do anything. */
const asked: Partial<Record<NoticeKind, readonly Status[]>> = {
  work: ['assigned'],
  'handed-back': ['assigned'],
  returned: ['rework'],
  clarified: withResponder,
  added: withResponder,
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
  if (kind === 'dead-address' || kind === 'by-hand') return true
  if (kind === 'erasure-asked') return state.erasureRequestedAt !== undefined
  if (kind === 'disowned') return state.disownedAt !== undefined
  if (assignment !== state.assignment) return false
  if (clock) return runs(state, clock)
  if (kind === 'call') return isToBeTold(state)
  if (kind === 'extension-asked') return state.round.extensionRequest !== undefined
  return asked[kind]?.includes(state.status) ?? false
}
