// Names every text of the citizens' form. Part of shape.ts.
import type { Direction } from '../../routing/near-place.ts'

export interface ReportWords {
  readonly title: string
  readonly intro: string
  readonly text: string
  readonly textHint: string
  /** Where the region takes them. */
  readonly photosLater: string
  readonly topicHint: string
  readonly place: string
  readonly address: string
  readonly addressHint: string
  readonly optional: (label: string) => string
  readonly lettersLeft: (count: number) => string
  readonly you: string
  readonly name: string
  readonly email: string
  readonly emailHint: string
  readonly emailForeign: string
  readonly emailWrong: string
  readonly phone: string
  readonly phoneHint: string
  readonly consent: string
  readonly toCheck: string
  readonly send: string
  readonly trap: string
  readonly alreadySent: string
  /** The same words of the same person within the hour. */
  readonly sentBefore: (caseId: string) => string
  readonly again: string
  /** What an address names, as that of a sheet by a bus stop, and the form cannot take: where the field is on the form. */
  readonly passedOver: {
    readonly title: string
    readonly names: Readonly<Record<'topic' | 'municipality' | 'address' | 'point', string>>
  }
  readonly point: {
    readonly label: string
    readonly hint: string
    readonly choose: string
    readonly change: string
    readonly takeAway: string
    readonly outside: string
    /** A point in words: the municipality, and how far from which settlement. */
    readonly near: (kind: string, name: string, km: number, direction: Direction) => string
    readonly chosen: string
  }
  readonly map: {
    readonly title: string
    readonly intro: string
    readonly closer: string
    readonly exact: string
    /** What the picture is, for those who do not see it. */
    readonly picture: string
    readonly missed: string
    readonly keep: string
    readonly whole: string
    readonly zoom: string
    readonly without: string
    readonly kilometres: (km: number) => string
    readonly here: string
    readonly hereWorking: string
    readonly hereFailed: string
  }
  readonly checking: {
    readonly title: string
    readonly intro: string
    readonly change: string
    readonly notGiven: string
    readonly next: string
    readonly steps: (by: {
      readonly assigned: string
      readonly answered: string
      readonly topicKnown: boolean
      /** How the citizen is told: by mail, by telephone, or on the page alone. */
      readonly told: 'mail' | 'phone' | 'page'
    }) => readonly string[]
  }
  /** Topics found in the citizen's words. */
  readonly topics: Readonly<
    Record<
      'title' | 'question' | 'hint' | 'none' | 'nothing' | 'nothingNamed' | 'wish' | 'wishHint' | 'find' | 'all',
      string
    >
  > & {
    readonly option: (name: string, words: readonly string[]) => string
  }
  readonly nearby: {
    readonly title: string
    readonly intro: string
    readonly same: (one: {
      readonly topic: string
      readonly metres: number
      readonly since: string
      readonly organisation: string
      readonly until: string
      readonly others: number
    }) => string
    readonly other: string
    readonly question: string
    readonly then: string
    readonly more: string
  }
  /** Very many write at once. */
  readonly crowded: {
    readonly title: string
    readonly working: string
    readonly ready: string
    /** Where the browser can do no work. */
    readonly wait: (minutes: number, phone: string) => string
  }
}
