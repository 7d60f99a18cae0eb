// The state machine of every timer: wait until an instant, then send `{caseId, at}` to the ticks queue. No logic,
// because a running execution keeps its old definition for weeks. Made by region-stack.ts.
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import {
  DefinitionBody,
  StateMachine,
  StateMachineType,
  TaskInput,
  Wait,
  WaitTime,
} from 'aws-cdk-lib/aws-stepfunctions'
import { SqsSendMessage } from 'aws-cdk-lib/aws-stepfunctions-tasks'
import { Duration } from 'aws-cdk-lib'
import { Construct } from 'constructs'
import { acknowledge } from './acknowledge.ts'
import type { OtklikFunction } from './function.ts'

export interface TimerProps {
  readonly ticks: Queue
}

export class Timer extends Construct {
  readonly machine: StateMachine

  constructor(scope: Construct, id: string, { ticks }: TimerProps) {
    super(scope, id)
    const wait = new Wait(this, 'UntilTheInstant', { time: WaitTime.timestampPath('$.at') })
    const tick = new SqsSendMessage(this, 'Tick', {
      queue: ticks,
      messageBody: TaskInput.fromObject({ v: 1, 'caseId.$': '$.caseId', 'at.$': '$.at' }),
    })
    tick.addRetry({
      errors: ['States.ALL'],
      interval: Duration.seconds(10),
      backoffRate: 2,
      maxAttempts: 8,
      maxDelay: Duration.hours(1),
    })
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('states.amazonaws.com') })
    this.machine = new StateMachine(this, 'Machine', {
      definitionBody: DefinitionBody.fromChainable(wait.next(tick)),
      stateMachineType: StateMachineType.STANDARD,
      role,
    })
    acknowledge(
      this.machine,
      'AwsSolutions-SF1',
      'A timer has two steps and no logic; its history is in Step Functions itself.',
    )
    acknowledge(
      this.machine,
      'AwsSolutions-SF2',
      'A timer calls one service once; tracing it would cost more than the timer.',
    )
  }

  /** Lets a function arm timers. */
  serve(fn: OtklikFunction): void {
    fn.tell('TIMER_ARN', this.machine.stateMachineArn)
    fn.allow(['states:StartExecution'], [this.machine.stateMachineArn])
  }
}
