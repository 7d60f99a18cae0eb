// Posts the rows of a replay through the client of the API, patiently: what is refused is final, what cannot be reached is tried again.
// Called by npm run replay.
import { Otklik } from '../client/client.ts'
import { OtklikProblem } from '../client/problem.ts'
import type { Message } from '../client/types.ts'

/** How long an unreachable region is waited for (ms). */
const PATIENCE_MS = 300_000

export type Posted = { readonly id: string } | { readonly refused: string }

/** What a replay looks at of a case. */
export interface CaseView {
  readonly id: string
  readonly status: string
  readonly receivedAt: string
  readonly topic: string | null
  readonly municipality: string | null
  readonly organisation: { readonly id: string; readonly name: Readonly<Record<string, string>> } | null
  /** What the citizen is asked. */
  readonly missing: {
    readonly askedAt: string
    readonly topic: readonly { id: string }[] | null
    readonly municipality: readonly { id: string }[] | null
  } | null
  readonly deadlines: readonly { clock: string; paused: boolean }[]
  readonly notices: readonly { kind: string; status: string; endedAt: string | null; attempts: number }[]
}

export function regionAt(url: string, key: string): Otklik {
  return new Otklik({ url, key, patienceMs: PATIENCE_MS })
}

/** @throws OtklikProblem or OtklikUnreachable when a fault outlasted our patience */
export async function post(region: Otklik, idempotencyKey: string, message: Message): Promise<Posted> {
  try {
    const { id } = await region.postMessage(message, { idempotencyKey })
    return { id }
  } catch (error) {
    if (!(error instanceof OtklikProblem) || error.status === 429 || error.status >= 500) throw error
    const [first] = error.errors
    return { refused: `${error.status} ${error.code}${first ? ` ${first.pointer}: ${first.detail}` : ''}` }
  }
}
