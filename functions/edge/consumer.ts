// The stack of every queue consumer: records are handled one after another, and each that fails is reported alone, so that
// its neighbours are not delivered again. What fails for good ends in the dead-letter queue. Used by route, notify, record,
// tick and bounce.
import middy from '@middy/core'
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import * as z from 'zod/mini'
import { refreshRegion } from './refresh.ts'
import { log, logError } from './log.ts'
import { now, type Now } from './now.ts'

/**
 * How often a consumer tries before it gives something up to a person: fewer times than the queue delivers a message
 * (lib/work-queue.ts), so that the last try can still do that.
 */
export const TRIES = 4
/** The longest that one record may take: with less time left none is started (ms). */
const RECORD_MS = 10_000
/** Kept free to report what is not done, before Lambda ends the function and every record counts as failed (ms). */
const REPORT_RESERVE_MS = 500

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
  const unfinished = new WeakMap<SQSEvent, Set<SQSRecord>>()
  return middy<SQSEvent, SQSBatchResponse>({ timeoutEarlyInMillis: REPORT_RESERVE_MS })
    .onError(({ event, error }) => {
      if (error?.name !== 'TimeoutError') return
      logError('batch out of time', error)
      return report(event, unfinished.get(event))
    })
    .handler(async (event: SQSEvent, context: Context): Promise<SQSBatchResponse> => {
      const waiting = new Set(event.Records)
      unfinished.set(event, waiting)
      await refreshRegion(readTime())
      for (const record of event.Records) {
        if (context.getRemainingTimeInMillis() < RECORD_MS) break
        try {
          await handle(z.parse(schema, parseBody(record)), readTime(), receivesOf(record))
          waiting.delete(record)
        } catch (error) {
          logError('message failed', error, { messageId: record.messageId })
        }
      }
      return report(event, waiting)
    })
}

function receivesOf(record: SQSRecord): number {
  // Whoever invokes the function by hand may leave the attributes out.
  const { attributes } = record as Partial<SQSRecord>
  return Number(attributes?.ApproximateReceiveCount ?? 1)
}

/** @throws Error without a word of the body, which JSON.parse would quote into the log. */
function parseBody({ body }: SQSRecord): unknown {
  try {
    return JSON.parse(body)
  } catch {
    throw new Error('The body is not JSON.')
  }
}

function report({ Records }: SQSEvent, unfinished: Iterable<SQSRecord> = Records): SQSBatchResponse {
  const batchItemFailures = [...unfinished].map(({ messageId }) => ({ itemIdentifier: messageId }))
  if (batchItemFailures.length > 0)
    log('batch failed in part', { failed: batchItemFailures.length, of: Records.length })
  return { batchItemFailures }
}
