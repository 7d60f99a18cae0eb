// The table's stream becomes work: each new event goes to the queues it concerns and arms the timer it asks for. Events
// of one case keep their order here, so the first that fails holds back all that follow; consumers bear repetition.
import middy from '@middy/core'
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import { reactionsTo } from '../case/reactions.ts'
import { armTimer } from '../timers/arm.ts'
import type { EventMessage } from '../contract/queued.ts'
import { environment } from '../edge/environment.ts'
import { log, logError } from '../edge/log.ts'
import { now } from '../edge/now.ts'
import { sendAll } from '../queues/send.ts'
import { eventInserted, type EventInserted } from './record.ts'

export const handler = middy<DynamoDBStreamEvent, DynamoDBBatchResponse>().handler(async (stream) => {
  const inserted = stream.Records.map(eventInserted)
  const failures = await Promise.all([
    queue('ROUTING_QUEUE_URL', inserted, (event) => reactionsTo(event).routing),
    queue('NOTICES_QUEUE_URL', inserted, (event) => reactionsTo(event).notices),
    queue('STATISTICS_QUEUE_URL', inserted, (event) => reactionsTo(event).statistics),
    arm(inserted),
  ])
  const first = Math.min(...failures.flat())
  log('events dispatched', { events: inserted.length, failed: Number.isFinite(first) })
  const failed = stream.Records[first]?.dynamodb?.SequenceNumber
  return { batchItemFailures: failed ? [{ itemIdentifier: failed }] : [] }
})

async function queue(
  name: 'ROUTING_QUEUE_URL' | 'NOTICES_QUEUE_URL' | 'STATISTICS_QUEUE_URL',
  inserted: readonly EventInserted[],
  concerns: (event: EventInserted) => boolean,
): Promise<number[]> {
  const wanted = inserted.map((event, index) => ({ event, index })).filter(({ event }) => concerns(event))
  const messages: EventMessage[] = wanted.map(({ event: { caseId, seq } }) => ({ v: 1, caseId, seq }))
  try {
    return (await sendAll(environment(name), messages)).map((position) => wanted[position]!.index)
  } catch (error) {
    logError('queue did not take events', error, { queue: name })
    return wanted.slice(0, 1).map(({ index }) => index)
  }
}

async function arm(inserted: readonly EventInserted[]): Promise<number[]> {
  const failed: number[] = []
  for (const [index, { caseId, arm: instant }] of inserted.entries()) {
    if (!instant) continue
    await armTimer(environment('TIMER_ARN'), caseId, instant, now()).catch((error: unknown) => {
      logError('timer not armed', error, { caseId })
      failed.push(index)
    })
  }
  return failed
}
