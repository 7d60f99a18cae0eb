// The API keys of integrators: made, listed, replaced, given other limits, withdrawn. What a key may do lies under its hash, where each request looks;
// an integrator's keys lie together in one item, so that they can be listed and no third one is made beside two. Called by npm run
// keys and by the console.
import { GetCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import type { Random } from '../case/ids.ts'
import { letters } from '../case/ids.ts'
import { KeyRefusal } from './key-refusal.ts'
import { type KeyGrant, type KeyLimits, newIntegratorKey } from './integrator-key.ts'
import { hashOf, isTestKey } from '../links/token.ts'
import { integratorKeys, type Key, table } from '../store/table.ts'
import type { Item } from '../store/writes.ts'

/** Enough to change from one to the other. */
const MOST_ACTIVE = 2
/** Those that ended are listed for a while: the latest so many. */
const KEPT = 20

/** A key as it is listed; nothing in it opens anything. */
export interface KeyRecord {
  readonly id: string
  readonly name?: string
  readonly scopes: readonly string[]
  readonly test: boolean
  /** Where they are not the region's. */
  readonly limits?: KeyLimits
  /** ISO, UTC, as the others. */
  readonly createdAt: string
  readonly expiresAt: string
  readonly revokedAt?: string
  readonly hash: string
}

export interface ListedKey extends KeyRecord {
  readonly integrator: string
  /** The last day of use (UTC). */
  readonly lastUsedOn?: string
}

interface Held {
  readonly records: readonly KeyRecord[]
  readonly version: number
}

export interface NewKey extends KeyGrant {
  readonly expiresAt: string
  readonly name?: string
}

/** What a change of keys comes with. */
export interface Beside {
  /** The keys as whoever changes them saw them (`seenOf`): with others nothing is done. */
  readonly seen?: string
  /** New items that are written with the change or not at all. */
  readonly items?: readonly Item[]
}

/** An integrator's keys as somebody sees them. */
export function seenOf(records: readonly Pick<KeyRecord, 'id' | 'expiresAt'>[]): string {
  return hashOf(records.map(({ id, expiresAt }) => `${id} ${expiresAt}`).join()).slice(0, 16)
}

/** Whether a key opens anything at an instant (ISO, UTC). */
export function isActive({ expiresAt }: KeyRecord, at: string): boolean {
  return expiresAt > at
}

/** Makes a key, shown once. @throws KeyRefusal when the integrator has two already, or somebody else was faster */
export async function createKey(tableName: string, grant: NewKey, at: string, random: Random, beside: Beside = {}) {
  const held = await heldBy(tableName, grant.integrator, beside)
  const test = grant.test ?? false
  const active = held.records.filter((one) => one.test === test && isActive(one, at))
  if (active.length >= MOST_ACTIVE) {
    const ids = active.map(({ id }) => id).join(' and ')
    throw new KeyRefusal('two keys', `${grant.integrator} has two keys already, ${ids}: revoke one, or rotate it.`)
  }
  return addKey(tableName, grant, held, held.records, at, random, ...putNew(tableName, beside))
}

/** Makes a key that may do the same; the old one ends at `endsAt`, or earlier where it would have. @throws KeyRefusal when there is no such key */
export async function rotateKey(
  tableName: string,
  id: string,
  endsAt: string,
  expiresAt: string,
  at: string,
  random: Random,
  beside: Beside = {},
) {
  const old = await activeKey(tableName, id, at)
  const held = await heldBy(tableName, old.integrator, beside)
  const others = held.records.filter((one) => one.test === old.test && isActive(one, at) && one.id !== id)
  if (others.length >= MOST_ACTIVE)
    throw new KeyRefusal('another beside', `${old.integrator} has another key beside ${id}: revoke one of them.`)
  const ends = endsAt < old.expiresAt ? endsAt : old.expiresAt
  const records = held.records.map((one) => (one.id === id ? { ...one, expiresAt: ends } : one))
  const { integrator, scopes, test, name, limits } = old
  const grant = { integrator, scopes, expiresAt, test, ...(name && { name }), ...(limits && { limits }) }
  return addKey(tableName, grant, held, records, at, random, ending(tableName, old, ends), ...putNew(tableName, beside))
}

/** A key opens nothing any more, from this instant on. @throws KeyRefusal when there is no such key */
export async function revokeKey(tableName: string, id: string, at: string, beside: Beside = {}): Promise<ListedKey> {
  const old = await activeKey(tableName, id, at)
  const held = await heldBy(tableName, old.integrator, beside)
  const records = held.records.map((one) => (one.id === id ? { ...one, expiresAt: at, revokedAt: at } : one))
  await write([
    ending(tableName, old, at),
    putRecords(tableName, old.integrator, held, records),
    ...putNew(tableName, beside),
  ])
  return { ...old, expiresAt: at, revokedAt: at }
}

/** Gives a key limits of its own from its next request on; without them the region's count again. @throws KeyRefusal when there is no such key */
export async function limitKey(
  tableName: string,
  id: string,
  limits: KeyLimits | undefined,
  at: string,
): Promise<ListedKey> {
  const { limits: _, ...old } = await activeKey(tableName, id, at)
  const held = await heldBy(tableName, old.integrator)
  const limited = ({ limits: _before, ...one }: KeyRecord): KeyRecord => ({ ...one, ...(limits && { limits }) })
  const records = held.records.map((one) => (one.id === id ? limited(one) : one))
  const change = limits
    ? { UpdateExpression: 'SET limits = :limits', ExpressionAttributeValues: { ':limits': limits } }
    : { UpdateExpression: 'REMOVE limits' }
  const update = { TableName: tableName, Key: keyOf(old), ConditionExpression: 'attribute_exists(pk)', ...change }
  await write([{ Update: update }, putRecords(tableName, old.integrator, held, records)])
  return { ...old, ...(limits && { limits }) }
}

/** Every key that was made here, by integrator. */
export async function listKeys(tableName: string): Promise<ListedKey[]> {
  const { pk } = integratorKeys.keysOf('')
  const query = new QueryCommand({
    ...{ TableName: tableName, ConsistentRead: true, KeyConditionExpression: 'pk = :pk' },
    ExpressionAttributeValues: { ':pk': pk },
  })
  const { Items = [] } = await table.send(query)
  const listed = Items.flatMap(({ sk, records }) =>
    (records as KeyRecord[]).map((record) => ({ ...record, integrator: String(sk) })),
  )
  return Promise.all(
    listed.map(async (record) => {
      const { Item } = await table.send(new GetCommand({ TableName: tableName, Key: keyOf(record) }))
      const lastUsedOn = Item?.['lastUsedOn'] as string | undefined
      return { ...record, ...(lastUsedOn && { lastUsedOn }) }
    }),
  )
}

/** The id of a key from the key itself, as somebody found it where it should not be; undefined when it is none of ours. */
export async function idOfKey(tableName: string, key: string): Promise<string | undefined> {
  const Key = keyOf({ hash: hashOf(key), test: isTestKey(key) })
  const { Item } = await table.send(new GetCommand({ TableName: tableName, Key }))
  return Item?.['id'] as string | undefined
}

async function activeKey(tableName: string, id: string, at: string): Promise<ListedKey> {
  const found = (await listKeys(tableName)).find((one) => one.id === id)
  if (!found)
    throw new KeyRefusal('unknown key', `There is no key ${id}. Without --rotate and --revoke the command lists them.`)
  if (!isActive(found, at)) throw new KeyRefusal('ended', `The key ${id} ended at ${found.expiresAt}.`)
  return found
}

async function addKey(
  tableName: string,
  { name, ...grant }: NewKey,
  held: Held,
  records: readonly KeyRecord[],
  at: string,
  random: Random,
  ...beside: readonly Write[]
) {
  const { key, item } = newIntegratorKey(grant, random)
  const { integrator, scopes, expiresAt, test = false, limits } = grant
  const id = letters(6, random).toLowerCase()
  const record: KeyRecord = {
    ...{ id, scopes, test, createdAt: at, expiresAt, hash: hashOf(key) },
    ...(name && { name }),
    ...(limits && { limits }),
  }
  const put = { Item: { ...item, id }, ConditionExpression: 'attribute_not_exists(pk)' }
  await write([
    { Put: { TableName: tableName, ...put } },
    putRecords(tableName, integrator, held, [...records, record]),
    ...beside,
  ])
  return { key, record: { ...record, integrator } }
}

type Write = NonNullable<ConstructorParameters<typeof TransactWriteCommand>[0]['TransactItems']>[number]

function ending(tableName: string, record: KeyRecord, at: string): Write {
  return {
    Update: {
      ...{ TableName: tableName, Key: keyOf(record), UpdateExpression: 'SET expiresAt = :at' },
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeValues: { ':at': at },
    },
  }
}

/** Only where nobody changed them since they were read. */
function putRecords(tableName: string, integrator: string, { version }: Held, records: readonly KeyRecord[]): Write {
  return {
    Put: {
      TableName: tableName,
      Item: { ...integratorKeys.keysOf(integrator), records: records.slice(-KEPT), version: version + 1 },
      ConditionExpression: version === 0 ? 'attribute_not_exists(pk)' : 'version = :version',
      ...(version > 0 && { ExpressionAttributeValues: { ':version': version } }),
    },
  }
}

async function write(TransactItems: Write[]): Promise<void> {
  await table.send(new TransactWriteCommand({ TransactItems })).catch((error: Error) => {
    if (error.name !== 'TransactionCanceledException') throw error
    throw changed()
  })
}

function changed(): KeyRefusal {
  return new KeyRefusal(
    'changed',
    'Somebody else changed the keys of this integrator just now. Look at them and try again.',
  )
}

function putNew(tableName: string, { items = [] }: Beside): Write[] {
  return items.map((Item) => ({
    Put: { TableName: tableName, Item, ConditionExpression: 'attribute_not_exists(pk)' },
  }))
}

async function heldBy(tableName: string, integrator: string, { seen }: Beside = {}): Promise<Held> {
  const get = new GetCommand({ TableName: tableName, Key: integratorKeys.keysOf(integrator), ConsistentRead: true })
  const { Item } = await table.send(get)
  const records = (Item?.['records'] as KeyRecord[] | undefined) ?? []
  if (seen !== undefined && seen !== seenOf(records)) throw changed()
  return { records, version: Number(Item?.['version'] ?? 0) }
}

function keyOf({ hash, test }: Pick<KeyRecord, 'hash' | 'test'>): Key {
  return test ? integratorKeys.testKey(hash) : integratorKeys.integratorKey(hash)
}
