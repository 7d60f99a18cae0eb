// The port between letters and the ways people are reached: takes a letter, says what became of it. Each way has one
// adapter in couriers/; notify chooses by how the reader can be reached.
import type { NoticeFault, Thread } from '../case/case-file.ts'
import type { Random } from '../case/ids.ts'
import type { Language, Region } from '../../regions/schema.ts'
import type { Letter } from './blocks.tsx'
import type { NoticeName } from './tags.ts'

/** How much of a letter that is more than one message was sent before, and how that is noted. */
export interface Progress {
  readonly sent: number
  readonly note: (sent: number) => Promise<void>
  /** A try before this one did not say how it ended. */
  readonly isInDoubt: boolean
}

/** Where a reply to it acts: an address of its own, and what that address says. */
export interface Replies {
  readonly address: string
  readonly token: string
}

/** Of a case that was a comment: where it stands, and what of a letter is for everybody. */
export interface InPublic {
  readonly thread: Thread
  /** What stands under the comment; without it nothing of the letter does. */
  readonly says?: string
  /** What of it nobody else may read: then it does not stand there. */
  readonly givesAway: boolean
  /** Said there where its writer cannot be written to, and nothing of theirs is to be said. */
  readonly invites?: string
  /** Whether somebody has to tell the writer what could not be said. */
  readonly isOwed: boolean
}

export interface Parcel {
  readonly region: Region
  /** What it tells of; how a failure that is heard of later finds back. */
  readonly notices: readonly NoticeName[]
  /** Contact id, or "citizen". */
  readonly recipient: string
  readonly letter: Letter
  readonly language: Language
  /** Where one POST ends mails of this kind (RFC 8058): of those that their reader may do without. */
  readonly unsubscribe?: string
  /** Without one, replies go to the mailbox that people read. */
  readonly replies?: Replies
  readonly to: { readonly address: string; readonly name: string }
  /** Of ways that carry no more than so many characters at once. */
  readonly progress?: Progress
  /** Of a case that was a comment. */
  readonly inPublic?: InPublic
  /** ISO, UTC. */
  readonly at: string
  readonly random: Random
}

/**
 * `refused`: not sent, and never will be as it is. `later`: not sent, and nobody's fault here: throttled, paused, forbidden; until an instant (ISO, UTC)
 * where that is said. `unsure`: it may have arrived, and a second time would be said twice: somebody is to look.
 */
export type Handed =
  | { readonly outcome: 'sent'; readonly id: string }
  /** `final`: it is of no use to try again. */
  | { readonly outcome: 'refused'; readonly fault: NoticeFault; readonly error: unknown; readonly final?: true }
  | { readonly outcome: 'later'; readonly error: unknown; readonly until?: string }

export interface Unsure {
  readonly outcome: 'unsure'
  readonly error: unknown
}

/** Not said, and nothing depends on it. */
export interface Unsaid {
  readonly outcome: 'unsaid'
}

export interface Courier<Outcome extends Handed | Unsure | Unsaid = Handed> {
  /** @throws when nobody knows whether it was sent. */
  readonly send: (parcel: Parcel) => Promise<Outcome>
}

/** One for each way. */
export interface Couriers {
  readonly email: Courier
  readonly dialog: Courier<Handed | Unsure | Unsaid>
}
