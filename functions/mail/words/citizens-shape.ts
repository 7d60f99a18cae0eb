// Names every text of the letters to citizens. Part of shape.ts.
import type { Standing } from '../../../regions/schema.ts'
import type { CitizensKind } from '../../case/notices/notice.ts'

export interface CitizensWords {
  readonly kinds: Readonly<Record<CitizensKind, { heading: string; text: string; button: string }>>
  readonly yourMessage: string
  /** By when what is promised to happen, where nobody answers yet. */
  readonly until: Readonly<Record<'moderation' | 'assignment', string>>
  readonly broken: Readonly<Record<'moderation' | 'assignment' | 'finalAnswer', (time: string) => string>>
  readonly reminded: string
  /** Whom to call in danger. */
  readonly danger: string
  readonly call: (when: string, phone: string) => string
  readonly nextReminder: (time: string, whom: string) => string
  readonly toWhom: Readonly<Record<Standing, string>>
  /** What a receipt asks: where it is, which of the topics it is about, or both; and what comes of an answer. */
  readonly missing: {
    readonly heading: string
    readonly place: string
    readonly topic: (names: readonly string[]) => string
    readonly both: (names: readonly string[]) => string
    readonly then: string
    readonly button: string
  }
  readonly answerUntil: string
  /** The heading where it is known whom it was passed to. */
  readonly passedTo: (organisation: string) => string
  readonly answeredBy: (organisation: string) => string
  /** The answer's two buttons: each opens the page with its choice made. */
  readonly verdicts: Readonly<Record<'solved' | 'unsolved', string>>
  readonly extendedUntil: (time: string) => string
  readonly topicCorrected: (topic: string) => string
  /** Of a link that is sent once more. */
  readonly linkAgain: string
  readonly moreTime: (reason: string) => string
  readonly replyUntil: (time: string) => string
  readonly silence: Readonly<Record<'close' | 'close for good' | 'resume', string>>
  readonly restsMeanwhile: string
  readonly finalUntil: (time: string) => string
  /** Why a case was closed without an answer, and what its reader can do now. */
  /** After a question without a reply: whether it can be taken up again, and how long. */
  readonly takeUpAgain: (days: number) => string
  readonly why: string
  /** Mails to an address that its reader has not confirmed. */
  readonly unconfirmed: {
    /** Instead of texts that lead over to what somebody wrote. */
    readonly kinds: Partial<Record<CitizensKind, string>>
    readonly ask: string
    readonly button: string
    readonly notYou: string
    readonly stop: string
    readonly why: string
  }
}
