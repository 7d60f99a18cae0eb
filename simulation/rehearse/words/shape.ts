// Names every text of a rehearsal: a language that lacks one is a type error.
import type { Strength } from '../letters.ts'
import type { Reminded } from '../../../functions/case/actor.ts'
import type { Manner } from '../manners.ts'
import type { Regime } from '../../../functions/case/case.ts'
import type { RemarkWords } from '../remarks/words.ts'

export interface Words {
  readonly title: (region: string) => string
  readonly policy: (version: string) => string
  readonly dates: (from: string, to: string, days: number, working: number) => string
  readonly invented: (cases: number, seed: number) => string
  readonly only: (organisation: string) => string
  readonly calendar: string
  readonly strengths: Readonly<Record<Strength, string>>
  readonly dayOff: string
  readonly letters: (count: number) => string
  readonly leftOut: (people: number) => string
  readonly untold: (people: number) => string
  readonly centre: string
  readonly citizens: string
  readonly total: string
  readonly places: Readonly<Record<Reminded, string>>
  /** Told to whom. */
  readonly to: Readonly<Record<Reminded | 'citizen', string>>
  readonly manners: Readonly<Record<Manner, string>>
  readonly morning: string
  readonly week: (from: string, to: string) => string
  readonly noWeek: string
  readonly more: (count: number) => string
  readonly silent: string
  readonly noSilent: string
  readonly received: Readonly<Record<Regime, string>>
  readonly nobodyDecides: string
  readonly by: (clock: string, due: string) => string
  readonly warned: (clock: string, percent: number) => string
  readonly missed: (clock: string) => string
  readonly escalated: (clock: string, after: string | undefined) => string
  readonly insteadOf: (place: string) => string
  readonly mail: (to: string) => string
  readonly mailLater: (to: string, what: readonly string[], notices: number) => string
  readonly ends: string
  readonly silentTotal: (letters: string, by: string) => string
  readonly figures: string
  readonly perDay: (median: string, mostly: string) => string
  readonly daysWithout: (share: string) => string
  readonly most: (letters: string, who: string, day: string) => string
  readonly held: (letters: string, notices: number) => string
  readonly reminders: (warnings: number, breaches: number, escalations: number) => string
  readonly inTime: (share: string, inTime: number, all: number) => string
  readonly clockColumns: readonly [
    clock: string,
    inTime: string,
    late: string,
    cancelled: string,
    runs: string,
    over: string,
  ]
  readonly timers: (perCase: string, transitions: string, dollars: string) => string
  readonly remarks: string
  readonly noRemarks: string
  readonly everybody: string
  readonly remark: RemarkWords
}
