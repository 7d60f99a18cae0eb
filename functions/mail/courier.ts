// The port between letters and the ways people are reached: takes a letter, says what became of it. Each way has one
// adapter in couriers/; notify chooses by how the reader can be reached.
import type { Reach } from '../case/case.ts'
import type { NoticeFault } from '../case/case-file.ts'
import type { Random } from '../case/ids.ts'
import type { Language, Region } from '../../regions/schema.ts'
import type { Letter } from './blocks.tsx'
import type { NoticeName } from './tags.ts'

type Way = Exclude<Reach, 'none'>

/** Where a reply to it acts: an address of its own, and what that address says. */
export interface Replies {
  readonly address: string
  readonly token: string
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
  /** ISO, UTC. */
  readonly at: string
  readonly random: Random
}

/** `refused`: not sent, and never will be as it is. `later`: not sent, and nobody's fault here: throttled, paused, forbidden. */
export type Handed =
  | { readonly outcome: 'sent'; readonly id: string }
  | { readonly outcome: 'refused'; readonly fault: NoticeFault; readonly error: unknown }
  | { readonly outcome: 'later'; readonly error: unknown }

export interface Courier {
  /** @throws when nobody knows whether it was sent. */
  readonly send: (parcel: Parcel) => Promise<Handed>
}

export type Couriers = Readonly<Record<Way, Courier>>
