// Finds the mail of ours that a mail replies to, and whether its sender is whom we wrote to. A signed address or reference names it; a case's
// number alone names nothing, but to those whose own case it is. Called by take.ts.
import { timingSafeEqual } from 'node:crypto'
import { type CaseFile, firstMessage, type NoticeRecord } from '../case/case-file.ts'
import { contactOf } from '../case/people.ts'
import type { Region } from '../../regions/schema.ts'
import { type ReplyToken, signatureOf, signedPart } from '../links/reply-token.ts'
import { loadCaseFile } from '../store/load.ts'
import { keyedHashes } from '../store/persons.ts'
import type { Incoming } from './incoming.ts'
import type { Pointer } from './whose.ts'

export interface Replied {
  readonly file: CaseFile
  /** What became of the mail that is replied to. */
  readonly notice: NoticeRecord
  /** Whether it is from whom we wrote to, and their domain vouches for that. */
  readonly isReaders: boolean
}

export async function repliedTo(incoming: Incoming, { tokens, caseId }: Pointer): Promise<Replied | undefined> {
  const { tableName, at, region, mail, isAuthentic } = incoming
  const isOf = (file: CaseFile, { recipient }: NoticeRecord) =>
    isAuthentic && mail.from !== undefined && addressOf(region, file, recipient) === mail.from.address
  let forwarded: Replied | undefined
  for (const token of tokens) {
    const file = await loadCaseFile(tableName, token.caseId, at)
    const notice = file && (await signedFor(tableName, file, token))
    if (!file || !notice) continue
    if (isOf(file, notice)) return { file, notice, isReaders: true }
    forwarded ??= { file, notice, isReaders: false }
  }
  if (forwarded) return forwarded
  const file = caseId === undefined ? undefined : await loadCaseFile(tableName, caseId, at)
  const latest = file?.notices.filter((notice) => isOf(file, notice)).toSorted((a, b) => b.seq - a.seq)[0]
  return file && latest && { file, notice: latest, isReaders: true }
}

/** Of the mails about an event, that to whose reader the token was signed. */
async function signedFor(tableName: string, file: CaseFile, token: ReplyToken): Promise<NoticeRecord | undefined> {
  const told = file.notices.filter(({ seq }) => seq === token.seq)
  const parts = told.map(({ recipient }) => signedPart(token, recipient))
  const hashes = await keyedHashes(tableName, parts)
  const given = Buffer.from(token.signature)
  return told.find((_, index) => timingSafeEqual(Buffer.from(signatureOf(hashes[index]!)), given))
}

function addressOf(region: Region, file: CaseFile, recipient: string): string | undefined {
  const address = recipient === 'citizen' ? firstMessage(file)?.author?.email : contactOf(region, recipient)?.email
  return address?.toLowerCase()
}
