// What every queue consumer has in common: the region as it is now, a response that names what is not done, also where time runs out, and how a
// record is read. Called by consumer.ts and whole-consumer.ts.
import middy from '@middy/core'
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import * as z from 'zod/mini'
import { log, logError } from './log.ts'
import type { Now } from './now.ts'
import { refreshRegion } from './refresh.ts'

/** The longest that one piece of work may take: with less time left none is started (ms). */
const PIECE_MS = 10_000
/** Kept free to report what is not done, before Lambda ends the function and every record counts as failed (ms). */
const REPORT_RESERVE_MS = 500

export interface Batch {
  readonly records: readonly SQSRecord[]
  /** Whether there is time for one more piece of work. */
  readonly hasTime: () => boolean
  /** What is not called done is delivered again. */
  readonly isDone: (record: SQSRecord) => void
}

/** Builds the Lambda handler of a queue's consumer. */
export function batchHandler(work: (batch: Batch) => Promise<void>, readTime: Now) {
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
      await work({
        records: event.Records,
        hasTime: () => context.getRemainingTimeInMillis() >= PIECE_MS,
        isDone: (record) => void waiting.delete(record),
      })
      return report(event, waiting)
    })
}

/** @throws Error without a word of the body, which JSON.parse would quote into the log. */
export function messageIn<Schema extends z.ZodMiniType>(schema: Schema, { body }: SQSRecord): z.output<Schema> {
  return z.parse(schema, parseJson(body))
}

/** How often a record was received by now, from 1. */
export function receivesOf(record: SQSRecord): number {
  // Whoever invokes the function by hand may leave the attributes out.
  const { attributes } = record as Partial<SQSRecord>
  return Number(attributes?.ApproximateReceiveCount ?? 1)
}

export function logFailure(error: unknown, { messageId }: SQSRecord): void {
  logError('message failed', error, { messageId })
}

function parseJson(body: string): unknown {
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
