// The stack of a queue consumer that handles a batch as a whole, because many at once ask less of the table than each by itself. What
// fails is reported alone all the same. Used by record.
import type { SQSRecord } from 'aws-lambda'
import type * as z from 'zod/mini'
import { batchHandler, logFailure, messageIn, receivesOf } from './batch.ts'
import { now, type Now } from './now.ts'

/** Received more often than that, a message is handled by itself, after the others: it may be what keeps them from being done in time. */
const TOGETHER_UP_TO = 2

export interface Received<Message> {
  readonly message: Message
  /** How often it was received by now, from 1. */
  readonly receives: number
}

/**
 * Handles messages at an instant (ISO, UTC). May be given the same again, and the same twice at once; starts nothing more when `hasTime` says no.
 * @returns those that are to be given again, each with why @throws when all are
 */
export type HandleWhole<Message> = (
  received: readonly Received<Message>[],
  at: string,
  hasTime: () => boolean,
) => Promise<ReadonlyMap<Received<Message>, unknown>>

/** Builds the Lambda handler. What cannot be parsed fails alone; the others are given to `handle` together. */
export function wholeConsumer<Schema extends z.ZodMiniType>(
  schema: Schema,
  handle: HandleWhole<z.output<Schema>>,
  readTime: Now = now,
) {
  return batchHandler(async ({ records, hasTime, isDone }) => {
    const read = records.flatMap((record) => readOne(schema, record))
    const isFresh = ({ received }: (typeof read)[number]) => received.receives <= TOGETHER_UP_TO
    const parts = [read.filter(isFresh), ...read.filter((one) => !isFresh(one)).map((one) => [one])]
    for (const part of parts.filter(({ length }) => length > 0)) {
      if (!hasTime()) break
      const all = part.map(({ received }) => received)
      const failed = await handle(all, readTime(), hasTime).catch(
        (error: unknown) => new Map(all.map((one) => [one, error])),
      )
      for (const { record, received } of part)
        if (failed.has(received)) logFailure(failed.get(received), record)
        else isDone(record)
    }
  }, readTime)
}

/** None where it cannot be read, which is logged. */
function readOne<Schema extends z.ZodMiniType>(
  schema: Schema,
  record: SQSRecord,
): { readonly record: SQSRecord; readonly received: Received<z.output<Schema>> }[] {
  try {
    return [{ record, received: { message: messageIn(schema, record), receives: receivesOf(record) } }]
  } catch (error) {
    logFailure(error, record)
    return []
  }
}
