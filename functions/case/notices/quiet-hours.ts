// Computes when a notice may go. At night and on days off it waits for the morning of the next working day, and so does
// what its reader wants in the digest; what only says that a case waits is gathered by the half hour; what is important goes at once.
// Called by notify.
import type { EpochMilliseconds, Instant } from '../../calendar/instant.ts'
import type { Contact, Region } from '../../../regions/schema.ts'
import { workingDayFrom } from '../../calendar/arithmetic.ts'
import { calendarOf } from '../../calendar/calendar.ts'
import { instantOf, plusDays } from '../../calendar/dates.ts'
import { localClock } from '../../calendar/dates.ts'
import type { Case } from '../case.ts'
import { clocksOf, isOfficial, isPaused } from '../clocks/clock.ts'
import { topicOf } from '../clocks/rules.ts'
import { gatheredUntil } from './gathering.ts'
import type { Notice, NoticeKind } from './notice.ts'

/** Asked for by the reader this minute: they go at any hour. */
const atOnce: readonly NoticeKind[] = ['fresh-link', 'receipt', 'code']
/** Notices of a deadline that has passed: sent in the morning they are as useful. */
const tooLate: readonly NoticeKind[] = ['missed', 'escalation']
/** What reaches a citizen because time passed, not because somebody wrote to them. */
const unasked: readonly NoticeKind[] = ['closed', 'late', 'rescheduled']

/**
 * The instant until which a notice waits, or undefined when it goes at once.
 * @param reader the contact it goes to, or "citizen"
 * @param at the instant it would go
 */
export function waitsUntil(
  region: Region,
  state: Case,
  kind: Notice['kind'],
  reader: Contact | 'citizen',
  at: Instant,
): Instant | undefined {
  const now = Date.parse(at)
  if (reader === 'citizen')
    return unasked.includes(kind) && isQuiet(region, now) ? morningAfter(region, now) : undefined
  if (atOnce.includes(kind) || topicOf(region, state)?.important) return undefined
  if (isQuiet(region, now)) return morningAfter(region, now)
  if (reader.mails !== 'digest') return gatheredUntil(region, state, kind, reader, now)
  const morning = morningAfter(region, now)
  return !tooLate.includes(kind) && fallsDueBefore(state, morning) ? undefined : morning
}

/** Whether something can still be missed before an instant. */
function fallsDueBefore(state: Case, instant: Instant): boolean {
  return clocksOf(state).some(
    ([name, clock]) => isOfficial(name) && !isPaused(clock) && !clock.missed && clock.due < instant,
  )
}

/** Whether nobody should be written to at an instant. */
export function isQuiet(region: Region, now: EpochMilliseconds): boolean {
  const { from, to, daysOff } = region.policy.quietHours
  const time = localClock(now, region.timeZone)
  const night = from <= to ? from <= time && time < to : from <= time || time < to
  const calendar = calendarOf(region)
  return night || (daysOff && calendar.intervals(calendar.dateOf(now)).length === 0)
}

/** The next instant after `now` at which what waited goes out. */
export function morningAfter(region: Region, now: EpochMilliseconds): Instant {
  const { digestAt, daysOff } = region.policy.quietHours
  const calendar = calendarOf(region)
  for (let date = calendar.dateOf(now); ; date = plusDays(date, 1)) {
    const day = daysOff ? workingDayFrom(calendar, date, 1) : date
    const morning = instantOf(day, digestAt, region.timeZone)
    if (morning > now) return new Date(morning).toISOString()
    date = day
  }
}
