// What is asked of the audit, read from its address. Called by the audit and its page.
import { calendarOf } from '../calendar/calendar.ts'
import { plusDays } from '../calendar/dates.ts'
import { staffOf } from '../case/staff.ts'
import { caseIdPattern } from '../case/ids.ts'
import { Problem } from '../edge/problem.ts'
import { auditActs, type AuditQuestion } from '../store/audit.ts'
import type { ConsoleVisit } from '../web/console/visit.ts'
import { adminWords } from './words.ts'

/** What is shown where no days are named, today included. */
const USUAL_DAYS = 7

/** As the address says it. */
export interface AskedAudit extends Pick<AuditQuestion, 'who' | 'what' | 'caseId' | 'order'> {
  /** Local dates, both included. */
  readonly from: string
  readonly to: string
  /** Where the page begins. */
  readonly after?: string
}

const known = ['who', 'what', 'case', 'from', 'to', 'order', 'after', 'lang']
const date = /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
/** The day, or the entry, where a page begins. */
const place = /^20\d\d-\d\d-\d\d(T[\d:.]{12}Z#[0-9A-Z]{10})?$/

/** @throws Problem 400 where the address asks for what there is not: never everything */
export function askedAudit({ region, request }: ConsoleVisit): AskedAudit {
  const { query, at } = request
  const today = calendarOf(region).dateOf(Date.parse(at))
  const { who = '', case: caseId = '', to: last, from: first, after = '' } = query
  const to = last || today
  const from = first || plusDays(to, 1 - USUAL_DAYS)
  const what = auditActs.find((one) => one === query['what'])
  const isKnown =
    Object.keys(query).every((name) => known.includes(name)) &&
    /^[a-z0-9-]{0,80}$/.test(who) &&
    (!caseId || caseIdPattern.test(caseId)) &&
    (!query['what'] || what !== undefined) &&
    [from, to].every((day) => date.test(day)) &&
    from <= to &&
    (after === '' || place.test(after))
  if (!isKnown) throw new Problem(400, 'filter-unknown', adminWords[request.language].unknownFilter)
  return {
    ...{ from, to, order: query['order'] === 'oldest' ? 'oldest first' : 'newest first' },
    ...(who && { who }),
    ...(what && { what }),
    ...(caseId && { caseId }),
    ...(after && { after }),
  }
}

/** The address of a search, below the console's. */
export function addressOf({ who, what, caseId, from, to, order }: AskedAudit, after?: string): string {
  const query = new URLSearchParams({
    ...{ from, to },
    ...(who && { who }),
    ...(what && { what }),
    ...(caseId && { case: caseId }),
    ...(order === 'oldest first' && { order: 'oldest' }),
    ...(after && { after }),
  })
  return `audit?${query.toString()}`
}

/** Everybody of the directory, and whoever the address names who left it. */
export function peopleFor({ region }: Pick<ConsoleVisit, 'region'>, { who }: AskedAudit) {
  const people = staffOf(region).map(({ contact: { id, name } }) => ({ id, name }))
  const isGone = who !== undefined && people.every(({ id }) => id !== who)
  return [...people, ...(isGone ? [{ id: who, name: who }] : [])]
}
