// The comments that wait for a moderator, a page at a time, with what they are under and which cases came of it; how many wait, how many came and what became
// of them by day. What is read is bounded, however many wait. Read by the pages of comments and the console's first page.
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

/** As many are counted at the most, and as many keys are looked through for a page. */
export const MOST_COUNTED = 500

interface Asking {
  readonly channel?: string
  /** What they are under. */
  readonly on?: string
  readonly order: 'oldest' | 'newest'
  /** The place after which the page begins. */
  readonly after?: string
  readonly most: number
}

/** A page of those that wait, by their keys. What it reads is bounded: a page may be short, even empty, and have a next one. */
export async function waitingPage(
  tableName: string,
  { channel, on, order, after, most }: Asking,
): Promise<{ readonly listed: readonly ListedComment[]; readonly next?: string }> {
  const isMeant = (one: ListedComment) => (!channel || one.channel === channel) && (!on || one.on === on)
  const limit = channel || on ? MOST_COUNTED : most + 1
  const { keys, isWhole } = await keysOf(tableName, { order, limit, ...(after && { after }) })
  const meant = keys.filter(isMeant)
  const listed = meant.slice(0, most)
  const next = meant.length > most ? listed.at(-1)!.place : isWhole ? undefined : keys.at(-1)!.place
  return { listed, ...(next && { next }) }
}

/** How many wait, and since when the oldest does. `isWhole`: there are no more than that. */
export async function waitingNow(
  tableName: string,
): Promise<{ readonly count: number; readonly isWhole: boolean; readonly oldest?: string }> {
  const { keys, isWhole } = await keysOf(tableName, { order: 'oldest', limit: MOST_COUNTED })
  return { count: keys.length, isWhole, ...(keys[0] && { oldest: keys[0].writtenAt }) }
}

/** How many of those that wait were written before an instant (ISO, UTC): as many as are counted. */
export async function waitingBefore(tableName: string, before: string): Promise<number> {
  return (await keysOf(tableName, { order: 'oldest', limit: MOST_COUNTED, before })).keys.length
}

interface Range {
  readonly order: 'oldest' | 'newest'
  readonly limit: number
  readonly after?: string
  readonly before?: string
}

async function keysOf(tableName: string, { order, limit, after, before }: Range) {
  const bound = before ?? after
  const isBelow = before !== undefined || order === 'newest'
  const { Items = [], LastEvaluatedKey } = await table.send(
    new QueryCommand({
      TableName: tableName,
      IndexName: WORKLISTS_INDEX,
      KeyConditionExpression: `worklist = :comments${bound ? ` AND workDue ${isBelow ? '<' : '>'} :bound` : ''}`,
      ExpressionAttributeValues: { ':comments': COMMENTS, ...(bound && { ':bound': bound }) },
      ScanIndexForward: order === 'oldest',
      Limit: limit,
    }),
  )
  return { keys: Items.map(({ workDue }) => listedIn(String(workDue))), isWhole: LastEvaluatedKey === undefined }
}

function listedIn(place: string): ListedComment {
  const [writtenAt = '', channel = '', on = '', ...name] = place.split('#')
  return { place, writtenAt, channel, on, name: name.join('#') }
}

export interface ShownComment {
  readonly comment: Comment
  /** The words of what it is under. */
  readonly post?: string
  /** Those that came of comments beside it. */
  readonly cases: readonly string[]
}

/** Those that still wait of the listed, with what each is under; in the same order. At most 50. */
export async function commentsOf(
  tableName: string,
  listed: readonly ListedComment[],
  at: string,
  pause: Pause,
): Promise<ShownComment[]> {
  const wanted = listed.map(({ channel, on, name }) => commentKeys.comment(channel, on, name))
  const posts = listed.map(({ channel, on }) => commentKeys.post(channel, on))
  const items = await readMany(tableName, [...wanted, ...posts], { isConsistent: true, pause })
  return wanted.flatMap((key, index) => {
    const item = items.get(idOf(key))
    if (!item || isExpired(item, at)) return []
    const comment = commentIn(item)
    const under = items.get(idOf(posts[index]!)) ?? {}
    const post = comment.post ?? under['text']
    const cases = [...((under['cases'] as Set<string> | undefined) ?? [])]
    return waits(comment) ? [{ comment, cases, ...(typeof post === 'string' && { post }) }] : []
  })
}

export interface CommentDay extends Readonly<Partial<Record<Screening | 'came', number>>> {
  readonly date: string
  readonly channel: string
}

/** No day comes after it. */
const LAST_DAY = '~'

/** How many came by day and channel, and what became of them, from a day on (UTC). */
export async function commentDays(tableName: string, from: string): Promise<CommentDay[]> {
  const items = await itemsOf(tableName, commentKeys.day('', '').pk, from, LAST_DAY)
  return items.map((item) => {
    const [date = '', channel = ''] = String(item['sk']).split('#')
    const counted = Object.fromEntries(['came', ...screenings].map((name) => [name, Number(item[name] ?? 0)]))
    return { date, channel, ...counted }
  })
}
