// What narrows a list down, read from its address and shown as a form that makes such an address. A name that the region does not have is
// an error: never everything. Called by the queue.
import type { FC } from 'hono/jsx'
import { calendarOf } from '../calendar/calendar.ts'
import { Problem } from '../edge/problem.ts'
import { Select } from '../web/fields.tsx'
import { listOf } from '../web/lists.ts'
import { queueWords } from '../web/words/queue.ts'
import { type Filter, hasList, type ListName, listNames } from './lists.ts'
import { scopeOf } from '../web/console/scope.ts'
import { type ConsoleVisit, urlOf } from '../web/console/visit.ts'
import { wordsFor } from '../web/words/words.ts'

export type ShownList = ListName | 'closed'

export interface AskedList extends Filter {
  readonly list: ShownList
  /** Of closed cases: "2026-03", by the region's own days. */
  readonly month: string
}

const known = ['list', 'organisation', 'municipality', 'month', 'after', 'played', 'tick', 'lang']

/** What the address of a page asks for. @throws Problem 400 where there is none such */
export function askedList(visit: ConsoleVisit): AskedList {
  return askedIn(visit, visit.request.query)
}

/** What the query of an address asks for. @throws Problem 400 where there is none such */
export function askedIn(visit: ConsoleVisit, query: Readonly<Record<string, string>>): AskedList {
  const { region, request, signedIn } = visit
  const { language } = request
  const thisMonth = monthOf(visit)
  const { organisation, municipality, month = thisMonth } = query
  const list = [...listNames, 'closed' as const].find((name) => name === (query['list'] || 'open'))
  const isKnown =
    Object.keys(query).every((name) => known.includes(name)) &&
    (!organisation || region.organisations.some(({ id }) => id === organisation)) &&
    (!municipality || region.municipalities.some(({ id }) => id === municipality)) &&
    /^20\d\d-(0[1-9]|1[0-2])$/.test(month)
  if (!list || !isKnown || (list !== 'closed' && !hasList(signedIn.staff, list)))
    throw new Problem(400, 'filter-unknown', queueWords[language].unknownFilter)
  return { list, month, ...(organisation && { organisation }), ...(municipality && { municipality }) }
}

/** The month of the region's own day today. */
function monthOf({ region, request }: ConsoleVisit): string {
  return calendarOf(region).dateOf(Date.parse(request.at)).slice(0, 7)
}

/** The address of a list, below the console's: always the same for the same list. */
export function addressOf({ list, organisation, municipality, month }: Partial<AskedList>, after?: string): string {
  const query = new URLSearchParams({
    ...(list && { list }),
    ...(organisation && { organisation }),
    ...(municipality && { municipality }),
    ...(list === 'closed' && month && { month }),
    ...(after && { after }),
  })
  return `queue?${query.toString()}`
}

/** @param page which page shows what is found */
export const FilterForm: FC<{ visit: ConsoleVisit; asked: AskedList; page?: 'queue' | 'map' }> = ({
  visit,
  asked,
  page = 'queue',
}) => {
  const { region, request, signedIn } = visit
  const { language } = request
  const text = queueWords[language]
  const all = wordsFor(language, { regime: 'message' })
  const scope = scopeOf(signedIn.staff)
  const organisations = region.organisations.filter(
    ({ id, municipality }) =>
      scope === 'all' ||
      scope.organisations.includes(id) ||
      (municipality !== undefined && scope.municipalities.includes(municipality)),
  )
  return (
    <details open={Boolean(asked.organisation || asked.municipality) || asked.list === 'closed'}>
      <summary>{text.filter}</summary>
      <form method="get" action={urlOf(visit, page)} class="filter">
        <input type="hidden" name="list" value={asked.list} />
        <Select
          name="organisation"
          label={all.responsible}
          empty={text.any}
          groups={listOf(organisations, language)}
          value={asked.organisation}
        />
        <Select
          name="municipality"
          label={all.place}
          empty={text.any}
          groups={listOf(region.municipalities, language)}
          value={asked.municipality}
        />
        {asked.list === 'closed' ? (
          <div>
            <label for="month">{text.month}</label>
            <input type="text" id="month" name="month" value={asked.month} maxlength={7} inputmode="numeric" />
          </div>
        ) : null}
        <button type="submit">{text.show}</button>
      </form>
    </details>
  )
}
