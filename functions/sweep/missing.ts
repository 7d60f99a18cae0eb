// What should have followed from a case's events and cannot be seen: the same rules that dispatch obeyed, asked of what is
// written. A notice that waits for the morning is in hand until its hour has passed.
import type { CaseEvent } from '../case/events.ts'
import { noticesFor } from '../case/notices/notices-for.ts'
import { reactionsTo } from '../case/reactions.ts'
import type { Region } from '../../regions/schema.ts'
import { endingsIn } from '../statistics/measure.ts'
import { later, REACTION_GRACE_MS } from '../case/clocks/waking.ts'
import type { CaseFile, NoticeRecord } from '../case/case-file.ts'

export interface Missing {
  readonly routing: number[]
  readonly notices: number[]
  readonly statistics: number[]
}

/** Events not yet settled whose reaction cannot be seen, by sequence number. */
export function missingReactions(region: Region, file: CaseFile, at: string): Missing {
  const unsettled = file.events
    .map((event, index) => ({ event, seq: index + 1 }))
    .filter(({ seq }) => seq > file.settled)
  const inHand = (seq: number, recipient: string) =>
    file.notices.some((one) => one.seq === seq && one.recipient === recipient && isInHand(one, at))
  const untold = ({ event, seq }: { event: CaseEvent; seq: number }) =>
    noticesFor(region, file.state, event).some((notice) => !inHand(seq, notice.recipient))
  return {
    routing:
      file.state.status === 'routing'
        ? unsettled.filter(({ event }) => reactionsTo(event).routing).map(({ seq }) => seq)
        : [],
    notices: unsettled.filter((one) => reactionsTo(one.event).notices && untold(one)).map(({ seq }) => seq),
    statistics: endingsIn(file.state.id, file.events).filter(
      (seq) => seq > file.settled && !file.counted.includes(seq),
    ),
  }
}

function isInHand({ status, until }: NoticeRecord, at: string): boolean {
  if (status === 'waiting') return until !== undefined && later(until, REACTION_GRACE_MS) > at
  return status === 'sent' || status === 'skipped'
}

/** The first morning at which a notice of this case goes out. */
export function waitingUntil({ notices }: CaseFile): string | undefined {
  return notices.flatMap(({ status, until }) => (status === 'waiting' && until ? [until] : [])).sort()[0]
}
