// The stack of the queue consumers: records are handled one after another, and each that fails is reported alone, so that
// its neighbours are not delivered again. What fails for good ends in the dead-letter queue. Used by route, notify, tick,
// bounce, hear, inbox and redraw; record takes whole batches (whole-consumer.ts).
import type * as z from 'zod/mini'
import { batchHandler, logFailure, messageIn, receivesOf } from './batch.ts'
import { now, type Now } from './now.ts'

/**
 * How often a consumer tries before it gives something up to a person: fewer times than the queue delivers a message
 * (lib/work-queue.ts), so that the last try can still do that.
 */
export const TRIES = 4

/**
 * Builds the Lambda handler of a queue's consumer. `handle` is given the parsed message, the instant (ISO, UTC) and how
 * often the message was received by now (from 1), may be given the same message again, and throws when it is to be given it again.
 *
 * @example
 * export const handler = consumer(tickMessage, async ({ caseId }, at) => {
 *   const command = { type: 'Tick', by: { role: 'system' } } as const
 *   await handle({ tableName: environment('TABLE_NAME'), region: deployedRegion(), caseId, command, at })
 * })
 */
export function consumer<Schema extends z.ZodMiniType>(
  schema: Schema,
  handle: (message: z.output<Schema>, at: string, receives: number) => Promise<void>,
  readTime: Now = now,
) {
  return batchHandler(async ({ records, hasTime, isDone }) => {
    for (const record of records) {
      if (!hasTime()) break
      try {
        await handle(messageIn(schema, record), readTime(), receivesOf(record))
        isDone(record)
      } catch (error) {
        logFailure(error, record)
      }
    }
  }, readTime)
}
