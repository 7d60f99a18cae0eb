// Runs the steps of a smoke: each says what it saw; the first that fails ends the journey, because the next needs it.
// Called by npm run smoke.
import { setTimeout as pause } from 'node:timers/promises'
import type { Region } from '../../regions/schema.ts'
import type { Otklik } from '../client/client.ts'
import type { Case, Notice } from '../client/types.ts'
import type { Mail, Mailbox } from '../mailboxes.ts'
import { reasonOf } from '../refuse.ts'

const CALL_MS = 30_000
const LOOK_AGAIN_MS = 250

export interface Journey {
  readonly url: string
  readonly key: string
  readonly otklik: Otklik
  readonly region: Region
  readonly patienceMs: number
  readonly mailbox?: Mailbox
  caseId: string
  /** With a key to try with: all mails go to the region's box for them. */
  test?: boolean
}

export interface Step {
  readonly name: string
  /** @returns what was seen. @throws Error saying what was wrong. */
  readonly run: (journey: Journey) => Promise<string>
}

export interface StepResult {
  readonly name: string
  readonly outcome: 'passed' | 'failed' | 'not reached'
  readonly ms: number
  readonly seen: string
}

export async function runSteps(
  steps: readonly Step[],
  journey: Journey,
  say: (result: StepResult) => void,
): Promise<StepResult[]> {
  const results: StepResult[] = []
  for (const step of steps) {
    const ended = results.some((one) => one.outcome !== 'passed')
    const result = ended
      ? ({ name: step.name, outcome: 'not reached', ms: 0, seen: '' } as const)
      : await runStep(step, journey)
    results.push(result)
    say(result)
  }
  return results
}

async function runStep({ name, run }: Step, journey: Journey): Promise<StepResult> {
  const started = performance.now()
  const done = await run(journey).then(
    (seen) => ({ outcome: 'passed', seen }) as const,
    (error: unknown) => ({ outcome: 'failed', seen: reasonOf(error) }) as const,
  )
  return { name, ms: Math.round(performance.now() - started), ...done }
}

export function lineOf({ name, outcome, ms, seen }: StepResult): string {
  if (outcome === 'not reached') return `- not reached: ${name}`
  return `${outcome === 'passed' ? '✓' : '✗'} ${name} (${ms} ms): ${seen}`
}

export interface Reply {
  readonly status: number
  readonly headers: Headers
  /** Parsed if it is JSON, else the text. */
  readonly body: unknown
}

export async function callApi({ url, key }: Journey, path: string, init: RequestInit = {}): Promise<Reply> {
  const headers = {
    Authorization: `Bearer ${key}`,
    'Content-Type': 'application/json',
    ...(init.headers as Record<string, string>),
  }
  const reply = await fetch(url + path, { ...init, headers, signal: AbortSignal.timeout(CALL_MS) })
  const text = await reply.text()
  return { status: reply.status, headers: reply.headers, body: text.startsWith('{') ? JSON.parse(text) : text }
}

/** Looks until what is looked for is there. @throws Error after the journey's patience. */
async function until<T>(
  journey: Journey,
  what: (last: string) => string,
  look: () => Promise<{ readonly found?: T; readonly last: string }>,
): Promise<T> {
  const deadline = Date.now() + journey.patienceMs
  for (;;) {
    const { found, last } = await look()
    if (found !== undefined) return found
    if (Date.now() > deadline) throw new Error(`${what(last)} after ${journey.patienceMs / 1000} s`)
    await pause(LOOK_AGAIN_MS)
  }
}

export function caseIs(journey: Journey, wanted: string): Promise<Case> {
  return until(
    journey,
    (last) => `the case is ${last}, not ${wanted},`,
    async () => {
      const seen = await journey.otklik.getCase(journey.caseId)
      return { ...(seen.status === wanted && { found: seen }), last: seen.status }
    },
  )
}

/** A notice of a case to somebody, once it has come to what is wanted. */
export function noticeIs(journey: Journey, caseId: string, recipient: string, wanted: string): Promise<Notice> {
  return until(
    journey,
    (last) => `the notice to ${recipient} is ${last}, not ${wanted},`,
    async () => {
      const { notices } = await journey.otklik.getCase(caseId)
      const theirs = notices.filter((notice) => notice.recipient === recipient)
      const found = theirs.find(({ status }) => status === wanted)
      return { ...(found && { found }), last: theirs.at(-1)?.status ?? 'not there' }
    },
  )
}

/** The newest mail about the case to an address whose text has all of certain links and words. */
export function mailTo(journey: Journey, address: string, ...having: readonly string[]): Promise<Mail> {
  return until(
    journey,
    (last) => `no mail with ${having.join(', ')} has come to ${address} (${last} others about the case)`,
    async () => {
      const { mailbox, caseId, test = false, region } = journey
      const mails = await mailbox!.to(test ? region.mail.testsTo : address, caseId)
      const found = mails.findLast(({ text }) => having.every((one) => text.includes(one)))
      return { ...(found && { found }), last: String(mails.length) }
    },
  )
}

export function must(condition: boolean, otherwise: string): void {
  if (!condition) throw new Error(otherwise)
}
