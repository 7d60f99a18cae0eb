// One page in CloudWatch of how a region fares: cases, deadlines and mails by what the functions log, queues, door and what
// costs by AWS's own metrics, all alarms above. No metric is made for it: each would cost $0.30 a month. Made by
// region-stack.ts where the region's file wants it.
import { Duration, Stack } from 'aws-cdk-lib'
import type { RestApi } from 'aws-cdk-lib/aws-apigateway'
import {
  type Alarm,
  AlarmStatusWidget,
  Dashboard as CloudWatchDashboard,
  GraphWidget,
  type IMetric,
  type IWidget,
  LogQueryVisualizationType,
  LogQueryWidget,
  MathExpression,
  PeriodOverride,
} from 'aws-cdk-lib/aws-cloudwatch'
import type { Table } from 'aws-cdk-lib/aws-dynamodb'
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import { Construct } from 'constructs'
import { MAX_OF_MINUTE, type Rules, SUM_OF_5_MINUTES } from './alarm-rule.ts'
import type { OtklikFunction } from './function.ts'
import { shownQueries } from './log-queries.ts'
import { type LogGroups, logGroupsOf } from './saved-queries.ts'
import type { WorkQueue } from './work-queue.ts'

export interface DashboardProps {
  readonly logs: LogGroups
  readonly alarms: readonly Alarm[]
  /** Whose metrics are shown, too. */
  readonly rules: Rules
  readonly queues: Readonly<Record<string, WorkQueue>>
  readonly door: RestApi
  readonly functions: Readonly<Record<string, OtklikFunction>>
  readonly table: Table
  readonly timer: StateMachine
}

/** Of 24 columns. */
const THIRD = 8
const SUM_OF_HOUR = { period: Duration.hours(1), statistic: 'Sum' }

export class Dashboard extends Construct {
  constructor(scope: Construct, id: string, props: DashboardProps) {
    super(scope, id)
    new CloudWatchDashboard(this, 'Page', {
      dashboardName: Stack.of(this).stackName,
      defaultInterval: Duration.days(7),
      periodOverride: PeriodOverride.AUTO,
      widgets: [
        [new AlarmStatusWidget({ title: 'Alarms', alarms: [...props.alarms], width: 24, height: 4 })],
        ofLogs(props),
        ofQueues(props),
        ofDoorAndMail(props),
        ofCost(props),
      ],
    })
  }
}

function ofLogs({ logs }: DashboardProps): IWidget[] {
  return Object.entries(shownQueries).map(
    ([title, query]) =>
      new LogQueryWidget({
        title,
        logGroupNames: logGroupsOf(query, logs).map(({ logGroupName }) => logGroupName),
        queryLines: [...query.commands],
        view: LogQueryVisualizationType.LINE,
        width: THIRD,
      }),
  )
}

function ofQueues({ queues, rules }: DashboardProps): IWidget[] {
  const all = Object.entries(queues)
  const waiting = all.map(([label, { queue }]) =>
    queue.metricApproximateNumberOfMessagesVisible({ ...MAX_OF_MINUTE, label }),
  )
  const ages = all.map(([label, { queue }]) => queue.metricApproximateAgeOfOldestMessage({ ...MAX_OF_MINUTE, label }))
  const signs = [...all.map(([name]) => `${name}DeadLetters`), 'Unswept', 'EventsLost', 'TimersFailed']
  const givenUp = ['Healed', 'NoticeRepeated', 'NoticeRefused', 'RoutingFailed', 'CountFailed']
  return [
    graph('Messages that wait, by queue', waiting),
    graph('The oldest message, by queue (s); events before dispatch (ms)', ages, [metricOf(rules, 'StreamAge')]),
    graph(
      'Lost on the way, healed, given up',
      [...signs, ...givenUp, ...['CanaryFailed', 'WebhookStopped'].filter((name) => name in rules)].map((name) =>
        metricOf(rules, name),
      ),
    ),
  ]
}

function ofDoorAndMail({ door, rules }: DashboardProps): IWidget[] {
  return [
    graph('Requests, and those refused or failed', [
      door.metricCount(SUM_OF_5_MINUTES),
      door.metricClientError(SUM_OF_5_MINUTES),
      metricOf(rules, 'DoorFaults'),
    ]),
    graph('Time of the slowest in twenty requests (ms)', [
      door.metricLatency({ period: Duration.minutes(5), statistic: 'p95' }),
    ]),
    graph('Mails of the whole account that bounce or are called spam (share)', [
      metricOf(rules, 'Bounces'),
      metricOf(rules, 'Complaints'),
    ]),
  ]
}

function ofCost({ functions, table, timer, rules }: DashboardProps): IWidget[] {
  return [
    graph('Cost: what the table reads and writes (units)', [
      table.metricConsumedReadCapacityUnits(SUM_OF_HOUR),
      table.metricConsumedWriteCapacityUnits(SUM_OF_HOUR),
    ]),
    graph('Cost: timers started, each of a few state transitions', [timer.metricStarted(SUM_OF_HOUR)]),
    graph(
      'Cost: functions (gigabyte-seconds); throttled in the account',
      [gigabyteSeconds(functions)],
      [metricOf(rules, 'FunctionsThrottled')],
    ),
  ]
}

/** Left out, because they run seldom, and a dashboard of more than 50 metrics is none of an account's first three. */
const seldomRun = [
  'acts',
  'bulk',
  'imports',
  'call',
  'figures',
  'admin',
  'signin',
  'directory',
  'passkey',
  'rollup',
  'learn',
  'bounce',
  'inbox',
  'listen',
  'hear',
]

/** What Lambda counts: the time of all runs by the memory of their function. */
function gigabyteSeconds(functions: DashboardProps['functions']): IMetric {
  const all = Object.entries(functions).filter(([name]) => !seldomRun.includes(name))
  const megabyteMs = all.map(([name, { memoryMegabytes }]) => `${memoryMegabytes} * FILL(ms_${name}, 0)`)
  return new MathExpression({
    label: 'gigabyte-seconds',
    expression: `(${megabyteMs.join(' + ')}) / ${1024 * 1000}`,
    usingMetrics: Object.fromEntries(
      all.map(([name, { lambda }]) => [`ms_${name}`, lambda.metricDuration(SUM_OF_HOUR)]),
    ),
    period: SUM_OF_HOUR.period,
  })
}

function graph(title: string, left: IMetric[], right: IMetric[] = []): GraphWidget {
  return new GraphWidget({ title, left, right, width: THIRD })
}

/** The metric of an alarm. @throws TypeError when there is no such alarm. */
function metricOf(rules: Rules, name: string): IMetric {
  return rules[name]!.metric
}
