// Social networks: what is heard goes through one queue, what is said through another, so that a network that hangs holds up neither cases nor mails. Each
// channel's token is a parameter that npm run channel keeps; who may read it is told here. Made by region-stack.ts where the region's file has channels.
import { Stack } from 'aws-cdk-lib'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import type { Region } from '../regions/schema.ts'
import type { OtklikFunction } from './function.ts'
import { runEvery } from './schedule.ts'
import { WorkQueue } from './work-queue.ts'

/** How often each network is asked whether it still calls us: MAX forgets us after eight hours. */
const KEEP_MINUTES = 30

export interface SocialNetworksProps {
  readonly key: IKey
  readonly channels: Region['channels']
  readonly listen: OtklikFunction
  readonly hear: OtklikFunction
  readonly notify: OtklikFunction
  /** Screens comments, whose pictures hear then fetches. */
  readonly call: OtklikFunction
  /** Where the look at the networks is put that failed. */
  readonly failed: Queue
}

export class SocialNetworks extends Construct {
  readonly heard: WorkQueue
  readonly speech: WorkQueue

  constructor(
    scope: Construct,
    id: string,
    { key, channels, listen, hear, notify, call, failed }: SocialNetworksProps,
  ) {
    super(scope, id)
    this.heard = new WorkQueue(this, 'Heard', { key, consumer: hear, maxConcurrency: 2 })
    // One at a time: three messages to a network that answers slowly take a run's whole time.
    this.speech = new WorkQueue(this, 'Speech', { key, consumer: notify, maxConcurrency: 2, batchSize: 1 })
    // hear itself, too: it queues what a network did not tell of.
    for (const fn of [listen, call, hear]) this.heard.serve(fn, 'HEARD_QUEUE_URL')
    this.speech.serve(notify, 'SPEECH_QUEUE_URL')
    for (const fn of [listen, hear, notify]) this.#letRead(fn, channels)
    runEvery(this, 'KeepSchedule', { minutes: KEEP_MINUTES, fn: hear, failed, key })
  }

  /** Encrypted by the account's own key for parameters, which SSM uses for whoever may read them. */
  #letRead(fn: OtklikFunction, channels: Region['channels']) {
    const { stackName } = Stack.of(this)
    fn.tell('STACK', stackName)
    const names = channels.map((channel) => `otklik/${stackName}/channels/${channel.id}`)
    fn.allow(
      ['ssm:GetParameter'],
      names.map((resourceName) => Stack.of(this).formatArn({ service: 'ssm', resource: 'parameter', resourceName })),
    )
  }
}
