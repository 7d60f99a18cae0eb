// Writes a table for a spreadsheet: UTF-8 with its mark, lines ending as Windows wants them, cells parted by what Excel takes for a border where the
// reader's language is spoken. A text that a spreadsheet would take for a formula begins with `'`; a number stays what it is. Called by the
// console.
import { stringify } from 'csv-stringify/sync'
import type { PageLanguage } from '../../regions/schema.ts'
import type { Reply } from './http.ts'

export type CsvCell = string | number

/** @param name of the file, without its ending */
export function csvReply(name: string, rows: readonly (readonly CsvCell[])[], language: PageLanguage): Reply {
  return {
    status: 200,
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}.csv"`,
    },
    body: stringify(
      rows.map((row) => [...row]),
      { bom: true, escape_formulas: true, record_delimiter: 'windows', delimiter: language === 'en' ? ',' : ';' },
    ),
  }
}
