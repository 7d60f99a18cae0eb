// Calls the region's public API as a patient client: what is refused is final, what cannot be reached is tried again.
// Called by npm run replay.
import { setTimeout as pause } from 'node:timers/promises'

/** How long an unreachable region is waited for (ms). */
const PATIENCE_MS = 300_000

export type Posted = { readonly id: string } | { readonly refused: string }

export interface CaseView {
  readonly id: string
  readonly status: string
  readonly receivedAt: string
  readonly topic: string | null
  readonly municipality: string | null
  readonly organisation: { readonly id: string; readonly name: Record<string, string> } | null
  /** What the citizen is asked. */
  readonly missing: {
    readonly askedAt: string
    readonly topic: readonly { id: string }[] | null
    readonly municipality: readonly { id: string }[] | null
  } | null
  readonly deadlines: readonly { clock: string; paused: boolean }[]
  readonly notices: readonly {
    seq: number
    recipient: string
    kind: string
    status: string
    endedAt: string | null
    attempts: number
  }[]
}

export class RegionClient {
  readonly #url: string
  readonly #key: string

  constructor(url: string, key: string) {
    this.#url = url.replace(/\/$/, '')
    this.#key = key
  }

  async post(idempotencyKey: string, message: unknown): Promise<Posted> {
    const reply = await this.#call('/v1/messages', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': idempotencyKey },
      body: JSON.stringify(message),
    })
    const body = (await reply.json()) as { id?: string; code?: string; errors?: { pointer: string; detail: string }[] }
    if (reply.ok && body.id) return { id: body.id }
    const [error] = body.errors ?? []
    return { refused: `${reply.status} ${body.code ?? ''}${error ? ` ${error.pointer}: ${error.detail}` : ''}` }
  }

  async get(id: string): Promise<CaseView> {
    const reply = await this.#call(`/v1/cases/${id}`, {})
    if (!reply.ok) throw new Error(`The case ${id} was accepted, but asking for it is answered ${reply.status}.`)
    return (await reply.json()) as CaseView
  }

  /** Says what is missing; nothing where it was settled meanwhile. */
  async tell(id: string, said: object): Promise<boolean> {
    const reply = await this.#call(`/v1/cases/${id}/missing`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(said),
    })
    if (!reply.ok && reply.status !== 409)
      throw new Error(`What is missing of ${id} was said and answered ${reply.status}.`)
    return reply.ok
  }

  async #call(path: string, init: RequestInit): Promise<Response> {
    const started = Date.now()
    for (let wait = 100; ; wait = Math.min(wait * 2, 5_000)) {
      const headers = { ...init.headers, Authorization: `Bearer ${this.#key}` }
      const reply = await fetch(this.#url + path, { ...init, headers }).catch((error: unknown) => error as Error)
      const tryAgain = reply instanceof Error || reply.status === 429 || reply.status >= 500
      if (!tryAgain) return reply
      if (Date.now() - started > PATIENCE_MS)
        throw reply instanceof Error ? reply : new Error(`The region answers ${reply.status}.`)
      await pause(wait)
    }
  }
}
