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

/** Where a comment stands, in public, and under what it is answered. */
export interface Thread {
  /**
   * What it is under, as the network's API names it: of VK "wall-1_23", "photo-1_23", "video-1_23", "topic-1_23"; of Telegram the group's chat; of MAX the
   * `mid` of a channel's post, or the number of a group's chat (digits alone, with a minus).
   */
  readonly on: string
  /** The comment itself, as the API names it; of a suggested post of VK the post. */
  readonly comment: string
  /** Of Telegram, where the place is a whole group: the post, as the group numbers it. */
  readonly post?: string
  /** Of a photo of an album: that of the album, which is one comment. */
  readonly album?: string
  /** Its address for people. */
  readonly link?: string
  /** The network lets nobody answer there by its API: a person does, by the link. */
  readonly byHand?: true
}

/**
 * Where somebody wrote in a social network: in which channel of the region's file, and which dialog of it. With `thread` they wrote in public, and the
 * chat is only the number of the person, who may never have opened a dialog.
 */
export interface Dialog {
  readonly channel: string
  readonly chat: string
  readonly thread?: Thread
  /** The other comments of which the same words are, each with its writer and its thread. */
  readonly beside?: readonly Dialog[]
}

/** A citizen's own words and who they are; erased by its own time to live. */
export interface Personal {
  readonly messageId: string
  readonly text: string
  readonly address?: string
  readonly author?: Author
  /** It came by a dialog, in which its writer is answered. */
  readonly dialog?: Dialog
  /** It came by mail and asks for no automatic reply. */
  readonly quiet?: true
}

/**
 * Why a notice is over without having been sent: by whom it was to reach, because it cannot be written, or the address wants no such mails; or
 * (`unsure`) nobody knows whether it arrived, and it is not sent twice.
 */
export type NoticeFault = 'recipient' | 'letter' | 'unwanted' | 'unsure'

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
  /** How many messages of it were sent, where it is more than one. */
  readonly parts?: number
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
