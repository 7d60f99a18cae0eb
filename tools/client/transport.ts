// Sends a request, and sends it again while that may help: when nobody answers, on 429 and on faults, after as many seconds as the API
// says, else after twice as long each time. Called by client.ts.
import { OtklikProblem, OtklikUnreachable } from './problem.ts'
import type { Problem } from './types.ts'

export interface Options {
  /** The region's address: "https://otklik.example". */
  readonly url: string
  readonly key: string
  /** Of words in problems and tables; "en" without it. */
  readonly language?: 'ru' | 'en'
  /** For how long all waits of a call may last together (ms); a minute without it, 0 to try once. */
  readonly patienceMs?: number
  /** The same while nobody answers at all; as `patienceMs` without it. */
  readonly unreachableMs?: number
  /** How long a try may take (ms); 40 seconds without it, more than the API may take. */
  readonly timeoutMs?: number
  /** In place of the platform's own, as the next two. */
  readonly fetch?: typeof fetch
  readonly wait?: (ms: number) => Promise<unknown>
  /** From 0 to 1. */
  readonly random?: () => number
}

export interface Call {
  readonly path: string
  readonly query?: object
  /** With a body it is a POST, else a GET. */
  readonly method?: 'DELETE'
  readonly body?: unknown
  readonly idempotencyKey?: string
  readonly accept?: string
}

const PATIENCE_MS = 60_000
const FIRST_WAIT_MS = 500
/** Whatever is said: nothing is asked again without a pause. */
const LEAST_WAIT_MS = 100
const LONGEST_WAIT_MS = 30_000
const comesBack = (status: number) => status === 429 || status >= 500

const sleep = (ms: number) => new Promise((done) => setTimeout(done, ms))

export class Transport {
  readonly #options: Options
  readonly #url: string

  constructor(options: Options) {
    this.#options = options
    this.#url = options.url.replace(/\/+$/, '')
  }

  /** @throws OtklikProblem when it was refused, OtklikUnreachable when nobody answered, both after as many tries as help */
  async send(call: Call): Promise<Response> {
    const { patienceMs = PATIENCE_MS, unreachableMs = patienceMs, wait = sleep, random = Math.random } = this.#options
    let waited = 0
    for (let tries = 0; ; tries += 1) {
      const reply = await this.#try(call)
      if (reply instanceof Response && reply.ok) return reply
      if (reply instanceof Response && !comesBack(reply.status)) throw await problemOf(reply)
      const said = reply instanceof Response ? retryAfterOf(reply) : undefined
      const grown = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** tries)
      const next = said === undefined ? grown * (0.5 + random() / 2) : Math.max(said * 1_000, LEAST_WAIT_MS)
      if (waited + next > (reply instanceof Response ? patienceMs : unreachableMs))
        throw reply instanceof Response ? await problemOf(reply) : reply
      if (reply instanceof Response) await reply.body?.cancel()
      await wait(next)
      waited += next
    }
  }

  /** Waits between parts of a call that is several requests. @param waited ms before @returns ms in all, undefined where that is too long */
  async pause(seconds: number, waited: number): Promise<number | undefined> {
    const { patienceMs = PATIENCE_MS, wait = sleep } = this.#options
    const next = Math.max(seconds * 1_000, LEAST_WAIT_MS)
    if (waited + next > patienceMs) return undefined
    await wait(next)
    return waited + next
  }

  async #try({ path, query = {}, method, body, idempotencyKey, accept = 'application/json' }: Call) {
    const { key, language = 'en', timeoutMs = 40_000, fetch: ask = fetch } = this.#options
    const search = new URLSearchParams()
    for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value))
    const url = `${this.#url}${path}${search.size > 0 ? `?${search.toString()}` : ''}`
    try {
      return await ask(url, {
        headers: {
          ...{ Authorization: `Bearer ${key}`, Accept: accept, 'Accept-Language': language },
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
          ...(idempotencyKey !== undefined && { 'Idempotency-Key': idempotencyKey }),
        },
        ...(method && { method }),
        ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
        // A key goes to the address it was given for and to no other.
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
      })
    } catch (error) {
      return new OtklikUnreachable(this.#url, error)
    }
  }
}

function retryAfterOf({ headers }: Response): number | undefined {
  const said = headers.get('Retry-After')
  return said !== null && /^\d{1,6}$/.test(said) ? Number(said) : undefined
}

async function problemOf(reply: Response): Promise<OtklikProblem> {
  const text = await reply.text()
  return new OtklikProblem(reply.status, problemIn(text), retryAfterOf(reply))
}

/** What is between may answer as it likes. */
function problemIn(text: string): Partial<Problem> {
  try {
    return Object(JSON.parse(text)) as Partial<Problem>
  } catch {
    return { detail: text.slice(0, 200) }
  }
}
