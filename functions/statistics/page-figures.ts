// Computes what people read of an official page, or of several, from the counters of days and the comments that wait. Pure. Called by the console's
// register. docs/statistics.md says what is counted as what.
import type { Instant } from '../calendar/instant.ts'
import { plusDays } from '../calendar/dates.ts'
import { addTo, type Counts } from './counters.ts'
import { histogramOf } from './figures.ts'
import { quantileHours } from './histogram.ts'
import { type Within, within } from './page-facts.ts'

/** The counters of a page on a local date. */
export interface PageDay {
  readonly date: string
  readonly page: string
  readonly counts: Counts
}

/** What is known of a page itself; instants are ISO, UTC. */
export interface PageHead {
  readonly page: string
  /** Since when anything is known of it. */
  readonly since: Instant
  readonly lastPostAt?: Instant
  /** When its network was asked last, and what it said. */
  readonly checkedAt?: Instant
  readonly subscribers?: number
  /** The links of «Решаем вместе» that were found on it. */
  readonly widgets?: readonly string[]
  readonly contacts?: boolean
  /** The network does not let our token read it. */
  readonly refused?: true
}

/** A comment that waits for an answer. */
export interface WaitingComment {
  readonly page: string
  readonly at: Instant
}

/** Shares and medians of fewer comments tell of chance: such a page has no place among others. */
export const LEAST_COMMENTS = 2
/** Over so many days comments are told of, and over so many posts (today included). */
export const COMMENT_DAYS = 30
export const POST_DAYS = 7
/** A good page has as many posts a week, and is not silent for longer (days): the norm of a region that published one. */
export const LEAST_POSTS = 3
export const MOST_SILENT_DAYS = 7

/** A comment that nobody answered waits for so long and is forgotten then (days). */
export const COMMENT_KEPT_DAYS = 90

export interface PageFigures {
  /** Of the last seven days. */
  readonly posts: number
  /** Of the last thirty, like what follows. */
  readonly comments: number
  /** Those that need an answer. */
  readonly toAnswer: number
  readonly answered: number
  /** Of those that are so old, 0–1; null of fewer than two. */
  readonly shares: Readonly<Record<Within, number | null>>
  /** To the first answer: no more than so many hours; null of fewer than two. */
  readonly medianHours: number | null
  /** Authors who wrote again within thirty days. */
  readonly repeatAuthors: number
  /** Now. */
  readonly waiting: number
  readonly oldestAt?: Instant
}

const HOUR_MS = 3_600_000

/** @param today a local date @param at now (ISO, UTC) */
export function pageFigures(
  days: readonly Omit<PageDay, 'page'>[],
  waiting: readonly Omit<WaitingComment, 'page'>[],
  today: string,
  at: string,
): PageFigures {
  const sum: Record<string, number> = {}
  for (const { date, counts } of days) if (date > plusDays(today, -COMMENT_DAYS) && date <= today) addTo(sum, counts)
  const posts = days
    .filter(({ date }) => date > plusDays(today, -POST_DAYS) && date <= today)
    .reduce((all, { counts }) => all + (counts['posts'] ?? 0), 0)
  const { comments = 0, dismissed = 0, answered = 0, repeats = 0 } = sum
  const toAnswer = comments - dismissed
  const age = (one: string) => Date.parse(at) - Date.parse(one)
  const shareIn = (hours: Within): number | null => {
    const early = waiting.filter((one) => age(one.at) < hours * HOUR_MS).length
    const due = toAnswer - early
    return due < LEAST_COMMENTS ? null : (sum[`in${hours}`] ?? 0) / due
  }
  const oldestAt = waiting.map((one) => one.at).sort()[0]
  return {
    ...{ posts, comments, toAnswer, answered },
    shares: Object.fromEntries(within.map((hours) => [hours, shareIn(hours)])) as Record<Within, number | null>,
    medianHours: answered < LEAST_COMMENTS ? null : quantileHours(histogramOf(sum, 'calendar'), 0.5),
    ...{ repeatAuthors: repeats, waiting: waiting.length },
    ...(oldestAt && { oldestAt }),
  }
}

/** One week of a page, or of several. */
export interface PageWeek {
  /** A local date. */
  readonly monday: string
  readonly posts: number
  readonly toAnswer: number
  readonly answered: number
  /** Within eight hours, 0–1; null of fewer than two comments. */
  readonly share: number | null
  readonly medianHours: number | null
}

/** The weeks that begin on these Mondays, as what is known of their comments stands today. */
export function pageWeeks(days: readonly Omit<PageDay, 'page'>[], mondays: readonly string[]): PageWeek[] {
  return mondays.map((monday) => {
    const sum: Record<string, number> = {}
    for (const { date, counts } of days) if (date >= monday && date < plusDays(monday, 7)) addTo(sum, counts)
    const { posts = 0, comments = 0, dismissed = 0, answered = 0, in8 = 0 } = sum
    const toAnswer = comments - dismissed
    const isEnough = toAnswer >= LEAST_COMMENTS
    return {
      ...{ monday, posts, toAnswer, answered, share: isEnough ? in8 / toAnswer : null },
      medianHours: isEnough ? quantileHours(histogramOf(sum, 'calendar'), 0.5) : null,
    }
  })
}

/** For how many whole days a page has had no post: of one that we know for a while, since then at least. Undefined where nothing is known. */
export function silentDays(head: PageHead | undefined, at: string): number | undefined {
  const last = head?.lastPostAt ?? head?.since
  return last === undefined ? undefined : Math.max(0, Math.floor((Date.parse(at) - Date.parse(last)) / (24 * HOUR_MS)))
}
