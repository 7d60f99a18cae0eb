// Photos of cases: the bucket that browsers and programs send them to and read them from, by what our functions sign, and the queue by
// which redraw hears of each file that was sent and of what was taken off a case. Made by region-stack.ts where the region wants photos.
import { Duration, Stack, type RemovalPolicy } from 'aws-cdk-lib'
import type { Rule } from 'aws-cdk-lib/aws-events'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { acknowledge } from './acknowledge.ts'
import type { OtklikFunction } from './function.ts'
import { tellOfObjects } from './object-events.ts'
import { useKeyThrough } from './region-key.ts'
import { WorkQueue } from './work-queue.ts'

/** What was sent and not looked at: a day, then the message about it is an alarm. */
const INCOMING_DAYS = 1
/** As functions/store/expiry.ts has it of texts. */
const TEST_DAYS = 7

export interface PhotoBucketProps {
  readonly key: IKey
  readonly removal: RemovalPolicy
  /** Days after they were sent. */
  readonly keptDays: number
  readonly redraw: OtklikFunction
}

export class PhotoBucket extends Construct {
  readonly bucket: Bucket
  readonly queue: WorkQueue
  /** By which files that were sent come to the queue. */
  readonly rule: Rule
  readonly #key: IKey

  constructor(scope: Construct, id: string, { key, removal, keptDays, redraw }: PhotoBucketProps) {
    super(scope, id)
    this.#key = key
    const ends = (prefix: string, days: number) => ({ prefix, expiration: Duration.days(days) })
    this.bucket = new Bucket(this, 'Bucket', {
      encryption: BucketEncryption.KMS,
      encryptionKey: key,
      // Else the key would be asked for each picture that is shown.
      bucketKeyEnabled: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      lifecycleRules: [ends('incoming/', INCOMING_DAYS), ends('photos/', keptDays), ends('tests/', TEST_DAYS)],
      removalPolicy: removal,
    })
    acknowledge(
      this.bucket,
      'AwsSolutions-S1',
      'Whoever reads or sends a photo was let in by a function, whose log says so; access logs would hold signed addresses.',
    )
    this.queue = new WorkQueue(this, 'Queue', { key, consumer: redraw, maxConcurrency: 2 })
    this.rule = tellOfObjects(this, 'Sent', {
      bucket: this.bucket,
      queue: this.queue.queue,
      prefix: 'incoming/',
      as: 'name',
    })
    this.#serve(redraw, ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'], ['*'])
    redraw.allow(['s3:ListBucket'], [this.bucket.bucketArn])
  }

  /** Lets a function sign for uploads of files and for reading pictures, and tells it of the bucket. */
  letSign(fn: OtklikFunction): void {
    this.#serve(fn, ['s3:PutObject'], ['incoming/*'])
    this.#read(fn)
  }

  /** Lets a function send files that came to it by another way than a browser's. */
  letSend(fn: OtklikFunction): void {
    this.#serve(fn, ['s3:PutObject'], ['incoming/*'])
  }

  /** Lets a function sign for reading pictures. */
  letRead(fn: OtklikFunction): void {
    useKeyThrough('s3', this.#key, fn, ['kms:Decrypt'])
    this.#read(fn)
  }

  #read(fn: OtklikFunction) {
    fn.allow(['s3:GetObject'], [this.bucket.arnForObjects('photos/*'), this.bucket.arnForObjects('tests/*')])
    for (const prefix of ['photos/*', 'tests/*']) this.#chosenByUs(fn, prefix)
  }

  /** Tells a function of pages where the bucket is, whose pictures they show. */
  tell(fn: OtklikFunction): void {
    fn.tell('PHOTOS_BUCKET', this.bucket.bucketName)
  }

  #serve(fn: OtklikFunction, actions: string[], objects: readonly string[]) {
    this.tell(fn)
    fn.allow(
      actions,
      objects.map((one) => this.bucket.arnForObjects(one)),
    )
    useKeyThrough('s3', this.#key, fn, ['kms:Decrypt', 'kms:GenerateDataKey*'])
    for (const one of objects) this.#chosenByUs(fn, one)
  }

  #chosenByUs(fn: OtklikFunction, objects: string) {
    const id = Stack.of(this).getLogicalId(this.bucket.node.defaultChild as CfnBucket)
    acknowledge(fn, `AwsSolutions-IAM5[Resource::<${id}.Arn>/${objects}]`, 'The functions choose the names of photos.')
  }
}
