// The alarms of the services under the region: when timers, table, front door or mail refuse, fail or are about to.
// Called by region-stack.ts.
import { Duration } from 'aws-cdk-lib'
import type { RestApi } from 'aws-cdk-lib/aws-apigateway'
import { Metric, type IMetric } from 'aws-cdk-lib/aws-cloudwatch'
import type { Table } from 'aws-cdk-lib/aws-dynamodb'
import type { Rule as EventRule } from 'aws-cdk-lib/aws-events'
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import type { Region } from '../regions/schema.ts'
import { ourOwn, type Rules, SUM_OF_5_MINUTES } from './alarm-rule.ts'
import { CHECKS_INDEX } from './case-table.ts'

/** Well below where SES stops an account: 10 % and 0.5 %. */
const BOUNCE_RATE = 0.02
const COMPLAINT_RATE = 0.0005

export function timerRules(timer: StateMachine): Rules {
  const rule = (metric: IMetric) => ({
    metric,
    threshold: 1,
    says: 'A timer ended before it could tick: the sweep wakes its case; see why the ticks queue refused, or who stopped it.',
    runbook: 'Timers fail',
  })
  return {
    TimersFailed: rule(timer.metricFailed(SUM_OF_5_MINUTES)),
    TimersThrottled: {
      metric: timer.metricThrottled(SUM_OF_5_MINUTES),
      threshold: 1,
      says: 'Step Functions throttles timers: ask for a higher quota of StartExecution and state transitions.',
      runbook: 'Throttling',
    },
  }
}

export function tableRules(table: Table): Rules {
  const { tableName: TableName } = table
  const rules: Rules = {}
  const throttled = (name: string, metricName: string, dimensionsMap: Record<string, string>) => {
    rules[name] = {
      metric: table.metric(metricName, { ...SUM_OF_5_MINUTES, dimensionsMap }),
      threshold: 1,
      says: 'DynamoDB throttles the table or its index: look for a hot case or a sudden flood of messages.',
      runbook: 'Throttling',
    }
  }
  throttled('TableReadsThrottled', 'ReadThrottleEvents', { TableName })
  throttled('IndexReadsThrottled', 'ReadThrottleEvents', { TableName, GlobalSecondaryIndexName: CHECKS_INDEX })
  // An index that cannot keep up holds back the table's writes.
  throttled('TableWritesThrottled', 'WriteThrottleEvents', { TableName })
  return rules
}

export function doorRules(api: RestApi): Rules {
  return {
    DoorFaults: {
      metric: api.metricServerError(SUM_OF_5_MINUTES),
      threshold: 3,
      says: 'People get errors from the front door: find the function by the access log.',
      runbook: 'A function fails',
    },
  }
}

export function mailRules(region: Region): Rules {
  // SES stops accounts, not regions, so it is the account's rate that counts.
  const ses = (metricName: string) =>
    new Metric({ namespace: 'AWS/SES', metricName, period: Duration.hours(1), statistic: 'Average' })
  const runbook = 'Mail is refused'
  return {
    NoticeRepeated: {
      metric: ourOwn('NoticeRepeated', region),
      threshold: 1,
      says: 'A mail may have gone twice, after a crash between sending and marking it: see which case.',
      runbook: 'A mail may have gone twice',
    },
    NoticeRefused: {
      metric: ourOwn('NoticeRefused', region),
      threshold: 1,
      says: 'A notice was refused time and again and given up: its case asks somebody else; mend the address or the letter.',
      runbook: 'A notice is refused',
    },
    Bounces: {
      metric: ses('Reputation.BounceRate'),
      threshold: BOUNCE_RATE,
      says: 'More than 2 % of the mails bounce: mend the addresses before SES stops the account at 10 %.',
      runbook,
    },
    Complaints: {
      metric: ses('Reputation.ComplaintRate'),
      threshold: COMPLAINT_RATE,
      says: 'People mark our mails as spam: find which, before SES stops the account at 0.5 %.',
      runbook,
    },
  }
}

/** `rules` by what they let through. */
export function feedbackRules(rules: Readonly<Record<string, EventRule>>): Rules {
  const entries = Object.entries(rules).map(([name, { ruleName }]) => [
    `${name}Unheard`,
    {
      metric: new Metric({
        namespace: 'AWS/Events',
        metricName: 'FailedInvocations',
        dimensionsMap: { RuleName: ruleName },
        ...SUM_OF_5_MINUTES,
      }),
      threshold: 1,
      says: 'EventBridge could not tell us of a mail that came to nothing: see why the queue Bounces or the key refused.',
      runbook: 'Bounces are not heard of',
    },
  ])
  return Object.fromEntries(entries) as Rules
}
