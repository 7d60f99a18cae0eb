// What an alarm is made of: a metric, a threshold, a sentence for whoever is on call and the heading in docs/runbook.md
// that says what to do. Rules are data, so that thresholds read as a table. Made by alarms-of-*.ts.
import { Duration } from 'aws-cdk-lib'
import { Metric, type IMetric } from 'aws-cdk-lib/aws-cloudwatch'
import type { Region } from '../regions/schema.ts'

export interface Rule {
  readonly metric: IMetric
  readonly threshold: number
  /** A sentence for whoever is on call. */
  readonly says: string
  /** The heading in docs/runbook.md. */
  readonly runbook: string
  /** How many periods in a row; 1 if nothing is said. */
  readonly periods?: number
  /** Shout when the metric is below the threshold, or not there at all. */
  readonly below?: boolean
}

/** By the alarm's name. */
export type Rules = Record<string, Rule>

export const MAX_OF_MINUTE = { period: Duration.minutes(1), statistic: 'Maximum' }
export const SUM_OF_5_MINUTES = { period: Duration.minutes(5), statistic: 'Sum' }

/** A metric that the functions write into their log (functions/edge/log.ts). */
export function ourOwn(metricName: string, { code, stage }: Pick<Region, 'code' | 'stage'>): Metric {
  const dimensionsMap = { region: code, stage }
  return new Metric({ namespace: 'Otklik', metricName, dimensionsMap, ...SUM_OF_5_MINUTES })
}
