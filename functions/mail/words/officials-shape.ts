// Names the texts of the letters to officials that their pages say too. Part of shape.ts.
import type { OfficialClock } from '../../case/clocks/clock.ts'
import type { EventType } from '../../case/events.ts'
import type { CitizensKind, NoticeKind } from '../../case/notices/notice.ts'

export type OfficialKind = Exclude<NoticeKind, CitizensKind>

/** The acts of which a receipt is sent. */
export type Receipted = Extract<
  EventType,
  'accepted' | 'answered' | 'handed_over' | 'handed_back' | 'declined' | 'clarification_asked' | 'extension_requested'
>

export interface OfficialWords {
  readonly headings: Readonly<Record<OfficialKind, string>>
  /** Heads the mail with a code; without digits the history's name of it. */
  readonly code: (digits: string) => string
  /** Heads a breach for whoever let it happen, and for whoever is told of it. */
  readonly youMissed: Readonly<Record<OfficialClock, string>>
  readonly notDone: Readonly<Record<OfficialClock, string>>
  readonly reopened: Readonly<Record<'byCitizen' | 'byOperator', string>>
  readonly assignedBy: (operator: string) => string
  readonly assignedByCentre: (person: string) => string
  readonly handedOverBy: (whose: string) => string
  readonly handedBackBy: (whose: string) => string
  readonly extended: (time: string) => string
  readonly notExtended: string
  readonly interim: { readonly heading: string }
  readonly suggestion: string
  readonly mayGoTo: string
  /** Heads a receipt. */
  readonly did: Readonly<Record<Receipted, string>>
  /** Heads what became of an answer. */
  readonly outcome: Readonly<Record<'sent' | 'edited' | 'closed', string>> & {
    readonly rated: (score: number | undefined, solved: boolean) => string
  }
}
