// The sparse index of cases that somebody still has to look at, by the instant when. Its size is that of the open
// cases, never that of all.
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { CHECKS_INDEX, keys, OPEN, table } from './table.ts'

/** The cases whose check is due at an instant (ISO, UTC), longest overdue first. */
export async function* dueChecks(tableName: string, at: string): AsyncGenerator<string> {
  let start: Record<string, unknown> | undefined
  do {
    const page = await table.send(
      new QueryCommand({
        TableName: tableName,
        IndexName: CHECKS_INDEX,
        KeyConditionExpression: '#check = :open AND checkAt <= :at',
        ExpressionAttributeNames: { '#check': 'check' },
        ExpressionAttributeValues: { ':open': OPEN, ':at': at },
        Limit: 200,
        ...(start && { ExclusiveStartKey: start }),
      }),
    )
    for (const item of page.Items ?? []) yield String(item['pk']).slice(2)
    start = page.LastEvaluatedKey
  } while (start)
}

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
  await table.send(update).catch((error: unknown) => {
    if (!(error instanceof ConditionalCheckFailedException)) throw error
  })
}
