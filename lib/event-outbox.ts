// The way out of the table: each inserted event, in its case's order, to dispatch. A record that keeps failing is
// halved out of its batch and kept whole in a bucket; a queue would keep only a pointer into a stream of 24 hours. Made
// by region-stack.ts.
import { Duration, Stack, type RemovalPolicy } from 'aws-cdk-lib'
import type { Table } from 'aws-cdk-lib/aws-dynamodb'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { FilterCriteria, MetricType, StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { acknowledge } from './acknowledge.ts'
import type { OtklikFunction } from './function.ts'
import { useKeyThrough } from './region-key.ts'

export interface EventOutboxProps {
  readonly table: Table
  readonly dispatch: OtklikFunction
  readonly key: IKey
  readonly removal: RemovalPolicy
}

export class EventOutbox extends Construct {
  readonly lost: Bucket
  /** The mapping's UUID: the dimension of its own metrics. */
  readonly mappingId: string

  constructor(scope: Construct, id: string, { table, dispatch, key, removal }: EventOutboxProps) {
    super(scope, id)
    this.lost = new Bucket(this, 'Lost', {
      encryption: BucketEncryption.KMS,
      encryptionKey: key,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      lifecycleRules: [{ expiration: Duration.days(30) }],
      removalPolicy: removal,
    })
    acknowledge(this.lost, 'AwsSolutions-S1', 'Only Lambda writes here, and only when it fails; the alarm tells.')
    // The library's own destination would also let dispatch read and delete.
    dispatch.allow(['s3:ListBucket'], [this.lost.bucketArn])
    dispatch.allow(['s3:PutObject'], [this.lost.arnForObjects('*')])
    useKeyThrough('s3', key, dispatch, ['kms:Decrypt', 'kms:GenerateDataKey*'])
    const bucketId = Stack.of(this).getLogicalId(this.lost.node.defaultChild as CfnBucket)
    acknowledge(
      dispatch,
      `AwsSolutions-IAM5[Resource::<${bucketId}.Arn>/*]`,
      'Lambda chooses the names of the records it keeps.',
    )
    acknowledge(dispatch, 'AwsSolutions-IAM5[Resource::*]', 'dynamodb:ListStreams cannot be narrowed to a table.')
    // So would its event source let it use the key from anywhere.
    dispatch.allow(['dynamodb:ListStreams'], ['*'])
    dispatch.allow(
      ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
      [table.tableStreamArn!],
    )
    useKeyThrough('dynamodb', key, dispatch, ['kms:Decrypt'])
    const mapping = dispatch.lambda.addEventSourceMapping('Events', {
      eventSourceArn: table.tableStreamArn!,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 100,
      reportBatchItemFailures: true,
      bisectBatchOnError: true,
      // Until it is too old: ten tries are over in minutes, an incident is not. What is given up lies in the bucket.
      retryAttempts: -1,
      maxRecordAge: Duration.hours(6),
      onFailure: { bind: () => ({ destination: this.lost.bucketArn }) },
      // Off by default; without them nobody would hear of an event that was given up.
      metricsConfig: { metrics: [MetricType.EVENT_COUNT] },
      filters: [
        FilterCriteria.filter({
          eventName: ['INSERT'],
          dynamodb: { Keys: { sk: { S: [{ prefix: 'E#' }] } } },
        }),
      ],
    })
    this.mappingId = mapping.eventSourceMappingId
  }
}
