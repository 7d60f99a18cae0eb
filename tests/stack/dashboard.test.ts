// The dashboard shows what there is: every metric is one that AWS has of this stack's own resources, or that the functions write.
import { afterEach, describe, expect, it, vi } from 'vitest'
import { shownQueries } from '../../lib/log-queries.ts'
import { atStage } from '../../regions/stages.ts'
import { variantsOf } from '../../regions/variants.ts'
import { counted, written } from './own-metrics.ts'
import { idIn, lookAt, stackOf, bare } from './synthesize.ts'

interface Widget {
  readonly type: string
  readonly properties: {
    readonly title: string
    readonly metrics?: readonly (readonly unknown[])[]
    readonly query?: string
    readonly alarms?: readonly string[]
  }
}

/** From the CloudWatch pages of each service's guide: which metrics there are, by which dimensions. */
const ofAws: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'AWS/SQS': { 'ApproximateNumberOfMessagesVisible,ApproximateAgeOfOldestMessage': ['QueueName'] },
  'AWS/Lambda': {
    'Duration,IteratorAge': ['FunctionName'],
    OnFailureDestinationDeliveredEventCount: ['EventSourceMappingUUID'],
    Throttles: [],
  },
  'AWS/States': { 'ExecutionsStarted,ExecutionsFailed': ['StateMachineArn'] },
  'AWS/ApiGateway': { 'Count,4XXError,5XXError,Latency': ['ApiName'] },
  'AWS/DynamoDB': { 'ConsumedReadCapacityUnits,ConsumedWriteCapacityUnits': ['TableName'] },
  'AWS/SES': { 'Reputation.BounceRate,Reputation.ComplaintRate': [] },
}
/** What is of a dimension in the stack. */
const resources: Readonly<Record<string, string>> = {
  QueueName: 'AWS::SQS::Queue',
  FunctionName: 'AWS::Lambda::Function',
  EventSourceMappingUUID: 'AWS::Lambda::EventSourceMapping',
  StateMachineArn: 'AWS::StepFunctions::StateMachine',
  TableName: 'AWS::DynamoDB::Table',
}

afterEach(() => vi.restoreAllMocks())

const look = lookAt(stackOf('95', () => bare(variantsOf('95')['production']!)))
const widgets = widgetsOf(look.one('AWS::CloudWatch::Dashboard').Properties['DashboardBody'])
const shown = widgets.flatMap(({ properties }) => properties.metrics ?? [])
const ids = (type: string) => look.of(type).map(({ id }) => id)

/** The body, with the logical id of a resource where its name will stand. */
function widgetsOf(body: unknown): Widget[] {
  const [, parts] = (body as { 'Fn::Join': [string, unknown[]] })['Fn::Join']
  const text = parts.map((part) => (typeof part === 'string' ? part : idIn(part))).join('')
  return (JSON.parse(text) as { widgets: Widget[] }).widgets
}

/** A metric as the dashboard names it, without how it is drawn. */
function read(metric: readonly unknown[]) {
  const [Namespace, MetricName, ...rest] = metric.filter((part) => typeof part === 'string')
  const Dimensions = rest.flatMap((Name, index) => (index % 2 ? [] : [{ Name, Value: rest[index + 1] }]))
  return { Namespace: Namespace!, MetricName: MetricName!, Dimensions }
}

describe('a metric of the dashboard', () => {
  const all = shown.filter(([first]) => typeof first === 'string').map(read)

  it('of AWS is one that there is, of a resource of this stack', () => {
    const theirs = all.filter(({ Namespace }) => Namespace.startsWith('AWS/'))
    expect(theirs.length).toBeGreaterThan(30)
    const unknown = theirs.filter(({ Namespace, MetricName, Dimensions }) => {
      const known = Object.entries(ofAws[Namespace] ?? {}).find(([names]) => names.split(',').includes(MetricName))
      const isThere = ({ Name, Value }: { Name: string; Value: string | undefined }) =>
        Name === 'ApiName'
          ? Value === look.one('AWS::ApiGateway::RestApi').Properties['Name']
          : ids(resources[Name]!).includes(Value!)
      return known?.[1].join() !== Dimensions.map(({ Name }) => Name).join() || !Dimensions.every(isThere)
    })
    expect(unknown).toEqual([])
  })

  it('is one of 50: with more, an account’s first three dashboards are not free', () => {
    expect(all.length).toBeLessThanOrEqual(50)
  })

  it('of ours is one that the functions write, of this region at this stage', () => {
    const ours = all.filter(({ Namespace }) => !Namespace.startsWith('AWS/'))
    expect(ours.length).toBeGreaterThan(4)
    for (const one of ours) {
      expect(counted()).toContain(one.MetricName)
      expect(one).toEqual(written(one.MetricName, { code: '95', stage: 'prod' }))
    }
  })
})

describe('the dashboard', () => {
  const of = (metric: string) => shown.map(read).filter(({ MetricName }) => MetricName === metric)
  const valuesOf = (metric: string) => of(metric).map(({ Dimensions }) => Dimensions[0]?.Value)

  it('has every alarm, every queue with a consumer, every dead letter, every function but those that run seldom', () => {
    const [{ properties }] = widgets.filter(({ type }) => type === 'alarm') as [Widget]
    expect(properties.alarms!.toSorted()).toEqual(ids('AWS::CloudWatch::Alarm').sort())
    const consumed = look
      .of('AWS::Lambda::EventSourceMapping')
      .map(({ Properties }) => idIn(Properties['EventSourceArn']))
      .filter((id) => ids('AWS::SQS::Queue').includes(id))
    expect(valuesOf('ApproximateAgeOfOldestMessage').sort()).toEqual(consumed.sort())
    expect(valuesOf('ApproximateNumberOfMessagesVisible').sort()).toEqual(ids('AWS::SQS::Queue').sort())
    const often = ids('AWS::Lambda::Function').filter(
      (id) => !/^(Acts|Bulk|Call|Imports|Figures|Admin|Directory|Passkey|Signin|Rollup|Bounce)Function/.test(id),
    )
    expect(valuesOf('Duration').sort()).toEqual(often.sort())
  })

  it('weighs each function’s time by its memory', () => {
    const math = shown.flatMap((metric) => metric.filter((part) => typeof part === 'object')) as {
      expression?: string
      id?: string
    }[]
    const [expression] = math.flatMap((one) => one.expression ?? [])
    const weights = Object.fromEntries(
      [...expression!.matchAll(/(\d+) \* FILL\((\w+), 0\)/g)].map(
        ([, megabytes, id]) => [id!, Number(megabytes)] as const,
      ),
    )
    const memory = shown.flatMap((metric) => {
      const { id } = (metric.at(-1) ?? {}) as { id?: string }
      const [resource] = look
        .of('AWS::Lambda::Function')
        .filter((one) => one.id === read(metric).Dimensions[0]?.Value && id)
      return resource ? [[id!, resource.Properties['MemorySize']] as const] : []
    })
    expect(weights).toEqual(Object.fromEntries(memory))
    expect(expression).toMatch(/^\(.*\) \/ 1024000$/)
  })

  it('asks the logs what is tried on real lines', () => {
    const asked = widgets.flatMap(({ properties: { title, query } }) => (query ? [[title, query]] : []))
    expect(asked.map(([title]) => title)).toEqual(Object.keys(shownQueries))
    for (const [title, query] of asked) {
      const { of: names = [], commands } = shownQueries[title!]!
      const logs = names.map((name) => `${name[0]!.toUpperCase()}${name.slice(1)}Log`)
      const [, sources, rest] = /^((?:SOURCE '\w+' \| )+)([\s\S]*)$/.exec(query!)!
      expect([...sources!.matchAll(/'(\w+)\w{8}'/g)].map(([, log]) => log)).toEqual(logs)
      expect(rest).toBe(commands.join('\n| '))
    }
  })

  it('is there in production and where the file wants it, once a stage', () => {
    const named = (change: Parameters<typeof stackOf>[1]) =>
      lookAt(stackOf('95', change))
        .of('AWS::CloudWatch::Dashboard')
        .map(({ Properties }) => Properties['DashboardName'])
    const watch = { dashboard: true }
    expect([
      named((region) => region),
      named((region) => ({ ...region, watch })),
      named((region) => atStage({ ...region, watch }, 'test')),
    ]).toEqual([[], ['Otklik-95'], ['Otklik-95-test']])
  })
})
