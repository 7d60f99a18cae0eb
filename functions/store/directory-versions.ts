// Writes versions of the directory and reads what they say: each whole, with who changed what and why; the next one only where nobody
// changed anything in between. Called by the console's directory and npm run directory.
import { gzipSync } from 'node:zlib'
import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { Changed, Difference } from '../../regions/directory.ts'
import { changedIn, digestOf, FORMAT, unpack } from './directory.ts'
import { isExpired, ttlAfter } from './expiry.ts'
import { directoryKeys, table } from './table.ts'
import { writeAllIfHold } from './write-all-if.ts'
import type { Item } from './writes.ts'

/** An item may have 400 KB (DynamoDB, "Quotas"); the rest is for who and why (bytes). */
const MOST_BYTES = 380_000
const PAGE = 20

export interface Version {
  readonly version: number
  /** ISO, UTC. */
  readonly at: string
  /** The id of a contact, and their name then; an engineer has a name only. */
  readonly by: { readonly id?: string; readonly name: string }
  readonly why: string
  /** Of the version whose differences it took back. */
  readonly undoes?: number
  readonly differences: readonly Difference[]
}

export interface NewVersion extends Omit<Version, 'version'> {
  /** The version that was looked at: another in between, and nothing is written. */
  readonly after: number
  readonly changed: Changed
  /** How long the version before this one is still known (days). */
  readonly keptDays: number
  /** Items that come into being with it. */
  readonly beside?: readonly Item[]
}

/** @returns whether it holds now, another was faster, or there is no room for it */
export async function putVersion(tableName: string, next: NewVersion): Promise<'written' | 'overtaken' | 'too large'> {
  const { after, changed, differences, keptDays, beside = [], ...said } = next
  const packed = { changed: gzipSync(JSON.stringify(changed)), differences: gzipSync(JSON.stringify(differences)) }
  if (packed.changed.length + packed.differences.length > MOST_BYTES) return 'too large'
  const version = after + 1
  const item = { ...directoryKeys.version(version), version, format: FORMAT, ...said, ...packed }
  const isLast = after === 0 ? 'attribute_not_exists(pk)' : 'version = :after'
  const values = after > 0 && { ExpressionAttributeValues: { ':after': after } }
  const head = {
    TableName: tableName,
    Item: { ...directoryKeys.head, version },
    ConditionExpression: isLast,
    ...values,
  }
  const put = { TableName: tableName, Item: { ...item, digest: digestOf(packed.changed) } }
  const before = {
    TableName: tableName,
    Key: directoryKeys.version(after),
    UpdateExpression: 'SET #ttl = :ttl',
    ExpressionAttributeNames: { '#ttl': 'ttl' },
    ExpressionAttributeValues: { ':ttl': ttlAfter(next.at, keptDays) },
  }
  const notes = beside.map((Item) => ({ Put: { TableName: tableName, Item } }))
  const writes = [{ Put: head }, { Put: put }, ...(after > 0 ? [{ Update: before }] : []), ...notes]
  return (await writeAllIfHold(writes)) ? 'written' : 'overtaken'
}

/** @returns versions that are known at an instant (ISO, UTC), the newest first, and from which to go on. @param upTo the newest that is wanted */
export async function listVersions(
  tableName: string,
  at: string,
  upTo: number,
): Promise<{ versions: Version[]; next: number | undefined }> {
  if (upTo < 1) return { versions: [], next: undefined }
  const { Items = [] } = await table.send(
    new QueryCommand({
      TableName: tableName,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
      ExpressionAttributeValues: {
        ':pk': directoryKeys.head.pk,
        ':first': directoryKeys.version(1).sk,
        ':last': directoryKeys.version(upTo).sk,
      },
      ScanIndexForward: false,
      Limit: PAGE,
      ConsistentRead: true,
    }),
  )
  const versions = Items.filter((item) => !isExpired(item, at)).map(versionIn)
  const last = versions.at(-1)?.version ?? 1
  return { versions, next: Items.length === PAGE && last > 1 ? last - 1 : undefined }
}

/** What holds now, as written just before; of a version that this code cannot read, an error. */
export async function holdingVersion(tableName: string, version: number): Promise<Changed> {
  if (version === 0) return {}
  const { Items = [] } = await table.send(
    new QueryCommand({
      TableName: tableName,
      KeyConditionExpression: 'pk = :pk AND sk = :sk',
      ExpressionAttributeValues: { ':pk': directoryKeys.head.pk, ':sk': directoryKeys.version(version).sk },
      ConsistentRead: true,
    }),
  )
  const changed = Items[0] && changedIn(Items[0])
  if (!changed) throw new Error(`Version ${version} of the directory cannot be read.`)
  return changed
}

function versionIn(item: Readonly<Record<string, unknown>>): Version {
  const { version, at, by, why, undoes, differences } = item as unknown as Version & { differences: Uint8Array }
  return {
    version,
    at,
    by,
    why,
    ...(undoes !== undefined && { undoes }),
    differences: unpack(differences) as Difference[],
  }
}
