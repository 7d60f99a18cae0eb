// Names the texts of all pages: a language that lacks one is a type error. What one page says alone stands in a shape of its own.
import type { Status } from '../../case/statuses.ts'
import type { EventType } from '../../case/events.ts'
import type { ClockName, Term } from '../../../regions/schema.ts'
import type { Undecided } from '../../case/case.ts'
import type { Reason } from '../../routing/routing.ts'
import type { MailFailure } from '../../case/notices/failed-mail.ts'
import type { RefusalCode, Shown } from '../../case/commands.ts'

/** What is said after an act. */
export interface Confirmation {
  readonly title: string
  readonly next: string
}

/** What passed between a citizen and those who answer them. */
export type Said = 'message' | 'where' | 'question' | 'reply' | 'added' | 'reopened' | 'remark'

export interface Words {
  readonly footer: string
  /** Beside the name of a language that nobody has checked; in such a language, what is said above every page. */
  readonly draft: string
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
  readonly chooseFrom: Readonly<Record<'topic' | 'organisation' | 'day', string>>
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
  /** What a reader still wants who wants no mails about the course of a case. */
  readonly answersOnly: string
  readonly askedInstead: (whom: string) => string
  readonly refusals: Readonly<Record<RefusalCode, string>>
  /** What was stale, by what the form carried of its page. */
  readonly stale: Readonly<Record<Exclude<keyof Shown, 'from'>, string>>
  /** Taking back the last act: what it was, and until when. */
  readonly undo: Readonly<Record<'title' | 'sure' | 'button', string>> & {
    readonly hint: (act: string, until: string) => string
    readonly done: Confirmation
  }
  /** Heads the list of what happened since the page was opened. */
  readonly since: string
  readonly problems: {
    readonly notFound: Notice
    readonly expired: Notice
    readonly tooMany: Notice
    readonly refused: Notice
    readonly fault: Notice
    readonly code: string
  }
  readonly units: Readonly<Record<Term['unit'], (amount: number) => string>>
}

export interface Notice {
  readonly title: string
  readonly advice: string
}
