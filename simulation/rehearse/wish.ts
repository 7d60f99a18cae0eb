// Checks what is asked for on the command line; a mistake is said in words, not guessed at. Called by npm run rehearse.
import { localDate } from '../../functions/calendar/dates.ts'
import type { Language, Region } from '../../regions/schema.ts'
import type { Wish } from './rehearsal.ts'

export interface Given {
  readonly days?: string | undefined
  readonly from?: string | undefined
  readonly cases?: string | undefined
  readonly seed?: string | undefined
  readonly organisation?: string | undefined
  readonly language?: string | undefined
}

/** A Monday in a year whose calendar is known, with days off to come: the same for everybody, so that two files compare. */
export const FIRST_DAY = '2026-03-02'
export const DAYS = 40
export const CASES = 60

export function wishOf(region: Region, given: Given): { wish: Wish; language: Language } | { mistake: string } {
  const { from = FIRST_DAY, organisation, language = region.languages[0]! } = given
  const days = whole(given.days, DAYS)
  const cases = whole(given.cases, CASES)
  const seed = whole(given.seed, 1)
  if (!within(days, 1, 366)) return { mistake: '--days is a whole number from 1 to 366.' }
  if (!within(cases, 1, 5_000)) return { mistake: '--cases is a whole number from 1 to 5000.' }
  if (!within(seed, 0, 1_000_000)) return { mistake: '--seed is a whole number from 0 to 1000000.' }
  if (!isDate(from)) return { mistake: '--from is a date, e.g. 2026-12-28.' }
  if (language !== 'ru' && language !== 'en') return { mistake: '--language is ru or en.' }
  if (organisation && !region.organisations.some(({ id }) => id === organisation))
    return {
      mistake: `There is no organisation ${organisation}: ${region.organisations.map(({ id }) => id).join(', ')}.`,
    }
  return { wish: { span: { first: from, days }, cases, seed, ...(organisation && { organisation }) }, language }
}

function whole(given: string | undefined, otherwise: number): number {
  return given === undefined ? otherwise : /^\d+$/.test(given) ? Number(given) : NaN
}

function within(value: number, least: number, most: number): boolean {
  return value >= least && value <= most
}

function isDate(text: string): boolean {
  if (!/^20\d\d-\d\d-\d\d$/.test(text)) return false
  const instant = Date.parse(text)
  return !Number.isNaN(instant) && localDate(instant, 'UTC') === text
}
