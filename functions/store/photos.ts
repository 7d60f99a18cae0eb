// What is kept of photos beside the events of their case: files that were refused, and how far what was taken off is gone from the
// bucket. Written by redraw, read with the case.
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import type { RefusedPhoto } from '../case/photo.ts'
import { ttlAfter } from './expiry.ts'
import { photoKeys, table } from './table.ts'

/** How long whoever sent a file can read why it was refused (days). */
const REFUSED_DAYS = 7

/** Notes why a file is no photo of its case. Again it notes the same. */
export async function refusePhoto(tableName: string, caseId: string, refused: RefusedPhoto): Promise<void> {
  const item = { ...photoKeys.refusedPhoto(caseId, refused.photo), ...refused, ttl: ttlAfter(refused.at, REFUSED_DAYS) }
  await table.send(new PutCommand({ TableName: tableName, Item: item }))
}

/** Notes up to which of its events a case's photos are gone; never backwards. */
export async function markPhotosGone(tableName: string, caseId: string, upTo: number): Promise<void> {
  const put = new PutCommand({
    ...{ TableName: tableName, Item: { ...photoKeys.photosGone(caseId), upTo } },
    ConditionExpression: 'attribute_not_exists(pk) OR upTo < :upTo',
    ExpressionAttributeValues: { ':upTo': upTo },
  })
  await table.send(put).catch((error: unknown) => {
    if (!(error instanceof ConditionalCheckFailedException)) throw error
  })
}
