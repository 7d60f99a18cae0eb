// A function that runs again and again. A run that failed three times leaves a message behind, and the next run does
// its work. Made by region-stack.ts for sweep, digest, rollup and canary.
import { Duration } from 'aws-cdk-lib'
import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import type { OtklikFunction } from './function.ts'
import { letSend } from './work-queue.ts'

/**
 * Two runs beside each other, each with half of the cases and a whole processor, because a flood is checked at its speed and an idle run is paid by its time; a run ends before the
 * next begins, five minutes later.
 */
export const SWEEP = { megabytes: 1769, seconds: 285, parts: 2 } as const

export interface Recurrence {
  readonly minutes: number
  /** Runs beside each other, each told which share of the work is its own. */
  readonly parts?: number
  readonly fn: OtklikFunction
  readonly failed: Queue
  readonly key: IKey
}

export function runEvery(scope: Construct, id: string, { minutes, parts = 1, fn, failed, key }: Recurrence): void {
  letSend(fn, failed, key)
  fn.lambda.configureAsyncInvoke({
    retryAttempts: 2,
    maxEventAge: Duration.hours(1),
    onFailure: { bind: () => ({ destination: failed.queueArn }) },
  })
  new Rule(scope, id, {
    schedule: Schedule.rate(Duration.minutes(minutes)),
    targets: Array.from({ length: parts }, (_, part) => {
      const share = { event: RuleTargetInput.fromObject({ part, of: parts }) }
      return new LambdaTarget(fn.lambda, parts > 1 ? share : {})
    }),
  })
}
