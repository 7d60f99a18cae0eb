// Counts the cases that ended in a span of days by the keys of their lists alone. Called by console.
import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { LISTING_INDEX, table } from './table.ts'

/** How many of the lists stand for an instant (ISO, UTC) that is meant, up to one more than `most`. */
export async function countListed(
  tableName: string,
  lists: readonly string[],
  isMeant: (listedAt: string) => boolean,
  most: number,
): Promise<number> {
  let count = 0
  for (const listing of lists) {
    let start: Record<string, unknown> | undefined
    do {
      const { Items = [], LastEvaluatedKey } = await table.send(
        new QueryCommand({
          ...{ TableName: tableName, IndexName: LISTING_INDEX, Limit: most + 1 },
          KeyConditionExpression: 'listing = :listing',
          ExpressionAttributeValues: { ':listing': listing },
          ...(start && { ExclusiveStartKey: start }),
        }),
      )
      count += Items.filter(({ listedAs }) => isMeant(String(listedAs).split('#').at(-1)!)).length
      start = LastEvaluatedKey
    } while (start && count <= most)
    if (count > most) return most + 1
  }
  return count
}
