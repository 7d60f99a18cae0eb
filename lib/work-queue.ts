// A queue with its consumer: what fails ten times is kept in a dead-letter queue that outlives it, and one bad message
// never takes its batch along. Made by region-stack.ts.
import { Duration } from 'aws-cdk-lib'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { acknowledge } from './acknowledge.ts'
import type { Variable } from '../functions/edge/environment.ts'
import type { OtklikFunction } from './function.ts'
import { useKeyThrough } from './region-key.ts'

/** Half an hour with the visibility of a consumer of 30 seconds: an incident of fifteen minutes must cost nothing but time. */
const MAX_RECEIVES = 10
/** AWS asks for six times the consumer's timeout. */
const VISIBILITY_PER_TIMEOUT = 6
/** How long SQS uses one data key; its default of five minutes would make the key cost more than the queue. */
const DATA_KEY_HOURS = 1

export interface WorkQueueProps {
  readonly key: IKey
  readonly consumer: OtklikFunction
  /** Batches handled at once; at least 2. */
  readonly maxConcurrency: number
  /** Messages of one batch; ten without a word. */
  readonly batchSize?: number
}

export class WorkQueue extends Construct {
  readonly queue: Queue
  readonly deadLetters: Queue
  readonly #key: IKey

  constructor(scope: Construct, id: string, props: WorkQueueProps) {
    super(scope, id)
    this.#key = props.key
    this.deadLetters = deadLetterQueue(this, 'DeadLetters', props.key)
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: props.key,
      dataKeyReuse: Duration.hours(DATA_KEY_HOURS),
      enforceSSL: true,
      visibilityTimeout: Duration.seconds(props.consumer.timeoutSeconds * VISIBILITY_PER_TIMEOUT),
      retentionPeriod: Duration.days(4),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: MAX_RECEIVES },
    })
    this.#feed(props)
  }

  /** The library's own event source would let the consumer use the key from anywhere. */
  #feed({ consumer, key, maxConcurrency, batchSize = 10 }: WorkQueueProps) {
    const { queueArn } = this.queue
    consumer.allow(['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'], [queueArn])
    useKeyThrough('sqs', key, consumer, ['kms:Decrypt'])
    // A function may have two queues.
    const id = consumer.lambda.node.tryFindChild('Messages') ? `Messages of ${this.node.id}` : 'Messages'
    consumer.lambda.addEventSourceMapping(id, {
      eventSourceArn: queueArn,
      batchSize,
      reportBatchItemFailures: true,
      maxConcurrency,
    })
  }

  /** Lets a function send messages, and tells it where. */
  serve(fn: OtklikFunction, variable: Variable): void {
    fn.tell(variable, this.queue.queueUrl)
    letSend(fn, this.queue, this.#key)
  }
}

/** A queue for what could not be handled, kept as long as SQS keeps anything. */
export function deadLetterQueue(scope: Construct, id: string, key: IKey): Queue {
  const queue = new Queue(scope, id, {
    encryption: QueueEncryption.KMS,
    encryptionMasterKey: key,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  })
  acknowledge(queue, 'AwsSolutions-SQS3', 'This is a dead-letter queue itself.')
  return queue
}

/** Lets a function (or Lambda on its behalf) put messages into an encrypted queue. */
export function letSend(fn: OtklikFunction, queue: Queue, key: IKey): void {
  fn.allow(['sqs:SendMessage'], [queue.queueArn])
  useKeyThrough('sqs', key, fn, ['kms:Decrypt', 'kms:GenerateDataKey*'])
}
