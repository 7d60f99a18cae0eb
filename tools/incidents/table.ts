// Reads tables for the commands that take one: whole, or not at all. Called by replay, train and the export of incidents.
import { readCsv } from '../../functions/tables/read-csv.ts'

export interface Table {
  readonly headings: readonly string[]
  readonly rows: readonly Readonly<Record<string, string>>[]
}

/** @throws Error naming a line that has more or fewer cells than the first */
export function tableOf(content: Uint8Array): Table {
  const [first, ...lines] = readCsv(content).lines
  const headings = (first?.cells ?? []).map((one) => one.trim())
  const uneven = lines.find(({ cells }) => cells.length !== headings.length)
  if (uneven)
    throw new Error(`Line 1 has ${headings.length} cells, and line ${uneven.line} has ${uneven.cells.length}.`)
  return {
    headings,
    rows: lines.map(({ cells }) => Object.fromEntries(headings.map((name, index) => [name, cells[index] ?? '']))),
  }
}
