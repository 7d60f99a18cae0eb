// What a reply asks of a case, as it stands: the same as a link of the mail could, and no more. Or why it asks nothing, and its sender is told.
// Pure. Called by take-reply.ts.
import type { Case } from '../case/case.ts'
import type { NoticeRecord } from '../case/case-file.ts'
import type { Command, RefusalCode } from '../case/commands.ts'
import type { CaseEvent } from '../case/events.ts'
import { replay } from '../case/evolve.ts'
import { holderOf } from '../case/link-holder.ts'
import { needsCode, replyBecomes } from '../case/notices/inviting.ts'
import type { NoticeKind } from '../case/notices/notice.ts'
import { open } from '../case/statuses.ts'
import type { Region } from '../../regions/schema.ts'
import { linkFor } from '../links/links.ts'
import type { Telling } from '../mail/words/replies.ts'

export interface ReplyAsked {
  readonly region: Region
  readonly file: { readonly state: Case; readonly events: readonly CaseEvent[] }
  readonly notice: NoticeRecord
  /** Their own words. */
  readonly words: string
  /** The name that the words of a citizen are kept under. */
  readonly messageId: string
  /** When its sender wrote it, by their clock (ISO, UTC). */
  readonly date: string | undefined
  /** ISO, UTC. */
  readonly at: string
}

export type Wanted = { readonly command: Command; readonly keepsWords: boolean } | { readonly cannot: Telling }

export function wantedBy(asked: ReplyAsked): Wanted {
  return asked.notice.recipient === 'citizen' ? ofCitizen(asked) : ofOfficial(asked)
}

function ofOfficial({ region, file, notice, words, at }: ReplyAsked): Wanted {
  const { state, events } = file
  const { recipient, seq, kind } = notice
  const shown = replay(state.id, events.slice(0, seq))
  const link = linkFor(shown, 'respond', recipient, sentAt(notice))
  const { lapsed, actor } = holderOf(link, file, region, at)
  if (lapsed) return { cannot: lapsed === 'superseded' ? 'superseded' : 'over' }
  if (replyBecomes(region, state, { recipient, kind: kind as NoticeKind, link: 'respond' }) !== 'answer')
    return { cannot: 'page' }
  if (needsCode(region, state)) return { cannot: 'sensitive' }
  const command = { type: 'Answer', by: actor, assignment: shown.assignment, text: words, mailed: true } as const
  return { command, keepsWords: false }
}

function ofCitizen({ file, notice, messageId, date = '', at }: ReplyAsked): Wanted {
  const { state, events } = file
  const { seq } = notice
  const by = { role: 'citizen' } as const
  if (state.erasedAt || linkFor(state, 'track', 'citizen', sentAt(notice)).expiresAt <= at) return { cannot: 'over' }
  // The page behind the mail's link asks this first, too.
  if (state.mailing !== 'confirmed') return { cannot: 'unconfirmed' }
  const { question } = state.round
  if (state.status === 'clarification' && question) {
    const hasSeenIt = seq >= (question.seq ?? 0) || date >= question.at
    if (!hasSeenIt) return { cannot: 'asked since' }
    return { command: { type: 'Clarify', by, messageId, questionAt: question.at }, keepsWords: true }
  }
  const { missing, askedAt } = state
  if (state.status === 'triage' && missing?.place && !missing.topic && askedAt)
    return { command: { type: 'Supply', by, messageId, askedAt }, keepsWords: true }
  if (open.includes(state.status)) return { command: { type: 'AddWords', by, messageId }, keepsWords: true }
  return { cannot: state.status === 'merged' ? 'merged' : events.some(isAnswer) ? 'answered' : 'over' }
}

function isAnswer({ type }: CaseEvent): boolean {
  return type === 'answer_approved' || type === 'answer_shared'
}

function sentAt({ endedAt, claimedAt }: NoticeRecord): string {
  return endedAt ?? claimedAt
}

/** What is said of a reply that the case refused. */
export function tellingOf(code: RefusalCode): Telling {
  switch (code) {
    case 'superseded':
      return 'superseded'
    case 'too many notes':
      return 'too many'
    case 'empty text':
      return 'empty'
    case 'erased':
    case 'not yours':
      return 'over'
    default:
      return 'page'
  }
}
