// The comments that wait for a moderator, in lists, with what they are under; the cases of a thread, and how many came and what became of them by day.
// Read by the pages of comments.
import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { type Comment, screenings, type Screening, waits } from '../case/comment.ts'
import { commentIn } from './comments.ts'
import { isExpired } from './expiry.ts'
import { itemsOf } from './partition.ts'
import { idOf, type Pause, readMany } from './read-many.ts'
import { commentKeys, COMMENTS, table, WORKLISTS_INDEX } from './table.ts'

/** What is listed, by its keys alone. */
export interface ListedComment {
  /** Its place in the list. */
  readonly place: string
  readonly writtenAt: string
  readonly channel: string
  readonly on: string
  readonly name: string
}

/** More are not looked through. */
export const MOST_LISTED = 2_000

/** All that wait, the oldest first, by their keys. */
export async function waitingComments(tableName: string): Promise<ListedComment[]> {
  const listed: ListedComment[] = []
  let from: Record<string, unknown> | undefined
  do {
    const { Items = [], LastEvaluatedKey } = await table.send(
      new QueryCommand({
        TableName: tableName,
        IndexName: WORKLISTS_INDEX,
        KeyConditionExpression: 'worklist = :comments',
        ExpressionAttributeValues: { ':comments': COMMENTS },
        ...(from && { ExclusiveStartKey: from }),
      }),
    )
    listed.push(...Items.map(({ workDue }) => listedIn(String(workDue))))
    from = LastEvaluatedKey
  } while (from && listed.length < MOST_LISTED)
  return listed
}

function listedIn(place: string): ListedComment {
  const [writtenAt = '', channel = '', on = '', ...name] = place.split('#')
  return { place, writtenAt, channel, on, name: name.join('#') }
}

/** Those that still wait of the listed, with what each is under; in the same order. At most 50. */
export async function commentsOf(
  tableName: string,
  listed: readonly ListedComment[],
  at: string,
  pause: Pause,
): Promise<{ readonly comment: Comment; readonly post?: string }[]> {
  const wanted = listed.map(({ channel, on, name }) => commentKeys.comment(channel, on, name))
  const posts = listed.map(({ channel, on }) => commentKeys.post(channel, on))
  const items = await readMany(tableName, [...wanted, ...posts], { isConsistent: true, pause })
  return wanted.flatMap((key, index) => {
    const item = items.get(idOf(key))
    if (!item || isExpired(item, at)) return []
    const comment = commentIn(item)
    const post = comment.post ?? items.get(idOf(posts[index]!))?.['text']
    return waits(comment) ? [{ comment, ...(typeof post === 'string' && { post }) }] : []
  })
}

/** The cases that came of comments in a thread. */
export async function casesUnder(tableName: string, channel: string, on: string, at: string): Promise<string[]> {
  const items = await itemsOf(tableName, commentKeys.post(channel, on).pk)
  const cases = items
    .filter((item) => !isExpired(item, at))
    .flatMap((item) => (item['caseId'] as string | undefined) ?? [])
  return [...new Set(cases)]
}

export interface CommentDay extends Readonly<Partial<Record<Screening | 'came', number>>> {
  readonly date: string
  readonly channel: string
}

/** How many came by day and channel, and what became of them, from a day on (UTC). */
export async function commentDays(tableName: string, from: string): Promise<CommentDay[]> {
  const items = await itemsOf(tableName, commentKeys.day('', '').pk)
  return items.flatMap((item) => {
    const [date = '', channel = ''] = String(item['sk']).split('#')
    if (date < from) return []
    const counted = Object.fromEntries(['came', ...screenings].map((name) => [name, Number(item[name] ?? 0)]))
    return [{ date, channel, ...counted }]
  })
}
