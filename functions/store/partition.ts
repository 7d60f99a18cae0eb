// Reads items of one partition, consistently and in the order of their keys. Called by the store.
import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { type Key, table } from './table.ts'

export type Stored = Record<string, unknown>

/** All items of a partition, or those from one sort key to another. */
export async function itemsOf(
  tableName: string,
  pk: Key['pk'],
  first?: Key['sk'],
  last?: Key['sk'],
): Promise<Stored[]> {
  const items: Stored[] = []
  let start: Stored | undefined
  do {
    const page = await table.send(
      new QueryCommand({
        TableName: tableName,
        KeyConditionExpression: first ? 'pk = :pk AND sk BETWEEN :first AND :last' : 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk, ...(first && { ':first': first, ':last': last }) },
        ConsistentRead: true,
        ...(start && { ExclusiveStartKey: start }),
      }),
    )
    items.push(...(page.Items ?? []))
    start = page.LastEvaluatedKey
  } while (start)
  return items
}
