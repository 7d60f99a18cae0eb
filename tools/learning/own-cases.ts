// Reads what a region's own cases teach, from its table. Called by npm run train --from-region.
import type { LabelledMessage } from '../../functions/lessons/lesson.ts'
import { hashOfRows } from '../../functions/lessons/make-model.ts'
import { LEAST_LEARNED } from '../../functions/lessons/week.ts'
import type { Region } from '../../regions/schema.ts'
import { regionInForce } from '../region-in-force.ts'
import { reachRegion } from '../region-table.ts'
import { refuse } from '../refuse.ts'
import type { LabelledFile } from './labelled-rows.ts'

interface OwnCases extends LabelledFile {
  readonly region: Region
  readonly rows: readonly LabelledMessage[]
  /** The region's time (ISO, UTC). */
  readonly at: string
}

/** Ends the command with a sentence where the table cannot be reached, or too few cases teach anything. */
export async function readCases(code: string, table: string | undefined): Promise<OwnCases> {
  const { tableName, at } = await reachRegion(code, table)
  const { gatherLessons } = await import('../../functions/learn/gather.ts')
  const region = await regionInForce(code, tableName)
  const { lessons, read } = await gatherLessons(tableName, region, at)
  if (lessons.length < LEAST_LEARNED)
    refuse(
      `${lessons.length} of ${read} cases that ended teach anything, and fewer than ${LEAST_LEARNED} are too few: train on a file, or wait.`,
    )
  return {
    ...{ region, at, rows: lessons, leftOut: read - lessons.length, hash: hashOfRows(lessons) },
    dates: [lessons[0]!.date, lessons.at(-1)!.date],
  }
}
