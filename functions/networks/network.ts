// The port between a social network and what we do with it: what is heard there, and what became of what we said. Each network has one
// adapter in networks/; whoever listens or speaks takes it by the name that the region's file gives.
import type { Thread } from '../case/case-file.ts'

export type { Thread } from '../case/case-file.ts'

/** A picture that somebody sent: by its address (VK, MAX), or by an id under which it is asked for (Telegram). */
export type PictureRef = { readonly url: string } | { readonly fileId: string; readonly bytes?: number }

/** What a message and a comment have in common. */
interface Written {
  /** The same whenever it comes again; another for each edit. */
  readonly key: string
  /** When it was written, by the network's clock (ISO, UTC). */
  readonly at: string
  readonly text: string
  readonly pictures: readonly PictureRef[]
  /** What else came, which nobody here reads: kinds, for which whoever keeps it has words. */
  readonly others: readonly Other[]
  readonly location?: { readonly lat: number; readonly lon: number }
  /** Messages of one album have the same. */
  readonly album?: string
  /** A later version; of a comment also one that is back after it was deleted. */
  readonly edited?: true
}

export interface Spoken extends Written {
  readonly kind: 'said'
  /** Who wrote, and the dialog in which they are answered. */
  readonly person: string
  readonly chat: string
  /** What the link said by which they came (VK tells it with the first message). */
  readonly ref?: string
  /** Text and pictures are of somebody else, whom the writer passes on. */
  readonly forwarded?: true
}

export interface Opened {
  readonly kind: 'opened'
  readonly key: string
  readonly person: string
  readonly chat: string
  readonly ref?: string
}

/** Somebody wrote in public: a comment, a suggested post, a word in a group. It is no case before a moderator says so. */
export interface Commented extends Written {
  readonly kind: 'commented'
  /** Who wrote; the network may not say. */
  readonly person?: string
  readonly thread: Thread
  /** Since when there is this version, where the network tells (ISO, UTC). */
  readonly editedAt?: string
  /** The words of what it is under, where they come with it. */
  readonly post?: string
}

export type Heard =
  | Spoken
  | Commented
  /** A comment was taken away, by its writer or by somebody of the page. */
  | { readonly kind: 'uncommented'; readonly key: string; readonly thread: Thread }
  /** The page itself put something up, under which people may comment. */
  | { readonly kind: 'posted'; readonly key: string; readonly on: string; readonly text: string; readonly at: string }
  /** The page itself answered a comment, which `thread` names: by hand, or by us. */
  | { readonly kind: 'replied'; readonly key: string; readonly thread: Thread; readonly at: string }
  /** The writer took a message back. */
  | { readonly kind: 'deleted'; readonly key: string; readonly person: string; readonly chat: string }
  /** Somebody opened the dialog and has not written yet; `ref` is what the link said by which they came. */
  | Opened
  /** The network asks for the word by which it knows that the address is ours. */
  | { readonly kind: 'confirmation' }
  /** Nothing for us; why, for the log. */
  | { readonly kind: 'nothing'; readonly why: string }

export type Other = 'document' | 'voice' | 'video' | 'sticker' | 'contact' | 'link' | 'poll' | 'unknown'

/** What a channel is known and let in by; kept as a parameter (secrets.ts). */
export interface ChannelSecret {
  readonly token: string
  /** By which the network shows that it is it. */
  readonly secret: string
  /** VK: the word that it asks for. */
  readonly confirmation?: string
  /** A certificate of the network's own authority (PEM). */
  readonly authority?: string
  /** VK: lets read what stands on the wall, which the community's token does not. */
  readonly serviceToken?: string
}

export interface Arrived {
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: unknown
}

export interface Said {
  readonly chat: string
  readonly text: string
  /** Names this message among all: the same for every try. */
  readonly name: string
  /** The chat is only the number of the person, with whom there may be no dialog. */
  readonly isPerson?: boolean
}

/**
 * `unknown`: it may have arrived. `later`: it certainly did not, and may be tried again, after so many seconds where the network says so.
 * `refused`: it never will, because of the person, of the text, or of the place where it was to stand. `token`: the channel itself is shut.
 */
export type Uttered =
  | { readonly outcome: 'sent'; readonly id: string }
  | { readonly outcome: 'unknown'; readonly why: string }
  | { readonly outcome: 'later'; readonly why: string; readonly seconds?: number }
  | { readonly outcome: 'refused'; readonly of: 'person' | 'text' | 'place'; readonly why: string }
  | { readonly outcome: 'token'; readonly why: string }

export interface Network {
  /** Whether a request is from the network; the secret is compared in constant time. */
  readonly isGenuine: (arrived: Arrived, secret: ChannelSecret, account: string) => boolean
  /** What a request tells. Never throws: what it does not know is nothing. */
  readonly hear: (body: unknown) => Heard
  readonly say: (secret: ChannelSecret, said: Said) => Promise<Uttered>
  /** Where a picture is fetched from now; the address may hold the token and is never kept. @throws when it is to be asked again; undefined where there is none any more */
  readonly addressOf: (secret: ChannelSecret, picture: PictureRef) => Promise<string | undefined>
  /** The longest text that it takes (UTF-16 units). */
  readonly mostText: number
  /** Whether it knows a message that comes again by its name. */
  readonly knowsAgain: boolean
}
