// Sends messages to a queue in tens. The caller learns which were not taken and decides what that means. Called by
// dispatch, digest and the sweep.
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs'

const sqs = new SQSClient({})
// Nobody keeps the log it writes (store/table.ts).
sqs.middlewareStack.remove('loggerMiddleware')
const BATCH = 10

/** Sends messages as JSON, to be received after a delay (s, 900 at most). @returns the indexes of those that the queue did not take. */
export async function sendAll(queueUrl: string, messages: readonly unknown[], delaySeconds = 0): Promise<number[]> {
  const failed: number[] = []
  for (let start = 0; start < messages.length; start += BATCH) {
    const Entries = messages.slice(start, start + BATCH).map((message, index) => ({
      ...{ Id: String(start + index), MessageBody: JSON.stringify(message) },
      ...(delaySeconds > 0 && { DelaySeconds: delaySeconds }),
    }))
    const { Failed = [] } = await sqs.send(new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries }))
    failed.push(...Failed.map((entry) => Number(entry.Id)))
  }
  return failed
}
