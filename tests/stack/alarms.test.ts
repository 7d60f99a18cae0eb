// Nothing may stop in silence: each thing that can fail has an alarm, each alarm can reach somebody, and what it tells
// them to read is there.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { idIn, lookAt, stackOf, withAll } from './synthesize.ts'

interface Alarm {
  readonly id: string
  readonly Namespace: string
  readonly MetricName: string
  readonly Dimensions?: readonly { Name: string; Value: unknown }[]
  readonly Period: number
  readonly EvaluationPeriods: number
  readonly ComparisonOperator: string
  readonly TreatMissingData: string
  readonly AlarmDescription: string
  readonly AlarmActions: readonly unknown[]
  readonly OKActions: readonly unknown[]
}

const look = lookAt(stackOf('95', withAll))
const alarms = look
  .of('AWS::CloudWatch::Alarm')
  .map(({ id, Properties }) => ({ id, ...Properties }) as unknown as Alarm)
const mappings = look.of('AWS::Lambda::EventSourceMapping')
const queues = look.of('AWS::SQS::Queue')
const table = look.one('AWS::DynamoDB::Table')
const topic = look.one('AWS::SNS::Topic')

/** The alarms over a metric of a resource. */
function over(metric: string, dimension: string, id: string): Alarm[] {
  return alarms.filter(
    ({ MetricName, Dimensions = [] }) =>
      MetricName === metric && Dimensions.some(({ Name, Value }) => Name === dimension && idIn(Value) === id),
  )
}
/** The alarm of the queue in which lies what another's consumer gave up. */
const deadLettersOf = (queue: string) => {
  const redrive = queues.find(({ id }) => id === queue)?.Properties['RedrivePolicy'] as { deadLetterTargetArn: unknown }
  return redrive ? over('ApproximateNumberOfMessagesVisible', 'QueueName', idIn(redrive.deadLetterTargetArn)) : []
}
const expectOne = (metric: string, dimension: string, id: string) =>
  expect(over(metric, dimension, id).length, `${metric} of ${id}`).toBe(1)

describe('an alarm watches', () => {
  it('every function, where its work is missed: at the door, in its queue, by its stream or its schedule', () => {
    const behindDoor = look
      .of('AWS::Lambda::Permission')
      .filter(({ Properties }) => Properties['Principal'] === 'apigateway.amazonaws.com')
      .map(({ Properties }) => idIn(Properties['FunctionName']))
    const fed = mappings
      .filter(({ Properties }) => deadLettersOf(idIn(Properties['EventSourceArn'])).length === 1)
      .map(({ Properties }) => idIn(Properties['FunctionName']))
    const heard = alarms.flatMap(({ MetricName, Dimensions = [] }) =>
      ['IteratorAge', 'Invocations'].includes(MetricName) ? Dimensions.map(({ Value }) => idIn(Value)) : [],
    )
    // Nobody waits for the sums of months, for a week's training, nor for the look at social networks: that it fails is heard by what it leaves behind.
    const leaving = look
      .of('AWS::Lambda::EventInvokeConfig')
      .filter(({ Properties }) => {
        const { OnFailure } = Properties['DestinationConfig'] as { OnFailure: { Destination: unknown } }
        return over('ApproximateNumberOfMessagesVisible', 'QueueName', idIn(OnFailure.Destination)).length === 1
      })
      .map(({ Properties }) => idIn(Properties['FunctionName']))
    expect(leaving.filter((id) => !heard.includes(id)).map((id) => id.slice(0, 6))).toEqual(['Rollup', 'LearnF', 'HearFu'])
    const functions = look.of('AWS::Lambda::Function').map(({ id }) => id)
    expect([...new Set([...behindDoor, ...fed, ...heard, ...leaving])].sort()).toEqual(functions.sort())
    expect(alarms.map(({ MetricName }) => MetricName)).toContain('5XXError')
  })

  it('the throttles of the account, once for all its functions', () => {
    const [throttled, ...more] = alarms.filter(({ MetricName }) => MetricName === 'Throttles')
    expect(throttled).toMatchObject({ Namespace: 'AWS/Lambda', Threshold: 1 })
    expect([throttled!.Dimensions, more]).toEqual([undefined, []])
  })

  it('every queue: with a consumer its age, without one that anything is in it', () => {
    const consumed = new Set(mappings.map(({ Properties }) => idIn(Properties['EventSourceArn'])))
    for (const { id } of queues) {
      if (!consumed.has(id)) expectOne('ApproximateNumberOfMessagesVisible', 'QueueName', id)
      // Figures may wait.
      else if (!id.startsWith('Records')) expectOne('ApproximateAgeOfOldestMessage', 'QueueName', id)
    }
  })

  it('the stream: that events wait, are given up, are lost; by the mapping that is asked to count them', () => {
    const stream = mappings.find(({ Properties }) => idIn(Properties['EventSourceArn']) === table.id)!
    expectOne('IteratorAge', 'FunctionName', idIn(stream.Properties['FunctionName']))
    expect(stream.Properties['MetricsConfig']).toEqual({ Metrics: ['EventCount'] })
    expectOne('OnFailureDestinationDeliveredEventCount', 'EventSourceMappingUUID', stream.id)
    expectOne('DroppedEventCount', 'EventSourceMappingUUID', stream.id)
    expectOne('DestinationDeliveryFailures', 'FunctionName', idIn(stream.Properties['FunctionName']))
  })

  it.each(['Sweep', 'Digest', 'Canary'])('the schedule of %s, by its silence', (part) => {
    const calls = ({ Properties }: { Properties: Record<string, unknown> }) =>
      idIn((Properties['Targets'] as [{ Arn: unknown }])[0].Arn) === look.lambda(part).id
    const { Properties } = look.of('AWS::Events::Rule').find(calls)!
    const [{ Arn }] = Properties['Targets'] as [{ Arn: unknown }]
    const minutes = Number(/^rate\((\d+) minutes\)$/.exec(String(Properties['ScheduleExpression']))![1])
    const [alarm] = over('Invocations', 'FunctionName', idIn(Arn))
    expect(alarm).toMatchObject({ ComparisonOperator: 'LessThanThreshold', TreatMissingData: 'breaching' })
    expect(alarm!.Period * alarm!.EvaluationPeriods).toBeGreaterThanOrEqual(2 * minutes * 60)
    expect(Properties['State']).toBe('ENABLED')
  })

  it('the timers, the table and the door', () => {
    const machine = look.one('AWS::StepFunctions::StateMachine').id
    expectOne('ExecutionsFailed', 'StateMachineArn', machine)
    expectOne('ExecutionThrottled', 'StateMachineArn', machine)
    const indexes = (metric: string) =>
      over(metric, 'TableName', table.id).map(
        ({ Dimensions = [] }) => Dimensions.find(({ Name }) => Name === 'GlobalSecondaryIndexName')?.Value,
      )
    expect(indexes('ReadThrottleEvents').sort()).toEqual(['checks', undefined])
    expect(indexes('WriteThrottleEvents')).toEqual([undefined])
  })

  it('every rule that tells of bounces: that it could not', () => {
    const rules = look.of('AWS::Events::Rule').filter(({ Properties }) => Properties['EventPattern'])
    expect(rules.length).toBeGreaterThan(0)
    for (const { id } of rules) expectOne('FailedInvocations', 'RuleName', id)
  })

  it.each([
    'Healed',
    'NoticeRepeated',
    'NoticeRefused',
    'RoutingFailed',
    'CountFailed',
    'ModelRefused',
    'DirectoryRefused',
    'Reputation.BounceRate',
    'Reputation.ComplaintRate',
  ])('%s', (metric) => expect(alarms.filter(({ MetricName }) => MetricName === metric).length).toBe(1))
})

describe('an alarm reaches somebody', () => {
  const statements = (policy: unknown) =>
    (policy as { Statement: { Effect: string; Action: string | string[]; Principal: unknown; Condition?: unknown }[] })
      .Statement

  const ofThisAccount = {
    'Fn::Join': ['', ['arn:aws:cloudwatch:eu-central-1:', { Ref: 'AWS::AccountId' }, ':alarm:*']],
  }
  it('each acts on the topic, when it rings and when it is over, and silence alone is no alarm but the schedule’s', () => {
    for (const { id, AlarmActions, OKActions, TreatMissingData, ComparisonOperator } of alarms) {
      expect([...AlarmActions, ...OKActions].map(idIn), id).toEqual([topic.id, topic.id])
      expect(TreatMissingData, id).toBe(ComparisonOperator === 'LessThanThreshold' ? 'breaching' : 'notBreaching')
    }
  })

  it('the topic takes alarms of this account, over TLS, and mails them to the region’s people', () => {
    const said = statements(look.one('AWS::SNS::TopicPolicy').Properties['PolicyDocument'])
    expect(said).toContainEqual(
      expect.objectContaining({
        Effect: 'Allow',
        Action: 'sns:Publish',
        Principal: { Service: 'cloudwatch.amazonaws.com' },
        Condition: {
          StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
          ArnLike: { 'aws:SourceArn': ofThisAccount },
        },
      }),
    )
    expect(
      said.some(({ Effect, Condition }) => Effect === 'Deny' && JSON.stringify(Condition).includes('"false"')),
    ).toBe(true)
    expect(look.of('AWS::SNS::Subscription').map(({ Properties }) => Properties)).toMatchObject([
      { Protocol: 'email', Endpoint: 'duty@otklik-95.example', TopicArn: { Ref: topic.id } },
    ])
  })

  it('the key of the topic lets alarms of this account encrypt, and no others', () => {
    const key = look.one('AWS::KMS::Key')
    expect(idIn(topic.Properties['KmsMasterKeyId'])).toBe(key.id)
    const granted = statements(key.Properties['KeyPolicy']).filter(({ Principal }) =>
      JSON.stringify(Principal).includes('cloudwatch.amazonaws'),
    )
    expect(granted).toMatchObject([
      {
        Effect: 'Allow',
        Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
        Condition: {
          StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
          ArnLike: { 'aws:SourceArn': ofThisAccount },
        },
      },
    ])
  })
})

describe('the runbook', () => {
  const runbook = readFileSync('docs/runbook.md', 'utf8')
  const headings = [...runbook.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading!)
  const named = alarms.map(({ id, AlarmDescription }) => ({
    id,
    heading: /\. Runbook: (.+)\.$/.exec(AlarmDescription)?.[1],
  }))

  it('has an entry for every alarm, which names it', () => {
    for (const { id, heading } of named) expect(headings, id).toContain(heading)
  })

  it('has no entry without an alarm, and none twice', () => {
    expect([...headings].sort()).toEqual([...new Set(named.map(({ heading }) => heading))].sort())
  })

  it('says in every entry what to do and when it is over, in half a page', () => {
    for (const entry of runbook.split(/^## /m).slice(1)) {
      const heading = entry.split('\n')[0]!
      expect(entry, heading).toContain('Over when')
      expect(entry.split('\n').length, heading).toBeLessThanOrEqual(40)
    }
  })

  it('names only what the stack has', () => {
    const found = (type: string, prefix: string) => look.of(type).filter(({ id }) => id.startsWith(prefix)).length
    const asked = [...runbook.matchAll(/\$\(the\s+(AWS::\S+)\s+(\w+)\)/g)]
    expect(asked.length).toBeGreaterThan(5)
    for (const [, type, prefix] of asked) expect(found(type!, prefix!), prefix).toBe(1)
    for (const [, part] of runbook.matchAll(/\blines (\w+)/g)) {
      expect(found('AWS::Logs::LogGroup', `${part}Log`), part).toBe(1)
    }
    const names = alarms.map(({ id }) => id.replace(/^Alarms/, '').slice(0, -8))
    const kinds = /`(\w+(?:Errors|Duration|Faults|Throttled|ThrottleEvents|Lost|Dropped|Stopped|StreamAge))`/g
    for (const [, name] of runbook.matchAll(kinds)) expect(names).toContain(name)
  })
})
