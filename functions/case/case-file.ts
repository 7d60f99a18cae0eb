// A case with everything that is stored beside it: events, personal data, notices, counts. Loaded by the store, read by mails,
// pages and the sweep.
import type { Instant } from '../calendar/instant.ts'
import type { Case } from './case.ts'
import type { CaseEvent } from './events.ts'
import { dropUndefined } from './fields.ts'
import type { RefusedPhoto } from './photo.ts'
import type { Texts } from './texts.ts'

export interface StoredCase {
  readonly state: Case
  /** The latest instant a timer was armed for. */
  readonly armedAt?: Instant
  /** The version up to which every reaction was seen to have happened. */
  readonly settled: number
  /** The commands that were carried out lately, each with the second since the epoch after which it is forgotten. */
  readonly receipts?: Readonly<Record<string, number>>
  /** What is kept apart of it, where there is anything. */
  readonly texts?: Texts
}

export interface Author {
  readonly name?: string
  readonly email?: string
  readonly phone?: string
}

/** A citizen's own words and who they are; erased by its own time to live. */
export interface Personal {
  readonly messageId: string
  readonly text: string
  readonly address?: string
  readonly author?: Author
  /** It came by mail and asks for no automatic reply. */
  readonly quiet?: true
}

/** Why a notice is refused for good: by whom it was to reach, because it cannot be written, or the address wants no such mails. */
export type NoticeFault = 'recipient' | 'letter' | 'unwanted'

export interface NoticeRecord {
  readonly seq: number
  readonly recipient: string
  readonly kind: string
  readonly status: 'waiting' | 'claimed' | 'sent' | 'failed' | 'skipped' | 'refused'
  readonly claimedAt: Instant
  readonly endedAt?: Instant
  /** When a waiting notice goes out. */
  readonly until?: Instant
  /** Until when a waiting notice that was put on its way is in hand: the digest gathers it again then. */
  readonly gatheredUntil?: Instant
  readonly mailId?: string
  readonly attempts: number
  /** How many of the attempts ended in a refusal. */
  readonly refusals?: number
  /** Of a notice that was refused for good. */
  readonly fault?: NoticeFault
}

/** A case with everything that belongs to it, in the order it happened. */
export interface CaseFile extends StoredCase {
  readonly events: readonly CaseEvent[]
  readonly personal: ReadonlyMap<string, Personal>
  readonly notices: readonly NoticeRecord[]
  /** The events that were counted, by sequence number. */
  readonly counted: readonly number[]
  /** The event up to which it stands in the event feed; 0 before the first. */
  readonly fedUpTo: number
  /** The event up to which photos that were taken off the case are gone from the bucket. */
  readonly photosGoneUpTo?: number
  /** The messages whose words can be searched for; undefined where that is not known. */
  readonly worded?: readonly string[]
  /** Files that were sent and are no photo of this case. */
  readonly refusedPhotos?: readonly RefusedPhoto[]
}

/** What the citizen first wrote; undefined after it was erased. Where it is may have been said later, when they were asked. */
export function firstMessage(file: CaseFile): Personal | undefined {
  const received = file.events[0]
  const message = received?.type === 'received' ? file.personal.get(received.messageId) : undefined
  const address = [message?.address, saidOf(file).words].filter(Boolean).join(', ')
  return message && { ...message, ...(address && { address }) }
}

/** What the citizen said when they were asked what is missing, and of the place what they said last. */
export function saidOf({ events, personal }: CaseFile) {
  const supplied = events.find((event) => event.type === 'supplied')
  const { topic, messageId } = supplied ?? {}
  const placed = events.findLast(
    (event) => 'municipality' in event && (event.type === 'supplied' || event.type === 'added'),
  )
  const municipality = placed && 'municipality' in placed ? placed.municipality : undefined
  return dropUndefined({ topic, municipality, words: messageId && personal.get(messageId)?.text })
}
