// Mails that come in: SES puts each into a bucket, whose events tell a queue of it, from which inbox reads it. What is in the queue names the
// mail and nobody. The rule is one of many in the account's one active rule set (docs/channels.md). Made by region-stack.ts where the
// region's file has mail.inbox.
import { ArnFormat, Duration, Stack, type RemovalPolicy } from 'aws-cdk-lib'
import type { Rule } from 'aws-cdk-lib/aws-events'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { Key } from 'aws-cdk-lib/aws-kms'
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket } from 'aws-cdk-lib/aws-s3'
import { CfnReceiptRule } from 'aws-cdk-lib/aws-ses'
import { Construct } from 'constructs'
import { RULE_SET } from '../regions/aws.ts'
import type { Region } from '../regions/schema.ts'
import { acknowledge } from './acknowledge.ts'
import type { OtklikFunction } from './function.ts'
import { tellOfObjects } from './object-events.ts'
import { useKeyThrough } from './region-key.ts'
import { WorkQueue } from './work-queue.ts'

const PREFIX = 'mail/'

export interface MailInboxProps {
  readonly key: Key
  readonly removal: RemovalPolicy
  readonly inbox: OtklikFunction
  readonly settings: NonNullable<Region['mail']['inbox']>
}

export class MailInbox extends Construct {
  readonly bucket: Bucket
  readonly queue: WorkQueue
  /** By which mails that came in are told to the queue. */
  readonly rule: Rule

  constructor(scope: Construct, id: string, { key, removal, inbox, settings }: MailInboxProps) {
    super(scope, id)
    this.bucket = new Bucket(this, 'Bucket', {
      // The bucket's own encryption: with a key of the receipt rule's action SES would encrypt before it stores, for clients of Java and Ruby.
      encryption: BucketEncryption.KMS,
      encryptionKey: key,
      bucketKeyEnabled: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      lifecycleRules: [{ prefix: PREFIX, expiration: Duration.days(settings.keptDays) }],
      removalPolicy: removal,
    })
    acknowledge(
      this.bucket,
      'AwsSolutions-S1',
      'SES alone writes, inbox alone reads and logs each mail by what became of it.',
    )
    this.queue = new WorkQueue(this, 'Queue', { key, consumer: inbox, maxConcurrency: 2 })
    this.rule = tellOfObjects(this, 'Came', {
      bucket: this.bucket,
      queue: this.queue.queue,
      prefix: PREFIX,
      as: 'mail',
    })
    this.#receive(settings, key)
    this.#letRead(inbox, key)
  }

  /** Everything that is sent to the address's domain, so that no mail with a letter wrong is lost. */
  #receive({ address }: MailInboxProps['settings'], key: Key) {
    const name = Stack.of(this).stackName
    const ses = new ServicePrincipal('ses.amazonaws.com')
    const conditions = {
      StringEquals: { 'aws:SourceAccount': Stack.of(this).account, 'aws:SourceArn': this.#ruleArn(name) },
    }
    this.bucket.addToResourcePolicy(
      new PolicyStatement({
        principals: [ses],
        actions: ['s3:PutObject'],
        resources: [this.bucket.arnForObjects(`${PREFIX}*`)],
        conditions,
      }),
    )
    key.addToResourcePolicy(
      new PolicyStatement({
        principals: [ses],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
        resources: ['*'],
        conditions,
      }),
    )
    const receipt = new CfnReceiptRule(this, 'Receipt', {
      ruleSetName: RULE_SET,
      rule: {
        name,
        enabled: true,
        recipients: [address.slice(address.lastIndexOf('@') + 1)],
        scanEnabled: true,
        tlsPolicy: 'Optional',
        actions: [{ s3Action: { bucketName: this.bucket.bucketName, objectKeyPrefix: PREFIX } }],
      },
    })
    // SES tries to write before it takes the rule.
    receipt.node.addDependency(this.bucket.policy!, key)
  }

  #ruleArn(name: string): string {
    return Stack.of(this).formatArn({
      service: 'ses',
      resource: 'receipt-rule-set',
      resourceName: `${RULE_SET}:receipt-rule/${name}`,
      arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
    })
  }

  #letRead(inbox: OtklikFunction, key: Key) {
    const objects = `${PREFIX}*`
    inbox.tell('MAILS_BUCKET', this.bucket.bucketName)
    inbox.allow(['s3:GetObject'], [this.bucket.arnForObjects(objects)])
    // So that a mail that is gone is said to be gone, and not forbidden.
    inbox.allow(['s3:ListBucket'], [this.bucket.bucketArn])
    useKeyThrough('s3', key, inbox, ['kms:Decrypt'])
    const id = Stack.of(this).getLogicalId(this.bucket.node.defaultChild as CfnBucket)
    acknowledge(inbox, `AwsSolutions-IAM5[Resource::<${id}.Arn>/${objects}]`, 'SES chooses the names of mails.')
  }
}
