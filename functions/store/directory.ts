// Reads what was changed of the region's directory: the number of the version that holds, in a small item that is read often, and the
// versions, each whole and compressed. Written by directory-versions.ts. Called at every start and by the console's directory.
import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { Changed } from '../../regions/directory.ts'
import { directoryKeys, type Key, table } from './table.ts'

/** What the code understands; a version of a later format is left alone. */
export const FORMAT = 1
/** How far back a version is looked for that can be read. */
const BACK = 10

/** A version that the code can read. */
export interface ReadableVersion {
  readonly version: number
  readonly changed: Changed
}

/** The number of the version that holds; 0 where nothing was ever changed. @param sure reads what was written just now */
export async function directoryVersion(tableName: string, sure = false): Promise<number> {
  const [head] = await query(tableName, directoryKeys.head, '=', 1, sure)
  return Number(head?.['version'] ?? 0)
}

/** That version, or the one before it that can be read; undefined where none can. */
export async function readableVersion(tableName: string, version: number): Promise<ReadableVersion | undefined> {
  const [newest] = await query(tableName, directoryKeys.version(version), '=', 1)
  const changed = newest && changedIn(newest)
  if (changed) return { version, changed }
  const older = version > 1 ? await query(tableName, directoryKeys.version(version - 1), '<=', BACK) : []
  for (const item of older) {
    const found = changedIn(item)
    if (found) return { version: Number(item['version']), changed: found }
  }
  return undefined
}

/** What a stored version says was changed; undefined where it cannot be read. */
export function changedIn(item: Readonly<Record<string, unknown>>): Changed | undefined {
  const { format, changed, digest } = item
  if (format !== FORMAT || !(changed instanceof Uint8Array) || digestOf(changed) !== digest) return undefined
  return unpack(changed) as Changed
}

export function digestOf(packed: Uint8Array): string {
  return createHash('sha256').update(packed).digest('base64url')
}

/** @throws Error where it is not what was packed */
export function unpack(packed: Uint8Array): unknown {
  return JSON.parse(gunzipSync(packed).toString())
}

/** A query and not a reading by key: every function may query what the whole region shares. The newest come first. */
async function query(tableName: string, { pk, sk }: Key, is: '=' | '<=', Limit: number, ConsistentRead = false) {
  const { Items = [] } = await table.send(
    new QueryCommand({
      TableName: tableName,
      KeyConditionExpression: is === '=' ? 'pk = :pk AND sk = :sk' : 'pk = :pk AND sk BETWEEN :first AND :sk',
      ExpressionAttributeValues: {
        ':pk': pk,
        ':sk': sk,
        ...(is === '<=' && { ':first': directoryKeys.version(1).sk }),
      },
      ScanIndexForward: false,
      Limit,
      ConsistentRead,
    }),
  )
  return Items
}
