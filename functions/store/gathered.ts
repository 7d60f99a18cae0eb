// Marks what the digest has gathered, so that its next runs leave it alone. Called by digest.
import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { keys } from './table.ts'
import { writeIfHolds } from './write-if.ts'

/** Marks a waiting notice as on its way; it is not gathered again before an instant (ISO, UTC). Nothing if it was claimed meanwhile. */
export async function markGathered(
  tableName: string,
  { caseId, seq, recipient }: { readonly caseId: string; readonly seq: number; readonly recipient: string },
  until: string,
) {
  await writeIfHolds(
    new UpdateCommand({
      TableName: tableName,
      Key: keys.notice(caseId, seq, recipient),
      UpdateExpression: 'SET gatheredUntil = :until, checkAt = :until',
      ConditionExpression: '#status = :waiting',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: { ':until': until, ':waiting': 'waiting' },
    }),
  )
}
