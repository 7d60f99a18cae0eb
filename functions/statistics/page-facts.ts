// What is known of a comment under an official page, and what it counts for. Facts may come in any order and more than once: a comment is counted as a
// whole by what is known of it, so that counters are always the sum of their comments. Pure. Called by the store of pages.
import type { Milliseconds } from '../calendar/instant.ts'
import { type Counts, prefixes } from './counters.ts'
import { classOf } from './histogram.ts'

/** Instants are ISO, UTC. */
export interface CommentFacts {
  readonly at?: string
  /** Of its first answer. */
  readonly answeredAt?: string
  /** It needs no answer: thanks, spam, or it was taken away. */
  readonly dismissedAt?: string
}

export type CommentFact =
  | { readonly what: 'commented'; readonly at: string }
  | { readonly what: 'answered'; readonly at: string }
  | { readonly what: 'dismissed'; readonly at: string }

/** Within so many hours an answer is told of. */
export const within = [4, 8, 24] as const
export type Within = (typeof within)[number]

const HOUR_MS: Milliseconds = 3_600_000

/** What is known with one fact more: the earliest of its kind holds. */
export function withFact(before: CommentFacts, { what, at }: CommentFact): CommentFacts {
  const name = ({ commented: 'at', answered: 'answeredAt', dismissed: 'dismissedAt' } as const)[what]
  const known = before[name]
  return known !== undefined && known <= at ? before : { ...before, [name]: at }
}

/** Somebody waits for an answer to it. */
export function isWaiting({ at, answeredAt, dismissedAt }: CommentFacts): boolean {
  return at !== undefined && answeredAt === undefined && dismissedAt === undefined
}

/** What a comment counts for on the day on which it was written; nothing before that is known. */
export function countsOfComment({ at, answeredAt, dismissedAt }: CommentFacts): Counts {
  if (at === undefined) return {}
  if (answeredAt === undefined) return dismissedAt === undefined ? { comments: 1 } : { comments: 1, dismissed: 1 }
  const ms = Math.max(0, Date.parse(answeredAt) - Date.parse(at))
  const inTime = within.filter((hours) => ms <= hours * HOUR_MS).map((hours) => [`in${hours}`, 1] as const)
  return { comments: 1, answered: 1, ...Object.fromEntries(inTime), [`${prefixes.calendar}${classOf(ms)}`]: 1 }
}

/** What to add where counts become others; amounts that stay are not in it. */
export function changeOf(before: Counts, after: Counts): Counts {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return Object.fromEntries(
    names.map((name) => [name, (after[name] ?? 0) - (before[name] ?? 0)] as const).filter(([, amount]) => amount !== 0),
  )
}

/** An author who wrote again within so many days is told of as one who comes back (days). */
export const REPEAT_DAYS = 30
const DAY_MS: Milliseconds = 86_400_000

/** When an author wrote last, and when they were counted last as one who comes back (ISO, UTC). */
export interface AuthorFacts {
  readonly lastAt: string
  readonly countedAt?: string
}

/** The author after one comment more, and whether they are counted now: once in so many days, however often they write. */
export function afterComment(
  before: AuthorFacts | undefined,
  at: string,
): { readonly author: AuthorFacts; readonly counted: boolean } {
  const isNear = (one: string | undefined) =>
    one !== undefined && Math.abs(Date.parse(at) - Date.parse(one)) <= REPEAT_DAYS * DAY_MS
  const counted = isNear(before?.lastAt) && !isNear(before?.countedAt)
  const lastAt = before && before.lastAt > at ? before.lastAt : at
  const countedAt = counted ? at : before?.countedAt
  return { author: { lastAt, ...(countedAt && { countedAt }) }, counted }
}
