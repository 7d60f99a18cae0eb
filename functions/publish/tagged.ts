// Lets a reply be kept by anybody who asks before each use whether it still holds: an answer that was taken off is gone at the next
// look. Called by whatever shows published answers.
import { tagged as taggedReply } from '../edge/etag.ts'
import type { Reply, Request } from '../edge/http.ts'

/** @param vary by which headers of the request the reply differs */
export function tagged(request: Request, reply: Reply, vary?: string): Reply {
  const kept = { 'Cache-Control': 'public, no-cache', 'X-Robots-Tag': 'all', ...(vary && { Vary: vary }) }
  return taggedReply(request, reply, kept)
}
