// What was heard in a social network and kept at the door (keep-heard.ts): read, led to one case, and left without its words when it is taken, so that
// the same is known when it comes again. Called by hear.
import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { isExpired } from './expiry.ts'
import { networkKeys, table } from './table.ts'
import { writeIfHolds } from './write-if.ts'

export interface HeardName {
  readonly tableName: string
  readonly channel: string
  /** What the network calls it. */
  readonly key: string
  /** Now (ISO, UTC). */
  readonly at: string
}

/** @returns undefined where it was taken before, or its time is over */
export async function loadHeard({ tableName, channel, key, at }: HeardName): Promise<unknown> {
  const Key = networkKeys.heard(channel, key)
  const { Item } = await table.send(new GetCommand({ TableName: tableName, Key, ConsistentRead: true }))
  if (!Item || isExpired(Item, at) || Item['heard'] === undefined) return undefined
  return JSON.parse(String(Item['heard']))
}

/**
 * Notes to which case a message goes, before it goes there: whoever takes it once more takes it to the same.
 * @returns the case that was noted first
 */
export async function noteTarget({ tableName, channel, key }: HeardName, caseId: string): Promise<string> {
  const { Attributes } = await table.send(
    new UpdateCommand({
      TableName: tableName,
      Key: networkKeys.heard(channel, key),
      UpdateExpression: 'SET target = if_not_exists(target, :target)',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeValues: { ':target': caseId },
      ReturnValues: 'ALL_NEW',
    }),
  )
  return String(Attributes?.['target'])
}

/** Takes its words away: they are in a case now, or nowhere. */
export async function markTaken({ tableName, channel, key, at }: HeardName): Promise<void> {
  await writeIfHolds(
    new UpdateCommand({
      TableName: tableName,
      Key: networkKeys.heard(channel, key),
      UpdateExpression: 'REMOVE heard SET takenAt = :at',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeValues: { ':at': at },
    }),
  )
}
