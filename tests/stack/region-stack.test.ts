// What must hold of every region's stack, said by meaning: who may do what, what is encrypted, where failures go, what
// shouts when it stops.
import { readFileSync } from 'node:fs'
import { App, Validations } from 'aws-cdk-lib'
import { Bucket } from 'aws-cdk-lib/aws-s3'
import { AwsSolutionsChecks } from 'cdk-nag'
import { describe, expect, it } from 'vitest'
import { matches } from '../../local/event-pattern.ts'
import { functionNames } from '../../lib/bundle.ts'
import { regionCodes } from '../../regions/load.ts'
import { resources, stackOf, statements, type Resource } from './synthesize.ts'

const stack = stackOf('95')
const functions = functionNames.map((name) => name[0]!.toUpperCase() + name.slice(1))
const of = (type: string) => [...resources(stack, type)]
const ref = (value: unknown) => JSON.stringify(value)

describe('permissions', () => {
  it('nobody may scan, delete, or do everything', () => {
    for (const part of [...functions, 'Clock']) {
      for (const { actions } of statements(stack, part)) {
        expect(
          actions.filter((action) => /Scan|Delete|:\*$|^\*$/.test(action) && action !== 'sqs:DeleteMessage'),
          part,
        ).toEqual([])
      }
    }
  })

  it('nothing is allowed on everything, but listing streams', () => {
    for (const part of [...functions, 'Clock']) {
      for (const { actions, resource } of statements(stack, part)) {
        if (resource === '"*"') expect(actions, part).toEqual(['dynamodb:ListStreams'])
      }
    }
  })

  it('dispatch cannot touch an item of the table', () => {
    const actions = statements(stack, 'Dispatch').flatMap((one) => one.actions)
    expect(
      actions.filter(
        (action) => /dynamodb:(Get|Put|Update|Query|Condition)/.test(action) && !/Stream|Records|Shard/.test(action),
      ),
    ).toEqual([])
  })

  it('only notify sends mail, and only from the region’s address', () => {
    for (const part of functions) {
      const sending = statements(stack, part).filter(({ actions }) =>
        actions.some((action) => action.startsWith('ses:')),
      )
      if (part !== 'Notify') expect(sending, part).toEqual([])
      for (const { condition } of sending) expect(condition).toContain('"ses:FromAddress":"noreply@otklik-95.example"')
    }
  })

  it('only dispatch, tick and sweep arm clocks; a clock may only fill the ticks queue', () => {
    const arming = functions.filter((part) =>
      statements(stack, part).some(({ actions }) => actions.includes('states:StartExecution')),
    )
    expect(arming.sort()).toEqual(['Dispatch', 'Sweep', 'Tick'])
    for (const { actions, resource } of statements(stack, 'Clock')) {
      if (actions.includes('sqs:SendMessage')) expect(resource).toContain('TicksQueue')
      else
        expect(
          actions.every((action) => action.startsWith('kms:')),
          actions.join(),
        ).toBe(true)
    }
  })
})

describe('storage and queues', () => {
  it('the table is encrypted, recoverable, expiring and streamed; its index is sparse and holds keys only', () => {
    const [[, { Properties }]] = of('AWS::DynamoDB::Table') as [[string, Resource]]
    expect(Properties).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
      TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
      StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
      GlobalSecondaryIndexes: [{ IndexName: 'checks', Projection: { ProjectionType: 'KEYS_ONLY' } }],
    })
  })

  it('every queue is encrypted, and every queue with a consumer has dead letters that outlive it', () => {
    const queues = new Map(of('AWS::SQS::Queue'))
    const timeouts = new Map(
      of('AWS::Lambda::Function').map(([id, { Properties }]) => [id, Number(Properties['Timeout'])]),
    )
    const consumed = of('AWS::Lambda::EventSourceMapping').filter(([, { Properties }]) =>
      ref(Properties['EventSourceArn']).includes('Queue'),
    )
    expect(consumed.length).toBe(3)
    for (const [, { Properties }] of queues) expect(Properties['KmsMasterKeyId']).toBeDefined()
    for (const [, { Properties }] of consumed) {
      const [queueId] = (Properties['EventSourceArn'] as { 'Fn::GetAtt': [string] })['Fn::GetAtt']
      const { VisibilityTimeout, MessageRetentionPeriod, RedrivePolicy } = queues.get(queueId)!.Properties
      const { deadLetterTargetArn, maxReceiveCount } = RedrivePolicy as {
        deadLetterTargetArn: { 'Fn::GetAtt': [string] }
        maxReceiveCount: number
      }
      expect(maxReceiveCount).toBeGreaterThanOrEqual(5)
      expect(
        Number(queues.get(deadLetterTargetArn['Fn::GetAtt'][0])!.Properties['MessageRetentionPeriod']),
      ).toBeGreaterThan(Number(MessageRetentionPeriod))
      expect(Number(VisibilityTimeout)).toBeGreaterThanOrEqual(
        6 * timeouts.get((Properties['FunctionName'] as { Ref: string }).Ref)!,
      )
      expect(Properties['FunctionResponseTypes']).toEqual(['ReportBatchItemFailures'])
    }
  })

  it('the stream lets only new events through, halves failing batches and keeps what fails', () => {
    const [[, { Properties }]] = of('AWS::Lambda::EventSourceMapping').filter(([, one]) =>
      ref(one.Properties['EventSourceArn']).includes('StreamArn'),
    ) as [[string, Resource]]
    expect(Properties).toMatchObject({
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 10,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    })
    expect(ref(Properties['DestinationConfig'])).toContain('OutboxLost')
    const [{ Pattern }] = (Properties['FilterCriteria'] as { Filters: [{ Pattern: string }] }).Filters
    const record = (eventName: string, sk: string) => ({
      eventName,
      dynamodb: { Keys: { pk: { S: 'C#1' }, sk: { S: sk } } },
    })
    const passes = (one: object) => matches(JSON.parse(Pattern) as Record<string, unknown>, one)
    expect(passes(record('INSERT', 'E#000001'))).toBe(true)
    for (const other of [
      record('MODIFY', 'E#000001'),
      record('REMOVE', 'E#000001'),
      record('INSERT', 'S'),
      record('INSERT', 'P#1'),
    ])
      expect(passes(other)).toBe(false)
  })
})

describe('what runs', () => {
  it('every function is Node 24 on arm64, keeps its log for its time and has no managed policy', () => {
    const logs = new Map(of('AWS::Logs::LogGroup'))
    const lambdas = of('AWS::Lambda::Function')
    expect(lambdas.length).toBe(functionNames.length)
    for (const [id, { Properties }] of lambdas) {
      expect(Properties, id).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'] })
      const { LogGroup } = Properties['LoggingConfig'] as { LogGroup: { Ref: string } }
      expect(logs.get(LogGroup.Ref)!.Properties['RetentionInDays'], id).toBe(30)
    }
    for (const [id, { Properties }] of of('AWS::IAM::Role')) expect(Properties['ManagedPolicyArns'], id).toBeUndefined()
  })

  it('a clock waits until its instant and queues a tick, no more', () => {
    const [[, { Properties }]] = of('AWS::StepFunctions::StateMachine') as [[string, Resource]]
    const text = ref(Properties['DefinitionString'])
    expect(text.match(/\\\\?"Type\\\\?":\\\\?"(\w+)/g)?.length).toBe(2)
    expect(text).toMatch(/TimestampPath[\\":]+\$\.at/)
    expect(text).toContain('sqs:sendMessage')
  })

  it('the access log names routes, never paths: paths hold secrets', () => {
    const [[, { Properties }]] = of('AWS::ApiGateway::Stage') as [[string, Resource]]
    const { Format } = Properties['AccessLogSetting'] as { Format: string }
    expect(Format).toContain('$context.resourcePath')
    expect(Format).not.toMatch(/\$context\.path\b/)
  })
})

describe('alarms', () => {
  const alarms = of('AWS::CloudWatch::Alarm').map(([id, { Properties }]) => ({
    id,
    ...(Properties as { AlarmDescription: string; AlarmActions: unknown[] }),
    text: ref(Properties),
  }))

  it('watch everything that can stop in silence', () => {
    const watched = [
      ...of('AWS::SQS::Queue'),
      ...of('AWS::Lambda::Function'),
      ...of('AWS::StepFunctions::StateMachine'),
      ...of('AWS::DynamoDB::Table'),
    ].map(([id]) => id)
    for (const id of watched)
      expect(
        alarms.some((alarm) => alarm.text.includes(`"${id}"`)),
        id,
      ).toBe(true)
    for (const metric of ['IteratorAge', 'Healed', 'NoticeRepeated', 'Reputation.BounceRate', '5XXError']) {
      expect(
        alarms.some((alarm) => alarm.text.includes(metric)),
        metric,
      ).toBe(true)
    }
    expect(alarms.find((alarm) => alarm.id.includes('SweepStopped'))?.text).toContain('"TreatMissingData":"breaching"')
  })

  it('each tells somebody, and what to do is in the runbook', () => {
    const headings = [...readFileSync('docs/runbook.md', 'utf8').matchAll(/^## (.+)$/gm)].map(([, heading]) => heading!)
    const used = new Set<string>()
    for (const { id, AlarmDescription, AlarmActions } of alarms) {
      expect(AlarmActions.length, id).toBe(1)
      const heading = /Runbook: (.+)\.$/.exec(AlarmDescription)?.[1]
      expect(headings, id).toContain(heading)
      used.add(heading!)
    }
    expect(headings.filter((heading) => !used.has(heading))).toEqual([])
  })
})

describe('a region’s file decides', () => {
  it('whether there is a firewall', () => {
    expect(resources(stack, 'AWS::WAFv2::WebACL').size).toBe(0)
    const guarded = stackOf('95', (region) => ({ ...region, web: { ...region.web, waf: true } }))
    expect(resources(guarded, 'AWS::WAFv2::WebACLAssociation').size).toBe(1)
  })

  it('whether its data may ever be thrown away', () => {
    const production = stackOf('95', (region) => ({ ...region, production: true }))
    expect(production.terminationProtection).toBe(true)
    const [[, table]] = [...resources(production, 'AWS::DynamoDB::Table')] as [[string, Resource]]
    expect(table.DeletionPolicy).toBe('Retain')
    expect(table.Properties['DeletionProtectionEnabled']).toBe(true)
    expect(stack.terminationProtection).toBe(false)
  })

  it.each(regionCodes())('everything: nothing of another region is in the stack of %s', (code) => {
    const text = JSON.stringify([...resources(stackOf(code))])
    for (const other of regionCodes().filter((one) => one !== code)) expect(text).not.toContain(`otklik-${other}`)
    expect(text).toContain(`otklik-${code}.example`)
  })
})

describe('cdk-nag', () => {
  const synthesize = (spoil: (app: App) => void) => {
    const app = new App()
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
    spoil(app)
    return () => app.synth()
  }

  it('finds nothing without a reason', () => {
    expect(synthesize((app) => stackOf('95', undefined, app))).not.toThrow()
  })

  it('does look: a careless bucket is refused', () => {
    expect(synthesize((app) => new Bucket(stackOf('95', undefined, app), 'Careless'))).toThrow()
  })
})
