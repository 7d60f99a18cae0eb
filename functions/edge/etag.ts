// Says nothing again of what its reader knows (RFC 9110, 8.8.3 and 13.1.2). Used by the API and by published answers, for what is
// asked often and changes seldom.
import { createHash } from 'node:crypto'
import type { Reply, Request } from './http.ts'

const ownCopy = { 'Cache-Control': 'private, no-cache' }

/**
 * The reply with a tag of its body, or 304 for whoever has it already.
 * @param kept headers that say who may keep the reply; without them its reader alone
 */
export function tagged(
  { headers: asked }: Pick<Request, 'headers'>,
  reply: Reply,
  kept: Readonly<Record<string, string>> = ownCopy,
): Reply {
  const tag = `"${createHash('sha256').update(reply.body).digest('base64url').slice(0, 22)}"`
  const headers = { ...reply.headers, ETag: tag, ...kept }
  return isKnown(asked['if-none-match'] ?? '', tag) ? { status: 304, headers, body: '' } : { ...reply, headers }
}

/** What was compressed on the way comes back as weak. */
function isKnown(known: string, tag: string): boolean {
  return known.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === tag)
}

/** The value with the members of what is within it in alphabetical order: DynamoDB gives a map's in any. */
export function inOneOrder<T extends object>(value: T): T {
  const members = Object.entries(value).map(([key, member]) => [key, sorted(member)] as const)
  return Object.fromEntries(members) as T
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(members.map(([key, member]) => [key, sorted(member)]))
}
