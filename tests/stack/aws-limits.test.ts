// What AWS takes of a template, held against every variant that a region's file can make of it: what is beyond a limit would
// be rolled back at the first deployment, long after the file was checked.
import { Template } from 'aws-cdk-lib/assertions'
import { describe, expect, it } from 'vitest'
import { variantsOf } from '../../regions/variants.ts'
import { stackOf } from './synthesize.ts'

type Properties = Readonly<Record<string, unknown>>
interface Limit {
  readonly what: string
  readonly of: string
  /** The values that the limit is for. */
  readonly values: (properties: Properties) => readonly unknown[]
  readonly fine: (value: never) => boolean
}

const within = (least: number, most: number) => (value: number) => value >= least && value <= most
const at = (value: unknown, ...path: readonly string[]) =>
  path.reduce<unknown>((inside, key) => (inside as Properties | undefined)?.[key], value)
const list = (value: unknown) => (value ?? []) as readonly Properties[]
const DAY_SECONDS = 86_400

/** From the references of the services' APIs; quotas that an account can have raised are not among them. */
const limits: readonly Limit[] = [
  {
    what: 'a stage’s requests a second and burst',
    of: 'AWS::ApiGateway::Stage',
    values: ({ MethodSettings }) =>
      list(MethodSettings).map((one) => [one['ThrottlingRateLimit'], one['ThrottlingBurstLimit']]),
    fine: ([rate, burst]: [number, number]) => within(0, 10_000)(rate) && within(0, 5_000)(burst),
  },
  {
    what: 'batches at once',
    of: 'AWS::Lambda::EventSourceMapping',
    values: (properties) => [at(properties, 'ScalingConfig', 'MaximumConcurrency')].filter((one) => one !== undefined),
    fine: within(2, 1_000),
  },
  {
    what: 'a function’s environment',
    of: 'AWS::Lambda::Function',
    values: (properties) => [JSON.stringify(at(properties, 'Environment') ?? {}).length],
    fine: within(0, 4_096),
  },
  {
    what: 'a limit of the firewall',
    of: 'AWS::WAFv2::WebACL',
    values: ({ Rules }) =>
      list(Rules)
        .map((rule) => at(rule, 'Statement', 'RateBasedStatement', 'Limit'))
        .filter((one) => one !== undefined),
    fine: within(10, 2_000_000_000),
  },
  {
    what: 'the time an alarm looks at',
    of: 'AWS::CloudWatch::Alarm',
    values: ({ Period, EvaluationPeriods }) => [[Period, EvaluationPeriods]],
    fine: ([period, periods]: [number, number]) => period % 60 === 0 && period * periods <= DAY_SECONDS,
  },
  {
    what: 'an alarm’s words',
    of: 'AWS::CloudWatch::Alarm',
    values: ({ AlarmDescription }) => [String(AlarmDescription).length],
    fine: within(1, 1_024),
  },
  {
    what: 'a domain that SES can know, with the longest of its DKIM records',
    of: 'AWS::SES::EmailIdentity',
    values: ({ EmailIdentity }) => [`${'k'.repeat(32)}._domainkey.${String(EmailIdentity)}`],
    fine: (name: string) => name.length <= 253 && name.split('.').every((label) => within(1, 63)(label.length)),
  },
  {
    what: 'an address that hears alarms',
    of: 'AWS::SNS::Subscription',
    values: ({ Endpoint }) => [Endpoint],
    fine: (address: string) => /^[\x21-\x7e]{3,254}$/.test(address),
  },
  {
    what: 'a saved query',
    of: 'AWS::Logs::QueryDefinition',
    values: ({ Name, QueryString, LogGroupNames }) => [
      [String(Name).length, String(QueryString).length, list(LogGroupNames).length],
    ],
    fine: ([name, query, groups]: [number, number, number]) =>
      within(1, 255)(name) && within(1, 10_000)(query) && within(1, 50)(groups),
  },
  {
    what: 'the name of a dashboard',
    of: 'AWS::CloudWatch::Dashboard',
    values: ({ DashboardName }) => [DashboardName],
    fine: (name: string) => /^[\w-]{1,255}$/.test(name),
  },
  {
    what: 'a queue’s times',
    of: 'AWS::SQS::Queue',
    values: ({ VisibilityTimeout = 30, MessageRetentionPeriod = 60 }) => [[VisibilityTimeout, MessageRetentionPeriod]],
    fine: ([hidden, kept]: [number, number]) => within(0, 43_200)(hidden) && within(60, 1_209_600)(kept),
  },
]

describe.each(Object.entries(variantsOf('95')))('%s', (_, region) => {
  const stack = stackOf('95', () => region)
  const template = Template.fromStack(stack).toJSON() as {
    Resources: Record<string, { Type: string; Properties?: Properties }>
    Outputs: object
  }
  const resources = Object.values(template.Resources).map(({ Type, Properties = {} }) => ({ Type, Properties }))
  const of = (type: string) => resources.filter(({ Type }) => Type === type).map(({ Properties }) => Properties)

  it.each(limits)('keeps within $what', ({ of: type, values, fine }) => {
    const beyond = of(type)
      .flatMap(values)
      .filter((value) => !fine(value as never))
    expect(beyond).toEqual([])
  })

  it('tags with what may stand in tags, and tells nobody twice', () => {
    const tags = resources.flatMap(({ Properties: { Tags } }) => (Array.isArray(Tags) ? list(Tags) : []))
    expect(tags.length).toBeGreaterThan(50)
    const refused = tags.filter(
      ({ Key, Value }) =>
        !/^(?!aws:)[\p{L}\p{Z}\p{N}_.:/=+@-]{1,128}$/u.test(String(Key)) ||
        !/^[\p{L}\p{Z}\p{N}_.:/=+@-]{0,256}$/u.test(String(Value)),
    )
    expect(refused).toEqual([])
    const told = of('AWS::SNS::Subscription').map(({ Endpoint }) => Endpoint)
    expect(new Set(told).size).toBe(told.length)
  })

  it('is a stack of a size and a name that CloudFormation takes', () => {
    expect(stack.stackName).toMatch(/^[A-Za-z][A-Za-z0-9-]{0,127}$/)
    expect(resources.length).toBeLessThan(500)
    expect(Object.keys(template.Outputs).length).toBeLessThan(200)
    expect(JSON.stringify(template).length).toBeLessThan(1_000_000)
  })
})
