// Which figures are asked for, read from the address: the days, and what narrows them down. A name that the region does not have is an error:
// never everything. Called by the pages.
import { calendarOf } from '../calendar/calendar.ts'
import { plusDays } from '../calendar/dates.ts'
import type { Staff } from '../case/staff.ts'
import { Problem } from '../edge/problem.ts'
import type { DateRange } from '../statistics/months.ts'
import { type Scope, scopeOf } from '../web/console/scope.ts'
import type { ConsoleVisit } from '../web/console/visit.ts'
import { type Period, periods } from './names.ts'
import { figuresWords } from './words.ts'

export interface Asked {
  readonly period: Period
  /** Local dates. */
  readonly days: DateRange
  readonly organisation?: string
  readonly municipality?: string
}

const known = ['period', 'organisation', 'municipality', 'lang']

/** @throws Problem 400 where the address asks for what there is not */
export function askedFigures({ region, request }: ConsoleVisit): Asked {
  const { query, language, at } = request
  const { organisation, municipality } = query
  const period = (Object.keys(periods) as Period[]).find((name) => name === (query['period'] || 'month'))
  const isKnown =
    Object.keys(query).every((name) => known.includes(name)) &&
    (!organisation || region.organisations.some(({ id }) => id === organisation)) &&
    (!municipality || region.municipalities.some(({ id }) => id === municipality))
  if (!period || !isKnown) throw new Problem(400, 'filter-unknown', figuresWords[language].unknownFilter)
  const today = calendarOf(region).dateOf(Date.parse(at))
  return {
    ...{ period, days: { from: plusDays(today, 1 - periods[period]), to: today } },
    ...(organisation && { organisation }),
    ...(municipality && { municipality }),
  }
}

/** Whose figures somebody sees: administrators those of the whole region, because figures name nobody; all others those of their cases. */
export function figuresScope(staff: Staff): Scope | 'all' {
  return staff.roles.includes('administrator') ? 'all' : scopeOf(staff)
}

/** The address of figures, or of one of their tables, below the console's. */
export function addressOf({ period, organisation, municipality }: Asked, table = ''): string {
  const query = new URLSearchParams({
    period,
    ...(organisation && { organisation }),
    ...(municipality && { municipality }),
  })
  return `figures${table && `/${table}`}?${query.toString()}`
}
