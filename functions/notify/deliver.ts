// Claim, send, mark: one mail to one reader, with all its notices. A refusal gives the claims back; a crash or a lost answer
// leaves them to expire.
import { later } from '../case/clocks/waking.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { count, log } from '../edge/log.ts'
import { issueLink, pathOf } from '../links/links.ts'
import { linkItem } from '../store/links.ts'
import { composeMail } from '../mail/compose.ts'
import { digestOf } from '../mail/digest.ts'
import { letterFor } from '../mail/letters.ts'
import type { LetterInput } from '../mail/letter-input.ts'
import { isRefusal, sendMail } from '../mail/send.ts'
import { tagsFor } from '../mail/tags.ts'
import { claimNotice, endNotice, keepNotice, type NoticeEnd } from '../store/notices.ts'
import { isEnded } from '../case/notices/untold.ts'
import { type PendingNotice, type Effects, recordOf, waitOf } from './pending-notice.ts'
import { type Reader, readerOf } from './reader.ts'

/** How long what was refused together waits (ms), and how often it is tried together. */
const PUT_OFF_MS = 10 * 60_000
const TOGETHER_TRIES = 6

interface Claimed {
  readonly owed: PendingNotice
  readonly linkUrl: string
}

/** Sends a notice, or keeps it until it may go. @throws when it could not be sent, or somebody else is sending it now. */
export async function deliver(owed: PendingNotice, passing: Effects): Promise<void> {
  if (isEnded(recordOf(owed))) return
  const { file, seq } = owed
  if (await deferIfQuiet(owed, passing)) return
  const claimed = await claim(owed, passing)
  if (!claimed) throw new Error(`The notice ${seq} of the case ${file.state.id} is being sent by another.`)
  await post([claimed], passing)
}

/** Sends one reader's notices as one mail; those that somebody else is sending are left to him. @throws when it could not be sent. */
export async function deliverTogether(all: readonly PendingNotice[], passing: Effects): Promise<void> {
  const claimed: Claimed[] = []
  for (const owed of all) {
    if (isEnded(recordOf(owed)) || (await deferIfQuiet(owed, passing))) continue
    const one = await claim(owed, passing)
    if (one) claimed.push(one)
  }
  if (claimed.length === 0) return
  await post(claimed, passing).catch(async (error: unknown) => {
    if (isRefusal(error)) await putOff(claimed, passing)
    throw error
  })
}

/** What SES refused together waits to go together: one by one it would be many times the mails, when SES has enough of them. */
async function putOff(claimed: readonly Claimed[], { now }: Effects): Promise<void> {
  const tableName = environment('TABLE_NAME')
  const at = now()
  for (const { owed } of claimed) {
    const { file, seq, notice } = owed
    const attempts = (recordOf(owed)?.attempts ?? 0) + 1
    if (attempts >= TOGETHER_TRIES) continue
    await keepNotice({ tableName, caseId: file.state.id, seq, notice, at, until: later(at, PUT_OFF_MS), attempts })
  }
}

/** Keeps a notice that may not go now. @returns whether it has to wait. */
async function deferIfQuiet(owed: PendingNotice, { now }: Effects): Promise<boolean> {
  const { file, seq, notice } = owed
  const at = now()
  const until = waitOf(deployedRegion(), owed, at)
  if (!until) return false
  const attempts = recordOf(owed)?.attempts ?? 0
  await keepNotice({ tableName: environment('TABLE_NAME'), caseId: file.state.id, seq, notice, at, until, attempts })
  return true
}

async function claim(owed: PendingNotice, { now, random }: Effects): Promise<Claimed | undefined> {
  const { file, seq, notice } = owed
  const { state } = file
  const { secret, hash, link } = issueLink(state, notice.link, notice.recipient, now(), random)
  const known = recordOf(owed)
  const attempts = (known?.attempts ?? 0) + 1
  const tableName = environment('TABLE_NAME')
  if (
    !(await claimNotice({ tableName, caseId: state.id, seq, notice, at: now(), link: linkItem(hash, link), attempts }))
  )
    return undefined
  if (known?.status === 'claimed') count('NoticeRepeated', 1, { caseId: state.id, seq, kind: notice.kind })
  return { owed, linkUrl: `${environment('PUBLIC_URL')}${pathOf[notice.link]}${secret}` }
}

async function post(claimed: readonly Claimed[], passing: Effects): Promise<void> {
  const [first] = claimed
  const { file, notice } = first!.owed
  const region = deployedRegion()
  const reader = readerOf(region, file, notice.recipient)
  if (!reader.address) {
    await end(claimed, passing, { status: 'skipped' })
    return log('notice has no address', { caseId: file.state.id, kind: notice.kind })
  }
  const raw = await composed(claimed, reader, passing)
  const mailId = await sendMail({
    from: region.mail.from,
    to: reader.address,
    raw,
    configurationSet: environment('CONFIGURATION_SET'),
    tags: tagsFor(
      notice.recipient,
      claimed.map(({ owed }) => ({ caseId: owed.file.state.id, seq: owed.seq })),
    ),
  }).catch(async (error: unknown) => {
    if (isRefusal(error)) await end(claimed, passing, { status: 'failed' })
    throw error
  })
  await end(claimed, passing, { status: 'sent', mailId })
  for (const { owed } of claimed)
    log('notice sent', { caseId: owed.file.state.id, seq: owed.seq, kind: owed.notice.kind, together: claimed.length })
}

function composed(claimed: readonly Claimed[], reader: Reader, { now, random }: Effects): Promise<Buffer> {
  const region = deployedRegion()
  const { who, language, name, address } = reader
  const at = now()
  const inputs = claimed.map(({ owed, linkUrl }): LetterInput => {
    const { file, event, notice } = owed
    return { region, file, event, notice, recipient: who, linkUrl, language, at }
  })
  const letter = inputs.length === 1 ? letterFor(inputs[0]!) : digestOf(inputs, at)
  const recipient = who === 'citizen' ? who : who.id
  const cases = [...new Set(inputs.map(({ file }) => file.state.id))]
  const to = { address: address ?? '', name }
  return composeMail({ region, cases, recipient, letter, language, to, at, random })
}

async function end(claimed: readonly Claimed[], { now }: Effects, how: NoticeEnd): Promise<void> {
  for (const { owed } of claimed) {
    const { file, seq, notice } = owed
    await endNotice(environment('TABLE_NAME'), file.state.id, seq, notice.recipient, now(), how)
  }
}
