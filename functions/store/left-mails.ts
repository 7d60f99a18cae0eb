// The mail to a responder who gave way to another: claimed before it is sent, marked after, once for a version of the directory. Called by
// notify.
import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { later } from '../case/clocks/waking.ts'
import { ttlAfter } from './expiry.ts'
import { addressKeys } from './table.ts'
import { writeIfHolds } from './write-if.ts'

/** How long a claim holds (ms): longer than a function runs. */
const CLAIM_MS = 120_000
/** A message comes again for so long (days) at most. */
const KNOWN_DAYS = 30

/** @returns whether it is now to be sent: nobody sent it, and nobody else is at it at the instant (ISO, UTC) */
export function claimLeftMail(tableName: string, version: number, at: string): Promise<boolean> {
  return writeIfHolds(
    new UpdateCommand({
      TableName: tableName,
      Key: addressKeys.leftMail(version),
      UpdateExpression: 'SET #status = :claimed, claimedAt = :at, #ttl = :ttl',
      ConditionExpression: 'attribute_not_exists(pk) OR (#status = :claimed AND claimedAt < :expired)',
      ExpressionAttributeNames: { '#status': 'status', '#ttl': 'ttl' },
      ExpressionAttributeValues: {
        ...{ ':claimed': 'claimed', ':at': at, ':expired': later(at, -CLAIM_MS), ':ttl': ttlAfter(at, KNOWN_DAYS) },
      },
    }),
  )
}

/** Marks what became of a claimed mail; one that was not sent may be claimed at once again. */
export async function markLeftMail(
  tableName: string,
  version: number,
  status: 'sent' | 'refused' | 'waiting',
): Promise<void> {
  const isOver = status !== 'waiting'
  await writeIfHolds(
    new UpdateCommand({
      TableName: tableName,
      Key: addressKeys.leftMail(version),
      UpdateExpression: isOver ? 'SET #status = :status' : 'SET claimedAt = :status',
      ConditionExpression: '#status = :claimed',
      ExpressionAttributeNames: { '#status': 'status' },
      // An instant before all others: the claim is over.
      ExpressionAttributeValues: { ':status': isOver ? status : '', ':claimed': 'claimed' },
    }),
  )
}
