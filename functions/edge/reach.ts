// How far back and ahead a time that is asked about may lie: nothing here is older than ten years or promised for later than one, and
// lists are read day by day. Called by the API and Open311.
import { wholeOf } from '../../regions/languages.ts'
import type { Language } from '../../regions/schema.ts'
import type { Request } from './http.ts'
import type { FieldError } from './problem.ts'

const YEARS_BACK = 10
const YEARS_AHEAD = 1

/** ms, UTC; both belong to it. */
interface Reach {
  readonly from: number
  readonly to: number
}

const words: Readonly<Record<Language, (from: string, to: string) => string>> = {
  ru: (from, to) => `Назовите время не раньше ${from} и не позже ${to}.`,
  en: (from, to) => `Name a time from ${from} to ${to}.`,
}

/** What may be asked about at an instant (ISO, UTC): whole days. */
export function reachAt(at: string): Reach {
  const [year = 0, rest = ''] = [Number(at.slice(0, 4)), at.slice(4, 10).replace('-02-29', '-02-28')]
  const dayOf = (years: number) => Date.parse(`${year + years}${rest}`)
  return { from: dayOf(-YEARS_BACK), to: dayOf(YEARS_AHEAD) + 86_399_999 }
}

/** What to say of a time that is not within it, in a language of ours. */
export function sayReach({ from, to }: Reach, language: Language): string {
  const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10)
  return words[language](dayOf(from), dayOf(to))
}

/** The field errors of those times in a query that lie too far away; what is no time, its schema speaks of. */
export function farAway({ at, language, query }: Request, ...names: readonly string[]): FieldError[] {
  const reach = reachAt(at)
  return names
    .filter((name) => Date.parse(query[name] ?? '') < reach.from || Date.parse(query[name] ?? '') > reach.to)
    .map((name) => ({ pointer: `/${name}`, code: 'range', detail: sayReach(reach, wholeOf(language)) }))
}
