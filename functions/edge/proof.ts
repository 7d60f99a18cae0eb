// The work that a sender's browser shows while very many messages come in, so that a flood costs whoever makes it. The
// firewall says when (lib/firewall.ts), and nothing is stored: a proof belongs to the id of one form and to the minutes after the form
// was made (after Hashcash, Adam Back 2002). Called by the citizen's form; the headers allow its one script.
import { pbkdf2 } from 'node:crypto'
import { promisify } from 'node:util'
import type { Request } from './request.ts'

/** So AWS WAF names the header that its rules insert. */
export const CROWDED_HEADER = 'x-amzn-waf-crowded'
/** After so many seconds the firewall counts anew. */
export const CROWDED_SECONDS = 300

const VALID_MS = 30 * 60_000
/** A number is found after 32 tries on average: about a second on an old telephone, 10 ms for whoever checks it. */
const ITERATIONS = 20_000
const BELOW = 8
const SALT = 'otklik'

/** Looks for the number while the page is read. A change of its text is a change of its hash (script-hashes.ts). */
export const proofScript = `(async () => {
const proof = document.querySelector('[name=proof]'), state = document.getElementById('proof-state')
if (!window.crypto || !crypto.subtle) return
const { nonce, 'proof-at': at } = proof.form.elements, button = proof.form.querySelector('button')
const bytes = (text) => new TextEncoder().encode(text)
const { textContent: wait, dataset } = state
state.textContent = dataset.working
button.disabled = true
try {
for (let number = 0; !proof.value; number += 1) {
const key = await crypto.subtle.importKey('raw', bytes([nonce.value, at.value, number].join()), 'PBKDF2', false, ['deriveBits'])
const work = { name: 'PBKDF2', hash: 'SHA-256', salt: bytes('${SALT}'), iterations: ${ITERATIONS} }
if (new Uint8Array(await crypto.subtle.deriveBits(work, key, 8))[0] < ${BELOW}) proof.value = number
}
state.textContent = dataset.ready
} catch {
state.textContent = wait
} finally {
button.disabled = false
}
})()`

/** Whether the firewall says that more messages come than people write. */
export function isCrowded({ headers }: Request): boolean {
  return headers[CROWDED_HEADER] !== undefined
}

export interface Proof {
  readonly nonce: string
  /** When the form was made (ISO, UTC). */
  readonly at: string
  readonly number: string
}

/** Whether the work was done for this form, not long before an instant (ISO, UTC). */
export async function isProven({ nonce, at, number }: Proof, now: string): Promise<boolean> {
  const age = Date.parse(now) - Date.parse(at)
  if (!(age >= 0 && age <= VALID_MS) || !/^\d{1,9}$/.test(number)) return false
  const [first] = await derive([nonce, at, number].join(), SALT, ITERATIONS, 1, 'sha256')
  return first! < BELOW
}

const derive = promisify(pbkdf2)
