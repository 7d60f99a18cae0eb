// Reads the time that is asked about: instants of W3C with a zone, or days. Called by what lists requests and updates.
import type { Request } from '../edge/http.ts'
import { reachAt, sayReach } from '../edge/reach.ts'

/** ms, UTC; both belong to it. */
export interface Span {
  readonly from: number
  readonly to: number
}

const DAY_MS = 86_400_000
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)$/
const DAY = /^\d{4}-\d\d-\d\d$/

/** From `start_date` to `end_date`; where one is missing so many days, up to now where both are. @param wrong what is wrong is added to it */
export function timeOf(query: Request['query'], at: string, days: number, wrong: string[]): Span {
  const start = instantIn(query, 'start_date', 0, at, wrong)
  const end = instantIn(query, 'end_date', DAY_MS - 1, at, wrong)
  const to = end ?? (start === undefined ? Date.parse(at) : start + days * DAY_MS)
  const from = start ?? to - days * DAY_MS
  if (from > to) wrong.push('end_date: not before start_date')
  if (to - from > days * DAY_MS + DAY_MS - 1)
    wrong.push(`start_date: at most ${days} days before end_date; ask in parts`)
  return { from, to }
}

/** @param rest what belongs to a day that is named without a time (ms) @param at the instant of the request (ISO, UTC) */
function instantIn(query: Request['query'], name: string, rest: number, at: string, wrong: string[]) {
  return instantOf(name, query[name] ?? '', at, wrong, rest)
}

/** An instant as W3C writes it (ms), or a day; undefined where it is not said or wrong. @param rest of a day @param wrong what is wrong is added to it */
export function instantOf(name: string, said: string, at: string, wrong: string[], rest = 0): number | undefined {
  // A plus sign that was not escaped came as a blank.
  const text = said.trim().replace(/ (\d\d:?\d\d)$/, '+$1')
  if (text === '') return undefined
  const time = DAY.test(text) || INSTANT.test(text) ? Date.parse(text) : NaN
  const reach = reachAt(at)
  if (Number.isNaN(time)) wrong.push(`${name}: an instant with a zone, as 2026-03-02T07:00:00Z, or a day`)
  else if (time < reach.from || time > reach.to) wrong.push(`${name}: ${sayReach(reach, 'en')}`)
  else return DAY.test(text) ? time + rest : time
  return undefined
}
