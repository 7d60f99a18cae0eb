// Turns an event into mails, one for each person to be told, each sent once; and what waited for the morning into one
// mail a person. What fails is reported and comes again; what was sent already is skipped. Called by the notices queue.
import { randomBytes } from 'node:crypto'
import * as z from 'zod/mini'
import type { Case } from '../case/case.ts'
import type { CaseEvent } from '../case/events.ts'
import type { Notice } from '../case/notices/notice.ts'
import { noticesFor } from '../case/notices/notices-for.ts'
import { contactOf } from '../case/people.ts'
import {
  besideMessage,
  digestMessage,
  type DigestMessage,
  eventMessage,
  leftMessage,
  linksMessage,
  signInMessage,
  speechMessage,
  stopMessage,
} from '../contract/queued.ts'
import { consumer, TRIES } from '../edge/consumer.ts'
import { sendAll } from '../queues/send.ts'
import { logError } from '../edge/log.ts'
import { refreshDirectoryNow } from '../edge/refresh.ts'
import { emailCourier } from '../mail/couriers/email.ts'
import type { NoticeName } from '../mail/tags.ts'
import { now } from '../edge/now.ts'
import { tryEach } from '../edge/try-each.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { loadCaseFile } from '../store/load.ts'
import { dropNotice } from '../store/notices.ts'
import { deliver, deliverTogether } from './deliver.ts'
import { dialogCourier } from './dialog-courier.ts'
import { isAnswer } from './in-public.ts'
import { readerOf } from './reader.ts'
import { sendLeftMail } from './send-left-mail.ts'
import { sendLinks } from './send-links.ts'
import { sendSignIn } from './send-sign-in.ts'
import { sendStopMail } from './send-stop-mail.ts'
import { queueBeside, speakBeside } from './speak-beside.ts'
import type { PendingNotice } from './pending-notice.ts'

const couriers = { email: emailCourier(() => environment('CONFIGURATION_SET')), dialog: dialogCourier }
const effects = { now, random: randomBytes, couriers }

export const handler = consumer(
  z.union([
    speechMessage,
    besideMessage,
    eventMessage,
    digestMessage,
    linksMessage,
    signInMessage,
    stopMessage,
    leftMessage,
  ]),
  async (message, _at, receives) => {
    if ('endpoint' in message) return sendStopMail(message, effects)
    if ('left' in message) return sendLeftMail(message, effects)
    if ('wish' in message) return sendSignIn(message, effects)
    if ('person' in message) return sendLinks(message, effects)
    if ('notices' in message) return deliverMorning(message, receives)
    const pending = await pendingNoticesOf(message.caseId, message.seq)
    if ('beside' in message) return tryEach(pending.filter(isForBeside), (owed) => speakBeside(owed, effects))
    if ('speak' in message) return tryEach(pending.filter(isSpoken), say)
    await tryEach(pending, (owed) => (isSpoken(owed) ? queueSpeech(owed) : say(owed)))
  },
)

/** What is to stand beside an answer follows it, however that ended. */
async function say(owed: PendingNotice): Promise<void> {
  await deliver(owed, effects)
  if (isForBeside(owed)) await queueBeside(owed)
}

/** Whether the writers of other comments are to read it, too. */
function isForBeside({ notice }: PendingNotice): boolean {
  return notice.recipient === 'citizen' && isAnswer(notice)
}

/** Whether it goes to a dialog of a social network. */
function isSpoken({ file, notice }: PendingNotice): boolean {
  return readerOf(deployedRegion(), file, notice.recipient).way === 'dialog'
}

/** By a queue of its own, one at a time: a network that hangs holds up no mail. */
async function queueSpeech({ file, seq }: PendingNotice): Promise<void> {
  const failed = await sendAll(environment('SPEECH_QUEUE_URL'), [{ v: 1, caseId: file.state.id, seq, speak: true }])
  if (failed.length > 0) throw new Error('The queue of what is to be said did not take a message.')
}

/** Everything owed for an event, as the case stands now. @throws Error when the event is not there. */
async function pendingNoticesOf(caseId: string, happened: number): Promise<PendingNotice[]> {
  const file = await loadCaseFile(environment('TABLE_NAME'), caseId, effects.now())
  const seq = toldBy(file?.events ?? [], happened)
  const event = file?.events[seq - 1]
  if (!file || !event) throw new Error(`The event ${seq} of the case ${caseId} is not there.`)
  const notices = noticesFor(deployedRegion(), file.state, event)
  if (hasStranger(file.state, notices)) await refreshDirectoryNow(effects.now())
  return noticesFor(deployedRegion(), file.state, event).map((notice) => ({ file, event, seq, notice }))
}

/**
 * A citizen who says what is missing before the question reaches them makes the first word of triage untrue for a moment. Where the
 * case waits in triage again, that word is owed still, and sent once under the number of the event that asked.
 */
function toldBy(events: readonly CaseEvent[], seq: number): number {
  const event = events[seq - 1]
  if (event?.type !== 'triaged' || !event.again) return seq
  return events.findIndex((one) => one.type === 'triaged' && one.asks) + 1
}

/**
 * Somebody may have come to the directory in the half minute since it was looked at: a notice to nobody would be over for good, and one to
 * a new responder would go to the one before.
 */
function hasStranger({ responder }: Case, notices: readonly Notice[]): boolean {
  const named = [...(responder ? [responder] : []), ...notices.map(({ recipient }) => recipient)]
  return named.some((one) => one !== 'citizen' && !contactOf(deployedRegion(), one))
}

/** Sends of the notices that waited those that are still true; whoever acted in the meantime is not reminded of it. */
async function deliverMorning({ recipient, notices }: DigestMessage, receives: number): Promise<void> {
  const owed: PendingNotice[] = []
  const drop = ({ caseId, seq }: NoticeName, as: 'skipped' | 'failed') =>
    dropNotice(environment('TABLE_NAME'), caseId, seq, recipient, effects.now(), as)
  try {
    await tryEach(notices, async (name) => {
      try {
        const all = await pendingNoticesOf(name.caseId, name.seq)
        const mine = all.find(({ notice }) => notice.recipient === recipient)
        if (mine && isSpoken(mine)) await queueSpeech(mine)
        else if (mine) owed.push(mine)
        else await drop(name, 'skipped')
      } catch (error) {
        // The digest would gather it again and again; the sweep goes on asking, and is heard when it fails.
        if (receives < TRIES) throw error
        await drop(name, 'failed')
        logError('notice not made', error, { ...name })
      }
    })
  } finally {
    await deliverTogether(owed, effects)
    await tryEach(owed.filter(isForBeside), queueBeside)
  }
}
