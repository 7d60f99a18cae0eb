// A comment in public before anybody said what it is, and what a moderator said: a case, thanks, spam, off topic. Pure. Kept by the store, heard by hear,
// shown and screened by the pages of comments.
import type { Instant } from '../calendar/instant.ts'
import type { Thread } from './case-file.ts'

export const screenings = ['problem', 'thanks', 'spam', 'off topic'] as const
export type Screening = (typeof screenings)[number]

/** What was said at one time. */
interface CommentVersion {
  /** Which message of an album; of any other comment itself. */
  readonly of: string
  readonly at: Instant
  readonly isEdited: boolean
  readonly text: string
  readonly pictures: readonly unknown[]
  readonly others: readonly string[]
  readonly location?: { readonly lat: number; readonly lon: number }
}

export interface Comment {
  /** Of the region's file. */
  readonly channel: string
  readonly thread: Thread
  /** Its name in the thread: that of the comment, or of its album. */
  readonly name: string
  /** As the network numbers them; gone when it is a case. */
  readonly person?: string
  /** The words of what it is under, where they came with it. */
  readonly post?: string
  readonly writtenAt: Instant
  readonly heardAt: Instant
  /** By the network's name for each; the words are gone when it is a case. */
  readonly versions: Readonly<Record<string, CommentVersion>>
  /** Since when it is deleted. */
  readonly goneAt?: Instant
  readonly state: 'waiting' | Screening
  readonly who?: string
  readonly doneAt?: Instant
  readonly caseId?: string
  /** The network's names of the versions that became the case: of an album others may follow. */
  readonly taken?: readonly string[]
  /** Raised by each change. */
  readonly rev: number
}

export interface HeardVersion extends CommentVersion {
  readonly key: string
  readonly person?: string | undefined
  readonly post?: string | undefined
}

/** Beyond this a comment that is corrected again and again says nothing new. */
const MOST_VERSIONS = 20

export type Named = Pick<Comment, 'channel' | 'thread' | 'name'>

/** How a comment is called in what it is under: by itself, of an album by the album. */
export function nameIn({ comment, album }: Thread): string {
  return album ? `album.${album}` : comment
}

/**
 * The comment with what was heard of it; undefined where that is known. Thanks and what was off topic wait again when they say something else; what was spam
 * stays it. @param at now
 */
export function withVersion(
  known: Comment | undefined,
  named: Named,
  heard: HeardVersion,
  at: Instant,
): Comment | undefined {
  const { key, person, post, ...version } = heard
  const before = known ?? begun(named, at)
  if (key in before.versions || Object.keys(before.versions).length >= MOST_VERSIONS) return undefined
  const isNew = Object.keys(before.versions).length === 0
  const waitsAgain = !isNew && (before.state === 'thanks' || before.state === 'off topic')
  const { goneAt, who, doneAt, ...rest } = before
  return {
    ...rest,
    ...(person !== undefined && { person }),
    ...(post !== undefined && { post }),
    // Of an album the one with words is answered.
    ...(version.text !== '' && !Object.values(before.versions).some(({ text }) => text !== '') && named),
    writtenAt: isNew || version.at < before.writtenAt ? version.at : before.writtenAt,
    versions: { ...before.versions, [key]: version },
    ...(goneAt && !version.isEdited && { goneAt }),
    ...(waitsAgain ? { state: 'waiting' as const } : { ...(who && { who }), ...(doneAt && { doneAt }) }),
    rev: before.rev + 1,
  }
}

/** The comment as deleted; undefined where that is known. What is not heard yet is deleted when it is. */
export function withoutIt(known: Comment | undefined, named: Named, at: Instant): Comment | undefined {
  const before = known ?? begun(named, at)
  return before.goneAt ? undefined : { ...before, goneAt: at, rev: before.rev + 1 }
}

function begun(named: Named, at: Instant): Comment {
  return { ...named, writtenAt: at, heardAt: at, versions: {}, state: 'waiting', rev: 0 }
}

export interface CommentSaid extends Omit<CommentVersion, 'of' | 'at' | 'isEdited'> {
  /** What it said before, oldest first. */
  readonly earlier: readonly string[]
}

/** What a comment says now: the latest version of each of its messages. */
export function saidIn({ versions }: Pick<Comment, 'versions'>): CommentSaid {
  const all = Object.values(versions).toSorted((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1))
  const latest = new Map(all.map((version) => [version.of, version]))
  const now = [...latest.values()]
  const location = now.findLast((version) => version.location)?.location
  const texts = (some: readonly CommentVersion[]) => some.map(({ text }) => text).filter(Boolean)
  return {
    text: texts(now).join('\n\n'),
    earlier: texts(all.filter((version) => latest.get(version.of) !== version)),
    pictures: now.flatMap(({ pictures }) => pictures),
    others: [...new Set(now.flatMap(({ others }) => others))],
    ...(location && { location }),
  }
}

/** Of one second photos of an album come as the network numbers them, and the first words first; nothing keeps the order in which versions came. */
function orderOf({ of, at, isEdited, text }: CommentVersion): string {
  return `${at} ${isEdited ? 1 : 0} ${of.padStart(20, '0')} ${text}`
}

/** Whether there is something for a moderator to look at. */
export function waits({ state, versions }: Pick<Comment, 'state' | 'versions'>): boolean {
  return state === 'waiting' && Object.keys(versions).length > 0
}

export type LikelyWords = Readonly<Partial<Record<Exclude<Screening, 'off topic'>, readonly string[] | undefined>>>

/** What the words of the region's file make a comment likely to be; a problem before all others. A suggestion: nothing follows from it. */
export function likelyOf(text: string, likely: LikelyWords = {}): keyof LikelyWords | undefined {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const has = (beginnings: readonly string[] = []) =>
    beginnings.some((beginning) => words.some((word) => word.startsWith(beginning.toLowerCase())))
  return (['problem', 'spam', 'thanks'] as const).find((kind) => has(likely[kind]))
}
