// A function that runs again and again. A run that failed three times leaves a message behind, and the next run does
// its work. Made by region-stack.ts for sweep, digest, rollup and canary.
import { Duration } from 'aws-cdk-lib'
import { Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import type { OtklikFunction } from './function.ts'
import { letSend } from './work-queue.ts'

/**
 * A whole processor, because a flood is checked at its speed and an idle run is paid by its time; a run ends before the
 * next begins, five minutes later.
 */
export const SWEEP = { megabytes: 1769, seconds: 285 } as const

export interface Recurrence {
  readonly minutes: number
  readonly fn: OtklikFunction
  readonly failed: Queue
  readonly key: IKey
}

export function runEvery(scope: Construct, id: string, { minutes, fn, failed, key }: Recurrence): void {
  letSend(fn, failed, key)
  fn.lambda.configureAsyncInvoke({
    retryAttempts: 2,
    maxEventAge: Duration.hours(1),
    onFailure: { bind: () => ({ destination: failed.queueArn }) },
  })
  new Rule(scope, id, {
    schedule: Schedule.rate(Duration.minutes(minutes)),
    targets: [new LambdaTarget(fn.lambda)],
  })
}
