// The lists of the console: what waits, for whom and by when, fifty a page; the closed ones by month. An address with its filters is a view
// that can be kept. Called by the routes.
import type { FC } from 'hono/jsx'
import type { Case } from '../case/case.ts'
import { entriesOf, listedIn } from '../case/worklist.ts'
import { environment } from '../edge/environment.ts'
import { html, type Reply } from '../edge/http.ts'
import { Problem } from '../edge/problem.ts'
import { leasesOf } from '../store/leases-of.ts'
import { loadCaseFile } from '../store/load.ts'
import { MOST_COUNTED, queueCount, queuePage } from '../store/queue.ts'
import { document } from '../web/layout.tsx'
import { listFileWords } from '../web/words/list-file.ts'
import { mapWords } from '../web/words/map.ts'
import { queueWords } from '../web/words/queue.ts'
import { closedCount, closedPage } from './closed.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { addressOf, type AskedList, askedList, FilterForm } from './filter.tsx'
import { ConsoleLayout } from '../web/console/layout.tsx'
import { hasList, listNames, type ListName, sourceOf } from './lists.ts'
import { type QueueRow, queueStyle, QueueTable } from './queue-table.tsx'
import { isInScope, scopeOf } from '../web/console/scope.ts'
import { Many, mayActOnMany } from './many.tsx'
import { Begin, Played } from './begin.tsx'
import { skippedIn } from './play.ts'
import { KeepView } from './views.tsx'
import { type ConsoleVisit, urlOf } from '../web/console/visit.ts'

const CASES_ON_A_PAGE = 50

export async function showQueue(visit: ConsoleVisit): Promise<Reply> {
  const { request, signedIn } = visit
  const asked = askedList(visit)
  const bound = `${signedIn.staff.contact.id} ${addressOf(asked)}`
  const { after } = request.query
  const place = after === undefined ? undefined : readCursor(signedIn.secret, bound, after)
  if (after !== undefined && place === undefined)
    throw new Problem(400, 'cursor-mismatch', queueWords[request.language].wrongPlace)
  const { list } = asked
  const [page, count] = await (list === 'closed'
    ? Promise.all([closedPage(visit, asked, place), closedCount(visit, asked)])
    : Promise.all([openPage(visit, { ...asked, list }, place), countOf(visit, list, asked)]))
  const rows = await rowsOf(visit, asked, page.caseIds)
  const skipped = request.query['played'] && list !== 'closed' ? await skippedIn(visit, list) : undefined
  const next = page.next && addressOf(asked, writeCursor(signedIn.secret, bound, page.next))
  return html(200, document(<QueuePage {...{ visit, asked, rows, count, next, skipped }} />))
}

/** How many cases of a list somebody may see: exactly, up to 1,000. */
export function countOf(visit: ConsoleVisit, list: ListName, filter: Omit<AskedList, 'list' | 'month'> = {}) {
  const { region, request, signedIn } = visit
  return queueCount({
    tableName: environment('TABLE_NAME'),
    ...sourceOf(region, signedIn.staff, list, filter, request.at),
  })
}

async function openPage(visit: ConsoleVisit, asked: AskedList & { list: ListName }, after: string | undefined) {
  const { region, request, signedIn } = visit
  const { entries, next } = await queuePage({
    ...{ tableName: environment('TABLE_NAME'), limit: CASES_ON_A_PAGE, after },
    ...sourceOf(region, signedIn.staff, asked.list, asked, request.at),
  })
  return { caseIds: entries.map(({ caseId }) => caseId), next }
}

/** The cases themselves, read strongly; what does not belong there any more is left out. */
async function rowsOf(visit: ConsoleVisit, asked: AskedList, caseIds: readonly string[]): Promise<QueueRow[]> {
  const { request, signedIn } = visit
  const tableName = environment('TABLE_NAME')
  const [files, leases] = await Promise.all([
    Promise.all(caseIds.map((id) => loadCaseFile(tableName, id, request.at))),
    leasesOf(tableName, caseIds, request.at),
  ])
  const scope = scopeOf(signedIn.staff)
  return files.flatMap((file): QueueRow[] => {
    if (!file || !isInScope(scope, file.state) || !isMeant(file.state, asked)) return []
    const due = dueIn(visit, file.state, asked)
    if (due === undefined) return []
    return [{ file, due: due ?? undefined, lease: leases.get(file.state.id) }]
  })
}

/** Whether a case is within the filters, as it stands. */
export function isMeant({ organisation, municipality }: Case, asked: AskedList): boolean {
  return (
    (!asked.organisation || asked.organisation === organisation) &&
    (!asked.municipality || asked.municipality === municipality)
  )
}

/** When the list wants it done; null of a closed case, undefined where it is not on the list any more. */
export function dueIn(
  { region, request, signedIn }: ConsoleVisit,
  state: Case,
  { list }: AskedList,
): string | null | undefined {
  if (list === 'closed') return null
  const { lists, before } = sourceOf(region, signedIn.staff, list, {}, request.at)
  const on = entriesOf(state).find(({ worklist }) => lists.includes(worklist))
  const due = on && listedIn(on.workDue).due
  return due === undefined || (before !== undefined && due > before) ? undefined : due
}

interface QueuePageProps {
  readonly visit: ConsoleVisit
  readonly asked: AskedList
  readonly rows: readonly QueueRow[]
  /** Undefined where it is not counted. */
  readonly count: number | undefined
  /** The address of the next page. */
  readonly next: string | undefined
  /** After the last case of the list was done: how many were skipped. */
  readonly skipped: number | undefined
}

const QueuePage: FC<QueuePageProps> = ({ visit, asked, rows, count, next, skipped }) => {
  const text = queueWords[visit.request.language]
  const said = count === undefined ? '' : countIn(visit, count)
  return (
    <ConsoleLayout visit={visit} title={text.lists[asked.list]} ownStyle={queueStyle}>
      <ListLinks visit={visit} asked={asked} />
      {skipped === undefined ? null : <Played skipped={skipped} visit={visit} list={asked.list} />}
      {said ? <p>{said}</p> : null}
      {rows.length > 0 && asked.list !== 'closed' ? <Begin visit={visit} list={asked.list} /> : null}
      <FilterForm visit={visit} asked={asked} />
      <KeepView visit={visit} asked={asked} />
      {rows.length > 0 ? <Rows visit={visit} rows={rows} asked={asked} /> : null}
      <p class="lists">
        {asked.list === 'closed' ? null : (
          <a href={urlOf(visit, addressOf(asked).replace('queue', 'map'))}>{mapWords[visit.request.language].asMap}</a>
        )}{' '}
        <a href={urlOf(visit, addressOf(asked).replace('queue', 'table'))} download>
          {listFileWords[visit.request.language].take}
        </a>
      </p>
      {rows.length === 0 ? <p class="note">{next ? text.searching : text.none}</p> : null}
      <p class="lists">
        {visit.request.query['after'] ? <a href={urlOf(visit, addressOf(asked))}>{text.fromStart}</a> : null}{' '}
        {next ? (
          <a href={urlOf(visit, next)} rel="next">
            {text.next}
          </a>
        ) : null}
      </p>
    </ConsoleLayout>
  )
}

/** With boxes, where somebody may act on them. */
const Rows: FC<Pick<QueuePageProps, 'visit' | 'rows' | 'asked'>> = ({ visit, rows, asked }) => {
  const caption = queueWords[visit.request.language].lists[asked.list]
  if (asked.list === 'closed' || !mayActOnMany(visit)) return <QueueTable visit={visit} rows={rows} caption={caption} />
  return <Many visit={visit} rows={rows} caption={caption} page={addressOf(asked, visit.request.query['after'])} />
}

/** The other lists, with the same filters. */
const ListLinks: FC<{ visit: ConsoleVisit; asked: AskedList }> = ({ visit, asked }) => {
  const text = queueWords[visit.request.language]
  const all = [...listNames.filter((name) => hasList(visit.signedIn.staff, name)), 'closed' as const]
  return (
    <p class="lists">
      {all.map((list) => (
        <>
          <a href={urlOf(visit, addressOf({ ...asked, list }))} aria-current={list === asked.list ? 'page' : undefined}>
            {text.lists[list]}
          </a>{' '}
        </>
      ))}
    </p>
  )
}

/** "12 обращений"; beyond a thousand no more than that. */
export function countIn({ request }: ConsoleVisit, count: number): string {
  const text = queueWords[request.language]
  return count > MOST_COUNTED ? text.more : text.count(count)
}
