// Lets a reply be kept by anybody who asks before each use whether it still holds: an answer that was taken off is gone at the next
// look. Called by whatever shows published answers.
import { tagged as taggedReply } from '../edge/etag.ts'
import type { Reply, Request } from '../edge/http.ts'

/** @param vary by which headers of the request the reply differs, beside how it is compressed on the way */
export function tagged(request: Request, reply: Reply, ...vary: readonly string[]): Reply {
  const kept = {
    'Cache-Control': 'public, no-cache',
    'X-Robots-Tag': 'all',
    Vary: ['Accept-Encoding', ...vary].join(', '),
  }
  return taggedReply(request, reply, kept)
}
