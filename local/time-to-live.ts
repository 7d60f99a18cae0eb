// DynamoDB deletes items some time after their time to live; the embedded engine never does, so this does it for it, as
// the service itself, on condition that the item has not been given more time meanwhile.
import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  DescribeTableCommand,
  ScanCommand,
  type DynamoDBClient,
} from '@aws-sdk/client-dynamodb'

/** Deletes the items of a table whose time (seconds in `attribute`) has passed at `now` (ms). @returns how many. */
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
    ExpressionAttributeValues: { ':now': { N: String(Math.floor(now / 1000)) } },
  }
  let deleted = 0
  let start: ScanCommand['input']['ExclusiveStartKey']
  do {
    const page = await dynamo.send(
      new ScanCommand({
        TableName,
        FilterExpression: '#ttl < :now',
        ...expired,
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
