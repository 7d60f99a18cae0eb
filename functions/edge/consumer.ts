// The stack of every queue consumer: each record is parsed, handled and, when it fails, reported alone, so that its
// neighbours are not delivered again. A record that fails for good ends in the dead-letter queue, never in silence.
import middy from '@middy/core'
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import * as z from 'zod/mini'
import { refreshCalendar } from './calendar.ts'
import { log, logError } from './log.ts'

/** Builds the Lambda handler of a queue's consumer; `handler` must bear being given the same message twice. */
export function consumer<Schema extends z.ZodMiniType>(
  schema: Schema,
  handler: (message: z.output<Schema>, at: string) => Promise<void>,
) {
  return middy<SQSEvent, SQSBatchResponse>().handler(
    async (event: SQSEvent, context: Context): Promise<SQSBatchResponse> => {
      const failed: SQSRecord[] = []
      await refreshCalendar(new Date().toISOString())
      for (const record of event.Records) {
        if (context.getRemainingTimeInMillis() < 1_000) {
          failed.push(record)
          continue
        }
        try {
          await handler(z.parse(schema, JSON.parse(record.body)), new Date().toISOString())
        } catch (error) {
          logError('message failed', error, { messageId: record.messageId })
          failed.push(record)
        }
      }
      if (failed.length > 0) log('batch failed in part', { failed: failed.length, of: event.Records.length })
      return { batchItemFailures: failed.map((record) => ({ itemIdentifier: record.messageId })) }
    },
  )
}
