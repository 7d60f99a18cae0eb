// The mail about a stopped endpoint: claimed before it is sent, marked after. Called by notify.
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { later } from '../case/clocks/waking.ts'
import type { StopMail } from './endpoints.ts'
import { webhookKeys, table } from './table.ts'
import { writeIfHolds } from './write-if.ts'

/** How long a claim holds (ms): longer than a function runs. */
const CLAIM_MS = 120_000

/** @returns the mail that is now to be sent; undefined when it was sent, or somebody else is sending it at the instant (ISO, UTC) */
export async function claimStopMail(
  tableName: string,
  endpoint: string,
  since: string,
  at: string,
): Promise<StopMail | undefined> {
  const update = new UpdateCommand({
    TableName: tableName,
    Key: webhookKeys.stopMail(endpoint, since),
    UpdateExpression: 'SET #status = :claimed, claimedAt = :at',
    ConditionExpression: '#status = :waiting OR (#status = :claimed AND claimedAt < :expired)',
    ExpressionAttributeNames: { '#status': 'status' },
    ExpressionAttributeValues: {
      ...{ ':claimed': 'claimed', ':waiting': 'waiting', ':at': at, ':expired': later(at, -CLAIM_MS) },
    },
    ReturnValues: 'ALL_NEW',
  })
  try {
    return (await table.send(update)).Attributes as StopMail | undefined
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return undefined
    throw error
  }
}

/** Marks what became of a claimed mail: one that waits is sent when it is asked for again. */
export async function markStopMail(
  tableName: string,
  endpoint: string,
  since: string,
  status: 'sent' | 'refused' | 'waiting',
): Promise<void> {
  await writeIfHolds(
    new UpdateCommand({
      TableName: tableName,
      Key: webhookKeys.stopMail(endpoint, since),
      UpdateExpression: `SET #status = :status${status === 'waiting' ? '' : ' REMOVE #check, checkAt'}`,
      ConditionExpression: '#status = :claimed',
      ExpressionAttributeNames: { '#status': 'status', ...(status !== 'waiting' && { '#check': 'check' }) },
      ExpressionAttributeValues: { ':status': status, ':claimed': 'claimed' },
    }),
  )
}
