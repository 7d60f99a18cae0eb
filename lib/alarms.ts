// Everything that can stop in silence has an alarm, and every alarm says what to do and where it is written: its heading
// in docs/runbook.md. Thresholds are data, so that they read as a table.
import { Duration, Stack } from 'aws-cdk-lib'
import type { RestApi } from 'aws-cdk-lib/aws-apigateway'
import { Alarm, ComparisonOperator, Metric, TreatMissingData, type IMetric } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import type { Table } from 'aws-cdk-lib/aws-dynamodb'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { Key } from 'aws-cdk-lib/aws-kms'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import { Construct } from 'constructs'
import type { OtklikFunction } from './function.ts'
import type { WorkQueue } from './work-queue.ts'

export interface AlarmsProps {
  readonly recipients: readonly string[]
  readonly key: Key
  readonly functions: Readonly<Record<string, OtklikFunction>>
  readonly queues: Readonly<Record<string, WorkQueue>>
  readonly unswept: Queue
  readonly table: Table
  readonly clock: StateMachine
  readonly api: RestApi
  readonly dispatch: OtklikFunction
  /** Of the mapping from the table's stream to dispatch. */
  readonly mappingId: string
  readonly sweep: OtklikFunction
}

interface Rule {
  readonly metric: IMetric
  readonly threshold: number
  /** A sentence for whoever is on call. */
  readonly says: string
  /** The heading in docs/runbook.md. */
  readonly runbook: string
  readonly periods?: number
  readonly below?: boolean
}

const MINUTES_1 = { period: Duration.minutes(1) }
const MINUTES_5 = { period: Duration.minutes(5) }
const OLDEST_MINUTES: Readonly<Record<string, number>> = { Routing: 5, Notices: 15, Ticks: 5 }

export class Alarms extends Construct {
  readonly #topic: Topic

  constructor(scope: Construct, id: string, props: AlarmsProps) {
    super(scope, id)
    const alarms = new ServicePrincipal('cloudwatch.amazonaws.com')
    props.key.grantEncryptDecrypt(alarms)
    this.#topic = new Topic(this, 'Topic', { masterKey: props.key, enforceSSL: true })
    // A topic with a policy of its own loses the one it is born with, which lets the account's alarms in.
    this.#topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [alarms],
        actions: ['sns:Publish'],
        resources: [this.#topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    )
    for (const recipient of props.recipients) this.#topic.addSubscription(new EmailSubscription(recipient))
    this.#queues(props)
    this.#functions(props)
    this.#engines(props)
    this.#ourOwn()
  }

  #queues({ queues, unswept }: AlarmsProps) {
    for (const [name, { queue, deadLetters }] of Object.entries(queues)) {
      this.#add(`${name}DeadLetters`, {
        metric: deadLetters.metricApproximateNumberOfMessagesVisible({ ...MINUTES_1, statistic: 'Maximum' }),
        threshold: 1,
        says: `A message of the queue ${name} failed five times: read the consumer's log, mend the cause, redrive.`,
        runbook: 'Dead letters',
      })
      this.#add(`${name}Age`, {
        metric: queue.metricApproximateAgeOfOldestMessage({ ...MINUTES_1, statistic: 'Maximum' }),
        threshold: (OLDEST_MINUTES[name] ?? 5) * 60,
        says: `The oldest message of the queue ${name} waits too long: see whether its consumer runs, is throttled or fails.`,
        runbook: 'A queue falls behind',
        periods: 3,
      })
    }
    this.#add('Unswept', {
      metric: unswept.metricApproximateNumberOfMessagesVisible({ ...MINUTES_1, statistic: 'Maximum' }),
      threshold: 1,
      says: 'A sweep failed three times: read its log; the next one goes on where it stopped.',
      runbook: 'The sweep fails',
    })
  }

  #functions({ functions, dispatch, mappingId, sweep }: AlarmsProps) {
    for (const [name, { lambda, timeoutSeconds }] of Object.entries(functions)) {
      this.#add(`${name}Errors`, {
        metric: lambda.metricErrors({ ...MINUTES_5, statistic: 'Sum' }),
        threshold: 3,
        says: `The function ${name} fails: read its log by request id.`,
        runbook: 'A function fails',
      })
      this.#add(`${name}Throttles`, {
        metric: lambda.metricThrottles({ ...MINUTES_5, statistic: 'Sum' }),
        threshold: 1,
        says: `AWS throttles the function ${name}: the account's concurrency is used up; ask for more or find who uses it.`,
        runbook: 'Throttling',
      })
      this.#add(`${name}Duration`, {
        metric: lambda.metricDuration({ ...MINUTES_5, statistic: 'p99' }),
        threshold: timeoutSeconds * 800,
        says: `The function ${name} comes near its timeout of ${timeoutSeconds} s: look what it waits for.`,
        runbook: 'A function fails',
      })
    }
    this.#add('StreamAge', {
      metric: dispatch.lambda.metric('IteratorAge', { ...MINUTES_1, statistic: 'Maximum' }),
      threshold: 60_000,
      says: 'Events wait more than a minute for dispatch: nobody is told of anything until it catches up.',
      runbook: 'Events are not dispatched',
      periods: 3,
    })
    const givenUp = (metricName: string) =>
      new Metric({
        namespace: 'AWS/Lambda',
        metricName,
        dimensionsMap: { EventSourceMappingUUID: mappingId },
        ...MINUTES_5,
        statistic: 'Sum',
      })
    this.#add('EventsLost', {
      metric: givenUp('OnFailureDestinationDeliveredEventCount'),
      threshold: 1,
      says: 'Events were given up by dispatch and lie in the bucket LostEventsBucket: mend the cause, the sweep tells the rest.',
      runbook: 'Events are not dispatched',
    })
    this.#add('EventsDropped', {
      metric: givenUp('DroppedEventCount'),
      threshold: 1,
      says: 'Events were given up by dispatch and the bucket LostEventsBucket did not take them: mend both, the sweep tells the rest.',
      runbook: 'Events are not dispatched',
    })
    this.#add('SweepStopped', {
      metric: sweep.lambda.metricInvocations({ period: Duration.minutes(15), statistic: 'Sum' }),
      threshold: 1,
      below: true,
      says: 'No sweep ran for 15 minutes: the safety net is gone; look at its schedule.',
      runbook: 'The sweep fails',
    })
  }

  #engines({ table, clock, api }: AlarmsProps) {
    this.#add('ClocksFailed', {
      metric: clock.metricFailed({ ...MINUTES_5, statistic: 'Sum' }),
      threshold: 1,
      says: 'A clock failed before it could tick: the sweep wakes its case; see why the ticks queue refused.',
      runbook: 'Clocks fail',
    })
    this.#add('ClocksThrottled', {
      metric: clock.metricThrottled({ ...MINUTES_5, statistic: 'Sum' }),
      threshold: 1,
      says: 'Step Functions throttles clocks: ask for a higher quota of StartExecution and state transitions.',
      runbook: 'Throttling',
    })
    for (const metricName of ['ReadThrottleEvents', 'WriteThrottleEvents']) {
      this.#add(`Table${metricName}`, {
        metric: table.metric(metricName, { ...MINUTES_5, statistic: 'Sum' }),
        threshold: 1,
        says: 'DynamoDB throttles the table: look for a hot case or a sudden flood of messages.',
        runbook: 'Throttling',
      })
    }
    for (const Operation of ['GetItem', 'Query', 'UpdateItem', 'TransactWriteItems']) {
      this.#add(`TableFaults${Operation}`, {
        metric: table.metric('SystemErrors', {
          ...MINUTES_5,
          dimensionsMap: { TableName: table.tableName, Operation },
          statistic: 'Sum',
        }),
        threshold: 1,
        says: `DynamoDB itself fails at ${Operation}: see the AWS health page; everything is tried again.`,
        runbook: 'AWS itself fails',
        periods: 3,
      })
    }
    this.#add('DoorFaults', {
      metric: api.metricServerError({ ...MINUTES_5, statistic: 'Sum' }),
      threshold: 3,
      says: 'People get errors from the front door: find the function by the access log.',
      runbook: 'A function fails',
    })
  }

  #ourOwn() {
    const own = (metricName: string) => new Metric({ namespace: 'Otklik', metricName, ...MINUTES_5, statistic: 'Sum' })
    const ses = (metricName: string) =>
      new Metric({ namespace: 'AWS/SES', metricName, period: Duration.hours(1), statistic: 'Average' })
    this.#add('Healed', {
      metric: own('Healed'),
      threshold: 1,
      says: 'The sweep had to set something going again: each time is a sign of a fault elsewhere.',
      runbook: 'The sweep heals',
    })
    this.#add('NoticeRepeated', {
      metric: own('NoticeRepeated'),
      threshold: 1,
      says: 'A mail may have gone twice, after a crash between sending and marking it: see which case.',
      runbook: 'A mail may have gone twice',
    })
    this.#add('Bounces', {
      metric: ses('Reputation.BounceRate'),
      threshold: 0.02,
      says: 'More than 2 % of the mails bounce: mend the addresses before SES stops the region at 10 %.',
      runbook: 'Mail is refused',
    })
    this.#add('Complaints', {
      metric: ses('Reputation.ComplaintRate'),
      threshold: 0.0005,
      says: 'People mark our mails as spam: find which, before SES stops the region at 0.5 %.',
      runbook: 'Mail is refused',
    })
  }

  #add(id: string, { metric, threshold, says, runbook, periods = 1, below = false }: Rule) {
    const alarm = new Alarm(this, id, {
      metric,
      threshold,
      evaluationPeriods: periods,
      comparisonOperator: below
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: below ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
      alarmDescription: `${says} Runbook: ${runbook}.`,
    })
    alarm.addAlarmAction(new SnsAction(this.#topic))
  }
}
