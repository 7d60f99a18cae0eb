// Writes items in tens and twenties, each for itself: what DynamoDB leaves over is sent again, after a pause, and what is left then is an error, so
// that whoever asked asks again. Called by the index of words.
import { setTimeout } from 'node:timers/promises'
import { BatchWriteCommand, type BatchWriteCommandInput, type BatchWriteCommandOutput } from '@aws-sdk/lib-dynamodb'
import type { Pause } from './read-many.ts'
import { table } from './table.ts'

type Write = NonNullable<BatchWriteCommandInput['RequestItems']>[string][number]

/** As many as DynamoDB writes at once. */
const MANY = 25
/** Tries without anything being taken. */
const VAIN = 3
/** The first pause (ms); each further one is twice as long. */
const PAUSE_MS = 50

/** Puts and deletes, in no order. @param pause without it real time passes, as between the SDK's own tries @throws Error when some were not taken in several tries; the others are written. */
export async function writeMany(tableName: string, writes: readonly Write[], pause: Pause = setTimeout): Promise<void> {
  let left = [...writes]
  for (let vain = 0; left.length > 0;) {
    const asked = { [tableName]: left.slice(0, MANY) }
    const { UnprocessedItems }: BatchWriteCommandOutput = await table.send(
      new BatchWriteCommand({ RequestItems: asked }),
    )
    const over = (UnprocessedItems?.[tableName] ?? []) as Write[]
    vain = over.length < asked[tableName]!.length ? 0 : vain + 1
    if (vain === VAIN) throw new Error(`Items were not taken by the table: ${left.length}.`)
    if (over.length > 0) await pause(PAUSE_MS * 2 ** vain)
    left = [...left.slice(MANY), ...over]
  }
}
