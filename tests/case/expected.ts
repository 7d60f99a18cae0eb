// The clocks and events that a story of the little region should give, reckoned apart from the code under test: working time
// is walked minute by minute, from Monday to Friday, 09:00 to 18:00 in Moscow. Good for March 2026.
import type { Actor } from '../../functions/case/actor.ts'
import { type Clock, type ClockChange, type Move, type PauseReason } from '../../functions/case/clocks/clock.ts'
import type { CaseEvent, EventOf, EventType } from '../../functions/case/events.ts'
import type { ClockName, Term } from '../../regions/schema.ts'
import { moscow, utc } from './story.ts'

const MINUTE = 60_000
const DAYS_OFF = ['2026-03-09']

const hours = (amount: number): Term => ({ amount, unit: 'working hours' })
const workingDays = (amount: number): Term => ({ amount, unit: 'working days' })
const days = (amount: number): Term => ({ amount, unit: 'calendar days' })
const terms: Record<ClockName, Term> = {
  moderation: hours(2),
  assignment: hours(2),
  acceptance: hours(4),
  firstResponse: hours(9),
  finalAnswer: workingDays(3),
  finalAfterInterim: workingDays(7),
  answerReview: workingDays(1),
  clarification: days(3),
  rating: days(14),
}

interface More extends Partial<Omit<Clock, 'startedAt' | 'due' | 'own' | 'rule'>> {
  /** Moscow times. */
  readonly due?: string
  readonly own?: string
  readonly rule?: Partial<Clock['rule']>
}

/** A clock that starts at a Moscow time by the general terms of the light channel, unless it is said otherwise. */
export function clock(name: ClockName, startedAt: string, { due, own, rule, ...more }: More = {}): Clock {
  const applied = { ...terms[name], version: '99-test.1', source: 'policy' as const, id: 'message', ...rule }
  const end = due ?? endOf(applied, startedAt)
  return {
    startedAt: utc(startedAt),
    due: utc(end),
    rule: applied,
    ...(own && { own: utc(own) }),
    ...(name !== 'clarification' && name !== 'rating' && reminders(applied, startedAt, end, more.moves)),
    ...more,
  }
}

function reminders({ unit }: Term, startedAt: string, due: string, moves: readonly Move[] = []) {
  const counts = (ms: number) => (unit === 'calendar days' || isWork(ms)) && !isPaused(moves, ms)
  let minutes = 0
  for (let ms = millis(startedAt); ms < millis(due); ms += MINUTE) if (counts(ms)) minutes += 1
  return {
    warnAt: [{ at: walk(startedAt, minutes * 0.8, counts), to: 'responder' as const, share: 0.8 }],
    escalateAt: [
      { at: utc(due), to: 'deputy' as const, after: hours(0) },
      { at: walk(due, 4 * 60, isWork), to: 'supervisor' as const, after: hours(4) },
      { at: utc(endOf(workingDays(1), due)), to: 'operator' as const, after: workingDays(1) },
    ],
  }
}

/** When a term ends that starts at a Moscow time. */
function endOf({ amount, unit }: Term, start: string): string {
  if (unit === 'working hours') return moscow(walk(start, amount * 60, isWork))
  const noon = new Date(`${start.slice(0, 10)}T12:00:00+03:00`)
  for (let left = amount; left > 0;) {
    noon.setUTCDate(noon.getUTCDate() + 1)
    if (unit === 'calendar days' || isWork(noon.getTime())) left -= 1
  }
  return `${noon.toISOString().slice(0, 10)}T${unit === 'calendar days' ? '23:59' : '18:00'}`
}

function walk(start: string, minutes: number, counts: (ms: number) => boolean): string {
  let ms = millis(start)
  for (let left = minutes; left > 0;) {
    const step = counts(ms) ? Math.min(left, 1) : 0
    ms += (step || 1) * MINUTE
    left -= step
  }
  return new Date(Math.round(ms)).toISOString()
}

const HOUR = 60 * MINUTE
const hoursOfWork = new Map<number, boolean>()

/** Asked for every minute, answered once for every hour. */
function isWork(ms: number): boolean {
  const hour = Math.floor(ms / HOUR)
  const known = hoursOfWork.get(hour)
  if (known !== undefined) return known
  const local = new Date((hour + 3) * HOUR)
  const [day, time] = [local.getUTCDay(), local.getUTCHours()]
  const is = day >= 1 && day <= 5 && time >= 9 && time < 18 && !DAYS_OFF.includes(local.toISOString().slice(0, 10))
  hoursOfWork.set(hour, is)
  return is
}

function isPaused(moves: readonly Move[], ms: number): boolean {
  return moves.some(
    (move) => move.kind === 'pause' && move.to && Date.parse(move.from) <= ms && ms < Date.parse(move.to),
  )
}

function millis(local: string): number {
  return Date.parse(utc(local))
}

export const rested = (from: string, to: string | undefined, why: PauseReason): Move => ({
  kind: 'pause',
  from: utc(from),
  ...(to && { to: utc(to) }),
  why,
})

export const start = (name: ClockName, at: string, more?: More): ClockChange => ({
  clock: name,
  change: 'start',
  to: clock(name, at, more),
})
export const move = (name: ClockName, startedAt: string, more: More): ClockChange => ({
  clock: name,
  change: 'move',
  to: clock(name, startedAt, more),
})
export const stop = (...names: ClockName[]): ClockChange[] => names.map((name) => ({ clock: name, change: 'stop' }))
export const pause = (why: PauseReason, ...names: ClockName[]): ClockChange[] =>
  names.map((name) => ({ clock: name, change: 'pause', why }))

type Told<T extends EventType> = Omit<EventOf<T>, 'type' | 'at' | 'by' | 'clocks'>

/** A whole event at a Moscow time. */
export function event<T extends EventType>(
  type: T,
  at: string,
  by: Actor,
  told: Told<T>,
  clocks?: readonly ClockChange[],
): CaseEvent {
  return { type, at: utc(at), by, ...told, ...(clocks && { clocks }) } as unknown as CaseEvent
}
