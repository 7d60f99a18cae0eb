// The open cases of a responder who gave way to another: shown, given to whoever is responder now, with a result for each. Called by the
// routes, and after somebody was replaced.
import type { FC } from 'hono/jsx'
import { organisationName, topicName } from '../../regions/names.ts'
import type { CaseFile } from '../case/case-file.ts'
import { localTime } from '../calendar/local-time.ts'
import { environment } from '../edge/environment.ts'
import { html, type Reply } from '../edge/http.ts'
import { log } from '../edge/log.ts'
import { noteItem } from '../web/console/audit.ts'
import { Problem } from '../edge/problem.ts'
import { handle } from '../store/handle.ts'
import { type Place, worklistPage } from '../store/worklists.ts'
import { sendAll } from '../queues/send.ts'
import { ConsoleLayout } from '../web/console/layout.tsx'
import { type ConsoleVisit, urlOf } from '../web/console/visit.ts'
import { document } from '../web/layout.tsx'
import { Done } from '../web/parts.tsx'
import { textOf } from './form.ts'
import { type Standing, standingNow } from './standing.ts'

/** Somebody who stands at an organisation no more. */
export interface Leaving {
  readonly organisation: string
  readonly contact: string
}

interface Moved {
  readonly file: CaseFile
  readonly result: 'moved' | 'already' | 'refused'
}

/** Given on at once: as many as fit into the time of one request. */
const AT_ONCE = 50
/** Looked through for them. */
const MOST = 500
const PAGE = 50

export async function countCasesOf({ organisation, contact }: Leaving, at: string): Promise<number> {
  return (await casesOf(organisation, (responder) => responder === contact, at)).length
}

export async function showCasesOf(visit: ConsoleVisit): Promise<Reply> {
  const standing = await standingNow()
  const files = await strayCases(visit, standing)
  return show(visit, standing, files, [])
}

export async function moveCasesOf(visit: ConsoleVisit): Promise<Reply> {
  return move(visit, await standingNow())
}

/** Right after the version that replaced somebody was kept: their cases go on, and they are told by mail. */
export async function moveAfter(visit: ConsoleVisit, { organisation }: Leaving, version: number): Promise<Reply> {
  const refused = await sendAll(environment('NOTICES_QUEUE_URL'), [{ v: 1, left: version }])
  if (refused.length > 0) log('mail to whoever left not queued', { version })
  return move({ ...visit, id: organisation }, await standingNow())
}

async function move(visit: ConsoleVisit, standing: Standing): Promise<Reply> {
  const files = await strayCases(visit, standing)
  const results: Moved[] = []
  for (const file of files.slice(0, AT_ONCE)) results.push({ file, result: await give(visit, standing, file) })
  const counted = results.filter(({ result }) => result === 'moved').length
  log('cases given to a successor', { organisation: visit.id, cases: results.length, moved: counted })
  return show(visit, standing, files.slice(AT_ONCE), results)
}

/** A case goes to the responder that its organisation has now; one that changed meanwhile, or is there already, stays as it is. */
async function give(visit: ConsoleVisit, { region }: Standing, { state }: CaseFile): Promise<Moved['result']> {
  const { organisation, topic, assignment } = state
  if (!organisation || !topic) return 'refused'
  const handled = await handle({
    tableName: environment('TABLE_NAME'),
    region,
    caseId: state.id,
    command: {
      type: 'Assign',
      by: { role: 'system' },
      organisation,
      topic,
      municipality: state.municipality,
      assignment,
    },
    at: visit.request.at,
    commandId: `successor-${assignment}`,
    items: [noteItem(visit, { what: 'case changed', caseId: state.id, about: 'Assign' })],
  })
  if (handled.outcome === 'done') return 'moved'
  return handled.outcome === 'repeated' || handled.code === 'superseded' ? 'already' : 'refused'
}

/** Open cases of an organisation that stand with somebody else than its responder. @throws Problem 404 */
function strayCases({ id, request }: ConsoleVisit, { region }: Standing): Promise<CaseFile[]> {
  const organisation = region.organisations.find((one) => one.id === id)
  if (!organisation) throw new Problem(404, 'no-such-page', '')
  return casesOf(id, (responder) => responder !== organisation.responder.id, request.at)
}

async function casesOf(
  organisation: string,
  isWanted: (responder: string | undefined) => boolean,
  at: string,
): Promise<CaseFile[]> {
  const found: CaseFile[] = []
  const where = {
    tableName: environment('TABLE_NAME'),
    worklist: `organisation#${organisation}`,
    limit: PAGE,
    at,
  } as const
  let after: Place | undefined
  for (let read = 0; read < MOST; read += PAGE) {
    const { files, next } = await worklistPage({ ...where, after })
    found.push(...files.filter(({ state }) => isWanted(state.responder)))
    if (!next) break
    after = next
  }
  return found
}

function show(visit: ConsoleVisit, { region }: Standing, left: readonly CaseFile[], done: readonly Moved[]): Reply {
  const { language } = visit.request
  const text = textOf(visit)
  const page = (
    <ConsoleLayout visit={visit} title={text.cases.title(organisationName(region, visit.id, language))}>
      {done.length > 0 ? <Done title={text.kept} /> : null}
      <Rows visit={visit} timeZone={region.timeZone} rows={done} />
      <p>{left.length > 0 ? text.cases.waiting(left.length) : text.cases.none}</p>
      <Rows visit={visit} timeZone={region.timeZone} rows={left.map((file) => ({ file }))} />
      {left.length > 0 ? (
        <form method="post" action={urlOf(visit, `successor/${visit.id}`)}>
          <button type="submit">{done.length > 0 ? text.cases.more : text.cases.move}</button>
        </form>
      ) : null}
      <p>
        <a href={urlOf(visit, 'directory/people')}>{text.parts.people}</a>
      </p>
    </ConsoleLayout>
  )
  return html(200, document(page))
}

interface RowsProps {
  readonly visit: ConsoleVisit
  readonly timeZone: string
  readonly rows: readonly { readonly file: CaseFile; readonly result?: Moved['result'] }[]
}

/** Numbers, topics and terms; whoever leads the directory sees no citizen's words. */
const Rows: FC<RowsProps> = ({ visit, timeZone, rows }) => {
  const { language } = visit.request
  const { cases } = textOf(visit)
  if (rows.length === 0) return null
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{cases.number}</th>
          <th scope="col">{cases.topic}</th>
          <th scope="col">{cases.due}</th>
          <th scope="col">{cases.result}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ file: { state }, result }) => (
          <tr>
            <th scope="row">{state.id}</th>
            <td>{topicName(visit.region, state.topic, language)}</td>
            <td>{state.clocks.finalAnswer ? localTime(state.clocks.finalAnswer.due, timeZone, language) : ''}</td>
            <td>{result ? cases[result] : ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
