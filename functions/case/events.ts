// What can happen to a case. Events never change; the texts in them are stored apart and may end before them. Made by the
// stages, applied by `evolve`.
import type { Instant } from '../calendar/instant.ts'
import type { Actor, Reminded } from './actor.ts'
import type { Status } from './statuses.ts'
import type { ClockChange } from './clocks/clock.ts'
import type {
  AnswerKind,
  Channel,
  ForThePublic,
  Holder,
  Location,
  Outcome,
  Reach,
  Regime,
  RejectGround,
  Round,
  AnySaying,
  Case,
  Undecided,
} from './case.ts'
import type { ClockName, Language, Standing } from '../../regions/schema.ts'
import type { Label } from './label.ts'
import type { PhotoSize } from './photo.ts'
import type { SourceFacts } from './source.ts'
import type { Missing, Reason, Suggestion } from '../routing/routing.ts'
import type { Consequences, FailedMail } from './notices/failed-mail.ts'

/** The cases merged into this one, which its end reaches: they get its answer, or stand on their own again. */
interface Released {
  readonly children?: readonly string[]
}

/** Who had the case until now, where it was taken from them by somebody else: they are told. */
interface Lost {
  readonly lost?: Holder
}

type Fact<T extends string, D extends object = object> = {
  readonly type: T
  readonly at: Instant
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
        reach: Reach
        phone?: true
        topic?: string
        municipality?: string
        location?: Location
        externalId?: string
        /** The address that was left wants no mails that it has not confirmed. */
        unwanted?: true
        test?: true
      }
    >
  | Fact<'admitted'>
  | Fact<'rejected', { ground?: RejectGround; reason?: string } & Released>
  | Fact<
      'triaged',
      {
        topic?: string
        municipality?: string
        why: Undecided
        because: readonly Reason[]
        /** What the citizen is asked. */
        asks?: Missing
        /** Whom it may go to, the likeliest first. */
        suggestions?: readonly Suggestion[]
        /** The version of the model that made them; without it key words did. */
        model?: string
        /** Not for the first time: what they said when asked did not route it. */
        again?: true
      }
    >
  // What the citizen said when asked; words of their own are kept under `messageId`. It is routed anew.
  | Fact<'supplied', { topic?: string; municipality?: string; messageId?: string }>
  | Fact<
      'assigned',
      {
        organisation: string
        responder: string
        topic: string
        municipality?: string
        first: boolean
        because: readonly Reason[]
        /** What was chosen of what was offered. */
        label?: Label
      } & Lost
    >
  | Fact<'accepted'>
  | Fact<'handed_over', { from: string; organisation: string; responder: string; reason: string } & Lost>
  | Fact<'handed_back', { organisation: string; responder: string; reason: string; suggestion?: string } & Lost>
  | Fact<'declined', { organisation: string; reason: string; suggestion?: string } & Lost>
  | Fact<'clarification_asked', { question: string }>
  | Fact<'clarified', { messageId: string }>
  // By telephone; a question with what was replied to it, kept under `messageId`.
  | Fact<'called', { outcome: CallOutcome; question?: string; messageId?: string }>
  | Fact<'clarification_expired', { then: 'close' | 'resume' }>
  | Fact<'extension_requested', { reason: string; until?: string }>
  // `until`: the day (local date) that was asked for, where it was not the whole term.
  | Fact<'extended', { reason: string; due: Instant; until?: string }>
  | Fact<'extension_refused', { reason: string }>
  // `mailed`: by a reply to a mail.
  | Fact<'answered', { text: string; kind: AnswerKind; mailed?: true } & AnySaying>
  | Fact<'answer_returned', { reason: string }>
  | Fact<'answer_approved', { text: string; kind: AnswerKind; edited: boolean } & AnySaying & Released>
  // What anybody may read of it from now on, at `as`; again, when its words are changed.
  | Fact<'published', ForThePublic>
  // `after`: the event since which the answer does not stand any more; without it somebody took it back.
  | Fact<'unpublished', { after?: EventType }>
  | Fact<'rated', { score?: number; solved: boolean; messageId?: string }>
  // `organisation`: in histories of schema version 1 only, where a case that nobody had went back to whoever had declined it.
  | Fact<'reopened', { organisation?: string; responder?: string; reason?: string; messageId?: string }>
  | Fact<'closed', { outcome: Outcome } & Released>
  | Fact<'merged', { into: string } & Lost>
  // `to`: the status it comes back to; a case that comes back to `routing` is routed.
  | Fact<'unmerged', { to: Status }>
  | Fact<'joined', { child: string; due?: Instant }>
  | Fact<'parted', { child: string }>
  | Fact<'answer_shared', { text: string; from: string } & AnySaying>
  | Fact<'noted', { text: string }>
  // What the system that it came from in a table says of it now; each replaces what was said before.
  | Fact<'source_noted', { facts: SourceFacts }>
  // The operator or moderator whom the case asks first from now on.
  | Fact<'passed_on', { contact: string }>
  // What the citizen added on their own.
  // With a municipality: where it really is.
  | Fact<'added', { messageId: string; municipality?: string }>
  | Fact<'link_requested', { contact: string }>
  | Fact<'rescheduled', { reason: string; version: string; moved: readonly Rescheduled[] }>
  // Which deadlines moved by it.
  | Fact<'topic_corrected', { topic: string; moved: readonly Rescheduled[] }>
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
  | Fact<'erasure_requested'>
  | Fact<'erasure_refused', { reason: string }>
  // Everything that was written, and who wrote it, is gone with this event; it holds no text itself.
  | Fact<'erased', { ground: ErasureGround }>
  | Fact<'address_confirmed'>
  | Fact<'mails_stopped', { scope: StopScope }>
  | Fact<'address_left'>
  // The act that is taken back, when it was done, and what the case has again.
  | Fact<'undone', { act: Undoable; actAt: Instant; back: Restored } & Lost>
  // A code was asked for, to be mailed to the address that the directory has of this contact.
  | Fact<'code_requested', { contact: string }>
  // Whoever an act is recorded of says that it was not theirs: their links to the case do not act any more.
  | Fact<'disowned', { act: Disownable; actAt: Instant }>
  // An operator has looked into it.
  | Fact<'disowned_checked'>
  // A picture of the bucket belongs to the case; `news`: whoever works on it is told.
  | Fact<'photo_added', PhotoSize & { photo: string; news?: true }>
  | Fact<'photo_removed', { photo: string }>

/** What came of a call: the citizen was told the answer, or asked something, or nobody picked up. */
export const callOutcomes = ['told', 'asked', 'no reply'] as const
export type CallOutcome = (typeof callOutcomes)[number]

/** What can be taken back for a while. */
export const undoable = ['accepted', 'handed_over', 'extension_requested'] as const
export type Undoable = (typeof undoable)[number]

/** What a responder may say was not done by them. */
export const disownable = [
  'accepted',
  'handed_over',
  'handed_back',
  'declined',
  'clarification_asked',
  'extension_requested',
  'extended',
  'answered',
  'called',
  'noted',
] as const
export type Disownable = (typeof disownable)[number]

/** What of a case an act can have changed that is taken back, besides its clocks. */
type Restored = Pick<Case, 'status' | 'assignment' | 'organisation' | 'responder' | 'handoverFrom'> &
  Pick<Round, 'extensionRequest'>

/**
 * Which mails a reader wants no more: those about this case, any to their address that they have not confirmed, or (`course`) those
 * about how this case goes on, but not answers and questions.
 */
export type StopScope = 'case' | 'address' | 'course'

/** Why data were erased: their owner asked, an authority or a court ordered it, or they should never have been here. */
export const erasureGrounds = ['request', 'order', 'mistake'] as const
export type ErasureGround = (typeof erasureGrounds)[number]

/** A deadline that a changed rule or calendar put elsewhere. */
export interface Rescheduled {
  readonly clock: ClockName
  readonly from: Instant
  readonly to: Instant
}

export type EventType = CaseEvent['type']
export type EventOf<T extends EventType> = Extract<CaseEvent, { type: T }>
