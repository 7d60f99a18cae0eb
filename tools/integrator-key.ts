// Makes an integrator's API key: shown once, stored as a hash with what it may do. Called by npm run keys, start and
// emulate.
import type { Random } from '../functions/case/ids.ts'
import { hashOf, newSecret } from '../functions/links/token.ts'
import { keys } from '../functions/store/table.ts'

export interface KeyGrant {
  readonly integrator: string
  readonly scopes: readonly string[]
  /** ISO, UTC. */
  readonly expiresAt?: string
}

/** A new key and the item that makes it valid once it is in the table. */
export function newIntegratorKey(grant: KeyGrant, random: Random) {
  const key = `otk_${newSecret(random)}`
  return { key, item: { ...keys.integratorKey(hashOf(key)), ...grant } }
}
