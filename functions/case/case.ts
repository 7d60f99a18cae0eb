// What a case is: the events that can happen to it and the state they add up to. Events are facts and never change;
// the state is only their projection. Instants are ISO 8601 strings in UTC, so that events can be stored as they are.
import type { ClockName, Language, Standing, Term } from '../../regions/schema.ts'
import type { Reason, Routing } from '../routing/route-message.ts'
import type { Consequences, FailedMail } from './failed-mail.ts'

export const statuses = [
  'received',
  'routing',
  'triage',
  'assigned',
  'in_progress',
  'clarification',
  'answer_review',
  'rework',
  'resolved',
  'closed',
  'merged',
  'rejected',
] as const
export type Status = (typeof statuses)[number]

/** `message`: a light-channel report; `statutory`: an appeal under Federal Law 59-FZ, with the law's own terms. */
export type Regime = 'message' | 'statutory'

export const channels = ['form', 'api', 'vk', 'ok', 'telegram', 'email', 'phone', 'open311'] as const
export type Channel = (typeof channels)[number]

export type Role = 'citizen' | 'responder' | 'moderator' | 'operator' | 'integrator' | 'system'
/** Who did it; `id` is a contact of the region file or an integrator, never a citizen's name. */
export interface Actor {
  readonly role: Role
  readonly id?: string
}

/** Whose attention a reminder asks for; moderators stand outside the line of the organisation. */
export type Reminded = Standing | 'moderator'

export type PauseReason = 'question' | 'review' | 'merged'

/** What moved a deadline away from where its rule had put it, in the order in which it began. */
export type Move =
  | { readonly kind: 'pause'; readonly from: string; readonly to?: string; readonly why: PauseReason }
  | {
      readonly kind: 'extension'
      readonly at: string
      readonly by: Actor
      readonly reason: string
      readonly term: Term
    }
  | { readonly kind: 'cluster'; readonly at: string; readonly child: string; readonly due: string }

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
  readonly at: string
  readonly to: Standing
  readonly share: number
}

/** An escalation some time after the deadline. */
export interface Escalation {
  readonly at: string
  readonly to: Standing
  readonly after: Term
}

/** One running or paused deadline with everything it follows from. */
export interface Clock {
  readonly startedAt: string
  readonly due: string
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
}

export type ClockChange =
  | { readonly clock: ClockName; readonly change: 'start'; readonly to: Clock }
  | { readonly clock: ClockName; readonly change: 'move'; readonly to: Clock }
  | { readonly clock: ClockName; readonly change: 'pause'; readonly why: PauseReason }
  | { readonly clock: ClockName; readonly change: 'stop' }

export interface Location {
  readonly lat: number
  readonly lon: number
}

/** Why routing left a case to a person. */
export type Undecided = Extract<Routing, { outcome: 'triage' }>['why']

export type AnswerKind = 'final' | 'interim'
export type Outcome = 'answered' | 'no reply' | 'solved'

type Fact<T extends string, D extends object = object> = {
  readonly type: T
  readonly at: string
  readonly by: Actor
  readonly clocks?: readonly ClockChange[]
} & Readonly<D>

export type CaseEvent =
  | Fact<
      'received',
      {
        region: string
        messageId: string
        channel: Channel
        regime: Regime
        language: Language
        moderated: boolean
        author: boolean
        topic?: string
        municipality?: string
        location?: Location
        externalId?: string
      }
    >
  | Fact<'admitted'>
  | Fact<'rejected', { reason: string }>
  | Fact<'triaged', { topic?: string; municipality?: string; why: Undecided; because: readonly Reason[] }>
  | Fact<
      'assigned',
      {
        organisation: string
        responder: string
        topic: string
        municipality?: string
        first: boolean
        because: readonly Reason[]
      }
    >
  | Fact<'accepted'>
  | Fact<'handed_over', { from: string; organisation: string; responder: string; reason: string }>
  | Fact<'handed_back', { organisation: string; responder: string; reason: string }>
  | Fact<'declined', { organisation: string; reason: string; suggestion?: string }>
  | Fact<'clarification_asked', { question: string }>
  | Fact<'clarified', { messageId: string }>
  | Fact<'clarification_expired', { then: 'close' | 'resume' }>
  | Fact<'extension_requested', { reason: string }>
  | Fact<'extended', { reason: string; due: string }>
  | Fact<'extension_refused', { reason: string }>
  | Fact<'answered', { text: string; kind: AnswerKind }>
  | Fact<'answer_returned', { reason: string }>
  | Fact<'answer_approved', { text: string; kind: AnswerKind; edited: boolean; children?: readonly string[] }>
  | Fact<'rated', { score: number; solved: boolean; messageId?: string }>
  | Fact<'reopened', { responder?: string; reason?: string; messageId?: string }>
  | Fact<'closed', { outcome: Outcome }>
  | Fact<'merged', { into: string }>
  | Fact<'unmerged'>
  | Fact<'joined', { child: string; due?: string }>
  | Fact<'parted', { child: string }>
  | Fact<'answer_shared', { text: string; from: string }>
  | Fact<'noted', { text: string }>
  | Fact<'link_requested', { contact: string }>
  | Fact<'rescheduled', { reason: string; version: string; moved: readonly Rescheduled[] }>
  | Fact<
      'warned',
      {
        clock: ClockName
        assignment: number
        step: number
        share: number
        to: Reminded
        contact: string
        insteadOf?: Standing
      }
    >
  | Fact<'missed', { clock: ClockName; assignment: number }>
  | Fact<
      'escalated',
      {
        clock: ClockName
        /** Under which assignment it was asked: a reminder to those who had the case before says nothing to those who have it now. */
        assignment: number
        step: number
        to: Reminded
        contact: string
        /** Whom the policy named, where nobody stands there. */
        insteadOf?: Standing
      }
    >
  | Fact<'undelivered', FailedMail & Consequences>

/** A deadline that a changed rule or calendar put elsewhere. */
export interface Rescheduled {
  readonly clock: ClockName
  readonly from: string
  readonly to: string
}

export type EventType = CaseEvent['type']
export type EventOf<T extends EventType> = Extract<CaseEvent, { type: T }>

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
  readonly escalatedTo: readonly Reminded[]
  readonly linkRequestedAt?: string
  /** The contacts to whom a mail of this case did not arrive. */
  readonly unreached?: readonly string[]
  /** Those of them to whom nothing arrives any more; an operator is told once of each. */
  readonly deadAddresses?: readonly string[]
  /** The mail with the question that the citizen is asked came back for the time being. */
  readonly questionBounced?: true
  readonly clocks: Readonly<Partial<Record<ClockName, Clock>>>
}
