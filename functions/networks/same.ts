// Compares a secret that came with the one we know, in a time that tells nothing of either. Called by the adapters.
import { createHash, timingSafeEqual } from 'node:crypto'

/** An empty secret is no secret: nothing is the same as it. */
export function isSame(given: unknown, known: string): boolean {
  if (known === '' || typeof given !== 'string') return false
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(known))
}
