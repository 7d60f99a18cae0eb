// The statistics once more, written from docs/statistics.md and not from the code: a book of clocks kept by hand from raw
// events, the little region's working time by its plain hours. What the counters say must be this.
import { readFileSync } from 'node:fs'
import type { CaseEvent } from '../../functions/case/events.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const MOSCOW = 3 * HOUR
const years = JSON.parse(readFileSync(new URL('../../regions/calendars/ru.json', import.meta.url), 'utf8')) as Record<
  string,
  { holidays: string[]; short: string[]; work: string[] }
>

export interface Counted {
  readonly key: string
  readonly outcome: 'on time' | 'late' | 'cancelled'
  readonly paused: boolean
  readonly extended: boolean
  readonly ms: number
  readonly calendar: boolean
}

interface Running {
  start: number
  due: number
  calendar: boolean
  afterInterim: boolean
  missed: boolean
  missedBy: string
  extended: boolean
  pauses: { from: number; to?: number; review: boolean }[]
}

const waitsFor: Record<string, string[]> = {
  moderation: ['admitted', 'rejected'],
  assignment: ['assigned'],
  acceptance: ['accepted', 'handed_over', 'handed_back', 'declined'],
  firstResponse: ['accepted', 'answered'],
  finalAnswer: ['answer_approved'],
  answerReview: ['answer_returned', 'answer_approved'],
}
const resuming = ['clarified', 'clarification_expired', 'answer_returned', 'unmerged']

/** Every end of an official clock in a history. */
export function recount(events: readonly CaseEvent[]): Counted[] {
  const book = new Map<string, Running>()
  const counted: Counted[] = []
  const known = { organisation: '-', topic: '-', municipality: '-' }
  for (const event of events) {
    const at = Date.parse(event.at)
    const before = { ...known }
    if (event.type === 'received' || event.type === 'triaged' || event.type === 'assigned') {
      known.topic = event.topic ?? known.topic
      known.municipality = event.municipality ?? known.municipality
    }
    if (event.type === 'topic_corrected') known.topic = event.topic
    if (['assigned', 'handed_over', 'handed_back'].includes(event.type))
      known.organisation = (event as { organisation: string }).organisation
    if (event.type === 'declined') known.organisation = '-'
    if (event.type === 'missed') {
      const running = book.get(event.clock)!
      running.missed = true
      running.missedBy = known.organisation
    }

    for (const change of event.clocks ?? []) {
      const running = book.get(change.clock)
      if (running && (change.change === 'stop' || change.change === 'start') && waitsFor[change.clock]) {
        const ours = ['moderation', 'assignment', 'answerReview'].includes(change.clock)
        const { topic, municipality } = ours ? known : before
        const name = running.afterInterim ? 'finalAfterInterim' : change.clock
        const key = [
          moscowDate(at),
          name,
          ours ? '-' : running.missed ? running.missedBy : before.organisation,
          topic,
          municipality,
        ].join('#')
        counted.push({ key, ...ended(running, at, waitsFor[change.clock]!.includes(event.type)) })
      }
      if (change.change === 'stop') book.delete(change.clock)
      if (change.change === 'start') {
        const { startedAt, due, rule } = change.to
        const calendar = rule.unit === 'calendar days'
        const afterInterim = event.type === 'answer_approved' && change.clock === 'finalAnswer'
        const fresh = { calendar, afterInterim, missed: false, missedBy: '-', extended: false, pauses: [] }
        book.set(change.clock, { start: Date.parse(startedAt), due: Date.parse(due), ...fresh })
      }
      if (change.change === 'pause') running!.pauses.push({ from: at, review: change.why === 'review' })
      if (change.change === 'move') {
        running!.due = Date.parse(change.to.due)
        if (event.type === 'extended') running!.extended = true
        if (event.type === 'parted' && running!.due > at) running!.missed = false
        if (resuming.includes(event.type)) running!.pauses.at(-1)!.to = at
      }
    }
  }
  return counted
}

function ended({ start, due, calendar, missed, extended, pauses }: Running, at: number, fulfilled: boolean) {
  const open = pauses.find((pause) => pause.to === undefined)
  const end = open?.from ?? at
  const late = missed || end > due
  const time = calendar ? (from: number, to: number) => Math.max(0, to - from) : worked
  let ms = time(start, end)
  for (const { from, to } of pauses) if (to !== undefined) ms -= time(from, to)
  const outcome = late ? 'late' : fulfilled ? 'on time' : 'cancelled'
  const paused = pauses.some((pause) => pause.to !== undefined || !pause.review)
  return { outcome, paused, extended, ms, calendar } as const
}

/** Monday to Friday 09:00 to 18:00 in Moscow, without holidays, an hour less before them. */
function worked(from: number, to: number): number {
  let total = 0
  for (let midnight = Math.floor((from + MOSCOW) / DAY) * DAY - MOSCOW; midnight < to; midnight += DAY) {
    const date = moscowDate(midnight)
    const { holidays = [], short = [], work = [] } = years[date.slice(0, 4)] ?? {}
    const weekend = [0, 6].includes(new Date(date).getUTCDay())
    if (holidays.includes(date) || (weekend && !work.includes(date))) continue
    const opens = midnight + 9 * HOUR
    const closes = midnight + (short.includes(date) ? 17 : 18) * HOUR
    total += Math.max(0, Math.min(to, closes) - Math.max(from, opens))
  }
  return total
}

export function moscowDate(at: number): string {
  return new Date(at + MOSCOW).toISOString().slice(0, 10)
}
