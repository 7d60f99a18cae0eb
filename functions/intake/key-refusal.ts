// Why a change of an integrator's keys was refused. Thrown by integrator-keys.ts; npm run keys says its message, the console its code in words.

/** Why nothing was done, as a code; the message says it for a terminal. */
export class KeyRefusal extends Error {
  readonly code: 'two keys' | 'another beside' | 'unknown key' | 'ended' | 'changed'

  constructor(code: KeyRefusal['code'], message: string) {
    super(message)
    this.code = code
  }
}
