// Tells a queue of each file that comes into a part of a bucket, through EventBridge. Used by photo-bucket.ts and mail-inbox.ts.
import { Stack } from 'aws-cdk-lib'
import { EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'

interface ObjectEvents {
  readonly bucket: Bucket
  readonly queue: IQueue
  readonly prefix: string
  /** The member of the message that names the file. */
  readonly as: string
}

/** The queue takes from this rule alone; of the key see mail-feedback.ts, which lets EventBridge use it. */
export function tellOfObjects(scope: Construct, id: string, { bucket, queue, prefix, as }: ObjectEvents): Rule {
  // The library would tell by a function of its own.
  ;(bucket.node.defaultChild as CfnBucket).notificationConfiguration = {
    eventBridgeConfiguration: { eventBridgeEnabled: true },
  }
  const rule = new Rule(scope, id, {
    eventPattern: {
      source: ['aws.s3'],
      detailType: ['Object Created'],
      detail: { bucket: { name: [bucket.bucketName] }, object: { key: [{ prefix }] } },
    },
    targets: [
      {
        bind: () => ({
          arn: queue.queueArn,
          input: RuleTargetInput.fromObject({ v: 1, [as]: EventField.fromPath('$.detail.object.key') }),
        }),
      },
    ],
  })
  queue.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('events.amazonaws.com')],
      actions: ['sqs:SendMessage'],
      resources: [queue.queueArn],
      conditions: {
        StringEquals: { 'aws:SourceAccount': Stack.of(scope).account },
        ArnEquals: { 'aws:SourceArn': rule.ruleArn },
      },
    }),
  )
  return rule
}
