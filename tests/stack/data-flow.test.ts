// The way of the data: what is stored, what waits, what runs, and where it goes when it fails.
import { TRIES } from '../../functions/edge/consumer.ts'
import { REFUSALS } from '../../functions/notify/mark.ts'
import { describe, expect, it } from 'vitest'
import { functionNames } from '../../lib/bundle.ts'
import { bounceMessage, sentFileMessage } from '../../functions/contract/queued.ts'
import { textDaysOf } from '../../functions/store/expiry.ts'
import { loadRegion } from '../../regions/load.ts'
import { type BusEvent, EventBus, type Transformer } from '../../local/event-bus.ts'
import { matches } from '../../local/event-pattern.ts'
import { idIn, lookAt, type Resource, stackOf, withAll } from './synthesize.ts'

const look = lookAt(stackOf('95', withAll))
const key = { 'Fn::GetAtt': [look.one('AWS::KMS::Key').id, 'Arn'] }
const queues = new Map(look.of('AWS::SQS::Queue').map((queue) => [queue.id, queue.Properties]))
const mappings = look.of('AWS::Lambda::EventSourceMapping').map(({ Properties }) => Properties)
const table = look.one('AWS::DynamoDB::Table')
const sqs = mappings.filter((mapping) => queues.has(idIn(mapping['EventSourceArn'])))
const streams = mappings.filter((mapping) => idIn(mapping['EventSourceArn']) === table.id)

/** Whether a policy of this type refuses what comes without TLS, for the resource. */
function refusesPlainText(type: string, list: 'Queues' | 'Topics' | 'Bucket', id: string) {
  return look.of(type).some(({ Properties }) => {
    const { Statement } = Properties['PolicyDocument'] as { Statement: { Effect: string; Condition?: unknown }[] }
    const denies = Statement.some(
      (one) => one.Effect === 'Deny' && JSON.stringify(one.Condition) === '{"Bool":{"aws:SecureTransport":"false"}}',
    )
    return denies && [Properties[list]].flat().some((each) => idIn(each) === id)
  })
}

describe('the table', () => {
  it('is encrypted by our key, recoverable, expiring, streamed, and paid by request', () => {
    expect(table.Properties).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: key },
      TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
      StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
    })
    expect(look.one('AWS::KMS::Key').Properties['EnableKeyRotation']).toBe(true)
  })

  it('has four indexes: sparse, because their keys are no keys of the table, and of keys only', () => {
    const indexes = table.Properties['GlobalSecondaryIndexes'] as {
      KeySchema: { AttributeName: string }[]
      Projection: unknown
    }[]
    for (const { Projection } of indexes) expect(Projection).toEqual({ ProjectionType: 'KEYS_ONLY' })
    expect(indexes.map(({ KeySchema }) => KeySchema.map((one) => one.AttributeName))).toEqual([
      ['check', 'checkAt'],
      ['worklist', 'workDue'],
      ['cell', 'cellOrder'],
      ['listing', 'listedAs'],
    ])
    const own = (table.Properties['KeySchema'] as { AttributeName: string }[]).map((one) => one.AttributeName)
    expect(own).toEqual(['pk', 'sk'])
  })
})

describe('queues', () => {
  it('are encrypted by our key and refuse what comes without TLS', () => {
    expect(queues.size).toBe(21)
    for (const [id, { KmsMasterKeyId }] of queues) {
      expect(KmsMasterKeyId, id).toEqual(key)
      expect(refusesPlainText('AWS::SQS::QueuePolicy', 'Queues', id), id).toBe(true)
    }
  })

  it('with a consumer give it time, take back single messages, and have dead letters that outlive them', () => {
    expect(sqs.length).toBe(10)
    const consumers = new Map(
      look.of('AWS::Lambda::Function').map(({ id, Properties }) => [id, Number(Properties['Timeout'])]),
    )
    for (const mapping of sqs) {
      const id = idIn(mapping['EventSourceArn'])
      const { VisibilityTimeout, MessageRetentionPeriod, RedrivePolicy } = queues.get(id)!
      const { deadLetterTargetArn, maxReceiveCount } = RedrivePolicy as Record<string, unknown>
      const dead = queues.get(idIn(deadLetterTargetArn))!
      expect(Number(maxReceiveCount), id).toBeGreaterThan(Math.max(TRIES, REFUSALS))
      expect((Number(maxReceiveCount) - 1) * Number(VisibilityTimeout), id).toBeGreaterThan(20 * 60)
      expect(dead['RedrivePolicy'], id).toBeUndefined()
      expect(Number(dead['MessageRetentionPeriod']), id).toBeGreaterThan(Number(MessageRetentionPeriod))
      expect(Number(VisibilityTimeout), id).toBeGreaterThanOrEqual(6 * consumers.get(idIn(mapping['FunctionName']))!)
      expect(mapping['FunctionResponseTypes'], id).toEqual(['ReportBatchItemFailures'])
    }
  })

  it('share no dead letters', () => {
    const dead = sqs.map((mapping) => {
      const { RedrivePolicy } = queues.get(idIn(mapping['EventSourceArn']))!
      return idIn((RedrivePolicy as Record<string, unknown>)['deadLetterTargetArn'])
    })
    expect(new Set(dead).size).toBe(sqs.length)
  })
})

describe('the stream', () => {
  const [mapping] = streams as [Record<string, unknown>]

  it('goes to dispatch alone, from its beginning', () => {
    expect(streams.length).toBe(1)
    expect(idIn(mapping['FunctionName'])).toBe(look.lambda('Dispatch').id)
    expect(mapping['StartingPosition']).toBe('TRIM_HORIZON')
  })

  it('tries again, halves a failing batch, and keeps the records that still fail', () => {
    expect(mapping).toMatchObject({
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: -1,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    })
    const age = Number(mapping['MaximumRecordAgeInSeconds'])
    expect([age >= 60 * 60, age < 24 * 60 * 60]).toEqual([true, true])
    const { OnFailure } = mapping['DestinationConfig'] as { OnFailure: { Destination: unknown } }
    const buckets = look.of('AWS::S3::Bucket')
    expect(buckets.map(({ id }) => id.replace(/[0-9A-F]{8}$/, ''))).toEqual([
      ...['OutboxLost', 'PhotoBucket', 'IncomingBucket'],
    ])
    expect(idIn(OnFailure.Destination)).toBe(buckets[0]!.id)
    for (const bucket of buckets) expectClosed(bucket)
  })

  const expectClosed = (bucket: Resource) => {
    expect(bucket.Properties).toMatchObject({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          { ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: key } },
        ],
      },
    })
    expect(refusesPlainText('AWS::S3::BucketPolicy', 'Bucket', bucket.id)).toBe(true)
    expect(bucket.Properties['VersioningConfiguration']).toBeUndefined()
  }

  const { Filters } = mapping['FilterCriteria'] as { Filters: { Pattern: string }[] }
  const passes = (eventName: string, sk: string) =>
    Filters.some(({ Pattern }) =>
      matches(JSON.parse(Pattern) as Record<string, unknown>, {
        eventName,
        dynamodb: { Keys: { pk: { S: 'C#95-261123-7K4QF' }, sk: { S: sk } }, NewImage: { sk: { S: sk } } },
      }),
    )

  it('lets inserted events through', () => {
    expect(passes('INSERT', 'E#000001')).toBe(true)
    expect(passes('INSERT', 'E#000999')).toBe(true)
  })

  it.each([
    ['an event changed', 'MODIFY', 'E#000001'],
    ['an event expired', 'REMOVE', 'E#000001'],
    ['a snapshot', 'INSERT', 'S'],
    ['a notice', 'INSERT', 'N#000001#citizen'],
    ['a key that only contains the prefix', 'INSERT', 'LE#000001'],
  ])('lets nothing else through: %s', (_, eventName, sk) => expect(passes(eventName, sk)).toBe(false))
})

describe('functions', () => {
  const lambdas = look.of('AWS::Lambda::Function')

  it('are those that there are, on Node 24 and arm64', () => {
    expect(lambdas.length).toBe(functionNames.length)
    for (const { id, Properties } of lambdas) {
      expect(Properties, id).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        Handler: 'index.handler',
      })
    }
  })

  it('write each to its own log, which is encrypted and ends', () => {
    const logs = new Map(look.of('AWS::Logs::LogGroup').map((log) => [log.id, log.Properties]))
    for (const { Properties } of look.of('AWS::Logs::LogGroup')) {
      expect(Properties).toMatchObject({ RetentionInDays: 30, KmsKeyId: key })
    }
    const own = lambdas.map((lambda) => {
      const { LogGroup } = lambda.Properties['LoggingConfig'] as { LogGroup: unknown }
      const writing = look
        .allowed(lambda)
        .filter(({ actions }) => actions.some((action) => action.startsWith('logs:')))
        .flatMap(({ resources }) => resources)
      expect(writing, lambda.id).toEqual([JSON.stringify({ 'Fn::GetAtt': [idIn(LogGroup), 'Arn'] })])
      return idIn(LogGroup)
    })
    expect(new Set(own).size).toBe(lambdas.length)
    expect(own.every((id) => logs.has(id))).toBe(true)
  })
})

describe('the timer', () => {
  it('waits until its instant and queues a tick: no more, whatever the case', () => {
    const { Properties } = look.one('AWS::StepFunctions::StateMachine')
    const { 'Fn::Join': parts } = Properties['DefinitionString'] as { 'Fn::Join': [string, unknown[]] }
    const text = parts[1].map((part) => (typeof part === 'string' ? part : `<${idIn(part)}>`)).join('')
    const definition = JSON.parse(text) as { StartAt: string; States: Record<string, Record<string, unknown>> }
    const { [definition.StartAt]: wait, ...rest } = definition.States
    expect(wait).toEqual({ Type: 'Wait', TimestampPath: '$.at', Next: Object.keys(rest)[0] })
    expect(Object.values(rest)).toEqual([
      {
        Type: 'Task',
        Resource: 'arn:<AWS::Partition>:states:::sqs:sendMessage',
        Parameters: {
          QueueUrl: expect.stringMatching(/^<TicksQueue/) as string,
          MessageBody: { v: 1, 'caseId.$': '$.caseId', 'at.$': '$.at' },
        },
        Retry: [expect.objectContaining({ ErrorEquals: ['States.ALL'] })],
        End: true,
      },
    ])
    expect(Properties['StateMachineType']).toBe('STANDARD')
  })
})

describe('a mail that came to nothing', () => {
  const set = look.one('AWS::SES::ConfigurationSet').id
  const rules = look.of('AWS::Events::Rule').filter(({ id }) => id.startsWith('Feedback'))
  const event = (detailType: string, eventType: string, more: object, tags: object = {}) => ({
    source: 'aws.ses',
    'detail-type': detailType,
    detail: {
      eventType,
      mail: {
        source: 'noreply@otklik-95.example',
        destination: ['somebody@example.org'],
        commonHeaders: { subject: '[95-260302-AAAAA] Яма' },
        tags: {
          'ses:configuration-set': ['ours'],
          recipient: ['citizen'],
          'notices-1': ['95-260302-AAAAA-2'],
          ...tags,
        },
      },
      ...more,
    },
  })
  const bounced = event('Email Bounced', 'Bounce', {
    bounce: { bounceType: 'Permanent', bouncedRecipients: [{ emailAddress: 'somebody@example.org' }] },
  })
  const complained = event('Email Complaint Received', 'Complaint', {
    complaint: { complainedRecipients: [{ emailAddress: 'somebody@example.org' }] },
  })
  const suppressed = event('Email Complaint Received', 'Complaint', {
    complaint: { complaintSubType: 'OnAccountSuppressionList' },
  })
  const rejected = event('Email Rejected', 'Reject', { reject: { reason: 'Bad content' } })
  /** What the queue gets of an event. */
  const queued = (one: BusEvent) => {
    const bus = new EventBus()
    const bodies: unknown[] = []
    for (const { Properties } of rules) {
      const named = JSON.stringify(Properties['EventPattern']).replaceAll(`{"Ref":"${set}"}`, '"ours"')
      const pattern = JSON.parse(named) as Record<string, unknown>
      const [{ Arn, InputTransformer }] = Properties['Targets'] as [{ Arn: unknown; InputTransformer: Transformer }]
      expect(idIn(Arn)).toMatch(/^BouncesQueue/)
      const send = (body: string) => void bodies.push(JSON.parse(body))
      bus.add({ pattern, targets: [{ transformer: InputTransformer, send }] })
    }
    bus.put(one)
    return bodies
  }

  it('is told of by our configuration set to the default bus, which tells nobody of mails that arrive', () => {
    expect(look.one('AWS::SES::ConfigurationSetEventDestination').Properties).toMatchObject({
      ConfigurationSetName: { Ref: set },
      EventDestination: { Enabled: true, MatchingEventTypes: ['bounce', 'complaint', 'reject'] },
    })
  })

  it.each([
    ['bounce', bounced, { event: 'Bounce', bounceType: 'Permanent' }],
    ['complaint', complained, { event: 'Complaint' }],
    ['reject', rejected, { event: 'Reject' }],
  ])('reaches the queue once, as its consumer reads it, without address or subject: %s', (_, one, said) => {
    const [body, ...more] = queued(one)
    expect(more).toEqual([])
    expect(bounceMessage.parse(body)).toEqual({ v: 1, ...said, tags: one.detail.mail.tags })
    expect(JSON.stringify(body)).not.toMatch(/@|Яма/)
  })

  it('that was kept from somebody who once complained is both: a complaint, and a mail that did not arrive', () => {
    const tags = suppressed.detail.mail.tags
    expect(queued(suppressed)).toEqual([
      { v: 1, event: 'Complaint', tags },
      { v: 1, event: 'Bounce', bounceType: 'Permanent', tags },
    ])
  })

  it.each([
    ['of another region', event('Email Bounced', 'Bounce', {}, { 'ses:configuration-set': ['theirs'] })],
    ['that no function of ours sent', event('Email Bounced', 'Bounce', {}, { recipient: undefined })],
    ['that arrived', event('Email Delivered', 'Delivery', {})],
  ])('is not taken for one %s', (_, one) => {
    expect(queued(JSON.parse(JSON.stringify(one)) as BusEvent)).toEqual([])
  })
})

describe('the front door', () => {
  it('logs routes, never paths or addresses: paths hold secrets', () => {
    const { Format } = look.one('AWS::ApiGateway::Stage').Properties['AccessLogSetting'] as { Format: string }
    const said = [...Format.matchAll(/\$context\.([\w.]+)/g)].map(([, name]) => name)
    expect(said).toContain('resourcePath')
    expect(said).toContain('requestId')
    for (const secret of ['path', 'domainName', 'identity.sourceIp', 'identity.userAgent']) {
      expect(said).not.toContain(secret)
    }
    const [settings] = look.one('AWS::ApiGateway::Stage').Properties['MethodSettings'] as [Record<string, unknown>]
    expect(settings).toMatchObject({ LoggingLevel: 'OFF', DataTraceEnabled: false, ThrottlingRateLimit: 100 })
  })
})

describe('photos', () => {
  const bucket = look.of('AWS::S3::Bucket').find(({ id }) => id.startsWith('PhotoBucket'))!

  it('end with the texts of their cases, those of tests in a week, what nobody looked at in a day', () => {
    const { Rules } = bucket.Properties['LifecycleConfiguration'] as { Rules: object[] }
    expect(Rules).toEqual([
      { Prefix: 'incoming/', ExpirationInDays: 1, Status: 'Enabled' },
      { Prefix: 'photos/', ExpirationInDays: loadRegion('95').retention.personalDataDays, Status: 'Enabled' },
      { Prefix: 'tests/', ExpirationInDays: textDaysOf(loadRegion('95'), { test: true }), Status: 'Enabled' },
    ])
  })

  it('that are sent reach the queue by name, as its consumer reads it; what is drawn does not', () => {
    const rule = look.of('AWS::Events::Rule').find(({ id }) => id.startsWith('PhotoBucket'))!
    const named = JSON.stringify(rule.Properties['EventPattern']).replace(`{"Ref":"${bucket.id}"}`, '"ours"')
    const [{ Arn, InputTransformer }] = rule.Properties['Targets'] as [{ Arn: unknown; InputTransformer: Transformer }]
    expect(idIn(Arn)).toMatch(/^PhotoBucketQueue/)
    const queued = (name: string, key: string) => {
      const bus = new EventBus()
      const bodies: unknown[] = []
      const send = (body: string) => void bodies.push(JSON.parse(body))
      bus.add({
        pattern: JSON.parse(named) as Record<string, unknown>,
        targets: [{ transformer: InputTransformer, send }],
      })
      bus.put({ source: 'aws.s3', 'detail-type': 'Object Created', detail: { bucket: { name }, object: { key } } })
      return bodies
    }
    const [body] = queued('ours', 'incoming/95-261123-7K4QF/citizen/-/0123456789ABCDEF')
    expect(sentFileMessage.parse(body)).toEqual({ v: 1, name: 'incoming/95-261123-7K4QF/citizen/-/0123456789ABCDEF' })
    expect(queued('ours', 'photos/95-261123-7K4QF/0123456789ABCDEF.large.jpg')).toEqual([])
    expect(queued('theirs', 'incoming/x')).toEqual([])
  })
})
