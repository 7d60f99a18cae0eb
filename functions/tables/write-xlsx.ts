// Writes a table as an .xlsx: every text is a cell of text, so that none is a formula and none loses digits; numbers are numbers. Called by
// the export of a source.
import { XlsxStreamWriter } from 'hucre/xlsx'

/** @param rows headings first */
export function writeSheet(name: string, rows: readonly (readonly (string | number)[])[]): Promise<Uint8Array> {
  const writer = new XlsxStreamWriter({ name, freezePane: { rows: 1 } })
  for (const row of rows) writer.addRow([...row])
  return writer.finish()
}
