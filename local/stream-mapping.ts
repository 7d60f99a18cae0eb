// Feeds a table's stream to a function: in order, filtered, retried from the first failure, halved to find the record
// that fails, given up to the failure destination. The checkpoint is written after the batch is handled. Made by
// connections.ts.
import type { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import { DescribeStreamCommand, GetRecordsCommand, GetShardIteratorCommand } from '@aws-sdk/client-dynamodb-streams'
import { setTimeout as pause } from 'node:timers/promises'
import { matches } from './event-pattern.ts'
import type { LocalFunction } from './functions.ts'
import { failuresOf, type Source } from './mapping.ts'
import { ACCOUNT, REGION } from './resolver.ts'

const BUSY_MS = 10
const IDLE_MS = 60
const BUSY_LOOKS = 100
const RETRY_MS = 25

export interface StreamMapping {
  readonly streamArn: string
  readonly target: LocalFunction
  readonly batchSize: number
  readonly filters: readonly Readonly<Record<string, unknown>>[]
  readonly reportsFailures: boolean
  readonly bisects: boolean
  /** -1: until the record is too old. */
  readonly retries: number
  readonly maxAgeMs: number
  readonly onFailure: (failure: StreamFailure) => void
}

export interface StreamFailure {
  readonly records: readonly StreamRecord[]
  readonly condition: 'RetryAttemptsExhausted' | 'RecordAgeExceeded'
  readonly attempts: number
}

interface StreamRecord {
  readonly eventID: string
  readonly eventName: string
  readonly eventSource: 'aws:dynamodb'
  readonly eventSourceARN: string
  readonly awsRegion: string
  readonly dynamodb: { readonly SequenceNumber: string; readonly ApproximateCreationDateTime: number } & Record<
    string,
    unknown
  >
}

export interface Checkpoint {
  read(): string | undefined
  write(sequenceNumber: string): void
}

/** @param changes tells cheaply whether the table was written to; without it the stream itself is asked every time */
export function streamSource(
  client: DynamoDBStreamsClient,
  mapping: StreamMapping,
  checkpoint: Checkpoint,
  now: () => number,
  changes?: () => number,
): Source {
  let iterator: string | undefined
  let emptyLooks = 0
  /** What `changes` gave before the last look, if that found nothing. */
  let exhaustedAt: number | undefined
  return {
    async poll() {
      const at = changes?.()
      if (at !== undefined && at === exhaustedAt) return false
      exhaustedAt = undefined
      iterator ??= await iteratorAfter(client, mapping.streamArn, checkpoint.read())
      if (!iterator) return false
      const page = await client
        .send(new GetRecordsCommand({ ShardIterator: iterator, Limit: mapping.batchSize }))
        .catch((error: unknown) => {
          iterator = undefined
          throw error
        })
      iterator = page.NextShardIterator
      const records = (page.Records ?? []).map((record) => recordOf(record, mapping.streamArn))
      emptyLooks = records.length > 0 ? 0 : emptyLooks + 1
      if (records.length === 0) {
        exhaustedAt = at
        return false
      }
      const wanted = records.filter(
        (record) => mapping.filters.length === 0 || mapping.filters.some((filter) => matches(filter, record)),
      )
      await deliver(mapping, wanted, now)
      checkpoint.write(records.at(-1)!.dynamodb.SequenceNumber)
      return true
    },
    wait: () => pause(changes || emptyLooks < BUSY_LOOKS ? BUSY_MS : IDLE_MS),
    ...(changes && { settled: () => changes() === exhaustedAt }),
  }
}

/** Delivers until every record was handled or given up. */
async function deliver(mapping: StreamMapping, records: readonly StreamRecord[], now: () => number): Promise<void> {
  let left = records
  for (let attempts = 1; left.length > 0; attempts += 1) {
    const failed = await firstFailure(mapping, left)
    if (failed === undefined) return
    if (failed > 0) attempts = 1
    left = left.slice(failed)
    const tooOld =
      mapping.maxAgeMs > 0 && now() - left[0]!.dynamodb.ApproximateCreationDateTime * 1000 > mapping.maxAgeMs
    if (mapping.bisects && left.length > 1) {
      const middle = Math.ceil(left.length / 2)
      await deliver(mapping, left.slice(0, middle), now)
      return deliver(mapping, left.slice(middle), now)
    }
    if (tooOld || (mapping.retries >= 0 && attempts > mapping.retries)) {
      return mapping.onFailure({
        records: left,
        condition: tooOld ? 'RecordAgeExceeded' : 'RetryAttemptsExhausted',
        attempts,
      })
    }
    await pause(RETRY_MS)
  }
}

/** The index of the first record that was not handled; undefined when all were. */
async function firstFailure(mapping: StreamMapping, records: readonly StreamRecord[]): Promise<number | undefined> {
  try {
    const failed = failuresOf(await mapping.target.invoke({ Records: records }), mapping.reportsFailures)
    if (!failed) return 0
    const indexes = failed.map((id) => records.findIndex((record) => record.dynamodb.SequenceNumber === id))
    if (indexes.length === 0) return undefined
    return Math.max(0, Math.min(...indexes))
  } catch {
    return 0
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

function recordOf(record: { eventName?: string; dynamodb?: object }, streamArn: string): StreamRecord {
  const { ApproximateCreationDateTime: created, ...dynamodb } = record.dynamodb as {
    SequenceNumber: string
    ApproximateCreationDateTime?: unknown
  }
  return {
    eventID: `${streamArn.split('/').at(-1)}-${dynamodb.SequenceNumber}`,
    eventName: record.eventName ?? '',
    eventSource: 'aws:dynamodb',
    eventSourceARN: `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/${streamArn.split('/').slice(1).join('/')}`,
    awsRegion: REGION,
    dynamodb: {
      ...dynamodb,
      ApproximateCreationDateTime: created instanceof Date ? created.getTime() / 1000 : Number(created ?? 0),
    },
  }
}
