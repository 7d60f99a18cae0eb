// How much a key may ask: so many requests in a minute and in a day (UTC), counted on the key's own item, and what replies say of it
// (draft-ietf-httpapi-ratelimit-headers). Called by authorize.ts and, for the headers, by the handler.
import { isDeepStrictEqual } from 'node:util'
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { Reply, Request } from '../edge/http.ts'
import { Problem } from '../edge/problem.ts'
import { wholeOf } from '../../regions/languages.ts'
import type { RegionFile } from '../../regions/schema.ts'
import { type Key, table } from '../store/table.ts'
import type { Scope } from './integrator-key.ts'

export type Limits = RegionFile['api']

/** A key as the table holds it. */
export interface KeyItem extends Used {
  readonly integrator: string
  readonly scopes: readonly Scope[]
  /** ISO, UTC; without it the key does not end. */
  readonly expiresAt?: string
  /** Where they are not the region's. */
  readonly limits?: Limits
}

/** What a key's item holds of its use. The last day of use is also what npm run keys lists. */
interface Used {
  readonly lastUsedOn?: string
  readonly usedThatDay?: number
  /** "2026-03-02T07:00", UTC. */
  readonly lastMinute?: string
  readonly usedThatMinute?: number
}

/** A try fails where another request began a window or used the last of it; what the table says then is tried next. */
const TRIES = 5
const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

const words = {
  ru: {
    'rate-limited': (limit: number) => `По этому ключу разрешено запросов в минуту: ${limit}. Повторите позже.`,
    'quota-exceeded': (limit: number) => `По этому ключу разрешено запросов в сутки (UTC): ${limit}. Повторите завтра.`,
  },
  en: {
    'rate-limited': (limit: number) => `This key may send ${limit} requests a minute. Try again later.`,
    'quota-exceeded': (limit: number) => `This key may send ${limit} requests a day (UTC). Try again tomorrow.`,
  },
}

/** A key's item as it is known, and its limits. */
interface Counter {
  readonly tableName: string
  readonly Key: Key
  readonly item: KeyItem
  readonly limits: Limits
}

/** Of requests that were counted. */
const counters = new WeakMap<Request, Counter>()

/**
 * Counts a request for its key. What is known of the key may be old: the write is conditional on what the key may do, on its windows and on
 * both limits.
 *
 * @param usual the limits of a key without its own
 * @returns the key as it is now; not done where it may do something else by now, or is gone
 * @throws Problem 429 when the key has used up its minute or its day; then nothing is written
 */
export async function countRequest(
  request: Request,
  tableName: string,
  Key: Key,
  known: KeyItem,
  usual: Limits,
): Promise<{ readonly done: true; readonly item: KeyItem } | { readonly done: false; readonly item?: KeyItem }> {
  const { count, item, refused } = await take(
    request,
    { tableName, Key, item: known, limits: known.limits ?? usual },
    1,
  )
  if (refused) throw refused
  return count === 1 ? { done: true, item: item! } : { done: false, ...(item && { item }) }
}

/**
 * Counts what a counted request asks for beside the first, as if each had come by itself.
 *
 * @returns how many of them the key had room for, and why not the others; 503 where nothing could be counted
 */
export async function countMore(request: Request, more: number): Promise<Pick<Taken, 'count' | 'refused'>> {
  const counter = counters.get(request)
  if (!counter) throw new Error('Nothing is counted beside a request that was not counted itself.')
  const { count, refused } = await take(request, counter, more)
  return { count, ...(count < more && { refused: refused ?? busy() }) }
}

interface Taken {
  readonly count: number
  /** The key as it is now; nothing where it is gone. */
  readonly item?: KeyItem
  readonly refused?: Problem
}

/** Counts as many of so many as there is room for; none where the key may do something else by now. */
async function take(request: Request, counter: Counter, most: number): Promise<Taken> {
  const { tableName, Key, limits } = counter
  let { item } = counter
  for (let tries = 0; most > 0 && tries < TRIES; tries += 1) {
    const count = Math.min(most, roomOf(item, request.at, limits))
    const refused = count < most ? refusal(request, nextOf(item, request.at, count + 1), limits) : undefined
    if (count === 0) return { count, item, ...(refused && { refused }) }
    const written = await write(tableName, Key, item, nextOf(item, request.at, count), count, limits)
    if (!written.item || !maySame(written.item, item)) return { count: 0, ...(written.item && { item: written.item }) }
    item = written.item
    if (!written.counted) continue
    counters.set(request, { ...counter, item })
    return { count, item, ...(refused && { refused }) }
  }
  return { count: 0, item, ...(most > 0 && { refused: busy() }) }
}

/** Whether a key may still do the same. */
function maySame(now: KeyItem, before: KeyItem): boolean {
  return granting.every((name) => isDeepStrictEqual(now[name], before[name]))
}

function busy(): Problem {
  return new Problem(503, 'busy', '', [], { 'Retry-After': '5' })
}

/** Says on the reply to a counted request how much the key has left; on a refusal as well. */
export async function sayingLimits(request: Request, reply: Promise<Reply>): Promise<Reply> {
  const said = () => {
    const { item, limits } = counters.get(request) ?? {}
    return item && limits && headersOf(item as Required<Used>, request.at, limits)
  }
  try {
    const made = await reply
    return { ...made, headers: { ...made.headers, ...said() } }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const headers = { ...error.headers, ...said() }
    throw new Problem(error.status, error.code, error.detail, error.errors, headers)
  }
}

/** Clocks of several machines differ: a window that another has begun is not gone back from. */
function nextOf(known: Used, at: string, count: number): Required<Used> {
  const { lastUsedOn = '', usedThatDay = 0, lastMinute = '', usedThatMinute = 0 } = known
  const [today, minute] = [at.slice(0, 10), at.slice(0, 16)]
  return {
    lastUsedOn: today > lastUsedOn ? today : lastUsedOn,
    usedThatDay: today > lastUsedOn ? count : usedThatDay + count,
    lastMinute: minute > lastMinute ? minute : lastMinute,
    usedThatMinute: minute > lastMinute ? count : usedThatMinute + count,
  }
}

/** How many more both windows have room for. */
function roomOf(known: Used, at: string, { requestsPerMinute, requestsPerDay }: Limits): number {
  const { usedThatDay, usedThatMinute } = nextOf(known, at, 0)
  return Math.max(0, Math.min(requestsPerMinute - usedThatMinute, requestsPerDay - usedThatDay))
}

/** @param next the use that would be one too many */
function refusal(request: Request, next: Required<Used>, limits: Limits): Problem | undefined {
  const isDay = next.usedThatDay > limits.requestsPerDay
  if (!isDay && next.usedThatMinute <= limits.requestsPerMinute) return undefined
  const code = isDay ? 'quota-exceeded' : 'rate-limited'
  const limit = isDay ? limits.requestsPerDay : limits.requestsPerMinute
  const { day, minute } = secondsLeft(next, request.at)
  // It is not counted in the other window.
  const spare = isDay
    ? { ...next, usedThatMinute: next.usedThatMinute - 1 }
    : { ...next, usedThatDay: next.usedThatDay - 1 }
  const headers = { ...headersOf(spare, request.at, limits), 'Retry-After': String(isDay ? day : minute) }
  return new Problem(429, code, words[wholeOf(request.language)][code](limit), [], headers)
}

function headersOf(used: Required<Used>, at: string, limits: Limits) {
  const { day, minute } = secondsLeft(used, at)
  const left = (limit: number, count: number) => Math.max(0, limit - count)
  return {
    'RateLimit-Policy': `"minute";q=${limits.requestsPerMinute};w=60, "day";q=${limits.requestsPerDay};w=86400`,
    RateLimit: `"minute";r=${left(limits.requestsPerMinute, used.usedThatMinute)};t=${minute}, "day";r=${left(limits.requestsPerDay, used.usedThatDay)};t=${day}`,
  }
}

/** Until the windows end, rounded up. */
function secondsLeft({ lastUsedOn, lastMinute }: Required<Used>, at: string) {
  const until = (begun: string, length: number) => Math.ceil((Date.parse(begun) + length - Date.parse(at)) / 1000)
  return { day: until(`${lastUsedOn}T00:00:00Z`, DAY_MS), minute: until(`${lastMinute}:00Z`, MINUTE_MS) }
}

/** What says what a key may do. */
const granting = ['scopes', 'expiresAt', 'limits'] as const
const windows = ['lastUsedOn', 'lastMinute'] as const

/** Counts in the windows that are known, or begins the next ones, only where the table's windows are those and have room, and the key may do the same. */
async function write(tableName: string, Key: Key, known: KeyItem, next: Required<Used>, count: number, limits: Limits) {
  const begins = known.lastMinute !== next.lastMinute
  const newDay = known.lastUsedOn !== next.lastUsedOn
  const set = [
    'lastUsedOn = :today, lastMinute = :minute',
    `usedThatDay = ${newDay ? ':count' : 'if_not_exists(usedThatDay, :none) + :count'}`,
    `usedThatMinute = ${begins ? ':count' : 'usedThatMinute + :count'}`,
  ]
  const names = [...windows, ...granting]
  const same = names.map((name) =>
    known[name] === undefined ? `attribute_not_exists(${name})` : `${name} = :known_${name}`,
  )
  const room = [
    ...(newDay ? [] : ['(attribute_not_exists(usedThatDay) OR usedThatDay <= :dayRoom)']),
    ...(begins ? [] : ['usedThatMinute <= :minuteRoom']),
  ]
  const update = new UpdateCommand({
    TableName: tableName,
    Key,
    UpdateExpression: `SET ${set.join(', ')}`,
    ConditionExpression: ['attribute_exists(pk)', ...same, ...room].join(' AND '),
    ExpressionAttributeValues: {
      ...{ ':today': next.lastUsedOn, ':minute': next.lastMinute, ':count': count },
      ...Object.fromEntries(
        names.flatMap((name) => (known[name] === undefined ? [] : [[`:known_${name}`, known[name]]])),
      ),
      ...(!newDay && { ':none': 0, ':dayRoom': limits.requestsPerDay - count }),
      ...(!begins && { ':minuteRoom': limits.requestsPerMinute - count }),
    },
    ReturnValues: 'UPDATED_NEW',
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  })
  try {
    const { Attributes } = await table.send(update)
    return { counted: true, item: { ...known, ...(Attributes as Used) } }
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error
    return { counted: false, item: error.Item && (unmarshall(error.Item) as KeyItem) }
  }
}
