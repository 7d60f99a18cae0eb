// What is known of one case's life, from the played world or from a region on the local engine. Read by verify.ts.
import type { Case } from '../../../functions/case/case.ts'
import type { CaseEvent } from '../../../functions/case/events.ts'
import type { Region } from '../../../regions/schema.ts'
import type { Attempt } from '../../world/attempt.ts'

export interface SentMail {
  readonly seq: number
  readonly recipient: string
  readonly kind: string
  /** ms, UTC. */
  readonly at: number
}

export interface Account {
  readonly caseId: string
  readonly events: readonly CaseEvent[]
  /** The case as the system has it after each event. */
  readonly states: readonly Case[]
  /** What people tried to do with it, as far as known. */
  readonly attempts: readonly Attempt[]
  readonly mails: readonly SentMail[]
  /** "seq#recipient" of mails that may have gone twice, because a function ended between sending and noting it. */
  readonly unsure: ReadonlySet<string>
  /** The events whose ended clocks were counted, and how often. */
  readonly counted: ReadonlyMap<number, number>
  /** The events that stand in the event feed, in its order. */
  readonly fed: readonly number[]
  /** The region's file from an instant (ms) on. */
  readonly regions: readonly { readonly from: number; readonly region: Region }[]
  /** Instants (ms) at which a run of the sweep failed: each may make what it should have done a run later. */
  readonly sweepFailures: readonly number[]
  /** When it was looked at (ms). */
  readonly until: number
  /** Something was still going on at the end of all time. */
  readonly restless: boolean
  /** When the sweep was to look again, at the end. */
  readonly checkAt: string | undefined
}

export interface Violation {
  readonly rule: string
  readonly caseId: string
  readonly seq: number
  readonly detail: string
}

export type Broken = (rule: string, detail: string) => void

/** The region's file in force at an instant (ms). */
export function regionAt({ regions }: Account, at: number): Region {
  return regions.findLast(({ from }) => from <= at)!.region
}
