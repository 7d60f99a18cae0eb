// Who may do what, in every policy of the stack: each function has what its work needs and nothing beside it.
import { describe, expect, it } from 'vitest'
import { functionNames } from '../../lib/bundle.ts'
import { idIn, lookAt, type Permission, stackOf, withAll } from './synthesize.ts'

const look = lookAt(stackOf('95', withAll))
const parts = functionNames.map((name) => name[0]!.toUpperCase() + name.slice(1))
const timer = look.one('AWS::StepFunctions::StateMachine')
const owners = new Map([...parts.map((part) => [part, look.lambda(part)] as const), ['Timer', timer]])
const everybody = [...owners].flatMap(([part, owner]) => look.allowed(owner).map((may) => ({ part, ...may })))

const partsThat = (may: (permission: Permission) => boolean) =>
  [...new Set(everybody.filter(may).map(({ part }) => part))].sort()
const does = (prefix: string, on: string) => (one: Permission) =>
  one.actions.some((action) => action.startsWith(prefix)) && one.resources.some((resource) => resource.includes(on))

describe('roles', () => {
  it('each belongs to one function or to the timer, and starts with nothing of AWS’s; the account’s for logging apart', () => {
    const account = idIn(look.one('AWS::ApiGateway::Account').Properties['CloudWatchRoleArn'])
    const roles = look.of('AWS::IAM::Role').filter(({ id }) => id !== account)
    const owned = [...owners.values()].map(({ Properties }) => idIn(Properties['Role'] ?? Properties['RoleArn']))
    expect(roles.map(({ id }) => id).sort()).toEqual(owned.sort())
    for (const { id, Properties } of roles) {
      expect(Properties['ManagedPolicyArns'], id).toBeUndefined()
      expect(Properties['Policies'], id).toBeUndefined()
      expect(JSON.stringify(Properties['AssumeRolePolicyDocument']), id).toMatch(
        /"Service":"(lambda|states)\.amazonaws\.com"/,
      )
    }
    expect(look.of('AWS::IAM::Policy').length).toBe(owners.size)
    expect(look.of('AWS::IAM::ManagedPolicy')).toEqual([])
  })
})

describe('actions', () => {
  /** KMS names these by family; the resource is the region's one key. */
  const families = ['kms:ReEncrypt*', 'kms:GenerateDataKey*']

  it('none has a star, but two families of the key', () => {
    for (const { part, actions, resources } of everybody) {
      for (const action of actions.filter((one) => one.includes('*'))) {
        expect(families, part).toContain(action)
        for (const resource of resources) expect(resource, part).toContain(look.one('AWS::KMS::Key').id)
      }
    }
  })

  it('none scans, deletes or rewrites the table in bulk, but record its words', () => {
    const dynamo = new Set(everybody.flatMap(({ actions }) => actions.filter((one) => one.startsWith('dynamodb:'))))
    expect([...dynamo].sort()).toEqual([
      'dynamodb:BatchGetItem',
      'dynamodb:BatchWriteItem',
      'dynamodb:DescribeStream',
      'dynamodb:GetItem',
      'dynamodb:GetRecords',
      'dynamodb:GetShardIterator',
      'dynamodb:ListStreams',
      'dynamodb:PutItem',
      'dynamodb:Query',
      'dynamodb:UpdateItem',
    ])
    const inBulk = everybody.filter(({ actions }) => actions.includes('dynamodb:BatchWriteItem'))
    expect(inBulk.map(({ part, condition }) => [part, condition])).toEqual([
      ['Record', { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['Z#*'] } }],
    ])
  })

  it('none is allowed on everything, but listing streams, which cannot be narrowed', () => {
    const onEverything = everybody.filter(({ resources }) => resources.some((one) => one === '"*"'))
    expect(onEverything.map(({ part, actions }) => [part, actions])).toEqual([['Dispatch', ['dynamodb:ListStreams']]])
  })

  it('none is allowed on a family of resources, but in buckets, where names are made, and sending to anybody', () => {
    const onFamilies = everybody.filter(({ resources }) => resources.some((one) => /[^"]\*/.test(one)))
    expect(onFamilies.map(({ part, actions }) => [part, actions])).toEqual([
      ['Api', ['s3:PutObject']],
      ['Api', ['s3:GetObject']],
      ['Console', ['s3:GetObject']],
      ['Dispatch', ['s3:PutObject']],
      ['Notify', ['ses:SendRawEmail']],
      ['Photos', ['s3:PutObject']],
      ['Photos', ['s3:GetObject']],
      ['Redraw', ['s3:DeleteObject', 's3:GetObject', 's3:PutObject']],
      ['Inbox', ['ses:SendRawEmail']],
      ['Inbox', ['s3:PutObject']],
      ['Inbox', ['s3:GetObject']],
      ['Hear', ['s3:PutObject']],
    ])
  })

  it('who signs for photos may let files in where nobody reads them, and read what was drawn anew', () => {
    const [bucket] = look.of('AWS::S3::Bucket').filter(({ id }) => id.startsWith('PhotoBucket'))
    const objects = (names: string) =>
      JSON.stringify({ 'Fn::Join': ['', [{ 'Fn::GetAtt': [bucket!.id, 'Arn'] }, `/${names}`]] })
    for (const part of ['Api', 'Photos']) {
      const onObjects = look
        .allowed(look.lambda(part))
        .filter(({ actions }) => actions.some((one) => one.startsWith('s3:')))
      expect(onObjects.map(({ actions, resources }) => [actions, resources])).toEqual([
        [['s3:PutObject'], [objects('incoming/*')]],
        [['s3:GetObject'], [objects('photos/*'), objects('tests/*')]],
      ])
    }
  })
})

describe('the table', () => {
  const table = look.one('AWS::DynamoDB::Table').id

  it('dispatch reads its stream and cannot touch an item', () => {
    const onTable = look
      .allowed(look.lambda('Dispatch'))
      .flatMap(({ resources }) => resources.filter((one) => one.includes(table)))
    expect(onTable).toEqual([JSON.stringify({ 'Fn::GetAtt': [table, 'StreamArn'] })])
  })

  it('everybody else reads and appends, the digest marks; the index is the sweep’s and the digest’s, who reads nothing else', () => {
    const item = JSON.stringify({ 'Fn::GetAtt': [table, 'Arn'] })
    expect(partsThat(({ resources }) => resources.includes(item))).toEqual(
      parts.filter((part) => part !== 'Dispatch').sort(),
    )
    expect(partsThat(does('dynamodb:', '/index/checks'))).toEqual(['Digest', 'Sweep'])
  })
})

describe('queues, timers and mail', () => {
  it('a queue is filled and emptied by those it joins, dead letters by nobody', () => {
    const filled = (queue: string) => partsThat(does('sqs:SendMessage', `"${queue}`))
    const emptied = (queue: string) => partsThat(does('sqs:ReceiveMessage', `"${queue}`))
    expect(filled('RoutingQueue')).toEqual(['Dispatch', 'Sweep'])
    expect(filled('NoticesQueue')).toEqual(['Deliver', 'Digest', 'Directory', 'Dispatch', 'Publish', 'Signin', 'Sweep'])
    expect(filled('RecordsQueue')).toEqual(['Dispatch', 'Sweep'])
    expect(filled('WebhooksQueue')).toEqual(['Deliver', 'Digest', 'Record'])
    expect(filled('TicksQueue')).toEqual(['Timer'])
    expect(filled('BouncesQueue')).toEqual([])
    expect(filled('IncomingQueue')).toEqual([])
    expect(filled('Unswept')).toEqual(['Canary', 'Digest', 'Hear', 'Learn', 'Rollup', 'Sweep'])
    expect(emptied('RoutingQueue')).toEqual(['Route'])
    expect(emptied('NoticesQueue')).toEqual(['Notify'])
    expect([filled('SocialHeard'), emptied('SocialHeard')]).toEqual([['Call', 'Hear', 'Listen'], ['Hear']])
    expect([filled('SocialSpeech'), emptied('SocialSpeech')]).toEqual([['Notify'], ['Notify']])
    expect(emptied('RecordsQueue')).toEqual(['Record'])
    expect(emptied('WebhooksQueue')).toEqual(['Deliver'])
    expect(emptied('TicksQueue')).toEqual(['Tick'])
    expect(emptied('BouncesQueue')).toEqual(['Bounce'])
    expect(emptied('IncomingQueue')).toEqual(['Inbox'])
    expect(emptied('Unswept')).toEqual([])
    expect(partsThat(does('sqs:', 'DeadLetters'))).toEqual([])
  })

  it('EventBridge fills the queues of bounces and photos, and uses the key for it: by our own rules, in our account', () => {
    const lets = ({ Properties }: { Properties: Record<string, unknown> }, policy: string) =>
      (Properties[policy] as { Statement: Record<string, unknown>[] }).Statement.filter(
        ({ Effect, Principal }) => Effect === 'Allow' && JSON.stringify(Principal).includes('events.amazonaws.com'),
      )
    const account = { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } }
    const rules = look.of('AWS::Events::Rule').filter(({ Properties }) => Properties['EventPattern'])
    const policies = look.of('AWS::SQS::QueuePolicy').flatMap((policy) => lets(policy, 'PolicyDocument'))
    const arns = (ours: RegExp) =>
      rules.filter(({ id }) => ours.test(id)).map(({ id }) => ({ 'Fn::GetAtt': [id, 'Arn'] }))
    const letIn = (queue: RegExp, sources: unknown) => ({
      Action: 'sqs:SendMessage',
      Resource: { 'Fn::GetAtt': [expect.stringMatching(queue), 'Arn'] },
      Condition: { ...account, ArnEquals: { 'aws:SourceArn': sources } },
    })
    expect(policies).toMatchObject([
      letIn(/^PhotoBucketQueue/, arns(/^Photo/)[0]),
      letIn(/^IncomingQueue/, arns(/^Incoming/)[0]),
      letIn(/^BouncesQueue/, arns(/^Feedback/)),
    ])
    expect(rules.length).toBe(5)
    const [granted, ...more] = lets(look.one('AWS::KMS::Key'), 'KeyPolicy')
    expect(more).toEqual([])
    expect(granted).toEqual({
      Effect: 'Allow',
      Principal: { Service: 'events.amazonaws.com' },
      Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
      Resource: '*',
    })
  })

  it('dispatch, tick and sweep arm timers, and can do nothing else with them', () => {
    expect(partsThat(does('states:', ''))).toEqual(['Canary', 'Dispatch', 'Sweep', 'Tick'])
    for (const { actions, resources } of everybody.filter(does('states:', ''))) {
      expect(actions).toEqual(['states:StartExecution'])
      expect(resources).toEqual([JSON.stringify({ Ref: timer.id })])
    }
  })

  it('notify sends mail, and inbox to whom it answers, from the region’s address alone', () => {
    expect(partsThat(does('ses:', ''))).toEqual(['Inbox', 'Notify'])
    const [sending, answering, ...more] = everybody.filter(does('ses:', ''))
    expect(more).toEqual([])
    expect({ ...answering, part: '' }).toEqual({ ...sending, part: '' })
    expect(sending).toMatchObject({
      actions: ['ses:SendRawEmail'],
      condition: { StringEquals: { 'ses:FromAddress': 'noreply@otklik-95.example' } },
    })
    const [set, identity, ...others] = [...sending!.resources].sort()
    expect(set).toContain(':configuration-set/')
    // In SES's sandbox the right to the recipient's identity is asked for, too.
    expect(identity).toContain(':identity/*')
    expect(others).toEqual([])
  })
})

describe('mails that come in', () => {
  const ours = {
    StringEquals: {
      'aws:SourceAccount': { Ref: 'AWS::AccountId' },
      'aws:SourceArn': {
        'Fn::Join': [
          '',
          ['arn:aws:ses:eu-central-1:', { Ref: 'AWS::AccountId' }, ':receipt-rule-set/otklik:receipt-rule/Otklik-95'],
        ],
      },
    },
  }
  const ofSes = (statement: object) => JSON.stringify(statement).includes('"ses.amazonaws.com"')
  const bucket = look.of('AWS::S3::Bucket').find(({ id }) => id.startsWith('IncomingBucket'))!

  it('are put by SES for this region’s own rule, and encrypted by the bucket', () => {
    const { Rule, RuleSetName } = look.one('AWS::SES::ReceiptRule').Properties
    expect([RuleSetName, Rule]).toEqual([
      'otklik',
      {
        Name: 'Otklik-95',
        Enabled: true,
        ScanEnabled: true,
        TlsPolicy: 'Optional',
        Recipients: ['in.otklik-95.example'],
        Actions: [{ S3Action: { BucketName: { Ref: bucket.id }, ObjectKeyPrefix: 'mail/' } }],
      },
    ])
    const policies = look
      .of('AWS::S3::BucketPolicy')
      .flatMap(({ Properties }) => (Properties['PolicyDocument'] as { Statement: object[] }).Statement)
    const { Statement } = look.one('AWS::KMS::Key').Properties['KeyPolicy'] as { Statement: object[] }
    expect([policies.filter(ofSes), Statement.filter(ofSes)]).toMatchObject([
      [
        {
          Action: 's3:PutObject',
          Resource: { 'Fn::Join': ['', [{ 'Fn::GetAtt': [bucket.id, 'Arn'] }, '/mail/*']] },
          Condition: ours,
        },
      ],
      [{ Action: ['kms:Decrypt', 'kms:GenerateDataKey*'], Condition: ours }],
    ])
  })

  it('are gone after their days', () => {
    const { LifecycleConfiguration } = bucket.Properties
    expect(LifecycleConfiguration).toEqual({ Rules: [{ Prefix: 'mail/', ExpirationInDays: 14, Status: 'Enabled' }] })
  })

  it('are read by inbox alone', () => {
    expect(partsThat(does('s3:', bucket.id))).toEqual(['Inbox'])
  })
})

describe('tokens of channels', () => {
  it('are read by whoever listens, hears and speaks, of the channels of the file alone', () => {
    const reads = everybody.filter(does('ssm:', ''))
    expect(reads.map(({ part, actions }) => [part, actions])).toEqual(
      ['Notify', 'Listen', 'Hear'].map((part) => [part, ['ssm:GetParameter']]),
    )
    for (const { resources } of reads)
      expect(resources.map((one) => /parameter\/otklik\/Otklik-95\/channels\/\w+/.exec(one)?.[0])).toEqual(
        ['max', 'telegram', 'vk'].map((id) => `parameter/otklik/Otklik-95/channels/${id}`),
      )
  })
})

describe('who may call', () => {
  it('the gateway calls the functions of the door, schedules call sweep, digest, rollup and learn, nobody calls the rest', () => {
    const callers = new Map<string, Set<string>>()
    for (const { Properties } of look.of('AWS::Lambda::Permission')) {
      const callee = idIn(Properties['FunctionName'])
      callers.set(callee, (callers.get(callee) ?? new Set()).add(String(Properties['Principal'])))
      expect(Properties['SourceArn'], callee).toBeDefined()
    }
    const of = (part: string) => [...(callers.get(look.lambda(part).id) ?? [])]
    for (const part of ['Api', 'Report', 'Respond', 'Track', 'Review', 'Publish', 'Listen']) {
      expect(of(part), part).toEqual(['apigateway.amazonaws.com'])
    }
    for (const part of ['Sweep', 'Digest', 'Rollup', 'Canary', 'Learn', 'Hear'])
      expect(of(part), part).toEqual(['events.amazonaws.com'])
    for (const part of ['Dispatch', 'Route', 'Notify', 'Record', 'Tick', 'Bounce', 'Deliver', 'Inbox'])
      expect(of(part), part).toEqual([])
  })
})
