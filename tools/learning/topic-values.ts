// Reads what labels of topics mean in a region's file. Called by npm run train and evaluate.
import { readFileSync } from 'node:fs'
import * as z from 'zod'

const shape = z.object({ topic: z.record(z.string(), z.string()) })

/** @throws Error where the file is of another shape. */
export function topicValues(file: string | undefined): Readonly<Record<string, string>> {
  if (!file) return {}
  const read = shape.safeParse(JSON.parse(readFileSync(file, 'utf8')))
  if (!read.success) throw new Error(`${file}: write {"topic": {"label": "topic of the region"}}.`)
  return read.data.topic
}
