// Sends each new event of the table's stream to the queues it concerns, and arms the timer it asks for. Events of one
// case keep their order, so the first that fails holds back all that follow; consumers bear repetition. Called by the
// stream.
import middy from '@middy/core'
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import { type Reaction, type ReactionQueue, reactions } from '../case/reactions.ts'
import { armTimer } from '../timers/arm.ts'
import { environment, environmentIfSet } from '../edge/environment.ts'
import { log, logError } from '../edge/log.ts'
import { now } from '../edge/now.ts'
import { sendAll } from '../queues/send.ts'
import { eventInserted, type EventInserted } from './record.ts'

export const handler = middy<DynamoDBStreamEvent, DynamoDBBatchResponse>().handler(async (stream) => {
  const inserted = stream.Records.map(eventInserted)
  const failures = await Promise.all([...reactions.map((one) => queue(one, inserted)), arm(inserted)])
  const first = Math.min(...failures.flat())
  const isFailed = Number.isFinite(first)
  log('events dispatched', { events: inserted.length, failed: isFailed, ...tally(inserted.slice(0, first)) })
  const failed = stream.Records[first]?.dynamodb?.SequenceNumber
  return { batchItemFailures: failed ? [{ itemIdentifier: failed }] : [] }
})

/** How many events of each type went on; what was restored happened long before, what is a test to nobody. */
function tally(inserted: readonly EventInserted[]): Record<string, number> {
  const byType = Map.groupBy(
    inserted.filter(({ isRestored, isTest }) => !isRestored && !isTest),
    ({ type }) => type,
  )
  return Object.fromEntries([...byType].map(([type, events]) => [type, events.length]))
}

/** @returns the positions of the events of which a message was not taken. */
async function queue(
  { queue, optional, concerns, messages }: Reaction & { readonly queue: ReactionQueue },
  inserted: readonly EventInserted[],
): Promise<number[]> {
  if (optional && !environmentIfSet(queue)) return []
  const wanted = inserted.flatMap((event, index) =>
    !event.isRestored && concerns(event) ? messages(event).map((message) => ({ message, index })) : [],
  )
  try {
    const failed = await sendAll(
      environment(queue),
      wanted.map(({ message }) => message),
    )
    return failed.map((position) => wanted[position]!.index)
  } catch (error) {
    logError('queue did not take events', error, { queue })
    return wanted.slice(0, 1).map(({ index }) => index)
  }
}

async function arm(inserted: readonly EventInserted[]): Promise<number[]> {
  const failed: number[] = []
  for (const [index, { caseId, arm: instant, isRestored }] of inserted.entries()) {
    if (!instant || isRestored) continue
    await armTimer(environment('TIMER_ARN'), caseId, instant, now()).catch((error: unknown) => {
      logError('timer not armed', error, { caseId })
      failed.push(index)
    })
  }
  return failed
}
