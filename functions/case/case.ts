// What a case is: the state that its events add up to. Read by everything, changed by `evolve` alone.
import type { Routing } from '../routing/route-message.ts'
import type { Status } from './statuses.ts'
import type { ClockName, Language } from '../../regions/schema.ts'
import type { Clocks } from './clocks/clock.ts'

/** `message`: a light-channel report; `statutory`: an appeal under Federal Law 59-FZ, with the law's own terms. */
export type Regime = 'message' | 'statutory'

export const channels = ['form', 'api', 'vk', 'ok', 'telegram', 'email', 'phone', 'open311'] as const
export type Channel = (typeof channels)[number]

export interface Location {
  readonly lat: number
  readonly lon: number
}

/** Why routing left a case to a person. */
export type Undecided = Extract<Routing, { outcome: 'triage' }>['why']

export type AnswerKind = 'final' | 'interim'
export type Outcome = 'answered' | 'no reply' | 'solved'

export interface Answer {
  readonly text: string
  readonly kind: AnswerKind
  readonly at: string
}

export interface Case {
  readonly id: string
  readonly version: number
  readonly status: Status
  readonly region: string
  readonly regime: Regime
  readonly channel: Channel
  readonly language: Language
  readonly integrator?: string
  /** Whether the author can be written to: he left an address and it works. */
  readonly author: boolean
  readonly receivedAt: string
  readonly updatedAt: string
  readonly topic?: string
  readonly municipality?: string
  readonly location?: Location
  readonly organisation?: string
  readonly responder?: string
  /** Grows with every assignment: a link issued for an older one no longer acts. */
  readonly assignment: number
  readonly handoverFrom?: { readonly organisation: string; readonly responder: string }
  readonly question?: string
  readonly questions: number
  readonly extensionRequest?: string
  readonly extensions: number
  readonly draft?: Answer
  readonly answer?: Answer
  readonly returnReason?: string
  readonly rating?: { readonly score: number; readonly solved: boolean }
  readonly reopenings: number
  readonly outcome?: Outcome
  readonly closedAt?: string
  readonly rejectedFor?: string
  /** The status to come back to after a clarification, or when a merge is undone. */
  readonly before?: Status
  readonly beforeMerge?: Status
  readonly mergedInto?: string
  readonly children: readonly string[]
  readonly linkRequestedAt?: string
  /** The contacts to whom a mail of this case did not arrive. */
  readonly unreached?: readonly string[]
  /** Those of them to whom nothing arrives any more; an operator is told once of each. */
  readonly deadAddresses?: readonly string[]
  /** The mail with the question that the citizen is asked came back for the time being. */
  readonly questionBounced?: true
  readonly clocks: Clocks
}
