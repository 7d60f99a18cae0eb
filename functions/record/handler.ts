// Puts on record what happened to cases: in the counters, in the event feed and in the index of words, once however often it is told.
// What is told of at once is put there together. Called by the queue Records.
import { randomBytes } from 'node:crypto'
import { eventMessage } from '../contract/queued.ts'
import { environment } from '../edge/environment.ts'
import { pause } from '../edge/pause.ts'
import { wholeConsumer } from '../edge/whole-consumer.ts'
import { countEvents } from './count-events.ts'
import { feedCases } from './feed-cases.ts'
import { indexWords } from './index-words.ts'
import { toldIn } from './told.ts'

export const handler = wholeConsumer(eventMessage, async (received, at, hasTime) => {
  const { told, failed } = await toldIn(environment('TABLE_NAME'), received)
  const events = [...new Set(received.flatMap((one) => told.get(one) ?? []))]
  // One that fails does not keep the others from being done.
  const failures = await Promise.all([
    countEvents(events, at, hasTime),
    feedCases(events, at, randomBytes, hasTime),
    indexWords(events, at, pause, hasTime),
  ])
  for (const [message, event] of told) {
    const why = failures.find((one) => one.has(event))
    if (why) failed.set(message, why.get(event))
  }
  return failed
})
