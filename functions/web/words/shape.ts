// Names every text of the pages: a language that lacks one is a type error.
import type { Status } from '../../case/statuses.ts'
import type { EventType } from '../../case/events.ts'
import type { PauseReason } from '../../case/clocks/clock.ts'
import type { ClockName, Term } from '../../../regions/schema.ts'
import type { Outcome, Undecided } from '../../case/case.ts'
import type { Reason } from '../../routing/routing.ts'
import type { MailFailure } from '../../case/notices/failed-mail.ts'
import type { RefusalCode, Shown } from '../../case/commands.ts'
import type { PublicEvent } from '../case/public-events.ts'
import type { ReportWords } from './report-shape.ts'

/** What is said after an act. */
interface Confirmation {
  readonly title: string
  readonly next: string
}

/** What passed between a citizen and those who answer them. */
export type Said = 'message' | 'question' | 'reply' | 'reopened' | 'remark'

export interface Words {
  readonly footer: string
  readonly about: Readonly<Record<'who' | 'policy' | 'storage' | 'accessibility', string>>
  readonly errorTitle: string
  readonly check: string
  readonly paused: string
  readonly provisional: string
  readonly late: string
  readonly notAForm: string
  readonly notUtf8: string
  readonly formBroken: string
  readonly required: string
  readonly choose: string
  /** What is to be picked from a list, by the name of its field. */
  readonly chooseFrom: Readonly<Record<'topic' | 'organisation', string>>
  readonly tick: string
  readonly tooLong: (limit: number) => string
  readonly notChosen: string
  readonly erased: string
  readonly number: string
  readonly topic: string
  readonly place: string
  readonly address: string
  readonly responsible: string
  readonly status: string
  readonly coordinates: string
  readonly regime: string
  readonly statutory: string
  readonly similar: string
  readonly answered: string
  readonly unsent: Notice
  /** Whom to call in danger. */
  readonly emergency: { readonly title: string; readonly call: string }
  readonly said: Readonly<Record<Said, string>>
  readonly history: string
  readonly citizen: string
  readonly statuses: Readonly<Record<Status, string>>
  readonly events: Readonly<Record<EventType, string>>
  readonly clocks: Readonly<Record<ClockName, string>>
  readonly undecided: Readonly<Record<Undecided, string>>
  /** Instead of a municipality, where a point lies in none. */
  readonly outside: string
  readonly evidence: Readonly<Record<Reason['step'], (found: string) => string>>
  readonly rating: (score: number | undefined, solved: boolean) => string
  readonly failedMail: Readonly<Record<MailFailure | 'dead', string>>
  readonly askedInstead: (whom: string) => string
  readonly refusals: Readonly<Record<RefusalCode, string>>
  /** What was stale, by what the form carried of its page. */
  readonly stale: Readonly<Record<Exclude<keyof Shown, 'from'>, string>>
  /** Heads the list of what happened since the page was opened. */
  readonly since: string
  /** Pages of links that no longer act. */
  readonly lapsed: {
    readonly superseded: Notice
    readonly renewed: Notice
    readonly expired: Notice
    readonly gone: { readonly title: string; readonly advice: (phone: string) => string }
    readonly nowWith: string
    readonly kept: Confirmation
    readonly freshLink: string
    readonly freshHint: string
    readonly freshSure: string
    readonly freshSent: Confirmation
  }
  readonly problems: {
    readonly notFound: Notice
    readonly expired: Notice
    readonly tooMany: Notice
    readonly refused: Notice
    readonly fault: Notice
    readonly code: string
  }
  readonly respond: {
    readonly title: string
    readonly answerBy: string
    readonly acceptBy: string
    readonly returned: string
    readonly previousAnswer: string
    readonly actions: Readonly<Record<'accept' | 'answer' | 'ask' | 'handover' | 'decline' | 'extend', string>>
    readonly acceptHint: string
    readonly acceptSure: string
    readonly answerText: string
    readonly answerHint: string
    readonly kind: string
    readonly final: string
    /** With the date that the final answer is due then. */
    readonly interim: (due: string) => string
    readonly send: string
    readonly questionText: string
    readonly questionHint: string
    readonly organisation: string
    readonly reason: string
    readonly suggestion: string
    readonly extendReason: string
    readonly extendHint: (due: string, automatic: boolean) => string
    readonly nothingToDo: string
    readonly extensionAsked: string
    readonly done: Readonly<
      Record<'accept' | 'answer' | 'ask' | 'handover' | 'decline' | 'handedBack' | 'extend' | 'extended', Confirmation>
    >
  }
  readonly units: Readonly<Record<Term['unit'], (amount: number) => string>>
  readonly track: {
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
    readonly statuses: Readonly<Record<Status, string>>
    readonly yourRating: string
    readonly said: Readonly<Record<Said, string>>
    readonly events: Readonly<Record<PublicEvent, string>>
    readonly outcomes: Readonly<Record<Outcome, string>>
    readonly next: string
    readonly writeAgain: string
    readonly leaveAddress: string
    readonly withoutMail: string
    readonly mailFailed: string
    /** Why no mails are sent: their reader said so of this case, or of their address. */
    readonly mailStopped: Readonly<Record<'stopped' | 'never', string>>
    /** To whoever reads a mail to an address that anybody may have named. */
    readonly mails: Readonly<
      Record<'title' | 'intro' | 'received' | 'choice' | 'send' | 'stoppedTitle' | 'again', string>
    > & {
      readonly options: Readonly<Record<'mine' | 'case' | 'address', string>>
      readonly stoppedText: Readonly<Record<'stopped' | 'never', string>>
    }
    readonly done: Readonly<
      Record<
        'registered' | 'mine' | 'stopped' | 'address' | 'clarify' | 'rate' | 'reopen' | 'erase' | 'eraseAsked',
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
  readonly review: {
    readonly title: string
    readonly interimTitle: string
    readonly triageTitle: string
    readonly extensionTitle: string
    readonly erasureTitle: string
    readonly plainTitle: string
    readonly assignBy: string
    readonly answerBy: string
    readonly checkBy: string
    readonly answerAsSeen: string
    /** When the final answer is due after it, and when without. */
    readonly interimNote: (due: string, now: string) => string
    readonly lastRemark: string
    readonly lastDraft: string
    readonly changed: string
    readonly edit: string
    readonly approve: string
    readonly approveSure: string
    readonly return: string
    readonly returnReason: string
    readonly admit: string
    readonly admitSure: string
    readonly admitHint: string
    readonly assign: string
    readonly reassign: string
    readonly reject: string
    readonly rejectGround: string
    readonly rejectReason: string
    readonly why: string
    readonly found: string
    readonly declined: string
    readonly suggestion: string
    readonly extension: string
    readonly grant: string
    readonly grantSure: string
    readonly grantReason: string
    readonly grantHint: (due: string) => string
    readonly grantTooLate: string
    readonly refuse: string
    readonly refuseReason: string
    /** What was decided, by whom and when; empty where nothing was. */
    readonly movedOn: (what: string) => string
    readonly decided: string
    readonly missed: string
    readonly callOrReassign: (organisation: string) => string
    readonly done: Readonly<
      Record<
        'approve' | 'edit' | 'return' | 'admit' | 'assign' | 'reject' | 'grant' | 'refuse' | 'erase' | 'keep',
        Confirmation
      >
    >
    readonly erasure: string
    /** While the law wants an answer, and after it. */
    readonly erasureHint: Readonly<Record<'owed' | 'over', string>>
    readonly erase: string
    readonly eraseSure: string
    readonly keep: string
    readonly keepReason: string
  }
  readonly report: ReportWords
}

interface Notice {
  readonly title: string
  readonly advice: string
}
