// Reads the first sheet of an .xlsx that somebody can see, as it is shown: text as text, dates as dates, what a formula came to. Nothing is
// computed. What cannot be taken as it is (a formula without its result, a number that lost digits) is named. Called by read-table.ts.
import { formatValue } from 'hucre'
import { type Cell, readXlsx } from 'hucre/xlsx'
import { unpacksTo } from './zip-size.ts'

/** What the parts of a file may unpack to; a table of 5,000 messages with 2,000 letters each is some 30 MB. */
const MOST_BYTES = 96 * 1024 * 1024
/** Cells of a sheet, the empty ones between others included. */
const MOST_CELLS = 2_000_000
/** Excel keeps so many digits of a number: what is longer is another number (Microsoft, "Excel specifications and limits"). */
const DIGITS = 15

export type CellFault = 'formula' | 'error' | 'digits'

interface XlsxLine {
  /** From 1, as Excel counts. */
  readonly line: number
  readonly cells: readonly string[]
  /** By the place of the cell, from 0. */
  readonly faults: Readonly<Record<number, CellFault>>
  readonly hidden: boolean
}

export interface Xlsx {
  readonly sheet: string
  /** Other sheets, hidden ones included, which are not read. */
  readonly others: readonly string[]
  readonly lines: readonly XlsxLine[]
}

/** @returns why it is not read, where it is not */
export async function readSheet(content: Uint8Array, most: number): Promise<Xlsx | 'too large' | 'broken'> {
  const unpacked = unpacksTo(content, MOST_BYTES)
  if (unpacked !== 'fits') return unpacked
  try {
    const names: { readonly name: string; readonly hidden: boolean }[] = []
    const choose = (info: { name: string; hidden?: boolean; veryHidden?: boolean }) => {
      const hidden = Boolean(info.hidden ?? info.veryHidden)
      names.push({ name: info.name, hidden })
      return !hidden && names.filter((one) => !one.hidden).length === 1
    }
    const { sheets } = await readXlsx(content, { sheets: choose, readStyles: true, maxRows: most })
    const sheet = sheets[0]
    if (!sheet) return 'broken'
    const { rows, cells = new Map<string, Cell>(), rowDefs, merges = [], name } = sheet
    const width = Math.max(0, ...rows.map((row) => row.length))
    if (rows.length * width > MOST_CELLS) return 'too large'
    const origins = originsOf(merges, rows.length, width)
    const lines = rows.map((_, r) => {
      const faults: Record<number, CellFault> = {}
      const written = Array.from({ length: width }, (_cell, c) => {
        const [fromR, fromC] = origins.get(`${r},${c}`) ?? [r, c]
        const value = rows[fromR]?.[fromC] ?? null
        const read = shownIn(value, cells.get(`${fromR},${fromC}`))
        if (typeof read === 'string') return read
        faults[c] = read.fault
        return ''
      })
      return { line: r + 1, cells: written, faults, hidden: rowDefs?.get(r)?.hidden === true }
    })
    const others = names.map((one) => one.name).filter((one) => one !== name)
    return {
      sheet: name,
      others,
      lines: lines.filter((one) => one.cells.some(Boolean) || Object.keys(one.faults).length > 0),
    }
  } catch {
    return 'broken'
  }
}

/** Merged cells say the same on each of their rows: which cell each takes after. */
function originsOf(
  merges: readonly { startRow: number; startCol: number; endRow: number; endCol: number }[],
  rows: number,
  width: number,
) {
  const origins = new Map<string, readonly [number, number]>()
  for (const { startRow, startCol, endRow, endCol } of merges)
    for (let r = startRow; r <= Math.min(endRow, rows - 1); r += 1)
      for (let c = startCol; c <= Math.min(endCol, width - 1); c += 1) origins.set(`${r},${c}`, [startRow, startCol])
  return origins
}

function shownIn(value: unknown, cell: Cell | undefined): string | { readonly fault: CellFault } {
  if (cell?.type === 'error') return { fault: 'error' }
  if (cell?.formula !== undefined && (value === null || value === undefined)) return { fault: 'formula' }
  if (typeof value === 'string')
    return /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!)$/.test(value) ? { fault: 'error' } : value
  if (typeof value === 'number') {
    if (Math.abs(value) >= 10 ** DIGITS) return { fault: 'digits' }
    const { numFmt } = cell?.style ?? {}
    return numFmt && numFmt !== 'General' ? formatValue(value, numFmt) : String(value)
  }
  if (value instanceof Date) return dateIn(value)
  return value === null || value === undefined ? '' : value === true ? 'да' : value === false ? 'нет' : String(value)
}

/** A date of a sheet has no zone: it is read as its reader sees it. "07.03.2026", "07.03.2026 09:05". */
function dateIn(date: Date): string {
  const [day = '', time = ''] = date.toISOString().split('T')
  const shown = day.split('-').toReversed().join('.')
  return time.startsWith('00:00') ? shown : `${shown} ${time.slice(0, 5)}`
}
