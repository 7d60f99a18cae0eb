// Cuts many messages into batches that the API takes: up to a hundred, up to a megabyte. Pure. Called by client.ts.
import type { BatchItem } from './types.ts'

const MOST_MESSAGES = 100
/** Of the whole body; a little less than is taken. */
const MOST_BYTES = 1_000_000
const bytes = new TextEncoder()

/** The batches in the order of the messages. A message that is too large for any goes alone, and is refused as it should be. */
export function batchesOf(items: readonly BatchItem[]): BatchItem[][] {
  const batches: BatchItem[][] = []
  let room = 0
  for (const item of items) {
    const size = bytes.encode(JSON.stringify(item)).length + 1
    const last = batches.at(-1)
    if (last && last.length < MOST_MESSAGES && size <= room) last.push(item)
    else {
      batches.push([item])
      room = MOST_BYTES
    }
    room -= size
  }
  return batches
}
