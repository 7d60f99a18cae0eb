// Finds the link behind an address. Called by every page that a mail leads to.
import type { Link } from '../case/notices/link.ts'
import { hashOf, parseSecret } from '../links/token.ts'
import { findLink } from '../store/links.ts'

/** The link whose secret stands in an address, at an instant (ISO, UTC); undefined when nobody issued it, or it expired more than 30 days before. */
export async function linkBehind(tableName: string, text: string, at: string): Promise<Link | undefined> {
  const secret = parseSecret(text)
  return secret === undefined ? undefined : findLink(tableName, hashOf(secret), at)
}
