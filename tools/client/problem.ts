// What a call of the client ends with when nothing came of it. Thrown by client.ts.
import type { FieldError, Problem } from './types.ts'

/** The API refused the request, or a fault of its own lasted. `status` and `code` say which; `message` says it in words. */
export class OtklikProblem extends Error {
  override readonly name = 'OtklikProblem'
  readonly status: number
  /** The same in every language; new ones may come: go by the status then. */
  readonly code: string
  /** Every wrong field. */
  readonly errors: readonly FieldError[]
  /** Tell it when you ask about the request. */
  readonly requestId: string | undefined
  /** Seconds after which the same may be sent again; undefined where that does not help. */
  readonly retryAfter: number | undefined

  constructor(status: number, problem: Partial<Problem>, retryAfter?: number) {
    const { code = 'unknown', detail, title, errors = [], requestId } = problem
    const fields = errors.map((one) => `${one.pointer}: ${one.detail}`)
    super([`${status} ${code}: ${detail ?? title ?? 'the reply has no words'}`, ...fields].join('\n  '))
    this.status = status
    this.code = code
    this.errors = errors
    this.requestId = requestId
    this.retryAfter = retryAfter
  }
}

/** Nobody answered, or not in time. Whether it was done is not known: send the same again with the same idempotency key. */
export class OtklikUnreachable extends Error {
  override readonly name = 'OtklikUnreachable'

  constructor(url: string, cause: unknown) {
    super(`No region answers at ${url}: ${reasonOf(cause)}.`, { cause })
  }
}

/** fetch and connections keep the reason in the cause. */
function reasonOf(error: unknown): string {
  const { message, code, cause } = error as Error & { code?: string }
  return cause ? reasonOf(cause) : (message || code || String(error)).split('\n')[0]!.replace(/\.$/, '')
}
