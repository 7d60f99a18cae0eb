// Answers GET /v1/statistics: counters, summed when asked for; no case and no person is in them. Called by the handler.
import { parse } from '../edge/parse.ts'
import { LONGEST_DAYS, statisticsQuery } from '../contract/statistics-query.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { json, type Reply, type Request } from '../edge/http.ts'
import type { Region, Texts } from '../../regions/schema.ts'
import type { Dimension } from '../statistics/figures.ts'
import type { DateRange } from '../statistics/months.ts'
import { authorize } from './authorize.ts'
import { summaryOf } from './summary.ts'
import { words } from './words.ts'

const DAY_MS = 86_400_000

export async function getStatistics(request: Request): Promise<Reply> {
  const tableName = environment('TABLE_NAME')
  const region = deployedRegion()
  await authorize(request, tableName, 'statistics:read', 'cases:read:all')
  const { from, to, by, ...wanted } = parse(statisticsQuery, request.query, request.language)
  refuseTooLong(request, { from, to })
  const { groups, total } = await summaryOf(tableName, { from, to }, wanted, by)
  return json(200, {
    from,
    to,
    timeZone: region.timeZone,
    by,
    ...wanted,
    groups: groups.map(({ id, ...figures }) => ({ id, name: nameOf(region, by, id), ...figures })),
    total,
  })
}

/** @throws Problem 422 when the days end before they begin, or are too many. */
function refuseTooLong({ language }: Request, { from, to }: DateRange): void {
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1
  if (days < 1 || days > LONGEST_DAYS) throw words[language].range(LONGEST_DAYS)
}

/** What the region's file calls it today; null of a clock, and of what the file does not name any more. */
function nameOf(region: Region, by: Dimension, id: string | null): Texts | null {
  const named = { organisation: region.organisations, topic: region.topics, municipality: region.municipalities }
  return by === 'clock' ? null : (named[by].find((one) => one.id === id)?.name ?? null)
}
