// Judges how often a device says that a passkey was used (WebAuthn 3, 6.1.1): a number that does not rise may mean a copy. Passkeys that
// are synced between devices do not count, or count apart. Pure. Called by enter.tsx.
import type { Passkey } from '../store/passkeys.ts'

export type Judgement = 'good' | 'not risen, synced' | 'refused'

/** @param said the number of this use */
export function judge({ counter, synced }: Pick<Passkey, 'counter' | 'synced'>, said: number): Judgement {
  if (said > counter || (said === 0 && counter === 0)) return 'good'
  return synced ? 'not risen, synced' : 'refused'
}
