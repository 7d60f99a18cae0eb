// A table that was uploaded: what its columns mean, then what would become of each row, then what became of it. Called by the routes.
import { environment } from '../edge/environment.ts'
import { html, type Reply } from '../edge/http.ts'
import { keepSource, outcomesOf, start, type Started } from '../store/imports.ts'
import { note } from '../web/console/audit.ts'
import { RESUMED } from '../web/console/page.ts'
import { type ConsoleVisit, urlOf } from '../web/console/visit.ts'
import type { FormErrors } from '../web/forms.ts'
import { document } from '../web/layout.tsx'
import { goTo } from '../web/see-other.ts'
import { carryOut } from './carry-out.ts'
import { columnsIn } from './columns.ts'
import { ColumnsPage } from './columns-page.tsx'
import { DonePage } from './done-page.tsx'
import { planFor } from './plan.ts'
import { PreviewPage } from './preview-page.tsx'
import { columnsOf, isMapped, readAll, type Table, tableOf } from './uploaded.ts'
import { importWords } from './words.ts'

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
