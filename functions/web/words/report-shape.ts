// Names every text of the citizens' form. Part of shape.ts.
export interface ReportWords {
  readonly title: string
  readonly intro: string
  readonly text: string
  readonly textHint: string
  readonly topicHint: string
  readonly place: string
  readonly address: string
  readonly addressHint: string
  readonly you: string
  readonly name: string
  readonly email: string
  readonly emailHint: string
  readonly emailForeign: string
  readonly emailWrong: string
  readonly phone: string
  readonly consent: string
  readonly send: string
  readonly trap: string
  readonly alreadySent: string
  /** The same words of the same person within the hour. */
  readonly sentBefore: (caseId: string) => string
  readonly again: string
  /** Very many write at once. */
  readonly crowded: {
    readonly title: string
    readonly working: string
    readonly ready: string
    /** Where the browser can do no work. */
    readonly wait: (minutes: number, phone: string) => string
  }
}
