// Reads the stream of a table from whatever DynamoDB endpoint the environment names, by the SDK.
import {
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
} from '@aws-sdk/client-dynamodb-streams'
import { type ReadStream, type StreamChange, streamRecord } from './stream-record.ts'

export function readerOfEndpoint(client: DynamoDBStreamsClient, streamArn: string): ReadStream {
  let next: { after: string | undefined; iterator: string | undefined } | undefined
  return async (after, limit) => {
    const iterator = next?.after === after ? next?.iterator : await iteratorAfter(client, streamArn, after)
    next = undefined
    if (!iterator) return []
    const page = await client.send(new GetRecordsCommand({ ShardIterator: iterator, Limit: limit }))
    const records = (page.Records ?? []).map(({ eventName = '', dynamodb }) =>
      streamRecord(streamArn, eventName, changeOf(dynamodb as Described)),
    )
    next = { after: records.at(-1)?.dynamodb.SequenceNumber ?? after, iterator: page.NextShardIterator }
    return records
  }
}

async function iteratorAfter(client: DynamoDBStreamsClient, StreamArn: string, sequenceNumber: string | undefined) {
  const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn }))
  const shard = StreamDescription?.Shards?.at(-1)
  if (!shard?.ShardId) return undefined
  const { ShardIterator } = await client.send(
    new GetShardIteratorCommand({
      StreamArn,
      ShardId: shard.ShardId,
      ...(sequenceNumber
        ? { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: sequenceNumber }
        : { ShardIteratorType: 'TRIM_HORIZON' }),
    }),
  )
  return ShardIterator
}

type Described = Omit<StreamChange, 'ApproximateCreationDateTime'> & { readonly ApproximateCreationDateTime?: unknown }

function changeOf({ ApproximateCreationDateTime: created, SequenceNumber, ...images }: Described): StreamChange {
  return {
    ...images,
    SequenceNumber: String(SequenceNumber),
    ApproximateCreationDateTime: created instanceof Date ? created.getTime() / 1000 : Number(created ?? 0),
  }
}
