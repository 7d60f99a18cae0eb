// Which of the things that a network has were never taken here: nobody told us of them, or they were kept and their message was lost. Called by hear.
import type { Comment } from '../case/comment.ts'
import { idOf, type Pause, readMany } from './read-many.ts'
import { commentKeys, networkKeys } from './table.ts'

/** What the network has, by its name for it. */
export interface Seen {
  readonly key: string
  /** What it is in the list of comments, where it is one. */
  readonly comment?: { readonly on: string; readonly name: string }
}

export interface NotTaken<T extends Seen> {
  readonly seen: T
  /** Whether it came to the door. */
  readonly isKept: boolean
}

/**
 * What was heard is known for fifteen days (keep-heard.ts), whatever became of it. A comment of which a correction alone was heard is known as a comment; one
 * of which a deletion alone was heard is not, as the network still has it.
 * @throws Error when the table does not give what is asked of it
 */
export async function notTaken<T extends Seen>(
  { tableName, channel }: { readonly tableName: string; readonly channel: string },
  all: readonly T[],
  pause: Pause,
): Promise<NotTaken<T>[]> {
  const heardKey = ({ key }: Seen) => networkKeys.heard(channel, key)
  const reading = { isConsistent: false, pause }
  const heard = await readMany(tableName, all.map(heardKey), reading)
  const left = all.filter((seen) => heard.get(idOf(heardKey(seen)))?.['takenAt'] === undefined)
  const commentKey = ({ comment }: Seen) => comment && commentKeys.comment(channel, comment.on, comment.name)
  const asked = left.flatMap((seen) => commentKey(seen) ?? [])
  const comments = await readMany(tableName, asked, reading)
  return left.flatMap((seen) => {
    const isKept = heard.has(idOf(heardKey(seen)))
    const key = commentKey(seen)
    const known = key && (comments.get(idOf(key)) as Partial<Comment> | undefined)
    return !isKept && known && isSaid(known) ? [] : [{ seen, isKept }]
  })
}

function isSaid({ state, versions = {} }: Partial<Comment>): boolean {
  return state !== 'waiting' || Object.keys(versions).length > 0
}
