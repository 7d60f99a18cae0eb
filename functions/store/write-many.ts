// Writes items in tens and twenties, each for itself: what DynamoDB leaves over is sent again, and what is left then is an error, so that
// whoever asked asks again. Called by the index of words.
import { BatchWriteCommand, type BatchWriteCommandInput, type BatchWriteCommandOutput } from '@aws-sdk/lib-dynamodb'
import { table } from './table.ts'

type Write = NonNullable<BatchWriteCommandInput['RequestItems']>[string][number]

/** As many as DynamoDB writes at once. */
const MANY = 25
/** Tries without anything being taken. */
const VAIN = 3

/** Puts and deletes, in no order. @throws Error when some were not taken in several tries; the others are written. */
export async function writeMany(tableName: string, writes: readonly Write[]): Promise<void> {
  let left = [...writes]
  for (let vain = 0; left.length > 0;) {
    const asked = { [tableName]: left.slice(0, MANY) }
    const { UnprocessedItems }: BatchWriteCommandOutput = await table.send(
      new BatchWriteCommand({ RequestItems: asked }),
    )
    const over = (UnprocessedItems?.[tableName] ?? []) as Write[]
    vain = over.length < asked[tableName]!.length ? 0 : vain + 1
    if (vain === VAIN) throw new Error(`Items were not taken by the table: ${left.length}.`)
    left = [...left.slice(MANY), ...over]
  }
}
