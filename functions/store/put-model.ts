// Puts models for routing into the table: the file in parts, and which one routing works with, last, so that no half of one is ever worked with. The last
// three are kept to go back to; the bytes of older ones end by their time to live. Called by the functions `learn` and `admin` and npm run model.
import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { ttlAfter } from './expiry.ts'
import { digestOf, type ModelHead, modelHead } from './models.ts'
import { modelKeys, table } from './table.ts'
import { type TransactWrite, writeAllIfHold } from './write-all-if.ts'
import { writeIfHolds } from './write-if.ts'

/** An item may have 400 KB (DynamoDB, "Quotas"). */
const PART_BYTES = 380_000
const MOST_KEPT = 3
/** A container may be about to read one that ends (days). */
const ENDS_AFTER_DAYS = 1

/** What is to be true together with the change: an entry of the audit, a note of the week. */
type Beside = readonly TransactWrite[]

/** Puts a model there and makes it the one that holds. @returns its head @throws Error where somebody else was faster */
export async function putModel(
  tableName: string,
  version: string,
  bytes: Uint8Array,
  at: string,
  beside: Beside = [],
): Promise<ModelHead> {
  const parts = Math.ceil(bytes.length / PART_BYTES)
  for (let part = 0; part < parts; part += 1) {
    const slice = bytes.subarray(part * PART_BYTES, (part + 1) * PART_BYTES)
    await table.send(new PutCommand({ TableName: tableName, Item: { ...modelKeys.part(version, part), bytes: slice } }))
  }
  return hold(tableName, { version, parts, digest: digestOf(bytes), putAt: at }, at, beside)
}

/**
 * Goes back to what held before, a model or none; a second time forth again. @param version another of those that are kept @param seen the one that held
 * when this was asked for @returns undefined where there is nothing to go back to, or another holds than was seen
 */
export async function rollBackModel(
  tableName: string,
  at: string,
  { version, seen, beside = [] }: { version?: string; seen?: string; beside?: Beside } = {},
): Promise<ModelHead | undefined> {
  const head = await modelHead(tableName, true)
  if (!head || (seen !== undefined && seen !== head.version)) return undefined
  const wanted = version === undefined ? head.before : keptOf(head).find((one) => one.version === version)
  return wanted && wanted.version !== head.version ? hold(tableName, { ...wanted, putAt: at }, at, beside) : undefined
}

/** Routing does without a model from now on. */
export function dropModel(tableName: string, at: string): Promise<ModelHead> {
  return hold(tableName, { version: '', parts: 0, digest: '', putAt: at }, at, [])
}

/** The models whose bytes are kept, the one that holds first. */
export function keptOf(head: ModelHead | undefined): readonly ModelHead[] {
  if (!head) return []
  return (head.kept ?? [bare(head), ...(head.before ? [head.before] : [])]).filter(({ version }) => version)
}

async function hold(tableName: string, next: ModelHead, at: string, beside: Beside): Promise<ModelHead> {
  const current = await modelHead(tableName, true)
  const all = next.version ? [next, ...without(keptOf(current), next)] : keptOf(current)
  const [kept, ended] = [all.slice(0, MOST_KEPT), all.slice(MOST_KEPT)]
  const before = current && (current.version === next.version ? current.before : bare(current))
  const head: ModelHead = { ...next, kept, ...(ended.length > 0 && { ended }), ...(before && { before }) }
  const written = await writeAllIfHold([
    {
      Put: {
        TableName: tableName,
        Item: { ...modelKeys.head, head },
        ConditionExpression: current ? 'head.putAt = :at AND head.version = :version' : 'attribute_not_exists(pk)',
        ...(current && { ExpressionAttributeValues: { ':at': current.putAt, ':version': current.version } }),
      },
    },
    ...beside,
  ])
  if (!written) throw new Error('Another model was put there at the same moment: look again which one holds.')
  // Those of the time before once more: a run may have broken off before it ended them.
  const isKept = ({ version }: ModelHead) => kept.some((one) => one.version === version)
  for (const one of [...ended, ...(current?.ended ?? [])]) if (!isKept(one)) await end(tableName, one, at)
  return head
}

function bare({ version, parts, digest, putAt }: ModelHead): ModelHead {
  return { version, parts, digest, putAt }
}

function without(heads: readonly ModelHead[], { version }: ModelHead): ModelHead[] {
  return heads.filter((one) => one.version !== version)
}

/** The table removes its bytes within two days. */
async function end(tableName: string, { version, parts }: ModelHead, at: string): Promise<void> {
  for (let part = 0; part < parts; part += 1) {
    await writeIfHolds(
      new UpdateCommand({
        TableName: tableName,
        Key: modelKeys.part(version, part),
        UpdateExpression: 'SET #ttl = :ttl',
        ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(#ttl)',
        ExpressionAttributeNames: { '#ttl': 'ttl' },
        ExpressionAttributeValues: { ':ttl': ttlAfter(at, ENDS_AFTER_DAYS) },
      }),
    )
  }
}
