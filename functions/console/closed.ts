// The closed cases of a month, by the region’s own days, the last days first. They stand in the lists of the API, day by day (UTC) of their
// last change. Called by the queue.
import { calendarOf } from '../calendar/calendar.ts'
import { endedOn } from '../case/listing.ts'
import { environment } from '../edge/environment.ts'
import { countListed } from '../store/closed.ts'
import { listingPage, type ListingPlace } from '../store/listing.ts'
import { MOST_COUNTED } from '../store/queue.ts'
import type { AskedList } from './filter.tsx'
import { isInScope, scopeOf } from '../web/console/scope.ts'
import type { ConsoleVisit } from '../web/console/visit.ts'

const DAY_MS = 86_400_000
const CASES_ON_A_PAGE = 50

/** @param after the place of the last case before it */
export async function closedPage(visit: ConsoleVisit, asked: AskedList, after: string | undefined) {
  const { region, signedIn } = visit
  const scope = scopeOf(signedIn.staff)
  const { organisation, municipality } = asked
  const { cases, next } = await listingPage({
    tableName: environment('TABLE_NAME'),
    lists: listsOf(asked.month),
    isMeant: (state) =>
      isInScope(scope, state) &&
      isInMonth(region, asked.month)(state.updatedAt) &&
      (!organisation || organisation === state.organisation) &&
      (!municipality || municipality === state.municipality),
    limit: CASES_ON_A_PAGE,
    ...(after && { from: JSON.parse(after) as ListingPlace }),
  })
  return { caseIds: cases.map(({ id }) => id), next: next && JSON.stringify(next) }
}

/** Exact where nothing narrows the list down; a narrowed one is not counted, because its keys do not say whose a case was. */
export async function closedCount(visit: ConsoleVisit, asked: AskedList): Promise<number | undefined> {
  const { region, signedIn } = visit
  if (asked.organisation || asked.municipality || scopeOf(signedIn.staff) !== 'all') return undefined
  const { month } = asked
  return countListed(environment('TABLE_NAME'), listsOf(month), isInMonth(region, month), MOST_COUNTED)
}

function isInMonth(region: ConsoleVisit['region'], month: string): (instant: string) => boolean {
  const calendar = calendarOf(region)
  return (instant) => calendar.dateOf(Date.parse(instant)).startsWith(month)
}

/** The days of a month and those beside it, because a day of the region is part of two of UTC. */
function listsOf(month: string): string[] {
  const first = Date.parse(`${month}-01T00:00:00.000Z`)
  const days = Array.from({ length: 33 }, (_, day) => new Date(first + (day - 1) * DAY_MS).toISOString().slice(0, 10))
  const last = days.findLastIndex((day) => day.startsWith(month))
  return days
    .slice(0, last + 2)
    .reverse()
    .map((day) => endedOn(day, false))
}
