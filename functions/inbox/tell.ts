// Tells whoever wrote a mail what became of it: once for a mail, a few times a day, and never where their domain does not vouch for them, as it
// would go to anybody whose address was put into From; nor where no automatic reply is wanted. Called by make-case.ts and take-reply.ts.
import { emailAddress } from '../contract/email-address.ts'
import type { GivenAway } from '../case/in-public.ts'
import { contactOf } from '../case/people.ts'
import { log, logError } from '../edge/log.ts'
import { replyLetter } from '../mail/reply-letter.ts'
import { WRITER } from '../mail/tags.ts'
import type { Telling } from '../mail/words/replies.ts'
import { claimTelling, giveTellingBack } from '../store/mailed.ts'
import { addressHash } from '../store/persons.ts'
import { type Incoming, languageOf } from './incoming.ts'

/** In a day (UTC) to one address. */
const MOST_A_DAY = 3

interface About {
  readonly caseId: string
  readonly seq: number
  readonly recipient: string
  readonly test: boolean
  /** What is to be removed of an answer that everybody would read. */
  readonly found?: readonly GivenAway[]
}

/** @throws when SES takes none now: the queue asks again */
export async function tell(incoming: Incoming, telling: Telling, about?: About): Promise<void> {
  const { tableName, region, mail, id, isAuthentic, isQuiet, at, random, courier } = incoming
  const address = emailAddress.safeParse(mail.from?.address ?? '')
  if (!isAuthentic || isQuiet || about?.test || !address.success) return log('writer not told', { telling })
  const claim = { tableName, hash: await addressHash(tableName, address.data), mail: `${id} ${telling}`, at }
  if (!(await claimTelling(claim, MOST_A_DAY))) return log('writer told enough', { telling })
  const language = contactOf(region, about?.recipient ?? '')?.language ?? languageOf(region, mail.text)
  const known = region.languages.find((one) => one === language) ?? region.languages[0]!
  const handed = await courier.send({
    ...{ region, language: known, at, random },
    notices: about ? [{ caseId: about.caseId, seq: about.seq }] : [],
    recipient: about?.recipient ?? WRITER,
    letter: replyLetter(region, known, telling, about?.caseId, about?.found),
    to: { address: address.data, name: '' },
  })
  if (handed.outcome === 'later') {
    await giveTellingBack(claim)
    throw handed.error
  }
  if (handed.outcome === 'refused') return logError('telling refused', handed.error, { telling })
  log('writer told', { telling, ...(about && { caseId: about.caseId }) })
}
