// Keeps models for routing in the table: the file in parts, and which one routing works with, last, so that no half of one is ever worked with.
// Called by the function `route` and npm run model.
import { createHash } from 'node:crypto'
import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { modelKeys, table } from './table.ts'

/** An item may have 400 KB (DynamoDB, "Quotas"). */
const PART_BYTES = 380_000

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

/** Puts a model there and makes it the one that holds. @returns its head */
export async function putModel(tableName: string, version: string, bytes: Uint8Array, at: string): Promise<ModelHead> {
  const parts = Math.ceil(bytes.length / PART_BYTES)
  for (let part = 0; part < parts; part += 1) {
    const slice = bytes.subarray(part * PART_BYTES, (part + 1) * PART_BYTES)
    await table.send(new PutCommand({ TableName: tableName, Item: { ...modelKeys.part(version, part), bytes: slice } }))
  }
  return hold(tableName, { version, parts, digest: digestOf(bytes), putAt: at })
}

/** Goes back to what held before, a model or none; a second time forth again. @returns undefined where there was nothing before */
export async function rollBackModel(tableName: string, at: string): Promise<ModelHead | undefined> {
  const { before } = (await modelHead(tableName, true)) ?? {}
  return before && hold(tableName, { ...before, putAt: at })
}

/** Routing does without a model from now on. */
export function dropModel(tableName: string, at: string): Promise<ModelHead> {
  return hold(tableName, { version: '', parts: 0, digest: '', putAt: at })
}

/** @throws ConditionalCheckFailedException where somebody else was faster */
async function hold(tableName: string, next: ModelHead): Promise<ModelHead> {
  const { before: _, ...current } = (await modelHead(tableName, true)) ?? {}
  const isFirst = !('version' in current)
  const head = { ...next, ...(!isFirst && { before: current as ModelHead }) }
  await table.send(
    new PutCommand({
      TableName: tableName,
      Item: { ...modelKeys.head, head },
      ConditionExpression: isFirst ? 'attribute_not_exists(pk)' : 'head.putAt = :at AND head.version = :version',
      ...(!isFirst && { ExpressionAttributeValues: { ':at': current.putAt, ':version': current.version } }),
    }),
  )
  return head
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64url')
}
