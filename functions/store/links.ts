// Links as they are stored: under the hash of their secret, so that who reads the table cannot act. Called by edge/actor, intake
// and notify.
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import type { Link } from '../case/notices/link.ts'
import type { Item } from './writes.ts'
import { isExpired, ttlAfter } from './expiry.ts'
import { keys, table } from './table.ts'

/** How long an expired link is still known, so that its page can explain it (days). */
const EXPLAINED_DAYS = 30

/** The item that stores a link; whoever writes it has issued the link. */
export function linkItem(hash: string, link: Link): Item {
  return { ...keys.link(hash), ...link, ttl: ttlAfter(link.expiresAt, EXPLAINED_DAYS) }
}

/** Issues a link by itself. */
export async function issueLinkTo(tableName: string, hash: string, link: Link): Promise<void> {
  await table.send(new PutCommand({ TableName: tableName, Item: linkItem(hash, link) }))
}

/** The link whose secret has this hash, at an instant (ISO, UTC); undefined when nobody issued it, or it expired more than 30 days before. */
export async function findLink(tableName: string, hash: string, at: string): Promise<Link | undefined> {
  const { Item } = await table.send(new GetCommand({ TableName: tableName, Key: keys.link(hash) }))
  return Item && !isExpired(Item, at) ? (Item as Link) : undefined
}
