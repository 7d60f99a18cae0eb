// Posts rows at the pace at which they once came: each has its own time, and a day may be played in minutes. Called by
// npm run replay.
import { setTimeout as pause } from 'node:timers/promises'
import type { Row } from './rows.ts'

export interface PacedRow {
  readonly row: Row
  /** When it is to be posted, ms after the start of the replay. */
  readonly after: number
  /** Its own time, ms since the epoch. */
  readonly at: number
}

/** The rows by their time in a column, `speed` times as fast as they came. @throws Error naming a row without a time. */
export function pacedRows(rows: readonly Row[], column: string, speed: number): PacedRow[] {
  const timed = rows.map((row) => ({ row, at: Date.parse(row.columns[column] ?? '') }))
  const lost = timed.find(({ at }) => Number.isNaN(at))
  if (lost) throw new Error(`Row ${lost.row.number} has no time in the column "${column}".`)
  const sorted = timed.toSorted((one, other) => one.at - other.at)
  const first = sorted[0]?.at ?? 0
  return sorted.map(({ row, at }) => ({ row, at, after: (at - first) / speed }))
}

/** Posts each row when its time has come, up to `hands` at once. @returns how late each was posted (ms). */
export async function postAtPace(
  rows: readonly PacedRow[],
  hands: number,
  post: (row: Row) => Promise<void>,
): Promise<number[]> {
  const started = Date.now()
  const late: number[] = []
  const queue = rows.values()
  await Promise.all(
    Array.from({ length: hands }, async () => {
      for (const { row, after } of queue) {
        const wait = started + after - Date.now()
        if (wait > 0) await pause(wait)
        late.push(Math.max(0, Date.now() - started - after))
        await post(row)
      }
    }),
  )
  return late
}
