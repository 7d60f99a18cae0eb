// What a further message of a dialog is to the last case of it: the reply to what was asked, more words, a word on an answer that was given, or the
// beginning of another case (docs/decisions/0063). Pure. Called by take-said.ts.
import type { Case } from '../case/case.ts'
import type { Command } from '../case/commands.ts'
import { open } from '../case/statuses.ts'
import { later } from '../case/clocks/waking.ts'
import { lengthOf } from '../contract/text.ts'

/** A case in which nothing happened for so long is about something else than what is written now (ms). */
const TOGETHER_MS = 7 * 24 * 3_600_000
/** A line after an answer that is no more than this is thanks, or a sigh (characters). */
const A_LINE = 30

export interface Further {
  readonly state: Case
  /** Their own words; empty where there are none. */
  readonly words: string
  /** Whether there is anything but pictures. */
  readonly saysMore: boolean
  readonly edited: boolean
  /** The name that the words are kept under. */
  readonly messageId: string
  /** ISO, UTC. */
  readonly at: string
}

/** A command with the words; pictures alone; a remark on a case that is over; or another case. */
export type Belongs = { readonly command: Command } | 'pictures' | 'ended' | 'another'

export function belongingOf({ state, words, saysMore, edited, messageId, at }: Further): Belongs {
  const by = { role: 'citizen' } as const
  const isRecent = later(state.updatedAt, TOGETHER_MS) > at
  if (state.erasedAt) return 'another'
  if (!open.includes(state.status)) {
    const isOver = ['resolved', 'closed'].includes(state.status)
    return isOver && isRecent && saysMore && lengthOf(words) <= A_LINE ? 'ended' : 'another'
  }
  const { missing, askedAt } = state
  const { question } = state.round
  if (state.status === 'clarification' && question) {
    // What was written before the question does not answer it by being corrected.
    if (edited) return { command: { type: 'Note', by: { role: 'system' }, text: words } }
    return { command: { type: 'Clarify', by, messageId, questionAt: question.at } }
  }
  if (state.status === 'triage' && missing?.place && !missing.topic && askedAt && saysMore && !edited)
    return { command: { type: 'Supply', by, messageId, askedAt } }
  if (!isRecent) return 'another'
  return saysMore ? { command: { type: 'AddWords', by, messageId } } : 'pictures'
}
