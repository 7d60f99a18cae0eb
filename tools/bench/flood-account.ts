// Holds what whoever posted a flood was told against what the region has of it: its table and its event feed. Called by flood.ts.
import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { integratorKeys } from '../../functions/store/table.ts'
import type { LocalRegion } from '../local-region.ts'
import type { Posted } from './posting.ts'

/** What a region has of a flood. */
export interface Kept {
  /** The case of each Idempotency-Key. */
  readonly caseOf: ReadonlyMap<string, string>
  /** All cases of the table. */
  readonly cases: readonly string[]
  /** Of each case, how often the feed says that it was received. */
  readonly received: ReadonlyMap<string, number>
  /** From the receipt of a case to its assignment, as the feed has them (ms). */
  readonly routingMs: readonly number[]
}

/** The statuses by which a region refuses what it has no room for. */
const REFUSED = [429, 503]

/** @returns every way in which the region is not what it said; nothing where all is well */
export function differences(posted: readonly Posted[], kept: Kept): string[] {
  const accepted = posted.filter(({ status }) => status === 201)
  const refused = posted.filter(({ status }) => REFUSED.includes(status))
  // A reply may be lost after the case was made: its key names it then.
  const lost = posted.filter(({ status }) => status === 0 || status === 504)
  const others = posted.filter((one) => ![...accepted, ...refused, ...lost].includes(one))
  const expected = new Set(accepted.map(({ id }) => id))
  for (const { key } of lost) if (kept.caseOf.has(key)) expected.add(kept.caseOf.get(key))
  const times = (id: string) => kept.received.get(id) ?? 0
  return [
    ...others.map(({ key, status }) => `${key} was answered ${status}.`),
    ...[...refused, ...others]
      .filter(({ retryAfter }) => !retryAfter)
      .map(({ key }) => `${key} was refused without Retry-After.`),
    ...accepted
      .filter(({ key, id }) => kept.caseOf.get(key) !== id)
      .map(({ key, id }) => `${key} is not the key of ${id}.`),
    ...[...refused, ...others]
      .filter(({ key }) => kept.caseOf.has(key))
      .map(({ key }) => `${key} was refused, and left a case.`),
    ...(expected.size === accepted.length + lost.filter(({ key }) => kept.caseOf.has(key)).length
      ? []
      : ['Two keys have one case.']),
    ...[...expected].filter((id) => !kept.cases.includes(id!)).map((id) => `${id} was accepted and is not there.`),
    ...kept.cases.filter((id) => !expected.has(id)).map((id) => `${id} is nobody’s.`),
    ...kept.cases.filter((id) => times(id) !== 1).map((id) => `${id} was received ${times(id)} times, by the feed.`),
  ]
}

/** Reads what a region has; @param since the place in the feed (`next`) from before the flood, and the cases that were there. */
export async function whatIsKept(local: LocalRegion, since: string, before: readonly string[] = []): Promise<Kept> {
  const caseOf = new Map<string, string>()
  const prefix = integratorKeys.idempotency('demo', '').pk
  for (const { pk, caseId } of await scan(local, 'begins_with(pk, :of) AND sk = :sk', { ':of': prefix, ':sk': 'S' }))
    caseOf.set(pk!.slice(prefix.length), caseId!)
  const received = new Map<string, number>()
  const receivedAt = new Map<string, number>()
  const routingMs: number[] = []
  for (const { caseId, type, at } of await eventsAfter(local, since)) {
    if (type === 'received') received.set(caseId, (received.get(caseId) ?? 0) + 1)
    if (type === 'received') receivedAt.set(caseId, Date.parse(at))
    if (type === 'assigned') routingMs.push(Date.parse(at) - (receivedAt.get(caseId) ?? Number.NaN))
  }
  const cases = await casesOf(local)
  return { caseOf, cases: cases.filter((id) => !before.includes(id)), received, routingMs }
}

/** The cases of the table. */
export async function casesOf(local: LocalRegion): Promise<string[]> {
  const found = await scan(local, 'begins_with(pk, :of) AND sk = :sk', { ':of': 'C#', ':sk': 'S' })
  return found.map(({ pk }) => pk!.slice('C#'.length))
}

async function scan({ document, tableName: TableName }: LocalRegion, FilterExpression: string, values: object) {
  const found: Record<string, string>[] = []
  for (let from: Record<string, unknown> | undefined, more = true; more; more = from !== undefined) {
    const page = new ScanCommand({
      ...{ TableName, FilterExpression, ExpressionAttributeValues: { ...values }, ConsistentRead: true },
      ...(from && { ExclusiveStartKey: from }),
    })
    const { Items = [], LastEvaluatedKey } = await document.send(page)
    found.push(...(Items as Record<string, string>[]))
    from = LastEvaluatedKey
  }
  return found
}

interface Page {
  readonly events: readonly { readonly caseId: string; readonly type: string; readonly at: string }[]
  readonly next: string
  readonly more: boolean
}

/** The place in the event feed where what comes now begins. */
export async function endOfFeed(local: LocalRegion): Promise<string> {
  return (await pageAfter(local, 'latest')).next
}

async function eventsAfter(local: LocalRegion, since: string): Promise<Page['events'][number][]> {
  const events: Page['events'][number][] = []
  for (let page = await pageAfter(local, since); ; page = await pageAfter(local, page.next)) {
    events.push(...page.events)
    if (!page.more) return events
  }
}

async function pageAfter({ engine, key }: LocalRegion, after: string): Promise<Page> {
  const reply = await fetch(`${engine.apiUrl}/v1/events?after=${after}`, {
    headers: { Authorization: `Bearer ${key}` },
  })
  if (!reply.ok) throw new Error(`The feed answers ${reply.status} ${await reply.text()}`)
  return (await reply.json()) as Page
}
