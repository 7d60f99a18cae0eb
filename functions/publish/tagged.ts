// Lets a reply be kept by whoever asks before each use whether it still holds (RFC 9110, 8.8.3 and 13.1.2): an answer that was taken off
// is gone at the next look, and what did not change is not sent again. Called by whatever shows published answers.
import { createHash } from 'node:crypto'
import type { Reply, Request } from '../edge/http.ts'

/** @param vary by which headers of the request the reply differs */
export function tagged(request: Request, { status, headers, body }: Reply, vary?: string): Reply {
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const kept = { ETag: tag, 'Cache-Control': 'public, no-cache', ...(vary && { Vary: vary }) }
  const all = { ...headers, 'X-Robots-Tag': 'all', ...kept }
  return holds(request.headers['if-none-match'] ?? '', tag)
    ? { status: 304, headers: all, body: '' }
    : { status, headers: all, body }
}

/** What was compressed on the way comes back as weak. */
function holds(known: string, tag: string): boolean {
  return known.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === tag)
}
