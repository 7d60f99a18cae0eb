// One mail, from the bucket to what becomes of it. It may come twice, at once or days later: every step knows the mail by its id. What cannot
// or may not be taken stays in the bucket as long as all mails do, and an alarm says so. Nothing of a mail is written to the log but why.
// Called by the handler.
import { randomBytes } from 'node:crypto'
import { deployedRegion, environment } from '../edge/environment.ts'
import { log, logError } from '../edge/log.ts'
import { MAILS, readRawMail } from '../files/mails.ts'
import { emailCourier } from '../mail/couriers/email.ts'
import { noteMailed } from '../store/mailed.ts'
import { addressHash } from '../store/persons.ts'
import { isAuthentic, verdictOf } from './authentic.ts'
import { sortOf, wantsNoReply } from './automatic.ts'
import { idOf, type Incoming } from './incoming.ts'
import { leave } from './leave.ts'
import { makeCase } from './make-case.ts'
import { type ReadMail, readMail } from './read-mail.ts'
import { repliedTo } from './replied-to.ts'
import { takeReply } from './take-reply.ts'
import { pointerIn } from './whose.ts'

/** Mails of one address in a day (UTC): more than anybody writes, and fewer than two programs do that answer each other. */
const MAILS_A_DAY = 20

/** SES tries the bucket by it when the rule is made. */
const TRIAL = `${MAILS}AMAZON_SES_SETUP_NOTIFICATION`

const courier = emailCourier(() => environment('CONFIGURATION_SET'))

/** @param name of the object in the bucket @param at now (ISO, UTC) @throws when the queue is to ask again */
export async function takeMail(name: string, at: string): Promise<void> {
  if (name === TRIAL) return log('mail of SES itself')
  const raw = await readRawMail(environment('MAILS_BUCKET'), name)
  if (raw === undefined) return log('mail gone')
  if (raw === 'too large') return leave('too large')
  const mail = await readMail(raw).catch((error: unknown) => {
    // The parser's words may be the mail's.
    logError('mail unreadable', new Error(error instanceof Error ? error.name : 'Error'))
  })
  return mail ? take(mail, raw, at) : leave('unreadable')
}

async function take(mail: ReadMail, raw: Buffer, at: string): Promise<void> {
  const region = deployedRegion()
  const { inbox, from, replyTo } = region.mail
  if (!inbox) return leave('not read here')
  if (verdictOf(mail, 'virus') === 'FAIL') return leave('virus')
  const ours = [from, replyTo, inbox.address].map((one) => one.toLowerCase())
  const sort = sortOf(mail, ours)
  if (sort === 'own') return leave('own')
  if (sort !== 'person' && sort !== 'list') return log('mail not for people', { sort })
  const tableName = environment('TABLE_NAME')
  const incoming: Incoming = {
    ...{ tableName, region, inbox, mail, id: idOf(mail, raw), isAuthentic: isAuthentic(mail) },
    ...{ isQuiet: sort === 'list' || wantsNoReply(mail), at, random: randomBytes, courier },
  }
  if (!(await isWithinLimit(incoming))) return leave('too many')
  const replied = await repliedTo(incoming, pointerIn(mail, inbox.address, region.mail.domain))
  const outcome = replied ? await takeReply(incoming, replied) : await takeNew(incoming)
  if (outcome) log('mail taken', { as: replied ? 'reply' : 'message', ...outcome })
}

async function takeNew(incoming: Incoming) {
  // A reply to a mail of ours is not judged by its words; of the others, those that nobody vouches for are.
  if (verdictOf(incoming.mail, 'spam') === 'FAIL' && !incoming.isAuthentic) return leave('spam')
  return makeCase(incoming)
}

async function isWithinLimit({ tableName, mail, id, at, isAuthentic: known }: Incoming): Promise<boolean> {
  const hash = await addressHash(tableName, mail.from?.address ?? '')
  return noteMailed({ tableName, hash, mail: id, at }, known, MAILS_A_DAY)
}
