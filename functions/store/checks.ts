// Writes when the sweep is to look at a case next. Called by the sweep.
import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { keys, OPEN } from './table.ts'
import { writeIfHolds } from './write-if.ts'

/** Writes when a case is to be checked next, and up to which version its reactions were seen; nothing if it changed meanwhile. */
export async function setCheck(
  tableName: string,
  caseId: string,
  version: number,
  settled: number,
  checkAt: string | undefined,
) {
  const set = 'SET settled = :settled'
  const update = new UpdateCommand({
    TableName: tableName,
    Key: keys.snapshot(caseId),
    ConditionExpression: 'version = :version',
    UpdateExpression: checkAt ? `${set}, #check = :open, checkAt = :checkAt` : `${set} REMOVE #check, checkAt`,
    ExpressionAttributeNames: { '#check': 'check' },
    ExpressionAttributeValues: {
      ':settled': settled,
      ':version': version,
      ...(checkAt && { ':open': OPEN, ':checkAt': checkAt }),
    },
  })
  await writeIfHolds(update)
}
