// Floods a region with more messages than it takes, and looks what became of each: accepted, or refused with a time to come
// back; nothing accepted lost, nothing made twice, nothing left of what was refused. Called by npm run bench -- --flood and a test.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Region } from '../../regions/schema.ts'
import type { LocalRegion } from '../local-region.ts'
import { quantile } from '../replay/report.ts'
import { inParallel } from '../in-parallel.ts'
import { casesOf, differences, endOfFeed, type Kept, whatIsKept } from './flood-account.ts'
import { cpuBetween } from './message-cpu.ts'
import { runAlone } from './own-process.ts'
import { type Door, post, type Posted } from './posting.ts'

/** Of those who come back: so few that a region which is left alone takes them all. */
const HANDS = 2
/** Longer than any region is busy with what it took. */
const MOST_TRIES = 60

export interface Flood {
  readonly sentPerSecond: number
  readonly acceptedPerSecond: number
  /** How many replies had each status, and of which code they were refused: "429 too-many-requests". */
  readonly replies: Readonly<Record<string, number>>
  /** Of accepted and of refused messages, p50 and p95 (ms). */
  readonly acceptedMs: readonly [number, number]
  readonly refusedMs: readonly [number, number]
  /** From receipt to assignment (ms), p50 and p95: how long consumers were held up. */
  readonly routingMs: readonly [number, number]
  /** From the last reply until nothing was left to do. */
  readonly restSeconds: number
  /** CPU of all that was sent, by what took it (ms). */
  readonly cpuMs: Readonly<Record<string, number>>
  /** Every way in which what was told and what is there differ. */
  readonly differences: readonly string[]
}

interface Sent {
  readonly posted: readonly Posted[]
  readonly sentMs: number
  readonly repliedMs: number
}

/**
 * Posts `count` messages at `perSecond`, and looks; then those that were refused again, until each is taken, and looks again.
 * @param count of messages @param perSecond how many a second, whether or not they are taken
 */
export async function flood(local: LocalRegion, region: Region, count: number, perSecond: number): Promise<Flood> {
  const { engine, key } = local
  const topic = region.topics.find((one) => !one.season && !one.important)!.id
  const body = JSON.stringify({ text: 'Не горит фонарь.', topic, municipality: region.municipalities[0]!.id })
  const before = await casesOf(local)
  const since = await endOfFeed(local)
  const cpuBefore = await engine.cpu()
  const sent = await postAlone({ url: engine.apiUrl, key, body }, count, perSecond)
  const endedAt = performance.now()
  await engine.idle()
  const restSeconds = (performance.now() - endedAt) / 1000
  const cpuMs = cpuBetween(cpuBefore, await engine.cpu())
  const kept = await whatIsKept(local, since, before)
  const again = await comeBack({ url: engine.apiUrl, key, body }, sent.posted)
  await engine.idle()
  const taken = [...sent.posted.filter(({ status }) => status === 201), ...again]
  return {
    ...figures(sent, kept),
    ...{ restSeconds, cpuMs },
    differences: [
      ...differences(sent.posted, kept),
      ...differences(taken, await whatIsKept(local, since, before)).map((one) => `When all had come back: ${one}`),
    ],
  }
}

async function postAlone({ url, key, body }: Door, count: number, perSecond: number): Promise<Sent> {
  const folder = mkdtempSync(join(tmpdir(), 'otklik-flood-'))
  const file = join(folder, 'replies.json')
  try {
    await runAlone('post-flood.ts', url, key, body, String(count), String(perSecond), file)
    return JSON.parse(readFileSync(file, 'utf8')) as Sent
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** As a well-behaved program does: after the time that it was told, with the same key. @returns the last reply to each */
async function comeBack(door: Door, posted: readonly Posted[]): Promise<Posted[]> {
  const last: Posted[] = []
  const refused = posted.filter(({ status }) => status !== 201)
  await inParallel(refused, HANDS, async ({ key }) => {
    let reply = await post(door, key)
    for (let tries = 1; reply.status !== 201 && tries < MOST_TRIES; tries += 1) {
      await pause((reply.retryAfter ?? 1) * 1000)
      reply = await post(door, key)
    }
    last.push(reply)
  })
  return last
}

function figures({ posted, sentMs, repliedMs }: Sent, { routingMs }: Kept) {
  const accepted = posted.filter(({ status }) => status === 201)
  const replies: Record<string, number> = {}
  for (const { status, code } of posted) {
    const said = code ? `${status} ${code}` : String(status)
    replies[said] = (replies[said] ?? 0) + 1
  }
  return {
    sentPerSecond: (posted.length * 1000) / sentMs,
    acceptedPerSecond: (accepted.length * 1000) / repliedMs,
    replies,
    acceptedMs: middle(accepted.map(({ ms }) => ms)),
    refusedMs: middle(posted.filter(({ status }) => status >= 400).map(({ ms }) => ms)),
    routingMs: middle(routingMs),
  }
}

/** p50 and p95; nothing where there is nothing. */
function middle(values: readonly number[]): readonly [number, number] {
  const sorted = values.toSorted((a, b) => a - b)
  return [Number(quantile(sorted, 0.5) ?? 0), Number(quantile(sorted, 0.95) ?? 0)]
}
