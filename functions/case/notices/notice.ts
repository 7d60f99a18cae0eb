// What a notice is: one event told to one recipient. That pair is its identity, by which it is claimed and sent once.
// Made by notices-for.ts, stored by the store.

export type LinkPurpose = 'respond' | 'review' | 'triage' | 'track'

/** What citizens are told, and nobody else. */
export type CitizensKind =
  | 'received' // it is here, and by when somebody is to answer for it
  | 'registered' // who answers, and by when
  | 'joined' // it is here, and there is an open case about the same
  | 'address-left' // to an address that was left later
  | 'late' // a date that was promised has passed
  | 'question'
  | 'extended'
  | 'interim'
  | 'answer'
  | 'rejected'
  | 'closed'
  | 'erasure-refused'

export type NoticeKind =
  | 'work' // to the responder: a case is yours
  | 'handed-back'
  | 'taken' // to a responder: the case is no longer yours
  | 'returned' // to the responder: the answer needs rework
  | 'clarified'
  | 'added' // to whoever works on the case: the citizen said more
  | 'extension-decided'
  | 'fresh-link'
  | 'receipt'
  | 'code' // to whoever has to show that they read mails to their address
  | 'call' // to the responder or an operator: the citizen is to be told the answer by telephone
  | 'outcome' // to the responder: what became of the answer
  | 'warning'
  | 'missed'
  | 'escalation'
  | 'undelivered' // to whoever stands in: the mail to another did not arrive
  | 'no-reply' // to the responder: the citizen's time to answer is over, the work goes on
  | 'question-undelivered' // to the responder: the citizen was not reached
  | 'withdrawn' // to the responder: the citizen took the message back
  | 'unmerged' // to the responder: the case stands on its own again
  | 'triage' // to operators
  | 'moderation'
  | 'extension-asked'
  | 'dead-address'
  | 'by-hand' // to an operator: what was to be said in a social network was not, or nobody knows
  | 'erasure-asked'
  | 'disowned' // to the operator: somebody says that an act was not theirs
  | 'review' // to moderators
  | 'rescheduled'
  | CitizensKind

export interface Notice {
  /** A contact's id, or "citizen". */
  readonly recipient: string
  readonly kind: NoticeKind
  readonly link: LinkPurpose
}
