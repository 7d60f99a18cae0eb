// Counts what happens on an official page: posts, comments, answers. Each fact may be told many times and in any order; the mark that it is known and
// what it adds to the counters are one transaction. No text and no person is kept: of who wrote a keyed hash, for thirty days. Called by hear, and by
// whoever screens and answers comments.
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { GetCommand, TransactWriteCommand, type TransactWriteCommandInput, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { localDate } from '../calendar/dates.ts'
import type { Counts } from '../statistics/counters.ts'
import {
  afterComment,
  type AuthorFacts,
  changeOf,
  type CommentFact,
  type CommentFacts,
  countsOfComment,
  isWaiting,
  REPEAT_DAYS,
  withFact,
} from '../statistics/page-facts.ts'
import { COMMENT_KEPT_DAYS } from '../statistics/page-figures.ts'
import { ttlAfter } from './expiry.ts'
import { type Key, pageKeys, table, WAITING_COMMENTS } from './table.ts'
import { writeIfHolds } from './write-if.ts'

type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number]

export interface Told {
  readonly tableName: string
  /** In whose days it is counted. */
  readonly timeZone: string
  /** Its id in the register. */
  readonly page: string
  /** When it happened, by the network's clock (ISO, UTC). */
  readonly at: string
}

/** Several facts of one day meet in one counter; the later ones try again. */
const ATTEMPTS = 8
/** Longer than a network sends a post again. */
const POST_KEPT_DAYS = 40
const COUNTERS_KEPT_DAYS = 400

/** How a comment is called here: by what it is under and its name there, of an album that of the album. */
export function commentName(on: string, name: string): string {
  return `${on}.${name}`
}

/** The page has a post. @returns false where it was known. @throws when the queue is to ask again */
export async function posted(told: Told & { readonly post: string }): Promise<boolean> {
  const { tableName, page, at, post } = told
  // Before it is counted: whoever counts it again finds it done.
  await lastPost(told)
  const Item = { ...pageKeys.post(page, post), at, ttl: ttlAfter(at, POST_KEPT_DAYS) }
  const mark: Write = { Put: { TableName: tableName, Item, ConditionExpression: 'attribute_not_exists(pk)' } }
  return counted(() => Promise.resolve([mark, ...addition(told, at, { posts: 1 })]), 'once')
}

/** Somebody wrote under the page. @param told `by`: who, by keyed hash, where the network says it. @returns false where it was known */
export function commented(told: Told & { readonly comment: string; readonly by?: string }): Promise<boolean> {
  return learn(told, 'commented')
}

/** A comment was answered in public: by us, or by somebody of the page by hand. @returns false where it was known */
export function answered(told: Told & { readonly comment: string }): Promise<boolean> {
  return learn(told, 'answered')
}

/** A comment needs no answer: it was screened out, or taken away. @returns false where it was known */
export function dismissed(told: Told & { readonly comment: string }): Promise<boolean> {
  return learn(told, 'dismissed')
}

interface About extends Told {
  readonly comment: string
  readonly by?: string
}

function learn(told: About, what: CommentFact['what']): Promise<boolean> {
  return counted(async () => {
    const { tableName, page, at, comment, by } = told
    const before = await read(tableName, pageKeys.comment(page, comment))
    const known = factsIn(before)
    const facts = withFact(known, { what, at })
    if (facts === known) return undefined
    const change = changeOf(countsOfComment(known), countsOfComment(facts))
    const isNew = what === 'commented' && known.at === undefined
    const author = isNew && by !== undefined ? await authorAfter(told, by) : undefined
    return [
      put(tableName, before, {
        ...pageKeys.comment(page, comment),
        ...facts,
        ...waitingAs(facts, comment),
        ttl: ttlAfter(facts.at ?? at, COMMENT_KEPT_DAYS),
      }),
      ...(author ? [author.write] : []),
      ...addition(told, facts.at ?? at, { ...change, ...(author?.counted && { repeats: 1 }) }),
    ]
  }, 'again')
}

/** Its place among those that wait, while it does. */
function waitingAs(facts: CommentFacts, comment: string) {
  return isWaiting(facts) ? { worklist: WAITING_COMMENTS, workDue: `${facts.at}#${comment}` } : {}
}

async function authorAfter({ tableName, page, at }: About, by: string) {
  const key = pageKeys.author(page, by)
  const before = await read(tableName, key)
  const { author, counted } = afterComment(before as AuthorFacts | undefined, at)
  return {
    counted,
    write: put(tableName, before, { ...key, ...author, ttl: ttlAfter(author.lastAt, REPEAT_DAYS + 1) }),
  }
}

/** @param writesOf what to write as things stand; undefined where there is nothing to do. @param held what follows where a condition does not hold: it was done before, or another was quicker */
async function counted(writesOf: () => Promise<Write[] | undefined>, held: 'once' | 'again'): Promise<boolean> {
  for (let attempt = 1; ; attempt += 1) {
    const TransactItems = await writesOf()
    if (TransactItems === undefined) return false
    try {
      await table.send(new TransactWriteCommand({ TransactItems }))
      return true
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error
      const reasons = (error.CancellationReasons ?? []).map(({ Code }) => Code)
      const isHeld = reasons.includes('ConditionalCheckFailed')
      if (isHeld && held === 'once') return false
      if (attempt === ATTEMPTS || !(isHeld || reasons.includes('TransactionConflict'))) throw error
    }
  }
}

type Read = Record<string, unknown> & { readonly v?: number }

async function read(tableName: string, Key: Key): Promise<Read | undefined> {
  const { Item } = await table.send(new GetCommand({ TableName: tableName, Key, ConsistentRead: true }))
  return Item
}

function factsIn(item: Read | undefined): CommentFacts {
  const { at, answeredAt, dismissedAt } = (item ?? {}) as CommentFacts
  return { ...(at && { at }), ...(answeredAt && { answeredAt }), ...(dismissedAt && { dismissedAt }) }
}

/** Where nobody wrote it since it was read. */
function put(tableName: string, before: Read | undefined, item: Record<string, unknown>): Write {
  const v = (before?.v ?? 0) + 1
  return {
    Put: {
      TableName: tableName,
      Item: { ...item, v },
      ...(before
        ? { ConditionExpression: 'v = :v', ExpressionAttributeValues: { ':v': before.v } }
        : { ConditionExpression: 'attribute_not_exists(pk)' }),
    },
  }
}

/** @param at of the day that it counts for (ISO, UTC) */
function addition({ tableName, timeZone, page }: Told, at: string, counts: Counts): Write[] {
  const entries = Object.entries(counts)
  if (entries.length === 0) return []
  return [
    {
      Update: {
        TableName: tableName,
        Key: pageKeys.day(localDate(Date.parse(at), timeZone), page),
        UpdateExpression: `SET #ttl = :ttl ADD ${entries.map((_, index) => `#${index} :${index}`).join(', ')}`,
        ExpressionAttributeNames: {
          '#ttl': 'ttl',
          ...Object.fromEntries(entries.map(([name], index) => [`#${index}`, name])),
        },
        ExpressionAttributeValues: {
          ':ttl': ttlAfter(at, COUNTERS_KEPT_DAYS),
          ...Object.fromEntries(entries.map(([, amount], index) => [`:${index}`, amount])),
        },
      },
    },
  ]
}

async function lastPost({ tableName, page, at }: Told): Promise<void> {
  await writeIfHolds(
    new UpdateCommand({
      TableName: tableName,
      Key: pageKeys.head(page),
      UpdateExpression: 'SET lastPostAt = :at, since = if_not_exists(since, :at)',
      ConditionExpression: 'attribute_not_exists(lastPostAt) OR lastPostAt < :at',
      ExpressionAttributeValues: { ':at': at },
    }),
  )
}
