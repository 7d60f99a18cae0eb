// Reads a text table as programs and Excel write them: whatever it is encoded in, cells apart by what the first line is divided by, what was
// kept from being a formula as it was. Called by read-table.ts and by the commands that read tables.
import { parse } from 'csv-parse/sync'
import { decode, type Encoding } from './decode.ts'

const DELIMITERS = [';', '\t', ',']
/** What a table for Excel puts `'` before (edge/csv.ts does). */
const GUARDED = /^'(?=[=+\-@\t\r＝＋－＠])/u

interface CsvLine {
  /** Where it begins in the file, from 1; a cell may have several lines. */
  readonly line: number
  readonly cells: readonly string[]
}

export interface Csv {
  readonly encoding: Encoding
  readonly delimiter: string
  /** Headings first; a line may have more or fewer cells than they. */
  readonly lines: readonly CsvLine[]
}

/** @throws Error of csv-parse where quotes are open or stray @param most lines that are read */
export function readCsv(
  content: Uint8Array,
  asked: { readonly encoding?: Encoding; readonly most?: number } = {},
): Csv {
  const { text: whole, encoding } = decode(content, asked.encoding)
  const [mark = '', said] = /^sep=(.)\r?\n/.exec(whole) ?? []
  const text = whole.slice(mark.length)
  const delimiter = said ?? delimiterOf(text)
  const records = parse(text, {
    ...{ delimiter, skip_empty_lines: true, relax_column_count: true, info: true },
    ...(asked.most !== undefined && { to: asked.most }),
  }) as unknown as { record: string[]; info: { lines: number } }[]
  const before = mark ? 1 : 0
  const lines = records.map(({ record, info }) => ({
    line: info.lines + before - breaksIn(record),
    cells: record.map((cell) => cell.replace(GUARDED, '')),
  }))
  return { encoding, delimiter, lines }
}

function breaksIn(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0)
}

/** Of those in the first line, outside quotes, the one that stands there most often. */
function delimiterOf(text: string): string {
  const first = text.replaceAll(/"(?:[^"]|"")*"/g, '').split(/\r?\n/, 1)[0]!
  const count = (delimiter: string) => first.split(delimiter).length
  return DELIMITERS.toSorted((one, other) => count(other) - count(one))[0]!
}
