// Reads tables as programs and Excel write them: in UTF-8 with a mark or without, or in windows-1251; cells apart by what the first line is
// divided by; what was kept from being a formula as it was. Called by replay and by the export of incidents.
import { parse } from 'csv-parse/sync'

const DELIMITERS = [';', '\t', ',']
/** What a table for Excel puts `'` before (functions/api/case-list.ts does). */
const GUARDED = /^'(?=[=+\-@\t\r＝＋－＠])/u

export interface Table {
  readonly headings: readonly string[]
  readonly rows: readonly Readonly<Record<string, string>>[]
}

/** @throws Error naming a line that has more or fewer cells than the first */
export function tableOf(content: Uint8Array): Table {
  const text = decoded(content).replace(/^sep=.\r?\n/, '')
  const rows = parse(text, { delimiter: delimiterOf(text), skip_empty_lines: true })
  const [headings = [], ...others] = rows.map((row) => row.map((cell) => cell.replace(GUARDED, '')))
  return {
    headings: headings.map((one) => one.trim()),
    rows: others.map((row) => Object.fromEntries(headings.map((name, index) => [name.trim(), row[index] ?? '']))),
  }
}

function decoded(content: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch {
    return new TextDecoder('windows-1251').decode(content)
  }
}

/** Of those in the first line, outside quotes, the one that stands there most often. */
function delimiterOf(text: string): string {
  const first = text.replaceAll(/"(?:[^"]|"")*"/g, '').split(/\r?\n/, 1)[0]!
  const count = (delimiter: string) => first.split(delimiter).length
  return DELIMITERS.toSorted((one, other) => count(other) - count(one))[0]!
}
