// Comments as they are kept until a moderator says what each is: their words end after days, and the list of those that wait is a partition of the index of
// worklists. Called by hear, and by the pages of comments.
import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { type Comment, type Named, type Screening, saidIn, waits } from '../case/comment.ts'
import { ifFree, isExpired, ttlAfter } from './expiry.ts'
import { commentKeys, COMMENTS, table } from './table.ts'
import { type TransactWrite, writeAllIfHold } from './write-all-if.ts'
import type { CaseWrite, Item } from './writes.ts'

/** How long a comment waits for a moderator (days); what nobody looked at is gone then, and counted. */
export const WAITING_DAYS = 14
/** How long a case is known to be of a comment (days), without its words. */
const KNOWN_DAYS = 90
const COUNTED_DAYS = 400

export async function loadComment(
  tableName: string,
  { channel, thread, name }: Named,
  at: string,
): Promise<Comment | undefined> {
  const Key = commentKeys.comment(channel, thread.on, name)
  const { Item } = await table.send(new GetCommand({ TableName: tableName, Key, ConsistentRead: true }))
  return Item && !isExpired(Item, at) ? commentIn(Item) : undefined
}

/** A comment as its item has it. */
export function commentIn(item: Record<string, unknown>): Comment {
  const { pk: _, sk: _sk, ttl: _ttl, worklist: _w, workDue: _d, ...comment } = item
  return comment as unknown as Comment
}

/** @param before as it was read @returns false where somebody changed it meanwhile */
export function keepComment(
  tableName: string,
  before: Comment | undefined,
  after: Comment,
  at: string,
): Promise<boolean> {
  const Item = {
    ...commentKeys.comment(after.channel, after.thread.on, after.name),
    ...after,
    ...(waits(after) && { worklist: COMMENTS, workDue: placeOf(after) }),
    ttl: ttlAfter(at, WAITING_DAYS),
  }
  const condition = before
    ? { ConditionExpression: 'rev = :rev', ExpressionAttributeValues: { ':rev': before.rev } }
    : ifFree(at)
  const came = isSaid(after) && !isSaid(before)
  const counts = {
    ...(came && { came: 1 }),
    ...(before && before.state !== 'waiting' && after.state === 'waiting' && { [before.state]: -1 }),
  }
  const put = { Put: { TableName: tableName, Item, ...condition } }
  const counted = countWrite(tableName, after, counts)
  return writeAllIfHold([put, ...(counted ? [counted] : [])])
}

function isSaid(comment: Comment | undefined): boolean {
  return comment !== undefined && Object.keys(comment.versions).length > 0
}

/** Its place in the list, which is in the order in which they were written. */
function placeOf({ writtenAt, channel, thread, name }: Comment): string {
  return [writtenAt, channel, thread.on, name].join('#')
}

type Counts = Readonly<Partial<Record<Screening | 'came', number>>>

function countWrite(tableName: string, { heardAt, channel }: Comment, counts: Counts): TransactWrite | undefined {
  const names = Object.keys(counts)
  if (names.length === 0) return undefined
  const Update = {
    TableName: tableName,
    Key: commentKeys.day(heardAt.slice(0, 10), channel),
    UpdateExpression: `SET #ttl = :ttl ADD ${names.map((_, index) => `#n${index} :n${index}`).join(', ')}`,
    ExpressionAttributeNames: {
      '#ttl': 'ttl',
      ...Object.fromEntries(names.map((name, index) => [`#n${index}`, name])),
    },
    ExpressionAttributeValues: {
      ':ttl': ttlAfter(heardAt, COUNTED_DAYS),
      ...Object.fromEntries(Object.values(counts).map((count, index) => [`:n${index}`, count])),
    },
  }
  return { Update }
}

/** Keeps the words of what people may comment. */
export async function keepPost(
  tableName: string,
  { channel, on, text }: { readonly channel: string; readonly on: string; readonly text: string },
  at: string,
): Promise<void> {
  await table.send(
    new UpdateCommand({
      TableName: tableName,
      Key: commentKeys.post(channel, on),
      // The cases that came of it stay.
      UpdateExpression: 'SET #text = :text, #ttl = :ttl',
      ExpressionAttributeNames: { '#text': 'text', '#ttl': 'ttl' },
      ExpressionAttributeValues: { ':text': text, ':ttl': ttlAfter(at, KNOWN_DAYS) },
    }),
  )
}

export interface Screened {
  readonly as: Screening
  /** The contact of the directory who says so. */
  readonly who: string
  readonly at: string
  readonly caseId?: string
}

/** Writes that say what comments are, with what they count for; they hold only while nobody else said so and each says what was shown. */
export function screeningWrites(
  tableName: string,
  comments: readonly Comment[],
  { as, who, at, caseId }: Screened,
): CaseWrite[] {
  const said = comments.map((comment): CaseWrite => {
    const key = commentKeys.comment(comment.channel, comment.thread.on, comment.name)
    const { pictures } = saidIn(comment)
    const Update = {
      TableName: tableName,
      Key: key,
      UpdateExpression: caseId
        ? `SET #state = :as, who = :who, doneAt = :at, rev = :next, caseId = :case, pictures = :pictures, versions = :none, taken = :taken, #ttl = :ttl REMOVE worklist, workDue, person, post`
        : 'SET #state = :as, who = :who, doneAt = :at, rev = :next REMOVE worklist, workDue',
      ConditionExpression: '#state = :waiting AND rev = :rev',
      ExpressionAttributeNames: { '#state': 'state', ...(caseId && { '#ttl': 'ttl' }) },
      ExpressionAttributeValues: {
        ...{ ':as': as, ':who': who, ':at': at, ':waiting': 'waiting', ':rev': comment.rev, ':next': comment.rev + 1 },
        ...(caseId && {
          ':case': caseId,
          ':pictures': pictures,
          ':none': {},
          ':taken': Object.keys(comment.versions),
          ':ttl': ttlAfter(at, KNOWN_DAYS),
        }),
      },
    }
    return { of: { ...key }, write: { Update } }
  })
  const days = Map.groupBy(comments, ({ heardAt, channel }) => `${heardAt.slice(0, 10)} ${channel}`)
  const counts = [...days.values()].map((some): CaseWrite => ({
    of: { ...commentKeys.day(some[0]!.heardAt.slice(0, 10), some[0]!.channel) },
    write: countWrite(tableName, some[0]!, { [as]: some.length })!,
  }))
  return [...said, ...counts, ...(caseId ? madeOf(tableName, comments, caseId, at) : [])]
}

/** What comments are under knows which cases came of them. */
function madeOf(tableName: string, comments: readonly Comment[], caseId: string, at: string): CaseWrite[] {
  const posts = new Map(comments.map(({ channel, thread }) => [`${channel} ${thread.on}`, { channel, on: thread.on }]))
  return [...posts.values()].map(({ channel, on }): CaseWrite => {
    const Key = commentKeys.post(channel, on)
    const Update = {
      TableName: tableName,
      Key,
      UpdateExpression: 'ADD cases :case SET #ttl = :ttl',
      ExpressionAttributeNames: { '#ttl': 'ttl' },
      ExpressionAttributeValues: { ':case': new Set([caseId]), ':ttl': ttlAfter(at, KNOWN_DAYS) },
    }
    return { of: { ...Key }, write: { Update } }
  })
}

/** @returns false where somebody else said what it is, or it says something else by now */
export function screen(
  tableName: string,
  comment: Comment,
  screened: Screened,
  beside: readonly Item[],
): Promise<boolean> {
  const puts = beside.map((Item) => ({ Put: { TableName: tableName, Item } }))
  return writeAllIfHold([...screeningWrites(tableName, [comment], screened).map(({ write }) => write), ...puts])
}

/** The pictures that a comment which became a case had, as its network gives them. */
export async function picturesToFetch(tableName: string, named: Named): Promise<readonly unknown[]> {
  const Key = commentKeys.comment(named.channel, named.thread.on, named.name)
  const { Item } = await table.send(new GetCommand({ TableName: tableName, Key, ConsistentRead: true }))
  return (Item?.['pictures'] as readonly unknown[] | undefined) ?? []
}

export async function markFetched(tableName: string, named: Named): Promise<void> {
  const Key = commentKeys.comment(named.channel, named.thread.on, named.name)
  await table.send(new UpdateCommand({ TableName: tableName, Key, UpdateExpression: 'REMOVE pictures' }))
}
