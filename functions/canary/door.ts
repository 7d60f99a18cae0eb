// The region as an integrator and a citizen reach it: by HTTPS, at its public address. Called by the canary alone.
const CALL_MS = 15_000
/** Once more where no answer came, or one of a server: every call may be repeated. */
const TRIES = 2

export interface Posted {
  readonly id: string
  readonly trackUrl: string
}

/** What the canary reads of a case. */
export interface CaseSeen {
  readonly status: string
  readonly organisation: { readonly id: string } | null
  readonly deadlines: readonly { readonly clock: string; readonly due: string; readonly paused: boolean }[]
  readonly notices: readonly { readonly recipient: string; readonly kind: string; readonly status: string }[]
}

/** @param url its public address, without a slash at the end @throws Error that says what was answered, from each call */
export function doorAt(url: string, key: string) {
  const authorized = { Authorization: `Bearer ${key}` }
  return {
    async post(message: object, idempotencyKey: string): Promise<Posted> {
      const headers = { ...authorized, 'Content-Type': 'application/json', 'Idempotency-Key': idempotencyKey }
      const reply = await call(`${url}/v1/messages`, { method: 'POST', headers, body: JSON.stringify(message) }, 201)
      return (await reply.json()) as Posted
    },
    async read(caseId: string): Promise<CaseSeen> {
      return (await (await call(`${url}/v1/cases/${caseId}`, { headers: authorized }, 200)).json()) as CaseSeen
    },
    /** Takes a message back as its citizen does, on a page that showed its receipt: its words are erased, the case is closed. @param nonce names the form, 16 letters or digits */
    async withdraw(trackUrl: string, nonce: string): Promise<void> {
      const body = new URLSearchParams({ action: 'erase', 'sure-erase': 'yes', seen: '1', nonce })
      await call(trackUrl, { method: 'POST', body, redirect: 'manual' }, 303)
    },
  }
}

/** The address is not told: that of a page is a key. */
async function call(url: string, init: RequestInit, wanted: number, tries = TRIES): Promise<Response> {
  const reply = await fetch(url, { ...init, signal: AbortSignal.timeout(CALL_MS) }).catch((error: unknown) => {
    if (tries > 1) return undefined
    const { name, cause } = error as Error
    throw new Error(`no answer: ${cause instanceof Error ? cause.message : name}`)
  })
  if (reply?.status === wanted) return reply
  if (tries > 1 && (!reply || reply.status >= 500 || reply.status === 429)) return call(url, init, wanted, tries - 1)
  throw new Error(`answered ${reply?.status ?? 'nothing'} instead of ${wanted}`)
}
