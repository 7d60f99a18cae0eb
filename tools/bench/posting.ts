// Posts one message and notes what came of it. Used by the bench of a flood.

/** A message that was posted, and the reply. */
export interface Posted {
  /** Its Idempotency-Key. */
  readonly key: string
  /** 0 where no reply came. */
  readonly status: number
  readonly ms: number
  readonly id?: string
  readonly code?: string
  /** Seconds. */
  readonly retryAfter?: number
}

/** Where messages are posted, and which. */
export interface Door {
  readonly url: string
  readonly key: string
  readonly body: string
}

/** As long as API Gateway lets a function take, and a second (ms). */
const PATIENCE_MS = 30_000

export async function post({ url, key, body }: Door, name: string): Promise<Posted> {
  const startedAt = performance.now()
  const reply = await fetch(`${url}/v1/messages`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json', 'Idempotency-Key': name },
    body,
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch(() => undefined)
  const said = reply && ((await reply.json().catch(() => ({}))) as { id?: string; code?: string })
  return {
    key: name,
    status: reply?.status ?? 0,
    ms: performance.now() - startedAt,
    ...(said?.id !== undefined && { id: said.id }),
    ...(said?.code !== undefined && { code: said.code }),
    ...(reply?.headers.has('Retry-After') && { retryAfter: Number(reply.headers.get('Retry-After')) }),
  }
}
