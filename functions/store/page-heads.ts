// What a network says of an official page, looked at once a day. Called by hear.
import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { PageHead } from '../statistics/page-figures.ts'
import { headIn } from './page-head-item.ts'
import { pageKeys, table } from './table.ts'

export async function pageHead(tableName: string, page: string): Promise<PageHead | undefined> {
  const { Item } = await table.send(new GetCommand({ TableName: tableName, Key: pageKeys.head(page) }))
  return Item && headIn(Item)
}

/** What a network says of a page; empty where it says nothing, and the page is known since now all the same. */
export type Seen = Pick<PageHead, 'subscribers' | 'widgets' | 'contacts' | 'refused'>

/** @param at now (ISO, UTC) */
export async function noteSeen(tableName: string, page: string, at: string, seen: Seen): Promise<void> {
  const known = Object.entries(seen).filter(([, value]) => value !== undefined)
  const refused = seen.refused ? '' : ' REMOVE refused'
  await table.send(
    new UpdateCommand({
      TableName: tableName,
      Key: pageKeys.head(page),
      UpdateExpression: `SET checkedAt = :at, since = if_not_exists(since, :at)${known.map(([name]) => `, ${name} = :${name}`).join('')}${refused}`,
      ExpressionAttributeValues: {
        ':at': at,
        ...Object.fromEntries(known.map(([name, value]) => [`:${name}`, value])),
      },
    }),
  )
}
