// Makes an integrator's API key: shown once, stored as a hash with what it may do. Called by npm run keys, start and
// emulate, and by the canary.
import type { Random } from '../case/ids.ts'
import { hashOf, KEY_PREFIX, newSecret, TEST_KEY_PREFIX } from '../links/token.ts'
import { integratorKeys } from '../store/table.ts'

export type Scope = 'messages:write' | 'cases:read' | 'cases:read:all' | 'statistics:read'

/** Of one key, in place of the region's. */
export interface KeyLimits {
  readonly requestsPerMinute: number
  readonly requestsPerDay: number
}

export interface KeyGrant {
  readonly integrator: string
  readonly scopes: readonly string[]
  /** ISO, UTC. */
  readonly expiresAt?: string
  /** It makes test cases, and opens no others. */
  readonly test?: boolean
  readonly limits?: KeyLimits
}

/** A new key and the item that makes it valid once it is in the table. */
export function newIntegratorKey({ test = false, ...grant }: KeyGrant, random: Random) {
  const key = `${test ? TEST_KEY_PREFIX : KEY_PREFIX}${newSecret(random)}`
  const { pk, sk } = test ? integratorKeys.testKey(hashOf(key)) : integratorKeys.integratorKey(hashOf(key))
  return { key, item: { pk, sk, ...grant } }
}
