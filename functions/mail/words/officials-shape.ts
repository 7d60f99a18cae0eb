// Names every text of the letters to officials. Part of shape.ts.
import type { OfficialClock } from '../../case/clocks/clock.ts'
import type { MailFailure } from '../../case/notices/failed-mail.ts'
import type { Disownable, EventType } from '../../case/events.ts'
import type { CitizensKind, NoticeKind } from '../../case/notices/notice.ts'

export type OfficialKind = Exclude<NoticeKind, CitizensKind>

/** The acts of which a receipt is sent. */
export type Receipted = Extract<
  EventType,
  'accepted' | 'answered' | 'handed_over' | 'handed_back' | 'declined' | 'clarification_asked' | 'extension_requested'
>

export interface OfficialWords {
  readonly kinds: Readonly<Record<OfficialKind, { heading: string; text: string; button: string }>>
  /** Begins the subject of a mail, where its kind alone does not say what it asks for. */
  readonly subjects: Readonly<Record<'triage' | 'moderation', (words: string, due: string) => string>>
  /** Heads a breach for whoever let it happen, and for whoever is told of it. */
  readonly youMissed: Readonly<Record<OfficialClock, string>>
  readonly notDone: Readonly<Record<OfficialClock, string>>
  readonly wasDue: (time: string) => string
  readonly heldBy: (person: string) => string
  /** What the reader of a breach can do: for an organisation, as an operator of its case, or in a colleague's place. */
  readonly youCan: Readonly<Record<'answer' | 'reassign' | 'decide' | 'check', string>>
  readonly reopened: Readonly<Record<'byCitizen' | 'byOperator' | 'text' | 'triage' | 'button', string>>
  readonly assignedBy: (operator: string) => string
  readonly handedOverBy: (whose: string) => string
  readonly handedBackBy: (whose: string) => string
  readonly askedBy: (whose: string) => string
  readonly extended: (time: string) => string
  readonly notExtended: string
  /** Who granted the time that was asked for. */
  readonly granted: Readonly<Record<'operator' | 'atOnce' | 'refused', string>>
  readonly why: string
  readonly interim: { readonly heading: string }
  /** Above quotations. */
  readonly said: Readonly<
    Record<
      | 'message'
      | 'question'
      | 'reply'
      | 'added'
      | 'reopened'
      | 'previousAnswer'
      | 'yourAnswer'
      | 'sentAnswer'
      | 'toMend'
      | 'lastRemark'
      | 'reason',
      string
    >
  >
  readonly assignBy: string
  readonly dueNow: string
  readonly dueIfExtended: string
  readonly notReached: (name: string, heading: string) => string
  readonly deadAddress: (name: string, why: MailFailure) => string
  readonly declined: (organisation: string) => string
  readonly suggestion: string
  /** Heads a receipt. */
  readonly did: Readonly<Record<Receipted, string>>
  /** Heads what became of an answer. */
  readonly outcome: Readonly<Record<'sent' | 'edited' | 'closed', string>> & {
    readonly rated: (score: number | undefined, solved: boolean) => string
  }
  /** Heads the mail with a code, and says until when it holds. */
  readonly code: { readonly heading: (digits: string) => string; readonly until: (time: string) => string }
  /** In every receipt. */
  readonly notMe: Readonly<Record<'intro' | 'link', string>>
  /** Somebody says that an act was not theirs. */
  readonly disowned: Readonly<Record<'freshLink' | 'later' | 'undone', string>> & {
    readonly by: (whose: string, act: string) => string
  }
  readonly acts: Readonly<Record<Disownable, string>>
  readonly undo: { readonly button: string; readonly until: (time: string) => string }
}
