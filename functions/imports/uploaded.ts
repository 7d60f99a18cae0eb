// A table that was uploaded, with the source whose it is: found, and read by the columns that hold for it. Called by the pages of tables.
import { environment } from '../edge/environment.ts'
import { Problem } from '../edge/problem.ts'
import { partsOf, type Source, sourceNamed, type Upload, uploadNamed } from '../store/imports.ts'
import { may } from '../web/console/rights.ts'
import type { ConsoleVisit } from '../web/console/visit.ts'
import { type Columns, columnsFor, needed } from './columns.ts'
import { type ReadRow, readRows } from './read-row.ts'
import { importWords } from './words.ts'

export interface Table {
  readonly upload: Upload
  readonly source: Source
}

/** Rows hold citizens' words: who sees no cases sees their own tables alone. @throws Problem 404 where there is none, or not any more */
export async function tableOf(visit: ConsoleVisit): Promise<Table> {
  const tableName = environment('TABLE_NAME')
  const upload = await uploadNamed(tableName, visit.id, visit.request.at)
  const { staff } = visit.signedIn
  const isShown = may(staff, 'see cases') || upload?.by === staff.contact.id
  const source = upload && isShown && (await sourceNamed(tableName, upload.source))
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
export function columnsOf({ upload, source }: Table): Columns {
  return columnsFor(upload.headings, upload.started?.columns ?? source.columns)
}

/** Whether somebody has said of this source what its columns mean, and the table has those that it needs. */
export function isMapped({ upload, source }: Table): boolean {
  return source.version > 1 && needed.every((field) => upload.headings.includes(source.columns[field] ?? ''))
}
