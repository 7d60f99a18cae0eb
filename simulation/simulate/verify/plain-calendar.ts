// Working time once more, written from docs/deadlines.md and not from functions/calendar: day by day, by the region's
// file and the platform's own zones. Slow and plain on purpose. Instants and lengths are ms. Called by run.ts and
// plain-rules.ts.
import type { Region, Term } from '../../../regions/schema.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const names = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const

export class PlainCalendar {
  readonly #region: Region
  readonly #format: Intl.DateTimeFormat
  readonly #offsets = new Map<number, number>()
  readonly #days = new Map<string, [number, number][]>()

  constructor(region: Region) {
    this.#region = region
    this.#format = new Intl.DateTimeFormat('en', { timeZone: region.timeZone, timeZoneName: 'longOffset' })
  }

  /** What the zone's clocks are ahead of UTC by. */
  #offset(instant: number): number {
    const quarter = Math.floor(instant / (15 * MINUTE))
    let offset = this.#offsets.get(quarter)
    if (offset === undefined) {
      const text = this.#format.formatToParts(quarter * 15 * MINUTE).find(({ type }) => type === 'timeZoneName')!.value
      const [, sign, hours = '0', minutes = '0'] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(text)!
      offset = (Number(hours) * HOUR + Number(minutes) * MINUTE) * (sign === '-' ? -1 : 1)
      this.#offsets.set(quarter, offset)
    }
    return offset
  }

  date(instant: number): string {
    return new Date(instant + this.#offset(instant)).toISOString().slice(0, 10)
  }

  time(instant: number): string {
    return new Date(instant + this.#offset(instant)).toISOString().slice(11, 16)
  }

  instant(date: string, time: string): number {
    const local = Date.parse(`${date}T00:00Z`) + Number(time.slice(0, 2)) * HOUR + Number(time.slice(3, 5)) * MINUTE
    return local - this.#offset(local - this.#offset(local))
  }

  addDays(date: string, days: number): string {
    return new Date(Date.parse(`${date}T00:00Z`) + days * DAY).toISOString().slice(0, 10)
  }

  /** The last instant of a date on which something may be due; of a day off, that of the last day before on which it may. */
  lastOf(date: string, { unit, onDayOff = 'stays' }: Term): number {
    const plain = unit === 'calendar days'
    let day = date
    while (!(plain && onDayOff === 'stays') && this.openings(day).length === 0) day = this.addDays(day, -1)
    return plain ? this.instant(day, '23:59') : this.openings(day).at(-1)![1]
  }

  openings(date: string): [number, number][] {
    let openings = this.#days.get(date)
    if (!openings) this.#days.set(date, (openings = this.#openings(date)))
    return openings
  }

  #openings(date: string): [number, number][] {
    const { federalCalendar, calendar } = this.#region
    const year = federalCalendar[date.slice(0, 4)]
    if (year?.holidays.includes(date) || calendar.holidays[date]) return []
    if (!year && this.#isFreeByLaw(date)) return []
    const weekday = names[new Date(date).getUTCDay()]!
    const usual = calendar.workingHours[weekday]
    const hours = usual.length === 0 && year?.work.includes(date) ? calendar.workingHours.mon : usual
    const openings = hours.map((range): [number, number] => [
      this.instant(date, range.slice(0, 5)),
      this.instant(date, range.slice(6)),
    ])
    let less = year?.short.includes(date) ? calendar.shortDayMinutes * MINUTE : 0
    while (less > 0 && openings.length > 0) {
      const [from, to] = openings.pop()!
      if (to - from > less) openings.push([from, to - less])
      less -= to - from
    }
    return openings
  }

  /** In a year without a published calendar: the Labour Code's holidays, and the Mondays after those on weekends. */
  #isFreeByLaw(date: string): boolean {
    const day = date.slice(5)
    if (/^01-0[1-8]$|^(02-23|03-08|05-01|05-09|06-12|11-04)$/.test(day)) return true
    if (names[new Date(date).getUTCDay()] !== 'mon') return false
    return [1, 2].some((back) => /^(02-23|03-08|05-01|05-09|06-12|11-04)$/.test(this.addDays(date, -back).slice(5)))
  }

  worked(from: number, to: number): number {
    let total = 0
    for (let date = this.date(from); from < to && date <= this.date(to); date = this.addDays(date, 1))
      for (const [opens, closes] of this.openings(date))
        total += Math.max(0, Math.min(closes, to) - Math.max(opens, from))
    return total
  }

  addWorked(start: number, ms: number): number {
    if (ms <= 0) return start
    let left = ms
    for (let date = this.date(start); ; date = this.addDays(date, 1))
      for (const [opens, closes] of this.openings(date)) {
        const from = Math.max(opens, start)
        if (closes <= from) continue
        if (closes - from >= left) return from + left
        left -= closes - from
      }
  }

  /** Time as a term of this unit counts it. */
  spent(unit: Term['unit'], from: number, to: number): number {
    return unit === 'calendar days' ? Math.max(0, to - from) : this.worked(from, to)
  }

  spend(unit: Term['unit'], start: number, ms: number): number {
    return unit === 'calendar days' ? start + Math.max(0, ms) : this.addWorked(start, ms)
  }

  /** When a term that starts at an instant ends. */
  end(start: number, { amount, unit, onDayOff }: Pick<Term, 'amount' | 'unit' | 'onDayOff'>): number {
    if (unit === 'working minutes') return this.addWorked(start, amount * MINUTE)
    if (unit === 'working hours') return this.addWorked(start, amount * HOUR)
    const first = this.date(start)
    if (unit === 'calendar days') {
      let last = this.addDays(first, Math.ceil(amount))
      const step = onDayOff === 'working day before' ? -1 : onDayOff === 'working day after' ? 1 : 0
      while (step !== 0 && this.openings(last).length === 0) last = this.addDays(last, step)
      return this.instant(last > first ? last : first, '23:59')
    }
    let date = first
    for (let left = Math.ceil(amount); left > 0;) {
      date = this.addDays(date, 1)
      if (this.openings(date).length > 0) left -= 1
    }
    return this.openings(date).at(-1)![1]
  }

  /** When a term that would end at an instant ends after a rest; not on a day off where it may not. */
  afterRest({ unit, onDayOff }: Pick<Term, 'unit' | 'onDayOff'>, due: number, from: number, to: number): number {
    const later = this.spend(unit, due, this.spent(unit, from, to))
    if (unit !== 'calendar days' || !onDayOff) return later
    let day = this.date(later)
    if (onDayOff === 'stays' || this.openings(day).length > 0) return later
    while (this.openings(day).length === 0) day = this.addDays(day, 1)
    return this.instant(day, '23:59')
  }

  isQuiet(instant: number): boolean {
    const { from, to, daysOff } = this.#region.policy.quietHours
    const time = this.time(instant)
    const night = from > to ? time >= from || time < to : time >= from && time < to
    return night || (daysOff && this.openings(this.date(instant)).length === 0)
  }

  /** The first morning after an instant at which people are written to. */
  morning(instant: number): number {
    const { digestAt, daysOff } = this.#region.policy.quietHours
    for (let date = this.date(instant); ; date = this.addDays(date, 1)) {
      if (daysOff && this.openings(date).length === 0) continue
      if (this.instant(date, digestAt) > instant) return this.instant(date, digestAt)
    }
  }
}
