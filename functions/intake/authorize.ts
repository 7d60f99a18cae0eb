// Finds the integrator behind an API key and what the key may do; the table holds only its hash. Called by the handler
// and statistics.ts.
import { createHmac } from 'node:crypto'
import { GetCommand } from '@aws-sdk/lib-dynamodb'
import type { Random } from '../case/ids.ts'
import type { Request } from '../edge/http.ts'
import { deployedRegion } from '../edge/environment.ts'
import { Problem } from '../edge/problem.ts'
import { hashOf, isKey, isTestKey } from '../links/token.ts'
import { wholeOf } from '../../regions/languages.ts'
import { integratorKeys, table } from '../store/table.ts'
import type { Scope } from './integrator-key.ts'
import { countRequest, type KeyItem } from './limits.ts'

export interface Integrator {
  readonly id: string
  readonly scopes: readonly Scope[]
  /** What comes with this key is to try the region, and such cases are all that it opens. */
  readonly test: boolean
  /** Bytes for a purpose that nobody without this key can make: the same each time. */
  readonly derive: (purpose: string) => Random
}

const words = {
  ru: {
    missing: 'Передайте ключ в заголовке Authorization: Bearer …',
    wrong: 'Такого ключа нет, или его срок истёк.',
    scope: (scope: Scope) => `Ключу не дано право ${scope}.`,
  },
  en: {
    missing: 'Send your key in the header Authorization: Bearer …',
    wrong: 'There is no such key, or it has expired.',
    scope: (scope: Scope) => `The key lacks the scope ${scope}.`,
  },
}

const REMEMBERED = 1_000
/** Unknown keys are remembered by their hash, so that a program that repeats one costs no reading of the table. */
const REMEMBERED_MS = 60_000
const unknown = new Map<string, number>()
/** Keys as they were when they were counted last: to count the next request says whether that still holds, so they are not read before. */
const counted = new Map<string, KeyItem>()

/**
 * The integrator of a request that has one of the scopes; the request is counted for its key.
 *
 * @throws Problem 401 without a valid key, 403 without the scope, 429 when the key has used up its minute or day
 */
export async function authorize(request: Request, tableName: string, ...scopes: Scope[]): Promise<Integrator> {
  const text = words[wholeOf(request.language)]
  const key = /^Bearer (\S+)$/i.exec(request.headers['authorization'] ?? '')?.[1] ?? request.headers['x-api-key']
  const challenge = { 'WWW-Authenticate': 'Bearer realm="otklik"' }
  if (!key) throw new Problem(401, 'key-missing', text.missing, [], challenge)
  const wrong = new Problem(401, 'key-wrong', text.wrong, [], challenge)
  const test = isTestKey(key)
  const hash = hashOf(key)
  const place = `${tableName} ${hash}`
  if (!isKey(key) || (unknown.get(place) ?? 0) > Date.parse(request.at)) throw wrong
  const Key = test ? integratorKeys.testKey(hash) : integratorKeys.integratorKey(hash)
  const admit = async (item: KeyItem | undefined): Promise<KeyItem> => {
    if (!item || (item.expiresAt && item.expiresAt <= request.at)) throw wrong
    if (!scopes.some((scope) => item.scopes.includes(scope)))
      throw new Problem(403, 'scope-missing', text.scope(scopes[0]!))
    const { done, item: now } = await countRequest(request, tableName, Key, item, deployedRegion().api)
    return done ? now : admit(now)
  }
  const read = async () => {
    const { Item } = await table.send(new GetCommand({ TableName: tableName, Key }))
    if (!Item) remember(unknown, place, Date.parse(request.at) + REMEMBERED_MS)
    return Item as KeyItem | undefined
  }
  const before = counted.get(place)
  const item =
    (before && (await admit(before).catch((error: unknown) => forget(place, error)))) ?? (await admit(await read()))
  remember(counted, place, item)
  return { id: item.integrator, scopes: item.scopes, test, derive: deriving(key) }
}

/** What is remembered of a key only lets in: who is refused by it is looked up, and read first from then on, as long as they are refused. */
function forget(place: string, error: unknown): undefined {
  if (!(error instanceof Problem) || error.status >= 500) throw error
  counted.delete(place)
}

/** The one that was remembered longest makes room. */
function remember<Value>(memory: Map<string, Value>, name: string, value: Value): void {
  memory.delete(name)
  if (memory.size >= REMEMBERED) memory.delete(memory.keys().next().value!)
  memory.set(name, value)
}

/** @example The citizen's link to a case, told again when the same message comes again: derive(`track ${caseId}`) */
function deriving(key: string) {
  return (purpose: string): Random => {
    const bytes = createHmac('sha256', key).update(purpose).digest()
    return (count) => bytes.subarray(0, count)
  }
}
