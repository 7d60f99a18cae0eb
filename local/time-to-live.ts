// Deletes items after their time to live, as late as DynamoDB may: what a stack reads until then is what AWS would give
// it too. Never an item that was given more time meanwhile. Called by housekeeping.ts.
import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  DescribeTableCommand,
  ScanCommand,
  type DynamoDBClient,
} from '@aws-sdk/client-dynamodb'

/** DynamoDB says that it deletes within two days (ms). */
const LATE_MS = 2 * 86_400_000
/** Items of a page: for one without a limit the embedded table engine reads all that are left, and gives a megabyte of them. */
const PAGE = 1_000

/** Deletes the items of a table whose time (seconds in `attribute`) was over two days before `now` (ms). @returns how many. */
export async function expireItems(
  dynamo: DynamoDBClient,
  TableName: string,
  attribute: string,
  now: number,
): Promise<number> {
  const { Table } = await dynamo.send(new DescribeTableCommand({ TableName }))
  const keys = (Table?.KeySchema ?? []).map((key) => key.AttributeName!)
  const expired = {
    ExpressionAttributeNames: { '#ttl': attribute },
    ExpressionAttributeValues: { ':now': { N: String(Math.floor((now - LATE_MS) / 1000)) } },
  }
  let deleted = 0
  let start: ScanCommand['input']['ExclusiveStartKey']
  do {
    const page = await dynamo.send(
      new ScanCommand({
        TableName,
        FilterExpression: '#ttl < :now',
        ...expired,
        Limit: PAGE,
        ...(start && { ExclusiveStartKey: start }),
      }),
    )
    for (const item of page.Items ?? []) {
      const Key = Object.fromEntries(keys.map((key) => [key, item[key]!]))
      const remove = new DeleteItemCommand({ TableName, Key, ConditionExpression: '#ttl < :now', ...expired })
      await dynamo.send(remove).then(
        () => (deleted += 1),
        (error: unknown) => {
          if (!(error instanceof ConditionalCheckFailedException)) throw error
        },
      )
    }
    start = page.LastEvaluatedKey
  } while (start)
  return deleted
}
