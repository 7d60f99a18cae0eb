// Finds the link behind an address. Called by every page that a mail leads to.
import type { Link } from '../case/notices/link.ts'
import { hashOf, parseSecret } from '../links/token.ts'
import { findLink } from '../store/links.ts'

/** The link whose secret stands in an address; undefined when nobody issued it. Expired links are found for 30 days, to be explained. */
export async function linkBehind(tableName: string, text: string): Promise<Link | undefined> {
  const secret = parseSecret(text)
  return secret === undefined ? undefined : findLink(tableName, hashOf(secret))
}
