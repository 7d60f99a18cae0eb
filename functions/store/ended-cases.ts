// Reads which cases ended, day by day, from an index that names nothing but cases. Called by the function `learn` and npm run train.
import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { endedOn } from '../case/listing.ts'
import { LISTING_INDEX, table } from './table.ts'

/** The cases whose last change, on a day (UTC date), was after their end, in pages; test cases apart are none of them. */
export async function* endedCases(tableName: string, day: string): AsyncGenerator<string[]> {
  let start: Record<string, unknown> | undefined
  do {
    const page = await table.send(
      new QueryCommand({
        ...{ TableName: tableName, IndexName: LISTING_INDEX },
        KeyConditionExpression: 'listing = :listing',
        ExpressionAttributeValues: { ':listing': endedOn(day, false) },
        ...(start && { ExclusiveStartKey: start }),
      }),
    )
    yield (page.Items ?? []).map(({ pk }) => String(pk).slice(2))
    start = page.LastEvaluatedKey
  } while (start)
}
