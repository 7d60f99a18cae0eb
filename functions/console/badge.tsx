// When a case is due, in words and a shape: by colour alone nobody would see it. Shown in the lists.
import type { FC } from 'hono/jsx'
import type { Region } from '../../regions/schema.ts'
import { calendarOf } from '../calendar/calendar.ts'
import { shortTime } from '../calendar/local-time.ts'
import { queueWords } from '../web/words/queue.ts'
import type { ConsoleVisit } from '../web/console/visit.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

type Urgency = 'late' | 'today' | 'later' | 'waiting'

/** Told apart without colour, and by a screen reader not at all: the words say it. */
const shapes: Readonly<Record<Urgency, string>> = { late: '■', today: '▲', later: '○', waiting: '‖' }

interface BadgeProps {
  readonly visit: Pick<ConsoleVisit, 'region' | 'request'>
  /** ISO, UTC. */
  readonly due: string
  /** Its clock stands still until the citizen answers. */
  readonly waiting: boolean
}

export const Badge: FC<BadgeProps> = ({ visit, due, waiting }) => {
  const { urgency, text } = urgencyOf(visit, due, waiting)
  return (
    <span class={`badge ${urgency}`}>
      <span aria-hidden="true">{shapes[urgency]}</span> {text}
    </span>
  )
}

function urgencyOf(
  { region, request }: BadgeProps['visit'],
  due: string,
  waiting: boolean,
): { readonly urgency: Urgency; readonly text: string } {
  const { language, at } = request
  const text = queueWords[language]
  if (waiting) return { urgency: 'waiting', text: text.waiting }
  if (due <= at) return { urgency: 'late', text: text.late(spanOf(Date.parse(at) - Date.parse(due), language)) }
  const time = shortTime(due, region.timeZone, language)
  const isToday = dateOf(region, due) === dateOf(region, at)
  return isToday
    ? { urgency: 'today', text: text.today(time.replace(/^.*\s/, '')) }
    : { urgency: 'later', text: text.until(time) }
}

function dateOf(region: Region, instant: string): string {
  return calendarOf(region).dateOf(Date.parse(instant))
}

/** A span of time (ms) in its largest unit: "3 дня". */
export function spanOf(ms: number, language: ConsoleVisit['request']['language']): string {
  const text = queueWords[language]
  if (ms >= DAY_MS) return text.days(Math.floor(ms / DAY_MS))
  return ms >= HOUR_MS ? text.hours(Math.floor(ms / HOUR_MS)) : text.minutes(Math.max(1, Math.floor(ms / MINUTE_MS)))
}
