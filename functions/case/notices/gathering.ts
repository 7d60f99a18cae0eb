// When those on duty hear of what waits for them: not of each case by itself, but every half hour of working time how many wait. Called by
// quiet-hours.ts, and by the mail that says so.
import { calendarOf } from '../../calendar/calendar.ts'
import { instantOf, plusDays } from '../../calendar/dates.ts'
import type { EpochMilliseconds, Instant } from '../../calendar/instant.ts'
import type { Contact, Region } from '../../../regions/schema.ts'
import type { Case } from '../case.ts'
import type { OfficialClock } from '../clocks/clock.ts'
import type { NoticeKind } from './notice.ts'

const GATHERED_MS = 30 * 60_000

/** What only says that a case waits to be decided, and by which clock. */
const waits = { triage: 'assignment', moderation: 'moderation', review: 'answerReview' } as const satisfies Partial<
  Record<NoticeKind, OfficialClock>
>
type WaitingKind = keyof typeof waits

export function isOfWaiting(kind: NoticeKind): kind is WaitingKind {
  return kind in waits
}

/**
 * The instant until which a notice is gathered with others; undefined where it goes by itself: it is of something else, its reader wants
 * each at once, or half an hour after the next gathering it would be too late.
 */
export function gatheredUntil(
  region: Region,
  state: Pick<Case, 'clocks'>,
  kind: NoticeKind,
  reader: Contact,
  now: EpochMilliseconds,
): Instant | undefined {
  if (!isOfWaiting(kind) || reader.mails !== undefined) return undefined
  const next = nextGathering(region, now)
  const due = state.clocks[waits[kind]]?.due
  if (due && Date.parse(due) <= next + GATHERED_MS) return undefined
  return new Date(next).toISOString()
}

/** The next half hour within working time; before work begins, its beginning. Where officials are written to on days off, these have the hours of others. */
function nextGathering(region: Region, now: EpochMilliseconds): EpochMilliseconds {
  const half = (Math.floor(now / GATHERED_MS) + 1) * GATHERED_MS
  const { daysOff, digestAt } = region.policy.quietHours
  const calendar = calendarOf(region)
  for (let date = calendar.dateOf(half); ; date = plusDays(date, 1)) {
    const intervals = calendar.intervals(date)
    if (intervals.length === 0 && !daysOff) return Math.max(half, instantOf(date, digestAt, region.timeZone))
    const interval = intervals.find(({ to }) => half < to)
    if (interval) return Math.max(half, interval.from)
  }
}
