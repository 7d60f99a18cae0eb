// Lives one case's whole life, many times over, by HTTP and mail: message, responder's mail, acceptance, answer,
// approval, citizen's mail, confirmation, rating. What it asked of each service becomes a bill at list prices. Called by npm run
// bench.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deskFor } from '../../functions/case/desk.ts'
import type { Region } from '../../regions/schema.ts'
import type { LocalRegion } from '../local-region.ts'
import { mailboxAt } from '../mailboxes.ts'
import { confirmOwn, linkIn, open, send } from '../visitor.ts'
import type { Capacity } from './capacity-proxy.ts'
import { RUN_LOG_BYTES } from './idle-bill.ts'
import { prices } from './prices.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** Two steps a clock, and one for its start, which AWS's examples count as well. */
const STEPS_PER_CLOCK = 3
/** The gateway's line for a request (lib/rest-api.ts), in bytes. */
const ACCESS_LOG_BYTES = 200
/** What CloudWatch keeps beside each line, in bytes. */
const LINE_BYTES = 26
export interface BillLine {
  readonly service: string
  readonly amount: number
  readonly unit: string
  /** Dollars for 1,000 cases. */
  readonly dollars: number
}

export const measures = [
  'apiRequests',
  'readUnits',
  'writeUnits',
  'tableRequests',
  'clocks',
  'queueRequests',
  'mails',
  'invocations',
  'gigabyteSeconds',
  'logBytes',
] as const
export type Used = Readonly<Record<(typeof measures)[number], number>>

/** What passes between the acts of a case's people (ms): nothing, or what a prompt office takes. */
export const paces = {
  'at once': [0, 0, 0, 0],
  'over two days': [HOUR, DAY, 2 * HOUR, DAY],
} as const
export type Pace = keyof typeof paces

/**
 * Lives `cases` cases through, then four weeks in which their clocks run out and the sweep settles them. What the schedules
 * ask for by themselves, in the same time with no case, is not the cases' and is taken off.
 */
export async function lifeBill(
  local: LocalRegion,
  region: Region,
  capacity: Capacity,
  cases: number,
  pace: Pace,
): Promise<{ lines: BillLine[]; used: Used; operations: Readonly<Record<string, number>> }> {
  await liveAll(local, region, [0], 'at once')
  await local.engine.advance(28 * DAY)
  const countsAfter = async (indexes: readonly number[]) => {
    const before = { ...reading(local, capacity, 0), ...capacity.operations }
    const requests = await liveAll(local, region, indexes, pace)
    await local.engine.advance(28 * DAY)
    const after = { ...reading(local, capacity, requests), ...capacity.operations }
    return subtract(after, before)
  }
  const idle = await countsAfter([])
  const living = await countsAfter(Array.from({ length: cases }, (_, index) => index + 1))
  const perCase = subtract(living, idle)
  const used = Object.fromEntries(measures.map((name) => [name, perCase[name]! / cases])) as unknown as Used
  const operations = Object.fromEntries(
    Object.keys(capacity.operations).map((name) => [name, perCase[name]! / cases] as const),
  )
  return { lines: bill(used), used, operations }
}

export function subtract(from: Readonly<Record<string, number>>, counts: Readonly<Record<string, number>>) {
  return Object.fromEntries(Object.entries(from).map(([name, count]) => [name, count - (counts[name] ?? 0)]))
}

/** Engine counters as AWS would bill them. A poller asks a queue and deletes from it once for each batch it brings. */
export function reading(
  { engine, dataDir }: LocalRegion,
  capacity: Capacity,
  apiRequests: number,
  of: 'cases' | 'comments' = 'cases',
): Used {
  const { requests, functions, transitions } = engine.counts()
  const clocks = transitions / STEPS_PER_CLOCK
  // A life has no dialog: hear runs by its schedule alone, of which an advance of the engine fires some.
  const worked = Object.entries(functions).filter(([name]) => of === 'comments' || !name.startsWith('Hear'))
  const invocations = (entries: typeof worked) => entries.reduce((total, [, one]) => total + one.invocations, 0)
  const consumers = worked.filter(([name]) => /^(Route|Notify|Record|Tick|Bounce|Deliver|Redraw|Hear)/.test(name))
  return {
    apiRequests,
    readUnits: capacity.readUnits,
    writeUnits: capacity.writeUnits,
    tableRequests: capacity.requests,
    clocks,
    queueRequests: (requests['AmazonSQS.SendMessageBatch'] ?? 0) + clocks + 2 * invocations(consumers),
    mails: requests['SES.SendRawEmail'] ?? 0,
    invocations: invocations(worked),
    gigabyteSeconds: worked.reduce((total, [name, one]) => total + (one.durationMs / 1000) * gigabytes(name), 0),
    logBytes: ownLogBytes(dataDir) + invocations(worked) * RUN_LOG_BYTES + apiRequests * ACCESS_LOG_BYTES,
  }
}

/** As lib/region-stack.ts has it. */
function gigabytes(name: string): number {
  if (name.startsWith('Redraw')) return 1769 / 1024
  return /^(Dispatch|Notify|Record|Tick|Bounce|Deliver|Canary)/.test(name) ? 0.25 : 0.5
}

/** What the functions wrote themselves. */
function ownLogBytes(dataDir: string): number {
  const folder = join(dataDir, 'logs')
  const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name)))
  return texts.reduce((sum, text) => sum + text.length + LINE_BYTES * text.filter((byte) => byte === 10).length, 0)
}

export function bill(used: Used): BillLine[] {
  const line = (service: string, amount: number, unit: string, price: number): BillLine => ({
    service,
    amount,
    unit,
    dollars: amount * price * 1000,
  })
  const lines = [
    line('API Gateway', used.apiRequests, 'requests', prices.apiRequest),
    line('Lambda', used.invocations, 'invocations', prices.lambdaRequest),
    line('Lambda', used.gigabyteSeconds, 'GB-seconds', prices.lambdaGigabyteSecond),
    line('DynamoDB', used.writeUnits, 'write units', prices.writeUnit),
    line('DynamoDB', used.readUnits, 'read units', prices.readUnit),
    line('SQS', used.queueRequests, 'requests', prices.queueRequest),
    line('Step Functions', used.clocks * STEPS_PER_CLOCK, 'transitions', prices.transition),
    line('CloudWatch Logs', used.logBytes, 'bytes', prices.logByte),
    line('SES', used.mails, 'mails', prices.mail),
  ]
  return lines
}

/** Lives cases to their ends, act by act, with what passes in between; @returns how many requests reached the API. */
export async function liveAll(
  local: LocalRegion,
  region: Region,
  indexes: readonly number[],
  pace: Pace,
): Promise<number> {
  const lives = indexes.map((index) => liveOnce(local, region, index))
  for (const ms of paces[pace]) {
    for (const life of lives) await life.next()
    if (ms > 0) await local.engine.advance(ms)
  }
  let requests = 0
  for (const life of lives) requests += (await life.next()).value as number
  return requests
}

/** A case's life; it rests between the acts of its people. @returns how many requests reached the API. */
async function* liveOnce({ engine, key }: LocalRegion, region: Region, index: number): AsyncGenerator<void, number> {
  let requests = 0
  const counted = async <T>(work: Promise<T>, count = 1) => {
    requests += count
    return work
  }
  const office = region.organisations.find((one) => one.municipality !== undefined)!
  const topic = region.topics.find((one) => !one.important && !one.season)!.id
  const citizen = `citizen-${index}@example.org`
  const reply = await counted(
    fetch(`${engine.apiUrl}/v1/messages`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${key}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': `life-${index}-${engine.now()}`,
      },
      body: JSON.stringify({
        text: `Не горит фонарь у дома ${index}.`,
        topic,
        municipality: office.municipality,
        author: { email: citizen },
      }),
    }),
  )
  const { id } = (await reply.json()) as { id: string }
  const box = mailboxAt(engine.mailboxUrl)
  const page = async (to: string, purpose: '/a/' | '/r/' | '/t/') => {
    await engine.idle()
    const mail = (await box.to(to)).filter((one) => one.subject.includes(id)).at(-1)!
    return counted(open(linkIn(mail.text, purpose, engine.apiUrl)))
  }
  await engine.idle()
  yield
  const responder = await counted(responderOf(engine.apiUrl, key, id, region))
  const first = await page(responder, '/a/')
  const accepted = await counted(send(first, 'value="accept"', { action: 'accept', 'sure-accept': 'yes' }), 2)
  yield
  await counted(send(accepted, 'name="answer"', { action: 'answer', kind: 'done', answer: 'Фонарь заменён.' }), 2)
  yield
  await counted(
    send(
      await page(deskFor(region, { id }, new Date(engine.now()).toISOString()).moderators[0]!.email, '/r/'),
      'value="approve"',
      {
        action: 'approve',
        'sure-approve': 'yes',
      },
    ),
    2,
  )
  yield
  const own = await counted(confirmOwn(await page(citizen, '/t/')), 2)
  await counted(send(own, 'value="rate"', { action: 'rate', score: '5', solved: 'yes' }), 2)
  await engine.idle()
  return requests
}

async function responderOf(apiUrl: string, key: string, id: string, region: Region): Promise<string> {
  const reply = await fetch(`${apiUrl}/v1/cases/${id}`, { headers: { Authorization: `Bearer ${key}` } })
  const { organisation } = (await reply.json()) as { organisation: { id: string } }
  return region.organisations.find((one) => one.id === organisation.id)!.responder.email
}
