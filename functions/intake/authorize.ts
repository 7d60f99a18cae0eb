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
import { countRequest, type Limits } from './limits.ts'

export type Scope = 'messages:write' | 'cases:read' | 'cases:read:all' | 'statistics:read'

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

/** Unknown keys are remembered by their hash, so that a program that repeats one costs no reading of the table. */
const REMEMBERED = 1_000
const REMEMBERED_MS = 60_000
const unknown = new Map<string, number>()

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
  if (!isKey(key) || (unknown.get(hash) ?? 0) > Date.parse(request.at)) throw wrong
  const Key = test ? integratorKeys.testKey(hash) : integratorKeys.integratorKey(hash)
  const { Item } = await table.send(new GetCommand({ TableName: tableName, Key }))
  if (!Item) rememberUnknown(hash, request.at)
  if (!Item || (Item['expiresAt'] && String(Item['expiresAt']) <= request.at)) throw wrong
  const granted = Item['scopes'] as Scope[]
  if (!scopes.some((scope) => granted.includes(scope))) throw new Problem(403, 'scope-missing', text.scope(scopes[0]!))
  const limits = (Item['limits'] as Limits | undefined) ?? deployedRegion().api
  if (!(await countRequest(request, tableName, Key, Item, limits))) throw wrong
  return { id: String(Item['integrator']), scopes: granted, test, derive: deriving(key) }
}

/** The one that was remembered longest makes room. */
function rememberUnknown(hash: string, at: string): void {
  if (unknown.size >= REMEMBERED) unknown.delete(unknown.keys().next().value!)
  unknown.delete(hash)
  unknown.set(hash, Date.parse(at) + REMEMBERED_MS)
}

/** @example The citizen's link to a case, told again when the same message comes again: derive(`track ${caseId}`) */
function deriving(key: string) {
  return (purpose: string): Random => {
    const bytes = createHmac('sha256', key).update(purpose).digest()
    return (count) => bytes.subarray(0, count)
  }
}
