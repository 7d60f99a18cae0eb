// Whether somebody was not told of an event. Asked by the sweep; a notice that waits for the morning is in hand until its
// hour has passed or its mail should have gone, and one that was refused for good is the business of whoever is asked instead.
import type { Instant } from '../../calendar/instant.ts'
import type { Region } from '../../../regions/schema.ts'
import { later, REACTION_GRACE_MS } from '../clocks/waking.ts'
import type { CaseFile, NoticeRecord } from '../case-file.ts'
import { isUnsent } from './failed-mail.ts'
import { noticesFor } from './notices-for.ts'

export function isUntold(region: Region, { state, events, notices }: CaseFile, seq: number, at: Instant): boolean {
  const isInHand = (recipient: string) =>
    notices.some((one) => one.seq === seq && one.recipient === recipient && (isEnded(one) || isWaiting(one, at)))
  return noticesFor(region, state, events[seq - 1]!).some(({ recipient }) => !isInHand(recipient))
}

/** Whether nothing is left to be done for a notice. */
export function isEnded(record: NoticeRecord | undefined): boolean {
  return record !== undefined && ['sent', 'skipped', 'refused'].includes(record.status)
}

/** The notices that were refused for good and whose case does not know yet that they did not arrive. */
export function unheardRefusals({ events, notices }: CaseFile): NoticeRecord[] {
  const isHeard = ({ seq, recipient }: NoticeRecord) =>
    events.some(
      (event) => event.type === 'undelivered' && isUnsent(event) && event.seq === seq && event.recipient === recipient,
    )
  return notices.filter((one) => one.status === 'refused' && !isHeard(one))
}

/** The first instant until which a waiting notice of this case is in hand. */
export function waitingUntil({ notices }: CaseFile): string | undefined {
  return notices.flatMap((one) => (one.status === 'waiting' ? (inHandUntil(one) ?? []) : [])).sort()[0]
}

function isWaiting(record: NoticeRecord, at: Instant): boolean {
  const until = inHandUntil(record)
  return record.status === 'waiting' && until !== undefined && later(until, REACTION_GRACE_MS) > at
}

function inHandUntil({ until, gatheredUntil }: NoticeRecord): Instant | undefined {
  return gatheredUntil ?? until
}
