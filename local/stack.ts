// Creates what a stack declares, in the order of its dependencies: table and queues first, then the functions that are
// told of them, then what connects the two. Called by engine.ts.
import type { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import { DescribeStreamCommand } from '@aws-sdk/client-dynamodb-streams'
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import {
  CreateTableCommand,
  DescribeTableCommand,
  ResourceNotFoundException,
  type CreateTableCommandInput,
} from '@aws-sdk/client-dynamodb'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { Executions } from './executions.ts'
import { LocalFunction, REGION_FILE } from './functions.ts'
import type { Clock } from './clock.ts'
import type { Objects } from './objects.ts'
import type { Queues } from './queues.ts'
import { ACCOUNT, REGION, type Resolver } from './resolver.ts'
import { type Definition, unsupported } from './states.ts'
import { resourcesOf, type Template } from './template.ts'
import type { WarmWorkers } from './warm-workers.ts'

/** Workers of a function: more than there are cores would only be more code to load and to warm up. */
const MAX_WORKERS = Math.max(2, Math.min(4, availableParallelism()))

export interface Made {
  readonly functions: ReadonlyMap<string, LocalFunction>
  readonly tables: readonly { readonly name: string; readonly ttl?: string }[]
}

export interface Making {
  readonly template: Template
  readonly resolver: Resolver
  readonly queues: Queues
  readonly objects: Objects
  readonly executions: Executions
  readonly dynamo: DynamoDBClient
  readonly streams: DynamoDBStreamsClient
  readonly clock: Clock
  readonly awsUrl: string
  readonly environment: Readonly<Record<string, string>>
  readonly logFolder: string
  /** Ends the names of tables, so that who has known another of the same name does not take it for this one. */
  readonly mark?: string
  readonly warm?: WarmWorkers
}

const arn = (service: string, rest: string) => `arn:aws:${service}:${REGION}:${ACCOUNT}:${rest}`

export async function makeStack(making: Making): Promise<Made> {
  makeBuckets(making)
  makeQueues(making)
  nameMail(making)
  nameMachinesAndApis(making)
  const tables = await makeTables(making)
  const functions = makeFunctions(making)
  makeMachines(making)
  return { functions, tables }
}

function makeBuckets({ template, resolver, objects }: Making) {
  for (const [id, properties] of resourcesOf(template, 'AWS::S3::Bucket')) {
    const name = String(properties['BucketName'] ?? id.toLowerCase())
    objects.addBucket(name, settingsOf(id, resolver.resolve(properties) as BucketProperties))
    resolver.set(id, name, { Arn: `arn:aws:s3:::${name}` })
  }
}

interface BucketProperties {
  readonly NotificationConfiguration?: {
    readonly EventBridgeConfiguration?: { readonly EventBridgeEnabled?: boolean }
  }
  readonly LifecycleConfiguration?: {
    readonly Rules: readonly { readonly Status: string; readonly Prefix?: string; readonly ExpirationInDays?: number }[]
  }
}

/** @throws Error naming a notification that would never come */
function settingsOf(id: string, { NotificationConfiguration = {}, LifecycleConfiguration }: BucketProperties) {
  const { EventBridgeConfiguration, ...others } = NotificationConfiguration
  const unknown = Object.keys(others)
  if (unknown.length > 0) throw new Error(`The local engine does not know ${unknown.join(', ')} of the bucket ${id}.`)
  const rules = LifecycleConfiguration?.Rules ?? []
  const expirations = rules.flatMap(({ Status, Prefix = '', ExpirationInDays: days }) =>
    Status === 'Enabled' && days ? [{ prefix: Prefix, days }] : [],
  )
  return { tells: EventBridgeConfiguration?.EventBridgeEnabled ?? EventBridgeConfiguration !== undefined, expirations }
}

function makeQueues({ template, resolver, queues, awsUrl }: Making) {
  const declared = resourcesOf(template, 'AWS::SQS::Queue')
  for (const [id, properties] of declared) {
    const name = String(properties['QueueName'] ?? id)
    if (properties['FifoQueue']) throw new Error(`The local engine cannot run the FIFO queue ${id}.`)
    resolver.set(id, `${awsUrl}/${ACCOUNT}/${name}`, { Arn: arn('sqs', name), QueueName: name })
  }
  for (const [id, properties] of declared) {
    const redrive = resolver.resolve(properties['RedrivePolicy']) as
      { deadLetterTargetArn: string; maxReceiveCount: number } | undefined
    const seconds = (name: string, otherwise: number) => Number(properties[name] ?? otherwise) * 1000
    const url = resolver.ref(id)
    const name = url.split('/').at(-1)!
    queues.add({
      name,
      url,
      arn: arn('sqs', name),
      visibilityMs: seconds('VisibilityTimeout', 30),
      delayMs: seconds('DelaySeconds', 0),
      retentionMs: seconds('MessageRetentionPeriod', 345_600),
      ...(redrive && { redrive: { arn: redrive.deadLetterTargetArn, maxReceives: redrive.maxReceiveCount } }),
    })
  }
}

function nameMail({ template, resolver }: Making) {
  for (const [id, properties] of resourcesOf(template, 'AWS::SES::EmailIdentity'))
    resolver.set(id, resolver.text(properties['EmailIdentity']))
  for (const [id, properties] of resourcesOf(template, 'AWS::SES::ConfigurationSet'))
    resolver.set(id, String(properties['Name'] ?? id))
}

function nameMachinesAndApis({ template, resolver }: Making) {
  for (const [id] of resourcesOf(template, 'AWS::StepFunctions::StateMachine')) {
    const machine = arn('states', `stateMachine:${id}`)
    resolver.set(id, machine, { Arn: machine, Name: id })
  }
  for (const [id, properties] of resourcesOf(template, 'AWS::ApiGateway::Stage'))
    resolver.set(id, String(properties['StageName']))
}

async function makeTables({ template, resolver, dynamo, streams, mark = '' }: Making) {
  const tables = []
  for (const [id, declared] of resourcesOf(template, 'AWS::DynamoDB::Table')) {
    const properties = resolver.resolve(declared) as Record<string, never>
    const name = String(properties['TableName'] ?? `${template.name}-${id}${mark}`)
    const stream = properties['StreamSpecification'] as unknown as { StreamViewType: 'NEW_IMAGE' } | undefined
    const input: CreateTableCommandInput = {
      TableName: name,
      KeySchema: properties['KeySchema'],
      AttributeDefinitions: properties['AttributeDefinitions'],
      GlobalSecondaryIndexes: properties['GlobalSecondaryIndexes'],
      BillingMode: 'PAY_PER_REQUEST',
      ...(stream && { StreamSpecification: { StreamEnabled: true, StreamViewType: stream.StreamViewType } }),
    }
    const described = await dynamo.send(new DescribeTableCommand({ TableName: name })).catch(async (error: unknown) => {
      if (!(error instanceof ResourceNotFoundException)) throw error
      await dynamo.send(new CreateTableCommand(input))
      return dynamo.send(new DescribeTableCommand({ TableName: name }))
    })
    const streamArn = described.Table?.LatestStreamArn
    if (streamArn) await streams.send(new DescribeStreamCommand({ StreamArn: streamArn }))
    resolver.set(id, name, { Arn: arn('dynamodb', `table/${name}`), ...(streamArn && { StreamArn: streamArn }) })
    const ttl = properties['TimeToLiveSpecification'] as unknown as
      { AttributeName: string; Enabled: boolean } | undefined
    tables.push({ name, ...(ttl?.Enabled && { ttl: ttl.AttributeName }) })
  }
  return tables
}

function makeFunctions({ template, resolver, clock, environment, logFolder, warm }: Making) {
  const functions = new Map<string, LocalFunction>()
  for (const [id] of resourcesOf(template, 'AWS::Lambda::Function'))
    resolver.set(id, id, { Arn: arn('lambda', `function:${id}`) })
  for (const [id, declared] of resourcesOf(template, 'AWS::Lambda::Function')) {
    const { Code, Handler, Runtime, Timeout, Environment, ReservedConcurrentExecutions } = resolver.resolve(
      declared,
    ) as {
      Code: { S3Key: string }
      Handler: string
      Runtime: string
      Timeout?: number
      Environment?: { Variables?: Record<string, string> }
      ReservedConcurrentExecutions?: number
    }
    if (!Runtime.startsWith('nodejs')) throw new Error(`The local engine cannot run ${id}: its runtime is ${Runtime}.`)
    const directory = template.assetFolder(Code.S3Key)
    const settings = {
      name: id,
      arn: arn('lambda', `function:${id}`),
      directory,
      handler: Handler,
      timeoutMs: (Timeout ?? 3) * 1000,
      environment: {
        ...{ ...environment, ...Environment?.Variables, AWS_LAMBDA_FUNCTION_NAME: id },
        // By it the table's gate knows who asks.
        AWS_ACCESS_KEY_ID: id,
        // Workers that are kept warm work for another region next; no deployed stack says so.
        LOCAL_REGION_FILE: join(directory, REGION_FILE),
      },
      concurrency: Math.min(MAX_WORKERS, ReservedConcurrentExecutions ?? MAX_WORKERS),
    }
    functions.set(id, new LocalFunction(settings, clock, logFolder, warm))
  }
  return functions
}

/** @throws Error naming every state that the engine cannot run. */
function makeMachines({ template, resolver, executions }: Making) {
  for (const [id, properties] of resourcesOf(template, 'AWS::StepFunctions::StateMachine')) {
    const definition = resolver.text(properties['DefinitionString'])
    const refused = unsupported(JSON.parse(definition) as Definition)
    if (refused.length > 0)
      throw new Error(`The local engine cannot run the state machine ${id}: ${refused.join(', ')}.`)
    executions.add({ arn: resolver.ref(id), definition })
  }
}
