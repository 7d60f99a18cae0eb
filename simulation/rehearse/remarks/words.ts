// Names the texts of remarks: what is so, an example, what the author of the policy can do. The facts come as words
// already. Read by say.ts.
export interface TriedWords {
  readonly clock: string
  readonly term: string
  /** Where the term stands in the policy. */
  readonly rule: string
  readonly times: number
  readonly of: number
  /** When the clock of the example starts and is due. */
  readonly started: string
  readonly due: string
}

type Facts<More = object> = TriedWords & Readonly<More>

export interface RemarkWords {
  readonly standIn: (step: string, wanted: string, missing: number, of: number, instead: readonly string[]) => string
  readonly stoodIn: (place: string, organisations: number) => string
  readonly lateWarning: (facts: Facts<{ percent: number; written: string }>) => string
  readonly overBeforeTold: (facts: Facts<{ written: string }>) => string
  readonly doubled: (facts: Facts<{ who: string; organisations: number; said: readonly string[] }>) => string
  readonly inStep: (facts: Facts<{ other: string; people: string; same: boolean }>) => string
  readonly outOfOrder: (facts: Facts<{ other: string; topics: string }>) => string
  readonly manyMails: (who: string, letters: string, day: string) => string
  readonly provisional: (days: number, years: string) => string
}
