// Which mails may be answered by a reply, and what the reply becomes: a responder's answer, or more words of the citizen. Asked by notify,
// which gives the mail an address for replies, by the letters, which say so, and by inbox, which takes the reply.
import type { Region } from '../../../regions/schema.ts'
import type { Case } from '../case.ts'
import { isSensitive } from '../sensitive.ts'
import { open, withResponder } from '../statuses.ts'
import type { Notice, NoticeKind } from './notice.ts'

/** What asks its reader to work on a case. A reply to any other mail is written to people: whoever hears of a breach may well write to a colleague. */
const asksForWork: readonly NoticeKind[] = [
  ...(['work', 'handed-back', 'returned', 'clarified', 'added', 'extension-decided', 'fresh-link'] as const),
  ...(['no-reply', 'unmerged', 'question-undelivered', 'undelivered', 'warning', 'missed', 'rescheduled'] as const),
]

export type ReplyBecomes = 'answer' | 'words'

/** Undefined where replies go to the mailbox that people read. */
export function replyBecomes(
  { mail }: Pick<Region, 'mail'>,
  { test }: Pick<Case, 'test'>,
  { recipient, link, kind }: Notice,
): ReplyBecomes | undefined {
  // Mails of a test case are read by others than those they are written to.
  if (!mail.inbox || test) return undefined
  if (recipient === 'citizen') return 'words'
  return link === 'respond' && asksForWork.includes(kind) ? 'answer' : undefined
}

/** Whether a reply would do something as the case stands: a letter invites none that would be turned away. */
export function invitesReply(region: Region, state: Case, notice: Notice): ReplyBecomes | undefined {
  const becomes = replyBecomes(region, state, notice)
  switch (becomes) {
    case 'answer':
      return needsCode(region, state) || !withResponder.includes(state.status) ? undefined : becomes
    case 'words':
      return state.mailing === 'confirmed' && open.includes(state.status) ? becomes : undefined
    default:
      return undefined
  }
}

/** Whether its pages ask for a code that a mail cannot give. */
export function needsCode(region: Region, state: Pick<Case, 'topic'>): boolean {
  return region.links.stepUp && isSensitive(region, state)
}
