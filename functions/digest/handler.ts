// Gathers the notices that waited, by reader, and queues each reader's as one mail. Gathering twice is harmless,
// because each notice is claimed once. Called by a schedule every five minutes.
import middy from '@middy/core'
import type { ScheduledEvent } from 'aws-lambda'
import type { DigestMessage } from '../contract/queued.ts'
import { environment } from '../edge/environment.ts'
import { log } from '../edge/log.ts'
import { now } from '../edge/now.ts'
import { sendAll } from '../queues/send.ts'
import { dueNotices, type WaitingNotice } from '../store/due.ts'

/** As many as a person reads in one mail, and a function sends well within its time. */
const NOTICES_PER_MAIL = 25

export const handler = middy<ScheduledEvent, void>().handler(async () => {
  const waiting = await Array.fromAsync(dueNotices(environment('TABLE_NAME'), now()))
  const mails = mailsOf(waiting)
  const failed = await sendAll(environment('NOTICES_QUEUE_URL'), mails)
  log('digest', { notices: waiting.length, mails: mails.length, failed: failed.length })
  if (failed.length > 0) throw new Error(`${failed.length} of ${mails.length} mails were not taken by the queue.`)
})

/** One mail a reader; citizens are told of each case by itself. */
export function mailsOf(waiting: readonly WaitingNotice[]): DigestMessage[] {
  const byReader = Map.groupBy(waiting, ({ recipient, caseId }) => (recipient === 'citizen' ? caseId : recipient))
  return [...byReader.values()].flatMap((all) => {
    const mails: DigestMessage[] = []
    for (let start = 0; start < all.length; start += NOTICES_PER_MAIL) {
      const notices = all.slice(start, start + NOTICES_PER_MAIL).map(({ caseId, seq }) => ({ caseId, seq }))
      mails.push({ v: 1, recipient: all[0]!.recipient, notices })
    }
    return mails
  })
}
