// Puts on record what happened to a case: in the counters, in the event feed and in the index of words, once however often it is told.
// Called by the queue Records.
import { randomBytes } from 'node:crypto'
import { eventMessage } from '../contract/queued.ts'
import { consumer } from '../edge/consumer.ts'
import { environment } from '../edge/environment.ts'
import { loadFedEvents } from '../store/history.ts'
import { countEvent } from './count-event.ts'
import { feedCase } from './feed-case.ts'
import { indexWords } from './index-words.ts'

export const handler = consumer(eventMessage, async ({ caseId, seq }, at, receives) => {
  const { events, fedUpTo } = await loadFedEvents(environment('TABLE_NAME'), caseId)
  if (events.length < seq) throw new Error(`The event ${seq} of the case ${caseId} is not there.`)
  // One that fails does not keep the others from being done.
  const done = await Promise.allSettled([
    countEvent(caseId, events.slice(0, seq), at, receives),
    feedCase(caseId, events, { seq, fedUpTo }, at, randomBytes),
    indexWords(caseId, events.slice(0, seq), at),
  ])
  const failed = done.find((one) => one.status === 'rejected')
  if (failed) throw failed.reason
})
