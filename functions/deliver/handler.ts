// Posts webhooks: what a batch holds, by endpoint, all endpoints beside each other. What fails is tried again by its own schedule; a
// message comes back only where the table or a queue failed. Called by the webhooks queue.
import { randomBytes } from 'node:crypto'
import middy from '@middy/core'
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import { deliveryMessage } from '../contract/queued.ts'
import { logError } from '../edge/log.ts'
import { now } from '../edge/now.ts'
import { deliverTo, type Effects } from './lane.ts'
import { post } from './post.ts'

/** With less time left no post is begun (ms): the longest one, and what is written after it. */
const RESERVE_MS = 20_000

export const handler = middy<SQSEvent, SQSBatchResponse>().handler((event: SQSEvent, context: Context) =>
  deliverBatch(event.Records, {
    ...{ now, random: randomBytes, post },
    hasTime: () => context.getRemainingTimeInMillis() >= RESERVE_MS,
  }),
)

/** Each endpoint of a batch by itself. */
export async function deliverBatch(records: readonly SQSRecord[], effects: Effects): Promise<SQSBatchResponse> {
  const failed: string[] = []
  const read = records.flatMap(({ messageId, body }) => {
    const message = deliveryMessage.safeParse(parse(body))
    if (message.success) return [{ messageId, ...message.data }]
    logError('message failed', new Error('It is not a delivery.'), { messageId })
    failed.push(messageId)
    return []
  })
  const byEndpoint = Map.groupBy(read, ({ endpoint }) => endpoint)
  const work = [...byEndpoint].map(async ([id, messages]) => {
    await deliverTo(id, messages, effects).catch((error: unknown) => {
      logError('deliveries failed', error, { endpoint: id, messages: messages.length })
      failed.push(...messages.map(({ messageId }) => messageId))
    })
  })
  await Promise.all(work)
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) }
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
