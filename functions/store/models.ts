// Reads models for routing from the table: the file in parts, and which one routing works with. Written by put-model.ts. Called by the functions
// `route`, `learn` and `admin` and npm run model.
import { createHash } from 'node:crypto'
import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { modelKeys, table } from './table.ts'

/** Which model holds. */
export interface ModelHead {
  /** Empty where routing does without. */
  readonly version: string
  readonly parts: number
  readonly digest: string
  /** ISO, UTC. */
  readonly putAt: string
  /** The one before it, to go back to. */
  readonly before?: ModelHead
  /** Those whose bytes are kept, the one that holds first, then by when they held last; undefined in heads of before November 2026. */
  readonly kept?: readonly ModelHead[]
  /** Those whose bytes end. */
  readonly ended?: readonly ModelHead[]
}

/** @returns undefined where there never was one. @param sure reads what was written just now */
export async function modelHead(tableName: string, sure = false): Promise<ModelHead | undefined> {
  const { pk, sk } = modelKeys.head
  const { Items = [] } = await table.send(
    new QueryCommand({
      TableName: tableName,
      KeyConditionExpression: 'pk = :pk AND sk = :sk',
      ExpressionAttributeValues: { ':pk': pk, ':sk': sk },
      ConsistentRead: sure,
    }),
  )
  const [head] = Items
  return head && (head['head'] as ModelHead)
}

/** The bytes of a model's file. @throws Error where a part is missing or is not what was written */
export async function loadModel(tableName: string, { version, parts, digest }: ModelHead): Promise<Uint8Array> {
  const found: Uint8Array[] = []
  for (let part = 0; part < parts; part += 1) {
    const { pk, sk } = modelKeys.part(version, part)
    const { Items = [] } = await table.send(
      new QueryCommand({
        TableName: tableName,
        KeyConditionExpression: 'pk = :pk AND sk = :sk',
        ExpressionAttributeValues: { ':pk': pk, ':sk': sk },
      }),
    )
    found.push((Items[0]?.['bytes'] as Uint8Array | undefined) ?? new Uint8Array())
  }
  const bytes = Buffer.concat(found)
  if (digestOf(bytes) !== digest) throw new Error(`The model ${version} in the table is not whole: put it there anew.`)
  return bytes
}

/** Tells whether bytes are what was written. */
export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64url')
}
