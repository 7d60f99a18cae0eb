// Names the texts of the officials' pages. Part of shape.ts.
import type { CitizensKind } from '../../case/notices/notice.ts'
import type { TemplateVariable } from '../../../regions/vocabulary.ts'
import type { AnswerSort } from '../../case/case.ts'
import type { Confirmation, Notice } from './shape.ts'

export type CitizensMails = Readonly<Record<CitizensKind, string>>

export interface RespondWords {
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
  /** What the answer says; a promise with the date that the final answer is due then. */
  readonly sorts: Readonly<Record<AnswerSort, (due: string) => string>>
  readonly promisedFor: string
  readonly promisedHint: (last: string) => string
  /** Ready answers; `missing` stands for what a case does not say. */
  readonly templates: Readonly<Record<'label' | 'hint' | 'insert', string>> & {
    readonly missing: Readonly<Record<TemplateVariable, string>>
    /** What nobody filled in. */
    readonly left: (blanks: string) => string
  }
  readonly send: string
  readonly questionText: string
  readonly questionHint: string
  /** Of a citizen without e-mail: who passes the question on. */
  readonly questionRelayed: (system: string) => string
  readonly organisation: string
  readonly reason: string
  readonly suggestion: string
  readonly extendReason: string
  /** By whose leave. */
  readonly extendHint: Readonly<Record<'automatic' | 'operator', string>>
  readonly extendUntil: string
  readonly extendLast: (last: string) => string
  readonly nothingToDo: string
  readonly outcome: Readonly<Record<'edited' | 'rated', string>>
  readonly extensionAsked: string
  readonly ifExtended: (due: string) => string
  readonly done: Readonly<Record<'accept' | 'answer' | 'ask' | 'extend' | 'extended', Confirmation>>
}

export interface ReviewWords {
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
  /** Of an answer to several who wrote about the same. */
  readonly readByOthers: (count: number) => string
  /** Above an answer in which a moderator's changes are marked. */
  readonly editedBy: (whose: string) => string
  readonly draft: string
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
  /** What routing found likely, each with who answers for it. */
  readonly ready: string
  readonly readyHint: string
  /** How likely a ready choice is right, in percent. */
  readonly about: (percent: number) => string
  readonly byRoutes: string
  /** Where the rules name nobody: what is to be chosen. */
  readonly routesNeed: Readonly<Record<'municipality' | 'organisation', string>>
  readonly reassign: string
  readonly reject: string
  readonly rejectGround: string
  readonly rejectReason: string
  readonly why: string
  /** What the citizen is asked meanwhile, and that they answered before without it being enough. */
  readonly citizenAsked: (topic: boolean, place: boolean) => string
  readonly citizenAnswered: string
  readonly found: string
  readonly routed: string
  readonly declined: string
  readonly suggestion: string
  readonly extension: string
  readonly grant: string
  readonly grantSure: string
  readonly grantReason: string
  readonly grantHint: (due: string) => string
  readonly grantTooLate: string
  /** Of a day that is not after the deadline any more. */
  readonly grantTooSoon: string
  readonly refuse: string
  readonly refuseReason: string
  /** What was decided, by whom and when; empty where nothing was. */
  readonly movedOn: (what: string) => string
  readonly decided: string
  readonly missed: string
  readonly callOrReassign: (organisation: string) => string
  readonly done: Readonly<
    Record<
      | 'publish'
      | 'unpublish'
      | 'approve'
      | 'edit'
      | 'return'
      | 'admit'
      | 'assign'
      | 'reject'
      | 'grant'
      | 'refuse'
      | 'erase'
      | 'keep'
      | 'check',
      Confirmation
    >
  >
  /** Somebody says that acts were not theirs. */
  readonly disowned: Readonly<Record<'title' | 'todo' | 'check' | 'sure' | 'draft', string>> & {
    readonly says: (whose: string, when: string) => string
  }
  readonly erasure: string
  /** While the law wants an answer, and after it. */
  readonly erasureHint: Readonly<Record<'owed' | 'over', string>>
  readonly erase: string
  readonly eraseSure: string
  readonly keep: string
  readonly keepReason: string
  /** Of an answer on the public pages. */
  readonly publishing: Readonly<
    Record<
      'publish' | 'change' | 'tick' | 'hint' | 'question' | 'answer' | 'sure' | 'standing' | 'takeOff' | 'takeOffSure',
      string
    >
  > & {
    /** Of a text that names the citizen. */
    readonly named: (words: string) => string
  }
}

/** Pages of links that no longer act. */
export interface LapsedWords {
  readonly superseded: Notice
  readonly renewed: Notice
  readonly expired: Notice
  readonly revoked: Notice
  readonly gone: { readonly title: string; readonly advice: (phone: string) => string }
  readonly notMe: string
  readonly nowWith: string
  /** After the act that ended the link. */
  readonly done: Readonly<Record<'handover' | 'decline' | 'handedBack', Confirmation>>
  readonly kept: Confirmation
  readonly freshLink: string
  readonly freshHint: string
  readonly freshSure: string
  readonly freshSent: Confirmation
}
