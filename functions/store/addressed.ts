// Counts whom anybody can have us write to: the address a message names, on a day. Called by notify before it writes there.
import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { ttlAfter } from './expiry.ts'
import { addressKeys } from './table.ts'
import { writeIfHolds } from './write-if.ts'

const KEPT_DAYS = 2

/**
 * Notes that a case writes to an address (by its hash) on the day (UTC) of an instant (ISO, UTC), each case once however often it asks.
 * @returns false when as many cases as may have written there that day.
 */
export function noteAddressed(
  tableName: string,
  hash: string,
  caseId: string,
  at: string,
  most: number,
): Promise<boolean> {
  return writeIfHolds(
    new UpdateCommand({
      TableName: tableName,
      Key: addressKeys.addressed(hash, at.slice(0, 10)),
      ConditionExpression: 'attribute_not_exists(pk) OR contains(cases, :id) OR size(cases) < :most',
      UpdateExpression: 'ADD cases :case SET #ttl = :ttl',
      ExpressionAttributeNames: { '#ttl': 'ttl' },
      ExpressionAttributeValues: {
        ':id': caseId,
        ':case': new Set([caseId]),
        ':most': most,
        ':ttl': ttlAfter(at, KEPT_DAYS),
      },
    }),
  )
}
