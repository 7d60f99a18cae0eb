// Names the texts that stand in letters to officials and on no page. Part of shape.ts.
import type { ClockName } from '../../../regions/schema.ts'
import type { Undecided } from '../../case/case.ts'
import type { Disownable } from '../../case/events.ts'
import type { MailFailure } from '../../case/notices/failed-mail.ts'
import type { OfficialKind } from './officials-shape.ts'

export interface LetterWords {
  /** What stands below the heading, and on the button. */
  readonly bodies: Readonly<Record<OfficialKind, { text: string; button: string }>>
  readonly own: {
    /** Begins the subject of a mail, where its kind alone does not say what it asks for. */
    readonly subjects: Readonly<Record<'triage' | 'moderation', (words: string, due: string) => string>>
    /** Of a case that was sent back. */
    readonly again: Readonly<Record<'text' | 'triage' | 'button', string>>
    readonly wasDue: (time: string) => string
    readonly heldBy: (person: string) => string
    /** What the reader of a breach can do: for an organisation, as an operator of its case, or in a colleague's place. */
    readonly youCan: Readonly<Record<'answer' | 'reassign' | 'decide' | 'check', string>>
    readonly askedBy: (whose: string) => string
    /** Who granted the time that was asked for. */
    readonly granted: Readonly<Record<'operator' | 'atOnce' | 'refused', string>>
    readonly why: string
    /** Above quotations. */
    readonly said: Readonly<
      Record<
        | 'message'
        | 'question'
        | 'reply'
        | 'added'
        | 'photo'
        | 'reopened'
        | 'previousAnswer'
        | 'yourAnswer'
        | 'sentAnswer'
        | 'toTell'
        | 'toMend'
        | 'lastRemark'
        | 'reason',
        string
      >
    >
    /** Of a case whose citizen no mail reaches. */
    readonly byPhone: string
    readonly assignBy: string
    readonly dueNow: string
    readonly dueIfExtended: string
    readonly notReached: (name: string, heading: string) => string
    readonly deadAddress: (name: string, why: MailFailure) => string
    /** First of all, to whoever stands in for somebody who is away until a day. */
    readonly inPlaceOf: (name: string, until: string) => string
    readonly declined: (organisation: string) => string
    readonly topicCorrected: (topic: string) => string
    /** By an operator, and not by who gets it. */
    readonly linkAgain: string
    readonly codeUntil: (time: string) => string
    /** In every receipt. */
    readonly notMe: Readonly<Record<'intro' | 'link', string>>
    /** Somebody says that an act was not theirs. */
    readonly disowned: Readonly<Record<'freshLink' | 'later' | 'undone', string>> & {
      readonly by: (whose: string, act: string) => string
    }
    readonly acts: Readonly<Record<Disownable, string>>
    readonly undo: { readonly button: string; readonly until: (time: string) => string }
  }
  readonly clocks: Readonly<Record<ClockName, string>>
  readonly undecided: Readonly<Record<Undecided, string>>
  readonly actions: Readonly<Record<'accept' | 'answer' | 'handover' | 'decline' | 'ask' | 'call' | 'extend', string>>
  /** To those on duty: how many cases wait for them. */
  readonly waiting: {
    readonly subject: (cases: number, since: string) => string
    readonly text: string
    readonly open: string
    readonly more: (cases: number) => string
  }
  readonly digest: {
    readonly subject: (cases: number) => string
    readonly heading: (cases: number) => string
    readonly text: string
    readonly due: string
    readonly overdue: string
  }
  readonly message: string
  /** In the place of a text that a mail does not carry. */
  readonly onThePage: string
  readonly unknown: string
  readonly linkNote: string
  readonly orAtOnce: string
  readonly acceptBy: string
  readonly answerBy: string
  /** Beside a date in a year whose calendar is not published. */
  readonly provisional: string
  readonly reviewBy: string
  readonly answerToCheck: string
  readonly number: string
  readonly topic: string
  readonly place: string
  readonly responsible: string
  /** At the end of a quotation that was cut. */
  readonly goesOn: string
  readonly whyOfficial: (person: string) => string
}
