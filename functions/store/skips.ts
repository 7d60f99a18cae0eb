// Which cases somebody skipped on a day (local date): they come last, and back when asked for. Called by console.
import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { ttlAfter } from './expiry.ts'
import { consoleKeys, table } from './table.ts'

const KEPT_DAYS = 2

export async function skippedOn(tableName: string, contact: string, day: string): Promise<ReadonlySet<string>> {
  const Key = consoleKeys.skipped(contact, day)
  const { Item } = await table.send(new GetCommand({ TableName: tableName, Key, ConsistentRead: true }))
  return (Item?.['cases'] as Set<string> | undefined) ?? new Set()
}

/** @param at the instant of the request (ISO, UTC) */
export async function noteSkipped(
  tableName: string,
  contact: string,
  day: string,
  caseId: string,
  at: string,
): Promise<void> {
  await table.send(
    new UpdateCommand({
      TableName: tableName,
      Key: consoleKeys.skipped(contact, day),
      UpdateExpression: 'ADD cases :case SET #ttl = :ttl',
      ExpressionAttributeNames: { '#ttl': 'ttl' },
      ExpressionAttributeValues: { ':case': new Set([caseId]), ':ttl': ttlAfter(at, KEPT_DAYS) },
    }),
  )
}

export async function forgetSkipped(tableName: string, contact: string, day: string): Promise<void> {
  await table.send(
    new UpdateCommand({
      TableName: tableName,
      Key: consoleKeys.skipped(contact, day),
      UpdateExpression: 'REMOVE cases',
    }),
  )
}
