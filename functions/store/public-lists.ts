// Reads what is published: lists, the newest first, and one answer. They hold what anybody may read and nothing else; who reads them has
// no right to a case. Called by the public pages, and for the names of lists by the store.
import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { PublicAnswer } from '../case/publication.ts'
import { type Expiring, isExpired } from './expiry.ts'
import { keys, table } from './table.ts'

/** Of what a list is: everything, or a topic, a municipality, or one in the other. */
export interface PublicList {
  readonly topic?: string | undefined
  readonly municipality?: string | undefined
}

export interface PublicPage {
  readonly answers: readonly PublicAnswer[]
  /** Where the next page begins: after this place. */
  readonly next?: string
}

interface Reading {
  readonly tableName: string
  readonly list: PublicList
  readonly limit: number
  /** A place as `next` told it: `isPlace`. */
  readonly after?: string | undefined
  /** The instant of the request (ISO, UTC). */
  readonly at: string
  /** The topics that may be shown: a region may close one after something was published. */
  readonly topics: ReadonlySet<string>
}

/** So many looks fill one page: entries that ended stay for two days at most. */
const LOOKS = 4

/** The lists that an answer stands in. */
export function listsWith({ topic, municipality }: PublicList): string[] {
  const lists = [{}, { topic }, ...(municipality ? [{ municipality }, { topic, municipality }] : [])]
  return lists.map(nameOf)
}

/** Whether somebody's words can be a place in a list. */
export function isPlace(after: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z#[a-z\d]{1,40}$/.test(after)
}

/** A page of a list. Its cost does not depend on how many answers there are, nor on closed cases. */
export async function publicPage({ tableName, list, limit, after, at, topics }: Reading): Promise<PublicPage> {
  const answers: PublicAnswer[] = []
  const { pk } = keys.publicEntry(nameOf(list), '', '')
  let start = after === undefined ? undefined : { pk, sk: after }
  for (let look = 0; look < LOOKS; look += 1) {
    const { Items = [], LastEvaluatedKey } = await table.send(
      new QueryCommand({
        TableName: tableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        ScanIndexForward: false,
        Limit: limit - answers.length,
        // What was taken off a moment ago is not shown again.
        ConsistentRead: true,
        ...(start && { ExclusiveStartKey: start }),
      }),
    )
    answers.push(...Items.flatMap((item) => shownIn(item, topics, at) ?? []))
    start = LastEvaluatedKey as typeof start
    if (!start || answers.length === limit) break
  }
  return { answers, ...(start && { next: start.sk }) }
}

/** One published answer; undefined where it never was, or is not any more. */
export async function findPublicAnswer(
  tableName: string,
  as: string,
  topics: ReadonlySet<string>,
  at: string,
): Promise<PublicAnswer | undefined> {
  const { Item } = await table.send(
    new GetCommand({ TableName: tableName, Key: keys.publicAnswer(as), ConsistentRead: true }),
  )
  return shownIn(Item, topics, at)
}

function shownIn(
  item: (Expiring & { readonly answer?: PublicAnswer }) | undefined,
  topics: ReadonlySet<string>,
  at: string,
): PublicAnswer | undefined {
  return item?.answer && !isExpired(item, at) && topics.has(item.answer.topic) ? item.answer : undefined
}

function nameOf({ topic, municipality }: PublicList): string {
  return [municipality && `place ${municipality}`, topic && `topic ${topic}`].filter(Boolean).join(' ') || 'region'
}
