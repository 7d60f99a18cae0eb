// How many comments wait, by the counters of the days on which they came: whatever waits is counted there, however many do. Called by the parts of the page.
import { plusDays } from '../calendar/dates.ts'
import { screenings } from '../case/comment.ts'
import { WAITING_DAYS } from '../store/comments.ts'
import type { CommentDay } from '../store/listed-comments.ts'

/** Whatever came on this day (UTC) or before waits no more. @param at now (ISO, UTC) */
export function overSince(at: string): string {
  return plusDays(at.slice(0, 10), -(WAITING_DAYS + 1))
}

/** How many came and were not said to be anything. */
export function unscreened(days: readonly CommentDay[]): number {
  const of = ({ came = 0, ...day }: CommentDay) => came - screenings.reduce((sum, name) => sum + (day[name] ?? 0), 0)
  return days.reduce((sum, day) => sum + of(day), 0)
}

/** @param channel without one, of all */
export function waitingIn(days: readonly CommentDay[], at: string, channel?: string): number {
  const over = overSince(at)
  return unscreened(days.filter((day) => day.date > over && (!channel || day.channel === channel)))
}
