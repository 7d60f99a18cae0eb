// One clock as the book keeps it, and when its reminders have to be: a share of the term used, rests left out; a step
// after its end. Part of book.ts.
import type { PauseReason } from '../../../functions/case/clocks/clock.ts'
import type { ClockName, Region, Standing, Term } from '../../../regions/schema.ts'
import { PlainCalendar } from './plain-calendar.ts'

export const official: readonly ClockName[] = [
  'moderation',
  'assignment',
  'acceptance',
  'firstResponse',
  'finalAnswer',
  'answerReview',
]

export type Rest = { readonly from: number; to?: number; readonly why: PauseReason }
type Moved =
  | { readonly kind: 'rest'; readonly rest: Rest }
  | { readonly kind: 'extension'; readonly term: Term; readonly until?: number }

export interface Run {
  readonly clock: ClockName
  readonly start: number
  /** Whose term it has: the final answer after an interim one has its own. */
  readonly of: ClockName
  term: Term
  due: number
  /** When it would be due without the cases merged into this one. */
  own: number
  moves: Moved[]
  /** The deadlines of the cases merged into this one. */
  joined: { readonly child: string; due: number; readonly since: number }[]
  warnings: { at: number; share: number; to: Standing }[]
  escalations: { at: number; after: Pick<Term, 'amount' | 'unit'>; to: Standing }[]
  warned: number
  escalated: number
  missed: boolean
  /** The organisation that had the case then. */
  missedBy?: string | undefined
  /** Since when it has run as it does now. */
  since: number
}

const calendars = new WeakMap<Region, PlainCalendar>()
export function plainCalendar(region: Region): PlainCalendar {
  let calendar = calendars.get(region)
  if (!calendar) calendars.set(region, (calendar = new PlainCalendar(region)))
  return calendar
}

/** The rest a run is in, if it is in one. */
export function restOf(run: Run): Rest | undefined {
  return run.moves.flatMap((move) => (move.kind === 'rest' ? [move.rest] : [])).find((rest) => rest.to === undefined)
}

/** Reckons the reminders of a run anew, by what reminders there are to be. */
export function remind(region: Region, run: Run, { warnings, escalations }: Region['policy']['reminders']) {
  if (!official.includes(run.clock)) return
  const calendar = plainCalendar(region)
  run.warnings = warnings.map(({ at: share, to }) => ({ at: used(calendar, run, share), share, to }))
  run.escalations = escalations.map(({ after, to }) => ({
    ...{ after, to },
    at: after.amount === 0 ? run.due : calendar.end(run.due, after),
  }))
}

/** When a share of the term has been used, rests left out. */
function used(calendar: PlainCalendar, run: Run, share: number): number {
  const rests = run.moves.flatMap((move) => (move.kind === 'rest' && move.rest.to !== undefined ? [move.rest] : []))
  const { unit } = run.term
  let whole = calendar.spent(unit, run.start, run.due)
  for (const { from, to } of rests) whole -= calendar.spent(unit, from, to!)
  let left = Math.round(whole * share)
  let from = run.start
  for (const rest of rests) {
    const before = calendar.spent(unit, from, rest.from)
    if (left <= before) return calendar.spend(unit, from, left)
    left -= before
    from = rest.to!
  }
  return calendar.spend(unit, from, left)
}
