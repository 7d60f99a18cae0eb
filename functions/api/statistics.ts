// Answers GET /v1/statistics: counters, summed when asked for; no case and no person is in them. Called by the handler.
import { parse } from '../edge/parse.ts'
import { casesQuery, deadlinesQuery, LONGEST_DAYS } from '../contract/statistics-query.ts'
import type { CaseStatistics, DeadlineStatistics } from '../contract/replies/statistics.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { json, type Reply, type Request } from '../edge/http.ts'
import { farAway } from '../edge/reach.ts'
import { wholeOf } from '../../regions/languages.ts'
import type { Region, Texts } from '../../regions/schema.ts'
import type { CaseDimension } from '../statistics/case-figures.ts'
import type { Dimension } from '../statistics/figures.ts'
import type { DateRange } from '../statistics/months.ts'
import { authorize } from '../intake/authorize.ts'
import { caseSummaryOf, summaryOf } from './summary.ts'
import { words } from './words.ts'

const DAY_MS = 86_400_000

export async function getStatistics(request: Request): Promise<Reply> {
  await authorize(request, environment('TABLE_NAME'), 'statistics:read', 'cases:read:all')
  return request.query['of'] === 'cases' ? caseFigures(request) : deadlineFigures(request)
}

async function deadlineFigures(request: Request): Promise<Reply> {
  const {
    from,
    to,
    of: _,
    by,
    ...wanted
  } = parse(deadlinesQuery, request.query, request.language, daysFarAway(request))
  refuseTooLong(request, { from, to })
  const { groups, total } = await summaryOf(environment('TABLE_NAME'), { from, to }, wanted, by)
  const figures = { groups: named(by, groups), total }
  return json(200, {
    from,
    to,
    timeZone: timeZone(),
    of: 'deadlines',
    by,
    ...wanted,
    ...figures,
  } satisfies DeadlineStatistics)
}

async function caseFigures(request: Request): Promise<Reply> {
  const { from, to, of, by, ...wanted } = parse(casesQuery, request.query, request.language, daysFarAway(request))
  refuseTooLong(request, { from, to })
  const { groups, total } = await caseSummaryOf(environment('TABLE_NAME'), { from, to }, wanted, by)
  const figures = { groups: named(by, groups), total }
  return json(200, { from, to, timeZone: timeZone(), of, by, ...wanted, ...figures } satisfies CaseStatistics)
}

function daysFarAway(request: Request) {
  return farAway(request, 'from', 'to')
}

function timeZone(): string {
  return deployedRegion().timeZone
}

/** @throws Problem 422 when the days end before they begin, or are too many. */
function refuseTooLong({ language }: Request, { from, to }: DateRange): void {
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1
  if (days < 1 || days > LONGEST_DAYS) throw words[wholeOf(language)].range(LONGEST_DAYS)
}

function named<Group extends { readonly id: string | null }>(by: Dimension | CaseDimension, groups: readonly Group[]) {
  return groups.map(({ id, ...figures }) => ({ id, name: nameOf(deployedRegion(), by, id), ...figures }))
}

/** What the region's file calls it today; null of a clock or channel, and of what the file does not name any more. */
function nameOf(region: Region, by: Dimension | CaseDimension, id: string | null): Texts | null {
  const named = { organisation: region.organisations, topic: region.topics, municipality: region.municipalities }
  return by === 'clock' || by === 'channel' ? null : (named[by].find((one) => one.id === id)?.name ?? null)
}
