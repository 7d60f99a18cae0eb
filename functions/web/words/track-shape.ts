// Names the texts of the citizen's page. Part of shape.ts.
import type { Outcome } from '../../case/case.ts'
import type { PauseReason } from '../../case/clocks/clock.ts'
import type { Status } from '../../case/statuses.ts'
import type { PublicEvent } from '../case/public-events.ts'
import type { Confirmation, Said } from './shape.ts'

export interface TrackWords {
  readonly title: string
  readonly answerBy: string
  /** Why the date of the answer stands still. */
  readonly paused: Readonly<Record<PauseReason, string>>
  /** After a date that was not kept. */
  readonly pausedNow: (paused: string) => string
  readonly thread: string
  readonly history: string
  /** Above an answer: whose it is; that work went on; that it was sent back by its reader, or by us. */
  readonly answers: Readonly<Record<'interim' | 'returned' | 'former', string>> & {
    readonly final: (organisation: string) => string
  }
  readonly reopenedByUs: string
  readonly question: string
  /** What the citizen is asked while an operator has not found whose matter it is. */
  readonly missing: {
    readonly title: string
    /** By what is not known: where it is, what it is about, or both. */
    readonly why: Readonly<Record<'place' | 'topic' | 'both', string>>
    readonly then: string
    readonly topic: string
    readonly noneFits: string
    readonly place: string
    readonly likely: string
    readonly others: string
    /** Instead of a municipality. */
    readonly inWords: string
    readonly where: string
    readonly whereHint: string
    readonly whereMissing: string
    readonly send: string
  }
  readonly replyBy: string
  readonly yourReply: string
  readonly send: string
  readonly rate: string
  readonly solved: string
  /** The one question: solved, back to work, or neither; the last where nothing can go back any more. */
  readonly verdicts: Readonly<Record<'yes' | 'return' | 'no' | 'noMore', string>>
  /** To whoever gave two answers at once on a page of before. */
  readonly sayAgain: string
  /** The tick of whoever came by a button of the mail, which chose for them. */
  readonly chosenByMail: string
  readonly score: string
  readonly scores: readonly [string, string, string, string, string]
  readonly comment: string
  readonly commentHint: string
  readonly commentMissing: string
  readonly reopenTitle: string
  readonly reopenReason: string
  readonly reopenSend: string
  /** The stages in a row; short. */
  readonly steps: Readonly<Record<'received' | 'passedOn' | 'inWork' | 'answered', string>>
  readonly statuses: Readonly<Record<Status, string>>
  readonly yourRating: string
  readonly said: Readonly<Record<Said, string>>
  readonly events: Readonly<Record<PublicEvent, string>>
  readonly outcomes: Readonly<Record<Outcome, string>>
  readonly add: Readonly<
    Record<'heading' | 'withPlace' | 'text' | 'place' | 'placeHint' | 'placeSame' | 'placeIs' | 'send', string>
  >
  readonly withdraw: Readonly<Record<'heading' | 'hint' | 'sure' | 'send', string>>
  readonly next: string
  readonly writeAgain: string
  readonly leaveAddress: string
  readonly withoutMail: string
  /** Where no mail arrives and a telephone was left. */
  readonly willCall: string
  readonly mailFailed: string
  /** Why no mails are sent: their reader said so of this case, or of their address. */
  readonly mailStopped: Readonly<Record<'stopped' | 'never' | 'course', string>>
  readonly chooseMails: string
  /** To whoever reads a mail to an address that anybody may have named. */
  readonly mails: Readonly<
    Record<'title' | 'intro' | 'received' | 'choice' | 'send' | 'stoppedTitle' | 'again', string>
  > & {
    readonly options: Readonly<Record<'mine' | 'course' | 'case' | 'address', string>>
    readonly stoppedText: Readonly<Record<'stopped' | 'never', string>>
  }
  readonly done: Readonly<
    Record<
      | 'registered'
      | 'missing'
      | 'mine'
      | 'stopped'
      | 'course'
      | 'address'
      | 'clarify'
      | 'rate'
      | 'reopen'
      | 'erase'
      | 'eraseAsked'
      | 'add'
      | 'withdraw',
      Confirmation
    >
  >
  readonly erase: {
    readonly heading: string
    /** What follows: of a case under way, of one that is over, of one whose answer the law wants. */
    readonly at: Readonly<Record<'underWay' | 'over' | 'owed', string>>
    readonly sure: string
    readonly send: string
    readonly ask: string
    readonly waiting: string
    readonly refused: string
    readonly done: (date: string) => string
  }
}
