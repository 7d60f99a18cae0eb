// A case of several comments is answered below each: below the first by the notice to its citizen, below the others here, each once, a few in a run. Under
// a post that has the answer by then one line leads to it. Called by the handler when that notice has ended.
import { createHash } from 'node:crypto'
import type { Thread } from '../case/case-file.ts'
import { deskFor } from '../case/desk.ts'
import { besideOf, givenAway, threadOf } from '../case/in-public.ts'
import { isEnded } from '../case/notices/untold.ts'
import { sayErased } from '../case/texts.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { count, log, logError } from '../edge/log.ts'
import { besideLetter } from '../mail/beside-letter.ts'
import { OFFICE } from '../mail/tags.ts'
import { inPublicWords } from '../mail/words/in-public.ts'
import { words } from '../mail/words/words.ts'
import { sendAll } from '../queues/send.ts'
import { besideRecords, claimBeside, noteBeside } from '../store/beside.ts'
import { publicAnswerOf } from './in-public.ts'
import { type Effects, type PendingNotice, recordOf } from './pending-notice.ts'
import { type Beside, BUSY, sayBeside } from './say-beside.ts'

/** In one run: three that a network answers slowly take its whole time. */
const MOST_A_RUN = 3
/** The longest that a queue keeps a message back (s). */
const MOST_SECONDS = 900

/** Queues what is to be said beside a notice, to be said after a while (s). @throws when the queue does not take it */
export async function queueBeside({ file, seq }: Pick<PendingNotice, 'file' | 'seq'>, seconds = 0): Promise<void> {
  if (besideOf(file, seq).length === 0) return
  const message = { v: 1, caseId: file.state.id, seq, beside: true }
  const failed = await sendAll(environment('SPEECH_QUEUE_URL'), [message], Math.min(seconds, MOST_SECONDS))
  if (failed.length > 0) throw new Error('The queue of what is to be said did not take a message.')
}

/** @param owed the notice to the citizen, with what became of it. @throws when it is to be tried again */
export async function speakBeside(owed: PendingNotice, effects: Effects): Promise<void> {
  const says = saysOf(owed)
  // Whoever ends the notice asks again.
  if (says === undefined || !isEnded(recordOf(owed))) return
  const at = effects.now()
  const { file, seq } = owed
  const { id: caseId, language } = file.state
  const tableName = environment('TABLE_NAME')
  const records = await besideRecords(tableName, caseId, seq)
  const isOver = (one: Beside) => ['sent', 'over'].includes(records.get(nameOf(one))?.status ?? '')
  const left = besideOf(file, seq).filter((one) => !isOver(one))
  const isPrivate = givenAway(says, file, deployedRegion()).length > 0
  const byHand = left.filter(({ thread }) => isPrivate || thread.byHand)
  for (const one of byHand)
    if (!(await claimBeside({ tableName, caseId, seq, name: nameOf(one) }, at, 0))) throw new Error(BUSY)
  const spoken = left.filter((one) => !byHand.includes(one))
  const main = recordOf(owed)?.status === 'sent' ? threadOf(file) : undefined
  const stood = besideOf(file, seq).filter((one) => records.get(nameOf(one))?.status === 'sent')
  const standing = [...(main ? [main] : []), ...stood.map(({ thread }) => thread)]
  for (const beside of spoken.slice(0, MOST_A_RUN)) {
    const name = nameOf(beside)
    const link = standing.find(({ on, post }) => on === beside.thread.on && post === beside.thread.post)?.link
    const text = link ? inPublicWords[language].answeredThere(link) : says
    const saying = { beside, text, before: records.get(name), at }
    const said = await sayBeside({ tableName, caseId, seq, name }, saying)
    if (said.outcome === 'for a hand') byHand.push(beside)
    if (said.outcome === 'stands') standing.push(beside.thread)
    if (said.outcome === 'later') {
      await leaveToHands(owed, byHand, says, effects)
      return queueBeside(owed, Math.max(said.seconds, 60))
    }
    log('answered beside', { caseId, seq, outcome: said.outcome })
  }
  await leaveToHands(owed, byHand, says, effects)
  if (spoken.length > MOST_A_RUN) await queueBeside(owed)
}

function saysOf({ file, event }: PendingNotice): string | undefined {
  const { language } = file.state
  const said = sayErased({ event }, words[language].erased)
  return publicAnswerOf({ ...said, file, region: deployedRegion(), language })
}

function nameOf({ channel, thread }: { readonly channel: string; readonly thread: Thread }): string {
  return createHash('sha256').update(`${channel} ${thread.on} ${thread.comment}`).digest('base64url').slice(0, 16)
}

/** An operator is mailed where no answer stands, before that is noted of each: only a crash in between mails it twice. */
async function leaveToHands({ file, seq }: PendingNotice, all: readonly Beside[], says: string, effects: Effects) {
  if (all.length === 0) return
  const { id: caseId } = file.state
  const region = deployedRegion()
  const at = effects.now()
  const [operator] = deskFor(region, file.state, at).operators
  if (operator) {
    const { email: address, name } = operator
    const language = region.languages.find((one) => one === operator.language) ?? region.languages[0]!
    const links = all.map(({ thread }) => thread.link ?? '')
    const isPrivate = givenAway(says, file, region).length > 0
    const handed = await effects.couriers.email.send({
      ...{ region, notices: [], recipient: OFFICE, language, to: { address, name }, at, random: effects.random },
      letter: besideLetter(region, language, caseId, links, isPrivate ? undefined : says),
    })
    if (handed.outcome === 'later') throw handed.error
    if (handed.outcome === 'refused') logError('mail about comments refused', handed.error, { caseId, seq })
  }
  const tableName = environment('TABLE_NAME')
  for (const one of all) await noteBeside({ tableName, caseId, seq, name: nameOf(one) }, { parts: 0, status: 'over' })
  log('answers beside left to a person', { caseId, seq, count: all.length })
  count('LeftToHand', all.length, region, { channel: all[0]!.channel, outcome: 'beside' })
}
