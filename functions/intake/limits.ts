// How much a key may ask: so many requests in a minute and in a day (UTC), counted on the key's own item, and what replies say of it
// (draft-ietf-httpapi-ratelimit-headers). Called by authorize.ts and, for the headers, by the handler.
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { Reply, Request } from '../edge/http.ts'
import { Problem } from '../edge/problem.ts'
import { wholeOf } from '../../regions/languages.ts'
import type { RegionFile } from '../../regions/schema.ts'
import { type Key, table } from '../store/table.ts'

export type Limits = RegionFile['api']

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

/** A key's item, what is known of its use, and its limits. */
interface Counter {
  readonly tableName: string
  readonly Key: Key
  readonly used: Used
  readonly limits: Limits
}

/** Of requests that were counted. */
const counters = new WeakMap<Request, Counter>()

/**
 * Counts a request for its key. What was read of the key may be old: the write is conditional on its windows and on both limits.
 *
 * @returns false when the key was deleted meanwhile
 * @throws Problem 429 when the key has used up its minute or its day; then nothing is written
 */
export async function countRequest(request: Request, tableName: string, Key: Key, read: Used, limits: Limits) {
  const { count, refused } = await take(request, { tableName, Key, used: read, limits }, 1)
  if (refused) throw refused
  return count === 1
}

/**
 * Counts what a counted request asks for beside the first, as if each had come by itself.
 *
 * @returns how many of them the key had room for, and why not the others; 503 where nothing could be counted
 */
export async function countMore(request: Request, more: number): Promise<Taken> {
  const counter = counters.get(request)
  if (!counter) throw new Error('Nothing is counted beside a request that was not counted itself.')
  const { count, refused } = await take(request, counter, more)
  return { count, ...(count < more && { refused: refused ?? busy() }) }
}

interface Taken {
  readonly count: number
  readonly refused?: Problem
}

/** Counts as many of so many as there is room for. */
async function take(request: Request, counter: Counter, most: number): Promise<Taken> {
  const { tableName, Key, limits } = counter
  let { used } = counter
  for (let tries = 0; most > 0 && tries < TRIES; tries += 1) {
    const count = Math.min(most, roomOf(used, request.at, limits))
    const refused = count < most ? refusal(request, nextOf(used, request.at, count + 1), limits) : undefined
    if (count === 0) return { count, ...(refused && { refused }) }
    const written = await write(tableName, Key, used, nextOf(used, request.at, count), count, limits)
    if (written === 'deleted') return { count: 0 }
    used = written.used
    if (!written.counted) continue
    counters.set(request, { ...counter, used })
    return { count, ...(refused && { refused }) }
  }
  return { count: 0, ...(most > 0 && { refused: busy() }) }
}

function busy(): Problem {
  return new Problem(503, 'busy', '', [], { 'Retry-After': '5' })
}

/** Says on the reply to a counted request how much the key has left; on a refusal as well. */
export async function sayingLimits(request: Request, reply: Promise<Reply>): Promise<Reply> {
  const said = () => {
    const { used, limits } = counters.get(request) ?? {}
    return used && limits && headersOf(used as Required<Used>, request.at, limits)
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

/** Counts in the windows that are known, or begins the next ones, only where the table's windows are those and have room. */
async function write(tableName: string, Key: Key, known: Used, next: Required<Used>, count: number, limits: Limits) {
  const begins = known.lastMinute !== next.lastMinute
  const newDay = known.lastUsedOn !== next.lastUsedOn
  const set = [
    'lastUsedOn = :today, lastMinute = :minute',
    `usedThatDay = ${newDay ? ':count' : 'if_not_exists(usedThatDay, :none) + :count'}`,
    `usedThatMinute = ${begins ? ':count' : 'usedThatMinute + :count'}`,
  ]
  const same = (['lastUsedOn', 'lastMinute'] as const).map((name) =>
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
      ...(known.lastUsedOn !== undefined && { ':known_lastUsedOn': known.lastUsedOn }),
      ...(known.lastMinute !== undefined && { ':known_lastMinute': known.lastMinute }),
      ...(!newDay && { ':none': 0, ':dayRoom': limits.requestsPerDay - count }),
      ...(!begins && { ':minuteRoom': limits.requestsPerMinute - count }),
    },
    ReturnValues: 'UPDATED_NEW',
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  })
  try {
    const { Attributes } = await table.send(update)
    return { counted: true, used: Attributes as Used } as const
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error
    return error.Item ? ({ counted: false, used: unmarshall(error.Item) as Used } as const) : 'deleted'
  }
}
