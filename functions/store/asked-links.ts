// Remembers that the links of an address's cases were sent: once an hour is enough for whoever lost them, and too seldom to annoy
// whoever's address it is. Called by notify.
import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { ttlAfter } from './expiry.ts'
import { addressKeys } from './table.ts'
import { writeIfHolds } from './write-if.ts'

const HOUR = 1 / 24

/**
 * Claims the mail that was asked for (`ask`) to an address (by its hash) at an instant (ISO, UTC).
 * @returns false when it was sent already, or another one within the hour.
 */
export function claimLinks(tableName: string, hash: string, ask: string, at: string): Promise<boolean> {
  return writeIfHolds(
    new UpdateCommand({
      TableName: tableName,
      Key: addressKeys.askedLinks(hash),
      ConditionExpression: 'attribute_not_exists(pk) OR #ttl < :now OR (ask = :ask AND attribute_not_exists(sentAt))',
      UpdateExpression: 'SET ask = :ask, #ttl = :ttl REMOVE sentAt',
      ExpressionAttributeNames: { '#ttl': 'ttl' },
      ExpressionAttributeValues: { ':ask': ask, ':now': ttlAfter(at, 0), ':ttl': ttlAfter(at, HOUR) },
    }),
  )
}

/** Notes that it was sent: the same message once more sends nothing. */
export async function noteLinksSent(tableName: string, hash: string, ask: string, at: string): Promise<void> {
  await writeIfHolds(
    new UpdateCommand({
      TableName: tableName,
      Key: addressKeys.askedLinks(hash),
      ConditionExpression: 'ask = :ask',
      UpdateExpression: 'SET sentAt = :at',
      ExpressionAttributeValues: { ':ask': ask, ':at': at },
    }),
  )
}
