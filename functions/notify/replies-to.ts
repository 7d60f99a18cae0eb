// Makes the address at which a reply to a mail acts: signed with the region's secret for the mail's reader. Called by deliver.
import { replyBecomes } from '../case/notices/inviting.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { addressWith, signatureOf, signedPart, writeToken } from '../links/reply-token.ts'
import type { Replies } from '../mail/courier.ts'
import { keyedHashes } from '../store/persons.ts'
import type { PendingNotice } from './pending-notice.ts'

/** Undefined where replies go to the mailbox that people read. */
export async function repliesTo({ file, seq, notice }: PendingNotice): Promise<Replies | undefined> {
  const region = deployedRegion()
  const { inbox } = region.mail
  if (!inbox || !replyBecomes(region, file.state, notice)) return undefined
  const mail = { caseId: file.state.id, seq }
  const [hash] = await keyedHashes(environment('TABLE_NAME'), [signedPart(mail, notice.recipient)])
  const token = writeToken({ ...mail, signature: signatureOf(hash!) })
  return { address: addressWith(inbox.address, token), token }
}
