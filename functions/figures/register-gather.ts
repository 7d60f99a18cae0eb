// Brings together what the region's file says of official pages and what is known of them, within somebody's scope; and the tension of places. A few
// queries of counters and keys, however many pages there are. Called by the pages of the register.
import type { OfficialPage, Region } from '../../regions/schema.ts'
import { calendarOf } from '../calendar/calendar.ts'
import { plusDays } from '../calendar/dates.ts'
import type { CaseCounter } from '../statistics/cases.ts'
import { datesIn } from '../statistics/months.ts'
import {
  COMMENT_DAYS,
  type PageDay,
  type PageFigures,
  pageFigures,
  type PageHead,
  silentDays,
  type WaitingComment,
} from '../statistics/page-figures.ts'
import { type Mend, toMend } from '../statistics/page-passport.ts'
import { mondayOf, mondaysBefore, tensionByPlace, type Week } from '../statistics/tension.ts'
import { caseCounterPages } from '../store/counters.ts'
import { daysOfPages, pageHeads, waitingComments } from '../store/pages.ts'
import { isInScope, type Scope } from '../web/console/scope.ts'
import type { AskedPages } from './register-asked.ts'

export interface Row {
  readonly page: OfficialPage
  readonly head: PageHead | undefined
  readonly figures: PageFigures
  readonly mends: readonly Mend[]
  readonly silent: number | undefined
}

export interface Known {
  readonly heads: ReadonlyMap<string, PageHead>
  readonly days: readonly PageDay[]
  readonly waiting: readonly WaitingComment[]
  /** There are more that wait than are counted. */
  readonly isWhole: boolean
  /** The local date of the request. */
  readonly today: string
}

/** What is known of all pages. @param at now (ISO, UTC) */
export async function knownPages(tableName: string, region: Region, at: string): Promise<Known> {
  const today = calendarOf(region).dateOf(Date.parse(at))
  const dates = datesIn({ from: plusDays(today, 1 - COMMENT_DAYS), to: today })
  const [heads, days, waits] = await Promise.all([
    pageHeads(tableName),
    daysOfPages(tableName, dates),
    waitingComments(tableName, at),
  ])
  return { heads, days, ...waits, today }
}

/** The pages that somebody may see, with their figures. @param at now (ISO, UTC) */
export function rowsOf(
  region: Region,
  { heads, days, waiting, today }: Known,
  scope: Scope | 'all',
  at: string,
): Row[] {
  const daysBy = Map.groupBy(days, ({ page }) => page)
  const waitingBy = Map.groupBy(waiting, ({ page }) => page)
  return region.pages
    .filter((page) => isInScope(scope, page))
    .map((page): Row => {
      const head = heads.get(page.id)
      const figures = pageFigures(daysBy.get(page.id) ?? [], waitingBy.get(page.id) ?? [], today, at)
      return { page, head, figures, mends: toMend(page, head, figures, at), silent: silentDays(head, at) }
    })
}

/** What several pages come to together. @param at now (ISO, UTC) */
export function figuresTogether(rows: readonly Row[], { days, waiting, today }: Known, at: string): PageFigures {
  const ids = new Set(rows.map(({ page }) => page.id))
  const own = <One extends { readonly page: string }>(all: readonly One[]) => all.filter(({ page }) => ids.has(page))
  return pageFigures(own(days), own(waiting), today, at)
}

/** Those that are asked for, in the order that is asked for; whoever has too few comments for a place comes last. */
export function pick(rows: readonly Row[], { network, organisation, municipality, mend, silent, order }: AskedPages) {
  const byName = (one: Row, other: Row) => one.page.name.localeCompare(other.page.name, 'ru')
  const share = ({ figures }: Row) => figures.shares[8] ?? -1
  const orders = {
    name: byName,
    answers: (one: Row, other: Row) => share(other) - share(one) || byName(one, other),
    waiting: (one: Row, other: Row) => other.figures.waiting - one.figures.waiting || byName(one, other),
  }
  return rows
    .filter(
      ({ page, mends, silent: days }) =>
        (!network || page.network === network) &&
        (!organisation || page.organisation === organisation) &&
        (!municipality || page.municipality === municipality) &&
        (!mend || mends.includes(mend)) &&
        (!silent || (days !== undefined && days >= silent)),
    )
    .sort(orders[order])
}

/** The last whole weeks of each place in somebody's scope, oldest first. @param weeks how many */
export async function tensionOf(
  tableName: string,
  region: Region,
  scope: Scope | 'all',
  today: string,
  weeks: number,
): Promise<Map<string, Week[]>> {
  // One week more, to which the first is compared.
  const mondays = mondaysBefore(today, weeks + 1)
  const dates = datesIn({ from: mondays[0]!, to: plusDays(mondays.at(-1)!, 6) })
  const sums = new Map<string, { date: string; of: CaseCounter['of']; counts: { received: number } }>()
  for await (const page of caseCounterPages(tableName, dates))
    for (const { date, of, counts } of page) {
      if (!counts['received'] || !isInScope(scope, { municipality: of.municipality })) continue
      const key = [mondayOf(date), of.municipality, of.topic].join('#')
      const sum = sums.get(key) ?? { date, of, counts: { received: 0 } }
      sums.set(key, sum)
      sum.counts.received += counts['received']
    }
  const found = tensionByPlace(region.topics, sums.values(), mondays)
  return new Map([...found].map(([id, all]) => [id, all.slice(1)]))
}
