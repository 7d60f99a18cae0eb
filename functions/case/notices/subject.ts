// What a mail asked for, found from the history. Called by bounce.
import type { Region } from '../../../regions/schema.ts'
import type { CaseEvent } from '../events.ts'
import type { MailSubject } from './failed-mail.ts'
import { replay } from '../evolve.ts'
import { noticesFor } from './notices-for.ts'

/**
 * What a mail asked for, by the history up to the event it told of. The mail that asked somebody in another's place asks
 * for the same as the one before it.
 * @param history at least that event
 */
export function subjectOf(
  region: Region,
  caseId: string,
  history: readonly CaseEvent[],
  recipient: string,
): MailSubject | undefined {
  const event = history.at(-1)!
  const state = replay(caseId, history)
  const notice = noticesFor(region, state, event).find((one) => one.recipient === recipient)
  if (event.type === 'undelivered' && notice?.kind === 'undelivered') return event.about
  return notice && { kind: notice.kind, assignment: state.assignment, ...('clock' in event && { clock: event.clock }) }
}
