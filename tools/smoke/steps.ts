// The steps of a smoke: each says what it saw; the first that fails ends the journey, because the next would stand on it.
import { setTimeout as pause } from 'node:timers/promises'
import type { Region } from '../../regions/schema.ts'
import type { Mail, Mailbox } from '../mailboxes.ts'

export interface Journey {
  readonly url: string
  readonly key: string
  readonly region: Region
  readonly patienceMs: number
  readonly mailbox?: Mailbox
  caseId: string
}

export interface Step {
  readonly name: string
  /** @returns what was seen. @throws Error saying what was wrong. */
  readonly run: (journey: Journey) => Promise<string>
}

export interface StepResult {
  readonly name: string
  readonly passed: boolean
  readonly ms: number
  readonly seen: string
}

export async function runSteps(
  steps: readonly Step[],
  journey: Journey,
  say: (line: string) => void,
): Promise<StepResult[]> {
  const results: StepResult[] = []
  for (const { name, run } of steps) {
    const started = performance.now()
    const outcome = await run(journey).then(
      (seen) => ({ passed: true, seen }),
      (error: unknown) => ({ passed: false, seen: (error as Error).message }),
    )
    const result = { name, ms: Math.round(performance.now() - started), ...outcome }
    results.push(result)
    say(`${result.passed ? '✓' : '✗'} ${name} (${result.ms} ms): ${result.seen}`)
    if (!result.passed) break
  }
  return results
}

export interface CaseSeen {
  readonly status: string
  readonly organisation: { readonly id: string } | null
}

export async function callApi(
  { url, key }: Journey,
  path: string,
  init: RequestInit = {},
): Promise<{ status: number; headers: Headers; body: unknown }> {
  const headers = {
    Authorization: `Bearer ${key}`,
    'Content-Type': 'application/json',
    ...(init.headers as Record<string, string>),
  }
  const reply = await fetch(url + path, { ...init, headers })
  const text = await reply.text()
  return { status: reply.status, headers: reply.headers, body: text.startsWith('{') ? JSON.parse(text) : text }
}

/** Looks until what is looked for is there. @throws Error after the journey's patience. */
export async function until<T>(journey: Journey, what: string, look: () => Promise<T | undefined>): Promise<T> {
  const deadline = Date.now() + journey.patienceMs
  for (;;) {
    const found = await look()
    if (found !== undefined) return found
    if (Date.now() > deadline) throw new Error(`${what} did not come in ${journey.patienceMs / 1000} s`)
    await pause(250)
  }
}

export function caseIs(journey: Journey, ...statuses: string[]): Promise<CaseSeen> {
  return until(journey, `the status ${statuses.join(' or ')}`, async () => {
    const { body } = await callApi(journey, `/v1/cases/${journey.caseId}`)
    const seen = body as CaseSeen
    return statuses.includes(seen.status) ? seen : undefined
  })
}

/** The newest mail about the case to an address whose text has a certain link or words. */
export function mailTo(journey: Journey, address: string, having: string): Promise<Mail> {
  return until(journey, `a mail to ${address}`, async () => {
    const mails = await journey.mailbox!.to(address)
    return mails.findLast((mail) => mail.subject.includes(journey.caseId) && mail.text.includes(having))
  })
}

export function must(condition: boolean, otherwise: string): void {
  if (!condition) throw new Error(otherwise)
}
