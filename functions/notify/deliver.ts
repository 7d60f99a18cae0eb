// Claim, send, mark: one notice to one person. A failed send gives the claim back; a crash leaves it to expire.
import type { CaseEvent } from '../case/case.ts'
import type { Random } from '../case/ids.ts'
import type { Notice } from '../case/notices.ts'
import { contactOf } from '../case/people.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { count, log } from '../edge/log.ts'
import { issueLink, pathOf } from '../links/links.ts'
import { letterFor } from '../mail/letters.ts'
import { composeMail } from '../mail/compose.ts'
import { sendMail } from '../mail/send.ts'
import { firstMessage, type CaseFile } from '../store/load.ts'
import { claimNotice, endNotice } from '../store/notices.ts'

export interface Delivery {
  readonly file: CaseFile
  readonly event: CaseEvent
  readonly seq: number
  readonly notice: Notice
  /** ISO, UTC. */
  readonly now: () => string
  readonly random: Random
}

/** @throws when the mail could not be sent, or when somebody else is sending it at this moment. */
export async function deliver({ file, event, seq, notice, now, random }: Delivery): Promise<void> {
  const tableName = environment('TABLE_NAME')
  const region = deployedRegion()
  const { state } = file
  const { recipient } = notice
  const known = file.notices.find((record) => record.seq === seq && record.recipient === recipient)
  if (known?.status === 'sent' || known?.status === 'skipped') return

  const link = issueLink(state, notice.link, recipient, now(), random)
  const attempts = (known?.attempts ?? 0) + 1
  const claim = { tableName, caseId: state.id, seq, notice, at: now(), link: link.item, attempts }
  if (!(await claimNotice(claim)))
    throw new Error(`The notice ${seq} of the case ${state.id} is being sent by another.`)
  if (known?.status === 'claimed') count('NoticeRepeated', 1, { caseId: state.id, seq, kind: notice.kind })

  const contact = recipient === 'citizen' ? undefined : contactOf(region, recipient)
  const address = contact?.email ?? (recipient === 'citizen' ? firstMessage(file)?.author?.email : undefined)
  if (!address) {
    await endNotice(tableName, state.id, seq, recipient, now(), { status: 'skipped' })
    return log('notice has no address', { caseId: state.id, seq, kind: notice.kind })
  }
  const language = contact
    ? (region.languages.find((one) => one === contact.language) ?? region.languages[0]!)
    : state.language
  const linkUrl = `${environment('PUBLIC_URL')}${pathOf[notice.link]}${link.secret}`
  const letter = letterFor({ region, file, notice, event, recipient: contact ?? 'citizen', linkUrl, language })
  const to = { address, name: contact?.name ?? '' }
  const raw = await composeMail({ region, state, recipient, letter, language, to, at: now(), random })
  const mailId = await sendMail({
    from: region.mail.from,
    to: address,
    raw,
    configurationSet: environment('CONFIGURATION_SET'),
  }).catch(async (error: unknown) => {
    await endNotice(tableName, state.id, seq, recipient, now(), { status: 'failed' })
    throw error
  })
  await endNotice(tableName, state.id, seq, recipient, now(), { status: 'sent', mailId })
  log('notice sent', { caseId: state.id, seq, kind: notice.kind })
}
