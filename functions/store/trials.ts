// What the canary keeps between its runs: the message that it posted last, and keys to try with that live for an hour. Called
// by the canary.
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import { isExpired, ttlAfter } from './expiry.ts'
import { integratorKeys, type Key, table } from './table.ts'

export interface Trial {
  readonly caseId: string
  /** The citizen's page; it opens a test case, and nobody's words. */
  readonly trackUrl: string
}

/** The message that was posted last; undefined where it was posted more than a day before an instant (ISO, UTC). */
export async function lastTrial(tableName: string, at: string): Promise<Trial | undefined> {
  const { Item } = await table.send(
    new GetCommand({ TableName: tableName, Key: integratorKeys.lastTrial, ConsistentRead: true }),
  )
  return Item && !isExpired(Item, at) ? (Item as Trial) : undefined
}

/** @param at when it was posted (ISO, UTC) */
export async function keepTrial(tableName: string, trial: Trial, at: string): Promise<void> {
  const Item = { ...integratorKeys.lastTrial, ...trial, ttl: ttlAfter(at, 1) }
  await table.send(new PutCommand({ TableName: tableName, Item }))
}

/** @param key the item that makes a key valid @param at ISO, UTC */
export async function storeKey(tableName: string, key: Key, at: string): Promise<void> {
  await table.send(new PutCommand({ TableName: tableName, Item: { ...key, ttl: ttlAfter(at, 1) } }))
}
