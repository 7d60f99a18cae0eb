// Links as they are stored: under the hash of their secret, so that who reads the table cannot act.
import { GetCommand } from '@aws-sdk/lib-dynamodb'
import type { Link } from '../case/notices/link.ts'
import type { Item } from './append.ts'
import { keys, table, ttlAfter } from './table.ts'

/** How long an expired link is still known, so that its page can explain it (days). */
const EXPLAINED_DAYS = 30

/** The item that stores a link; whoever writes it has issued the link. */
export function linkItem(hash: string, link: Link): Item {
  return { ...keys.link(hash), ...link, ttl: ttlAfter(Date.parse(link.expiresAt), EXPLAINED_DAYS) }
}

/** The link whose secret has this hash; undefined when nobody issued it. Expired links are found for 30 days, to be explained. */
export async function findLink(tableName: string, hash: string): Promise<Link | undefined> {
  const { Item } = await table.send(new GetCommand({ TableName: tableName, Key: keys.link(hash) }))
  return Item as Link | undefined
}
