// What a clock of a case is, one deadline with everything it follows from, and how to read it. Part of the case.
import type { Instant } from '../../calendar/instant.ts'
import type { Actor } from '../actor.ts'
import type { ClockName, Standing, Term } from '../../../regions/schema.ts'
import { clockNames } from '../../../regions/vocabulary.ts'

export type PauseReason = 'question' | 'review' | 'merged'

/** What moved a deadline away from where its rule had put it, in the order in which it began. */
export type Move =
  | { readonly kind: 'pause'; readonly from: Instant; readonly to?: Instant; readonly why: PauseReason }
  | {
      readonly kind: 'extension'
      readonly at: Instant
      readonly by: Actor
      readonly reason: string
      readonly term: Term
      /** Instead of the whole term: no longer than until then. */
      readonly until?: Instant
    }
  /** A case merged into this one, with its own deadline; it moves with every pause and extension since. */
  | { readonly kind: 'cluster'; readonly at: Instant; readonly child: string; readonly due: Instant }

/** The term a clock runs by, with where it was found and the version of the policy that said so. */
export type AppliedRule = Term & {
  readonly version: string
  readonly source: 'policy' | 'topic' | 'rule'
  /** The regime, the topic or the rule that gave the term. */
  readonly id: string
  /** The clock whose term this is, when it is not the clock's own: the final answer after an interim one. */
  readonly of?: ClockName
}

/** A warning when a share (0–1) of the term has been used. */
export interface Warning {
  readonly at: Instant
  readonly to: Standing
  readonly share: number
}

/** An escalation some time after the deadline. */
export interface Escalation {
  readonly at: Instant
  readonly to: Standing
  readonly after: Term
}

/** One running or paused deadline with everything it follows from. */
export interface Clock {
  readonly startedAt: Instant
  readonly due: Instant
  readonly rule: AppliedRule
  readonly moves?: readonly Move[]
  /** The federal calendar did not reach the due date when it was computed. */
  readonly provisional?: true
  readonly warnAt?: readonly Warning[]
  readonly escalateAt?: readonly Escalation[]
  /** How many warnings and escalations were given. */
  readonly warned?: number
  readonly escalated?: number
  readonly missed?: true
  /** The organisation that had the case when the deadline was missed; absent when nobody had it. */
  readonly missedBy?: string
  /** The due instant without the deadlines of the cases merged into this one, where there are any. */
  readonly own?: Instant
}

export type Clocks = Readonly<Partial<Record<ClockName, Clock>>>

export type ClockChange =
  | { readonly clock: ClockName; readonly change: 'start'; readonly to: Clock }
  | { readonly clock: ClockName; readonly change: 'move'; readonly to: Clock }
  | { readonly clock: ClockName; readonly change: 'pause'; readonly why: PauseReason }
  | { readonly clock: ClockName; readonly change: 'stop' }

/** The clocks of an authority: they warn, are missed and escalate. The others limit how long a citizen may take. */
export const officialClocks = [
  'moderation',
  'assignment',
  'acceptance',
  'firstResponse',
  'finalAnswer',
  'answerReview',
] as const satisfies readonly ClockName[]

export type MoveOf<Kind extends Move['kind']> = Extract<Move, { kind: Kind }>
export type OfficialClock = (typeof officialClocks)[number]

export function isOfficial(name: ClockName): name is OfficialClock {
  return (officialClocks as readonly ClockName[]).includes(name)
}

export function isPaused({ moves }: Pick<Clock, 'moves'>): boolean {
  return openPause(moves) !== undefined
}

/** Whether a clock of the case is there and not paused. */
export function runs({ clocks }: { readonly clocks: Clocks }, name: ClockName): boolean {
  const clock = clocks[name]
  return clock !== undefined && !isPaused(clock)
}

/** The pause that a clock is in, if it is in one. */
export function openPause(moves: readonly Move[] = []) {
  return moves.find((move) => move.kind === 'pause' && move.to === undefined) as MoveOf<'pause'> | undefined
}

/** The clocks of a case in the order the region's file names them. */
export function clocksOf(state: { readonly clocks: Clocks }): [ClockName, Clock][] {
  return clockNames.flatMap((name) => {
    const clock = state.clocks[name]
    return clock ? [[name, clock] satisfies [ClockName, Clock]] : []
  })
}

/** Who hears next that the clock was missed, and when; undefined where nobody is left, or its pause keeps the date open. */
export function nextEscalation(clock: Clock): Escalation | undefined {
  return isPaused(clock) ? undefined : clock.escalateAt?.[clock.escalated ?? 0]
}

/** The instants of a clock that have not been acted on: warnings, the due instant, escalations. */
export function pending(clock: Clock): Instant[] {
  return [
    ...(clock.warnAt ?? []).slice(clock.warned ?? 0).map((point) => point.at),
    ...(clock.missed ? [] : [clock.due]),
    ...(clock.escalateAt ?? []).slice(clock.escalated ?? 0).map((point) => point.at),
  ]
}
