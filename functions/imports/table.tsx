// A table that was uploaded: what its columns mean, then what would become of each row, then what became of it. Called by the routes.
import { environment } from '../edge/environment.ts'
import { html, type Reply } from '../edge/http.ts'
import { Problem } from '../edge/problem.ts'
import {
  keepSource,
  outcomesOf,
  partsOf,
  type Source,
  sourceNamed,
  start,
  type Started,
  type Upload,
  uploadNamed,
} from '../store/imports.ts'
import { note } from '../web/console/audit.ts'
import { RESUMED } from '../web/console/page.ts'
import { type ConsoleVisit, urlOf } from '../web/console/visit.ts'
import type { FormErrors } from '../web/forms.ts'
import { document } from '../web/layout.tsx'
import { goTo } from '../web/see-other.ts'
import { carryOut } from './carry-out.ts'
import { type Columns, columnsFor, columnsIn, needed } from './columns.ts'
import { ColumnsPage } from './columns-page.tsx'
import { planFor } from './plan.ts'
import { PreviewPage } from './preview-page.tsx'
import { type ReadRow, readRows } from './read-row.ts'
import { DonePage } from './done-page.tsx'
import { importWords } from './words.ts'

export interface Table {
  readonly upload: Upload
  readonly source: Source
}

/** @throws Problem 404 where there is none, or not any more */
export async function tableOf(visit: ConsoleVisit): Promise<Table> {
  const tableName = environment('TABLE_NAME')
  const upload = await uploadNamed(tableName, visit.id, visit.request.at)
  const source = upload && (await sourceNamed(tableName, upload.source))
  if (!source) throw new Problem(404, 'no-such-table', importWords[visit.request.language].gone)
  return { upload, source }
}

/** Every row as it reads by the columns that hold for the table. */
export async function readAll(visit: ConsoleVisit, { upload, source }: Table): Promise<ReadRow[]> {
  const parts = await partsOf(environment('TABLE_NAME'), upload)
  const columns = columnsOf({ upload, source })
  return readRows(parts.flat(), { region: visit.region, source, headings: upload.headings, columns })
}

/** Those under which it is taken in; before that, those of its source. */
function columnsOf({ upload, source }: Table): Columns {
  return columnsFor(upload.headings, upload.started?.columns ?? source.columns)
}

/** Whether somebody has said of this source what its columns mean, and the table has those that it needs. */
function isMapped({ upload, source }: Table): boolean {
  return source.version > 1 && needed.every((field) => upload.headings.includes(source.columns[field] ?? ''))
}

export async function showTable(visit: ConsoleVisit, errors: FormErrors = {}, status = 200): Promise<Reply> {
  const table = await tableOf(visit)
  const { upload, source } = table
  if (upload.started) {
    const outcomes = await outcomesOf(environment('TABLE_NAME'), upload)
    return html(status, document(<DonePage {...{ visit, table, outcomes }} />))
  }
  if (!isMapped(table) || 'columns' in visit.request.query)
    return html(status, document(<ColumnsPage {...{ visit, table, columns: columnsOf(table), errors }} />))
  const withHidden = visit.fields['hidden'] === 'yes'
  const planned = await planFor(source.id, await readAll(visit, table), withHidden)
  return html(status, document(<PreviewPage {...{ visit, table, planned, errors }} />))
}

/** Keeps the columns; or takes the table in, as far as the time goes. */
export async function changeTable(visit: ConsoleVisit): Promise<Reply> {
  const table = await tableOf(visit)
  if (visit.fields[RESUMED]) return showTable(visit)
  if (visit.fields['step'] === 'columns') return keepColumns(visit, table)
  return take(visit, table)
}

async function keepColumns(visit: ConsoleVisit, { upload, source }: Table): Promise<Reply> {
  const { fields, request } = visit
  const text = importWords[request.language]
  const { columns, missing, twice } = columnsIn(fields, upload.headings)
  const errors = {
    ...Object.fromEntries(twice.map((field) => [`column-${field}`, text.twice])),
    ...Object.fromEntries(missing.map((field) => [`column-${field}`, text.needed])),
  }
  const again = (wrong: FormErrors, status: number) =>
    html(status, document(<ColumnsPage {...{ visit, table: { upload, source }, columns, errors: wrong }} />))
  if (Object.keys(errors).length > 0) return again(errors, 422)
  const isSeen = String(source.version) === fields['version']
  const kept =
    isSeen && (await keepSource(environment('TABLE_NAME'), { ...source, columns, headings: upload.headings }))
  return kept ? goTo(urlOf(visit, `imports/${upload.id}`)) : again({ '': text.changedMeanwhile }, 409)
}

async function take(visit: ConsoleVisit, table: Table): Promise<Reply> {
  const { fields, request, signedIn } = visit
  const { upload, source } = table
  const tableName = environment('TABLE_NAME')
  const text = importWords[request.language]
  if (!upload.started) {
    if (!isMapped(table)) return showTable(visit, {}, 409)
    const rows = await readAll(visit, table)
    const isChosen = fields['skip-wrong'] === 'yes' || rows.every(({ mistakes }) => mistakes.length === 0)
    if (!isChosen) return showTable(visit, { 'skip-wrong': text.skipFirst }, 422)
    const begun: Started = {
      ...{ at: request.at, by: signedIn.staff.contact.id },
      ...{ columns: columnsOf(table), withHidden: fields['hidden'] === 'yes' },
    }
    await note(visit, { what: 'table imported', about: `${upload.id}, ${source.id}, ${upload.rows}` })
    // Pressed twice, the first counts.
    await start(tableName, upload, begun)
  }
  const now = await tableOf(visit)
  await carryOut({ visit, ...now, started: now.upload.started! })
  return goTo(urlOf(visit, `imports/${upload.id}`))
}
