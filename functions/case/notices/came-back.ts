// Tells whether a mail of a case is known not to have arrived. Called by the API's view and the history on pages.
import type { CaseEvent } from '../events.ts'

/** Whether a mail is known not to have arrived; a complaint is of one that did. */
export function cameBack(events: readonly CaseEvent[], seq: number, recipient: string): boolean {
  return events.some(
    (event) =>
      event.type === 'undelivered' && event.why !== 'complaint' && event.seq === seq && event.recipient === recipient,
  )
}
