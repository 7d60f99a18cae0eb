// What may be asked of a case. A command names who asks; whether they may is in permissions.ts. Given by pages and
// consumers, read by `decide`.
import type { Instant } from '../calendar/instant.ts'
import type { Language } from '../../regions/schema.ts'
import type { Routing } from '../routing/route-message.ts'
import type { Actor } from './actor.ts'
import type { Channel, Location, ForThePublic, Reach, Regime, RejectGround, AnySaying, Saying } from './case.ts'
import type { CallOutcome, CaseEvent, ErasureGround, StopScope } from './events.ts'
import type { Label } from './label.ts'
import type { FailedMail } from './notices/failed-mail.ts'
import type { PhotoSize } from './photo.ts'
import type { SourceFacts } from './source.ts'

type Ask<T extends string, D extends object = object> = { readonly type: T; readonly by: Actor } & Readonly<D>

/**
 * What a page shows of a case and a command given on it carries back: a command about a case as it no longer stands is
 * refused as superseded.
 */
export interface Shown {
  readonly assignment: number
  /** When the answer that was read was written. */
  readonly draftAt: Instant
  /** When the question that is answered was asked. */
  readonly questionAt: Instant
  /** When the request that is decided was made. */
  readonly requestAt: Instant
  /** When what is missing was asked. */
  readonly askedAt: Instant
  /** The number of reopenings. */
  readonly round: number
  /** The case that this one was merged into. */
  readonly from: string
  /** When an act was last disowned. */
  readonly disownedAt: Instant
  /** The topic that is corrected. */
  readonly topicWas: string
  /** How many events the case has. */
  readonly version: number
}
type With<K extends keyof Shown> = Pick<Shown, K>

export type Command =
  | Ask<
      'Submit',
      {
        messageId: string
        channel: Channel
        regime: Regime
        language: Language
        reach: Reach
        /** A telephone was left. */
        phone?: true
        topic?: string
        municipality?: string
        location?: Location
        externalId?: string
        /** The reader of the address wants no mails that they have not confirmed. */
        unwanted?: true
        /** It came by mail from that very address, whose domain vouches for it. */
        confirmed?: true
        /** It came in a table of another system, which says so much of it. */
        facts?: SourceFacts
        test?: true
      }
    >
  | Ask<'Admit'>
  | Ask<'Reject', With<'assignment'> & { ground?: RejectGround; reason?: string }>
  | Ask<'Route', { routing: Routing }>
  | Ask<'Supply', With<'askedAt'> & { topic?: string; municipality?: string; messageId?: string }>
  | Ask<'Assign', With<'assignment'> & { organisation: string; topic: string; municipality?: string; label?: Label }>
  | Ask<'Accept', With<'assignment'>>
  | Ask<'HandOver', With<'assignment'> & { organisation: string; reason: string }>
  | Ask<'Decline', With<'assignment'> & { reason: string; suggestion?: string }>
  | Ask<'AskCitizen', With<'assignment'> & { question: string }>
  | Ask<'Clarify', With<'questionAt'> & { messageId: string }>
  // Of a citizen whom no mail reaches; what was asked, and their reply under `messageId`.
  | Ask<'ReportCall', With<'assignment'> & { outcome: CallOutcome; question?: string; messageId?: string }>
  | Ask<'RequestExtension', With<'assignment'> & { reason: string; until?: string }>
  | Ask<'GrantExtension', With<'requestAt'> & { reason?: string }>
  | Ask<'RefuseExtension', With<'requestAt'> & { reason: string }>
  // By a reply to a mail (`mailed`) nothing is said of the problem but in words.
  | Ask<'Answer', With<'assignment'> & { text: string; mailed?: true } & (Saying | { sort?: never })>
  | Ask<'ReturnAnswer', With<'draftAt'> & { reason: string }>
  | Ask<'ApproveAnswer', With<'draftAt'> & { text?: string; publish?: ForThePublic }>
  | Ask<'Publish', With<'round'> & ForThePublic>
  | Ask<'Unpublish'>
  | Ask<
      'Rate',
      With<'round'> & { score?: number; solved: boolean; reopen: boolean; reason?: string; messageId?: string }
    >
  | Ask<'Reopen', With<'round'> & { reason?: string; messageId?: string }>
  | Ask<'Merge', With<'assignment'> & { into: string }>
  // `until` of a request: the day (local date) by which the answer will come; without it the whole term is asked for.
  // `endedAt`: when the case that this one was merged into ended. What was merged into it since, is not reached by that end.
  | Ask<'Unmerge', With<'from'> & { endedAt?: Instant }>
  | Ask<'Join', { child: string; due?: Instant }>
  | Ask<'Part', { child: string }>
  | Ask<'ShareAnswer', With<'from'> & { text: string; endedAt: Instant } & AnySaying>
  | Ask<'Note', { text: string }>
  // To a colleague of the control centre, who is asked first from now on.
  | Ask<'PassOn', { to: string }>
  // By the system whose table it came in.
  | Ask<'NoteSource', { facts: SourceFacts }>
  // The citizen's words; kept under `messageId`.
  | Ask<'AddWords', { messageId: string; municipality?: string }>
  | Ask<'Withdraw'>
  | Ask<'RequestLink', { contact: string }>
  | Ask<'Reschedule', { reason: string }>
  | Ask<'CorrectTopic', With<'topicWas'> & { topic: string }>
  | Ask<'ReportBounce', FailedMail>
  | Ask<'RequestErasure'>
  | Ask<'Erase', { ground: ErasureGround }>
  | Ask<'RefuseErasure', { reason: string }>
  // By whoever reads the mails of this case: the message is theirs; or no more mails.
  | Ask<'ConfirmAddress'>
  | Ask<'StopMails', { scope: StopScope }>
  // By whoever left none with the message; the address itself is kept with their words.
  | Ask<'LeaveAddress'>
  // The history of the case, with what is taken back as its last event.
  | Ask<'Undo', With<'version'> & { history: readonly CaseEvent[] }>
  // For whoever came by a link: a code by mail, to show that they read mails to the address of the directory.
  | Ask<'RequestCode', { contact: string }>
  // «This wasn't me»: the act by its number; `history` at least up to it.
  | Ask<'Disown', { seq: number; history: readonly CaseEvent[] }>
  | Ask<'CheckDisowned', With<'disownedAt'>>
  // Of a picture that was drawn anew and lies in the bucket under this name.
  | Ask<'AddPhoto', PhotoSize & { photo: string }>
  | Ask<'RemovePhoto', { photo: string }>
  | Ask<'Tick'>

export type CommandType = Command['type']
export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>
/** A command without what the page showed. */
export type Unshown<C extends Command = Command> = C extends unknown
  ? Omit<C, keyof Shown> & Partial<Pick<C, keyof C & keyof Shown>>
  : never

/** Why a command was refused, as a code that pages and the API put into words. */
export type RefusalCode =
  | 'already exists'
  | 'unknown case'
  | 'not now'
  | 'not yours'
  | 'superseded'
  | 'unknown organisation'
  | 'unknown topic'
  | 'same topic'
  | 'unknown municipality'
  | 'same organisation'
  | 'unknown colleague'
  | 'same colleague'
  | 'no more questions'
  | 'citizen unreachable'
  | 'no more extensions'
  | 'too late'
  | 'already asked'
  | 'interim already given'
  | 'date passed'
  | 'date too soon'
  | 'date too late'
  | 'already rated'
  | 'no more reopenings'
  | 'same case'
  | 'not assigned yet'
  | 'too many notes'
  | 'too many calls'
  | 'too many photos'
  | 'too soon'
  | 'empty text'
  | 'erased'
  | 'not public'
