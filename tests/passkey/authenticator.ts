// A device with one passkey, as WebAuthn describes it (Level 3, 6.5 and 7): it makes the key and signs challenges, and can be told to lie.
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'

interface Telling {
  readonly origin: string
  readonly rpId: string
  readonly counter?: number
  /** Whether the device knew its person: by a finger, a face or a code. */
  readonly verified?: boolean
}

const base64url = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64url')
const sha256 = (text: Uint8Array | string) => createHash('sha256').update(text).digest()

export class Authenticator {
  readonly id = base64url(randomBytes(16))
  readonly #synced: boolean
  readonly #key: { publicKey: KeyObject; privateKey: KeyObject } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  handle = ''

  constructor({ synced = false } = {}) {
    this.#synced = synced
  }

  /** What the page's script sends for options of ours. */
  make(options: { challenge: string; user: { id: string } }, telling: Telling): string {
    this.handle = options.user.id
    const { x, y } = this.#key.publicKey.export({ format: 'jwk' })
    const cose = new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, new Uint8Array(Buffer.from(x!, 'base64url'))],
      [-3, new Uint8Array(Buffer.from(y!, 'base64url'))],
    ])
    const id = Buffer.from(this.id, 'base64url')
    const length = Buffer.from([0, id.length])
    const credential = Buffer.concat([Buffer.alloc(16), length, id, isoCBOR.encode(cose)])
    const attestation = new Map<string, unknown>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', new Uint8Array(Buffer.concat([this.#data(telling, 0x40), credential]))],
    ])
    const clientDataJSON = base64url(this.#client('webauthn.create', options.challenge, telling))
    const attestationObject = base64url(isoCBOR.encode(attestation as Parameters<typeof isoCBOR.encode>[0]))
    return JSON.stringify({ ...this.#credential(), response: { clientDataJSON, attestationObject } })
  }

  use({ challenge }: { challenge: string }, telling: Telling): string {
    const client = this.#client('webauthn.get', challenge, telling)
    const data = this.#data(telling, 0)
    const signature = sign('sha256', Buffer.concat([data, sha256(client)]), this.#key.privateKey)
    return JSON.stringify({
      ...this.#credential(),
      response: {
        ...{ clientDataJSON: base64url(client), authenticatorData: base64url(data) },
        ...{ signature: base64url(signature), userHandle: this.handle },
      },
    })
  }

  #credential() {
    return { id: this.id, rawId: this.id, type: 'public-key' }
  }

  #client(type: string, challenge: string, { origin }: Telling): string {
    return JSON.stringify({ type, challenge, origin, crossOrigin: false })
  }

  #data({ rpId, counter = 0, verified = true }: Telling, more: number): Buffer {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    const flags = 0x01 | (verified ? 0x04 : 0) | (this.#synced ? 0x18 : 0) | more
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), count])
  }
}
