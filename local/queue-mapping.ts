// Feeds a queue to a function: batches, partial failures, no more batches at once than the mapping allows. What fails
// stays invisible for the queue's time and then comes again. Made by connections.ts.
import type { LocalFunction } from './functions.ts'
import { failuresOf, type Source } from './mapping.ts'
import type { QueueMessage, Queues, QueueSettings } from './queues.ts'
import { REGION } from './resolver.ts'

const IDLE_MS = 200

export interface QueueMapping {
  readonly queue: QueueSettings
  readonly target: LocalFunction
  readonly batchSize: number
  readonly concurrency: number
  readonly reportsFailures: boolean
}

export function queueSource(queues: Queues, mapping: QueueMapping): Source {
  const { queue, concurrency } = mapping
  const running = new Set<Promise<void>>()
  return {
    async poll() {
      while (running.size < concurrency) {
        const batch = queues.receive(queue, Math.min(mapping.batchSize, 10))
        if (batch.length === 0) break
        const work: Promise<void> = deliver(queues, mapping, batch).finally(() => running.delete(work))
        running.add(work)
      }
      const busy = running.size > 0
      if (busy)
        await Promise.race([...running, ...(running.size < concurrency ? [queues.changed(IDLE_MS, queue.name)] : [])])
      return busy
    },
    wait: () => (running.size > 0 || queues.hasVisible([queue.name]) ? Promise.resolve() : queues.mayBeVisible(queue)),
  }
}

async function deliver(
  queues: Queues,
  { queue, target, reportsFailures }: QueueMapping,
  batch: readonly QueueMessage[],
) {
  const Records = batch.map((message) => ({
    messageId: message.MessageId,
    receiptHandle: message.ReceiptHandle,
    body: message.Body,
    attributes: message.Attributes,
    messageAttributes: message.MessageAttributes,
    md5OfBody: message.MD5OfBody,
    eventSource: 'aws:sqs',
    eventSourceARN: queue.arn,
    awsRegion: REGION,
  }))
  try {
    const failed = failuresOf(await target.invoke({ Records }), reportsFailures)
    if (!failed) return
    const done = batch.filter((message) => !failed.includes(message.MessageId))
    queues.remove(...done.map((message) => message.ReceiptHandle))
  } catch {
    // The function's log has the reason; the whole batch becomes visible again in its time.
  }
}
