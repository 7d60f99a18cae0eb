// Reads the CSV that people keep in Excel: separated by ";" or ",", UTF-8 with or without the mark Excel puts in front; of
// windows-1251 it says so. Called by lists.ts and by region:new.
import { CsvError, parse } from 'csv-parse/sync'
import type { Mistake } from './mistakes.ts'

export interface Row {
  /** Of the file, as an editor counts: the headings are line 1. */
  readonly line: number
  /** What a column says, without spaces around it; empty where it says nothing. */
  cell(column: string): string
}

export interface Columns {
  readonly needed: readonly string[]
  readonly known: readonly string[]
}

export type Rows = { readonly rows: readonly Row[] } | { readonly mistakes: readonly Mistake[] }

/** The text of a file, and whether it is in the coding of a Russian Windows instead of UTF-8. */
export function textOf(bytes: Uint8Array): { readonly text: string; readonly windows1251: boolean } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), windows1251: false }
  } catch {
    return { text: new TextDecoder('windows-1251').decode(bytes), windows1251: true }
  }
}

/** @param name the file's name, for what is said of it */
export function rowsOf(name: string, text: string, { needed, known }: Columns): Rows {
  let records: { record: Record<string, string>; info: { lines: number } }[]
  let headings: string[] = []
  try {
    records = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      trim: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      info: true,
      columns: (found: string[]) => (headings = found.map((heading) => heading.toLowerCase())),
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { mistakes: [{ path: name, message: `cannot be read: ${error.message}` }] }
  }
  const mistakes = [
    ...needed.filter((column) => !headings.includes(column)).map((column) => `has no column "${column}": add it`),
    ...headings
      .filter((heading) => heading !== '' && !known.includes(heading))
      .map((heading) => `has a column "${heading}", which is not known here: correct its heading or remove it`),
  ]
  if (mistakes.length > 0) return { mistakes: mistakes.map((message) => ({ path: name, message })) }
  return { rows: records.map(({ record, info }) => ({ line: info.lines, cell: (column) => record[column] ?? '' })) }
}

/** What a cell lists, separated by commas, semicolons or strokes. */
export function listIn(cell: string): string[] {
  return cell
    .split(/[,;|]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** A number with a point or a comma; what is none stays as it is, for the schema to say so. */
export function numberIn(cell: string): number | string | undefined {
  if (cell === '') return undefined
  const number = Number(cell.replace(',', '.'))
  return Number.isNaN(number) ? cell : number
}

/** A table as CSV, as Excel in Russia saves it. */
export function csvOf(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const written = (cell: string) => (/[;"\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  return [columns, ...rows].map((row) => `${row.map(written).join(';')}\n`).join('')
}

function delimiterOf(text: string): string {
  const headings = text.split(/[\r\n]/, 1)[0]!
  return headings.includes(';') ? ';' : ','
}
