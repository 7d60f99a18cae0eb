// Gathers the notices that waited, by reader, and queues each reader's as one mail. Each is marked as gathered, so that a
// later run leaves it alone until its mail should have gone. Then the webhooks whose time has come. Called by a schedule every five minutes.
import middy from '@middy/core'
import type { Context, ScheduledEvent } from 'aws-lambda'
import { later } from '../case/clocks/waking.ts'
import type { DigestMessage } from '../contract/queued.ts'
import { environment, environmentIfSet } from '../edge/environment.ts'
import { log } from '../edge/log.ts'
import { now } from '../edge/now.ts'
import { sendAll } from '../queues/send.ts'
import { dueNotices, type WaitingNotice } from '../store/due.ts'
import { markGathered } from '../store/gathered.ts'
import { queueDueWebhooks } from './webhooks.ts'

/** As many as a person reads in one mail, and a function sends well within its time. */
const NOTICES_PER_MAIL = 25
/** Mails queued, and their notices marked, before the next are. */
const MAILS_AT_ONCE = 10
/** With less time left no more mails are queued: the next run goes on (ms). */
const RESERVE_MS = 20_000
/** How long a mail may be on its way when nothing is before it, and how often the time that those before it take (ms). */
const GRACE_MS = 10 * 60_000
const GRACE_OF_BACKLOG = 2

export const handler = middy<ScheduledEvent, void>().handler(async (_event, context: Context) => {
  const at = now()
  const waiting = await Array.fromAsync(dueNotices(environment('TABLE_NAME'), at))
  const mails = mailsOf(waiting)
  let [queued, failed] = [0, 0]
  while (queued + failed < mails.length && context.getRemainingTimeInMillis() >= RESERVE_MS) {
    const some = mails.slice(queued + failed, queued + failed + MAILS_AT_ONCE)
    const refused = await sendAll(environment('NOTICES_QUEUE_URL'), some)
    const taken = some.filter((_, index) => !refused.includes(index))
    failed += refused.length
    queued += taken.length
    const until = later(at, graceMs(queued))
    await Promise.all(taken.map((mail) => mark(mail, until)))
  }
  const webhooks = environmentIfSet('WEBHOOKS_QUEUE_URL')
  if (webhooks) await queueDueWebhooks(webhooks, at, () => context.getRemainingTimeInMillis() >= RESERVE_MS)
  log('digest', { notices: waiting.length, mails: mails.length, queued, failed })
  if (failed > 0) throw new Error(`${failed} of ${mails.length} mails were not taken by the queue.`)
})

/** How long the notices of a mail are in hand (ms), with so many mails before it. */
function graceMs(mailsBefore: number): number {
  return GRACE_MS + (GRACE_OF_BACKLOG * mailsBefore * 1000) / Number(environment('MAILS_PER_SECOND'))
}

async function mark({ recipient, notices }: DigestMessage, until: string): Promise<void> {
  await Promise.all(notices.map((one) => markGathered(environment('TABLE_NAME'), { ...one, recipient }, until)))
}

/** One mail a reader; citizens are told of each case by itself. */
function mailsOf(waiting: readonly WaitingNotice[]): DigestMessage[] {
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
