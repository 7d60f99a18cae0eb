// Writes when the sweep is to look at a case next. Called by the sweep.
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { later } from '../case/clocks/waking.ts'
import { keys, OPEN, table } from './table.ts'
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
    UpdateExpression: checkAt
      ? `${set}, #check = :open, checkAt = :checkAt REMOVE checkFailures`
      : `${set} REMOVE #check, checkAt, checkFailures`,
    ExpressionAttributeNames: { '#check': 'check' },
    ExpressionAttributeValues: {
      ':settled': settled,
      ':version': version,
      ...(checkAt && { ':open': OPEN, ':checkAt': checkAt }),
    },
  })
  await writeIfHolds(update)
}

/** How long a case whose check failed waits (ms), by how often it failed in a row; the last holds for all that follow. */
const WAITS_MS = [10, 20, 40, 60].map((minutes) => minutes * 60_000)

/**
 * Puts off a case whose check failed at an instant (ISO, UTC), so that it does not stand before the others at every sweep.
 * Nothing if the case has moved since: its check is due anew then.
 */
export async function putOffCheck(tableName: string, caseId: string, at: string): Promise<void> {
  const update = {
    TableName: tableName,
    Key: keys.snapshot(caseId),
    ExpressionAttributeNames: { '#check': 'check' },
  }
  const isDue = '#check = :open AND checkAt <= :at'
  const counting = new UpdateCommand({
    ...update,
    ConditionExpression: isDue,
    UpdateExpression: 'ADD checkFailures :one',
    ExpressionAttributeValues: { ':one': 1, ':open': OPEN, ':at': at },
    ReturnValues: 'UPDATED_NEW',
  })
  const failures = await countFailure(counting)
  if (failures === undefined) return
  const waitMs = WAITS_MS[Math.min(failures, WAITS_MS.length) - 1]!
  await writeIfHolds(
    new UpdateCommand({
      ...update,
      ConditionExpression: `${isDue} AND checkFailures = :failures`,
      UpdateExpression: 'SET checkAt = :checkAt',
      ExpressionAttributeValues: { ':open': OPEN, ':at': at, ':failures': failures, ':checkAt': later(at, waitMs) },
    }),
  )
}

/** @returns how often the check has failed in a row; undefined when it is not due any more. */
async function countFailure(update: UpdateCommand): Promise<number | undefined> {
  try {
    const { Attributes } = await table.send(update)
    return Number(Attributes?.['checkFailures'])
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return undefined
    throw error
  }
}
