// What the author of a policy should look at: each kind with the facts that show it. Made by the files beside it.
import type { AppliedRule } from '../../../functions/case/clocks/clock.ts'
import type { Reminded } from '../../../functions/case/actor.ts'
import type { OfficialClock } from '../../../functions/case/clocks/clock.ts'
import type { Standing, Term } from '../../../regions/schema.ts'
import type { Person } from '../people.ts'

/** What can be said to a person about a clock in one minute. */
export type Said = 'warning' | 'missed' | 'escalation'

/** Found at so many of the tried starts of a clock; one of them as an example, instants in ms, UTC. */
export interface Tried {
  readonly clock: OfficialClock
  readonly rule: AppliedRule
  readonly times: number
  readonly of: number
  readonly startedAt: number
  readonly due: number
}

/** Said to one person of one clock in one minute. */
export interface Doubled {
  readonly to: Reminded
  readonly contact: string
  /** How many organisations have such a line; 0 for the control centre. */
  readonly organisations: number
  readonly said: readonly Said[]
}

export type Remark =
  | {
      readonly kind: 'stand-in'
      readonly wanted: Standing
      readonly after: Term
      /** Ids of the organisations where nobody stands there. */
      readonly organisations: readonly string[]
      readonly of: number
      readonly instead: readonly { readonly to: Reminded; readonly organisations: number }[]
    }
  | ({ readonly kind: 'late warning'; readonly share: number; readonly written: number } & Tried)
  | ({ readonly kind: 'over before told'; readonly written: number } & Tried)
  | ({ readonly kind: 'doubled' } & Doubled & Tried)
  | ({
      readonly kind: 'in step'
      readonly other: OfficialClock
      readonly people: readonly Reminded[]
      /** Both always end at the same instant; else only reminders meet. */
      readonly same: boolean
    } & Tried)
  | ({ readonly kind: 'out of order'; readonly other: OfficialClock; readonly topics: readonly string[] } & Tried)
  | { readonly kind: 'many mails'; readonly person: Person; readonly date: string; readonly letters: number }
  | { readonly kind: 'provisional'; readonly from: string; readonly days: number; readonly years: readonly string[] }

export type RemarkKind = Remark['kind']
