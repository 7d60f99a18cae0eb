// Reads a table that somebody uploaded, text or .xlsx, without the columns that say who a citizen is. Nothing of a file is kept but what this
// gives. Called by the import of tables.
import type { Encoding } from './decode.ts'
import { personalKind } from './personal.ts'
import { readCsv } from './read-csv.ts'
import { type CellFault, readSheet } from './read-xlsx.ts'

/** Rows of a table: read and checked within one request. */
const MOST_ROWS = 5_000
const MOST_COLUMNS = 200
/** Characters of a cell; one real message in a thousand is longer than 10,000. */
const MOST_CHARACTERS = 40_000

interface TableRow {
  /** Where it is in the file, from 1. */
  readonly line: number
  readonly cells: readonly string[]
  /** What is wrong with a cell, by its column. */
  readonly faults?: Readonly<Record<string, CellFault>>
  /** It has so many cells and not as many as there are headings. */
  readonly uneven?: number
  readonly hidden?: true
}

export interface ReadTable {
  readonly headings: readonly string[]
  readonly rows: readonly TableRow[]
  /** Left out because they name somebody. */
  readonly dropped: readonly string[]
  readonly encoding?: Encoding
  readonly sheet?: string
  readonly otherSheets: readonly string[]
}

export type TableFault = 'empty' | 'too large' | 'too many rows' | 'too many columns' | 'broken' | 'old excel'

interface Asked {
  readonly contacts: boolean
  readonly encoding?: Encoding
}

interface Line {
  readonly line: number
  readonly cells: readonly string[]
  readonly faults?: Readonly<Record<number, CellFault>>
  readonly hidden?: boolean
}

/** @param asked whether names and contacts of citizens are taken, and what the text is encoded in where it was recognised wrongly */
export async function readTable(
  content: Uint8Array,
  asked: Asked,
): Promise<ReadTable | { readonly fault: TableFault }> {
  const file = await linesOf(content, asked.encoding)
  if ('fault' in file) return file
  const { lines, ...about } = file
  const [first, ...others] = lines
  if (!first || others.length === 0) return { fault: 'empty' }
  if (others.length > MOST_ROWS) return { fault: 'too many rows' }
  if (first.cells.length > MOST_COLUMNS) return { fault: 'too many columns' }
  const all = eachOnce(first.cells.map((one) => one.replaceAll(/\s+/g, ' ').trim()))
  const isTaken = all.map((heading) => {
    const kind = personalKind(heading)
    return heading !== '' && kind !== 'document' && (kind === undefined || asked.contacts)
  })
  const taken = <Value>(values: readonly Value[]) => values.filter((_, index) => isTaken[index])
  return {
    ...about,
    headings: taken(all),
    dropped: all.filter((heading, index) => heading !== '' && !isTaken[index]),
    rows: others.map((line) => rowOf(line, all, taken)),
  }
}

function rowOf(
  { line, cells, faults = {}, hidden }: Line,
  all: readonly string[],
  taken: <V>(values: readonly V[]) => V[],
): TableRow {
  const written = all.map((_, index) => (cells[index] ?? '').slice(0, MOST_CHARACTERS).toWellFormed())
  const kept = taken(all)
  const named = Object.entries(faults).flatMap(([index, fault]) => {
    const heading = all[Number(index)] ?? ''
    return kept.includes(heading) ? [[heading, fault] as const] : []
  })
  return {
    ...{ line, cells: taken(written) },
    ...(named.length > 0 && { faults: Object.fromEntries(named) }),
    ...(cells.length !== all.length && { uneven: cells.length }),
    ...(hidden && { hidden }),
  }
}

type Lines = Pick<ReadTable, 'encoding' | 'sheet' | 'otherSheets'> & { readonly lines: readonly Line[] }

async function linesOf(content: Uint8Array, encoding: Encoding | undefined): Promise<Lines | { fault: TableFault }> {
  const most = MOST_ROWS + 2
  if (startsWith(content, [0xd0, 0xcf, 0x11, 0xe0])) return { fault: 'old excel' }
  if (startsWith(content, [0x50, 0x4b])) {
    const read = await readSheet(content, most)
    if (typeof read === 'string') return { fault: read }
    return { lines: read.lines, sheet: read.sheet, otherSheets: read.others }
  }
  try {
    const { lines, encoding: found } = readCsv(content, { most, ...(encoding && { encoding }) })
    return { lines, encoding: found, otherSheets: [] }
  } catch {
    return { fault: 'broken' }
  }
}

/** A heading that comes again gets a number: each column has a name of its own. */
function eachOnce(headings: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return headings.map((heading) => {
    const times = (seen.get(heading) ?? 0) + 1
    seen.set(heading, times)
    return heading && times > 1 ? `${heading} (${times})` : heading
  })
}

function startsWith(content: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => content[index] === byte)
}
