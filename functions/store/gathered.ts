// Marks what the digest has gathered or queued, so that its next runs leave it alone. Called by digest.
import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { later } from '../case/clocks/waking.ts'
import { DELIVERY, type Key, keys } from './table.ts'
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

/** How long a queued message may be on its way (ms). */
const GRACE_MS = 10 * 60_000

/** Marks a delivery, or a mail, that is due by the index as on its way; nothing if it is not due at an instant (ISO, UTC). */
export function markOnItsWay(tableName: string, Key: Key, at: string): Promise<boolean> {
  return writeIfHolds(
    new UpdateCommand({
      TableName: tableName,
      Key,
      UpdateExpression: 'SET checkAt = :later',
      ConditionExpression: '#check = :check AND checkAt <= :at',
      ExpressionAttributeNames: { '#check': 'check' },
      ExpressionAttributeValues: { ':check': DELIVERY, ':at': at, ':later': later(at, GRACE_MS) },
    }),
  )
}
