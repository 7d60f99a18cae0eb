// Keeps the sums of a month: they are read from when all are written, unless somebody counted for the month meanwhile. Called by
// rollup; whoever reads them (months.ts) needs no right to write.
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { CaseCounter } from '../statistics/cases.ts'
import type { MonthSum } from '../statistics/months.ts'
import { CASES, type MonthAt } from './months.ts'
import { figureKeys, table } from './table.ts'

const PUTS_AT_ONCE = 16

/** @returns false when something was counted for the month meanwhile: the sums may or may not know of it. */
export async function keepSums(
  tableName: string,
  { month, changes }: MonthAt,
  sums: readonly MonthSum[],
  cases: readonly CaseCounter[],
): Promise<boolean> {
  const items = [
    ...sums.map(({ breakdown, clock, value, counts }) => ({ parts: [breakdown, clock, value], counts })),
    ...cases.map(({ of, counts }) => ({ parts: [CASES, of.channel, of.topic, of.municipality], counts })),
  ]
  for (let start = 0; start < items.length; start += PUTS_AT_ONCE)
    await Promise.all(
      items.slice(start, start + PUTS_AT_ONCE).map(({ parts, counts }) => {
        const Item = { ...figureKeys.monthSum(month, changes, parts), counts }
        return table.send(new PutCommand({ TableName: tableName, Item }))
      }),
    )
  try {
    await table.send(
      new UpdateCommand({
        TableName: tableName,
        Key: figureKeys.month(month),
        UpdateExpression: 'SET summed = :changes, changes = :changes',
        ConditionExpression: changes === 0 ? 'attribute_not_exists(pk) OR changes = :changes' : 'changes = :changes',
        ExpressionAttributeValues: { ':changes': changes },
      }),
    )
    return true
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false
    throw error
  }
}
