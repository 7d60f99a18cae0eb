// What a region costs in a month in which nobody writes, read from its template: alarms, dashboard, key, pollers of the queues, runs by
// schedule. Without the firewall and the storage of what was written before. Called by npm run bench and the stack's tests.
import { prices } from './prices.ts'

export interface IdleLine {
  readonly what: string
  readonly amount: number
  readonly dollars: number
}

interface Resource {
  readonly Type: string
  readonly Properties: Readonly<Record<string, unknown>>
}

export interface Template {
  readonly Resources: Readonly<Record<string, Resource>>
}

const MINUTES = 30 * 24 * 60
/** Lambda asks a queue by five pollers of 20 seconds each, by two only where no `MaximumConcurrency` is set (AWS Lambda guide, SQS scaling). */
const POLLERS = 5
const POLLERS_UNLIMITED = 2
const POLL_SECONDS = 20
/** What a run with nothing to do takes on the smallest share of a processor, by the bench of the functions' start (seconds). */
const IDLE_RUN_SECONDS = 0.15
/** Log lines that Lambda itself writes for a run (bytes). */
export const RUN_LOG_BYTES = 400
/** DynamoDB asks for its key every five minutes for each who reads (DynamoDB guide, encryption at rest). */
const KEY_MINUTES = 5

export function idleBill({ Resources }: Template): IdleLine[] {
  const all = Object.values(Resources)
  const of = (type: string) => all.filter(({ Type }) => Type === type)
  const pollers = of('AWS::Lambda::EventSourceMapping')
    .filter(({ Properties }) => !Properties['StartingPosition'])
    .reduce((sum, { Properties }) => sum + (Properties['ScalingConfig'] ? POLLERS : POLLERS_UNLIMITED), 0)
  const schedules = of('AWS::Events::Rule').flatMap(({ Properties }) => {
    const [, amount, unit] = /^rate\((\d+) (minute|day)s?\)$/.exec(String(Properties['ScheduleExpression'])) ?? []
    if (!unit) return []
    const minutes = Number(amount) * (unit === 'day' ? 24 * 60 : 1)
    const beside = (Properties['Targets'] as unknown[]).length
    return [{ times: MINUTES / minutes, beside, gigabytes: memoryOf(Resources, Properties) / 1024 }]
  })
  const runs = schedules.reduce((sum, { times, beside }) => sum + times * beside, 0)
  const gigabyteSeconds = schedules.reduce(
    (sum, { times, beside, gigabytes }) => sum + times * beside * gigabytes * IDLE_RUN_SECONDS,
    0,
  )
  const polls = (pollers * MINUTES * 60) / POLL_SECONDS
  const keyRequests = schedules.reduce((sum, { times }) => sum + Math.min(times, MINUTES / KEY_MINUTES), 0)
  const line = (what: string, amount: number, price: number): IdleLine => ({ what, amount, dollars: amount * price })
  return [
    line('alarms', of('AWS::CloudWatch::Alarm').length, prices.alarmMonth),
    line('dashboards', of('AWS::CloudWatch::Dashboard').length, prices.dashboardMonth),
    line('keys', of('AWS::KMS::Key').length, prices.keyMonth),
    line('empty receives', polls, prices.queueRequest),
    line('runs by schedule', runs, prices.lambdaRequest),
    line('gigabyte-seconds of them', gigabyteSeconds, prices.lambdaGigabyteSecond),
    line('reads of the index', runs, prices.readUnit),
    line('bytes of their logs', runs * RUN_LOG_BYTES, prices.logByte),
    line('requests of the key', keyRequests, prices.keyRequest),
  ]
}

/** The memory (MB) of the function that a schedule calls. */
function memoryOf(resources: Template['Resources'], rule: Resource['Properties']): number {
  const [{ Arn }] = rule['Targets'] as [{ Arn: { 'Fn::GetAtt': [string] } }]
  return Number(resources[Arn['Fn::GetAtt'][0]]!.Properties['MemorySize'])
}
