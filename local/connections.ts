// Connects the parts of a stack as its template declares it: event-source mappings and schedules. Called by engine.ts.
import type { DatabaseSync } from 'node:sqlite'
import type { LocalFunction } from './functions.ts'
import type { Source } from './mapping.ts'
import type { Objects } from './objects.ts'
import { queueSource } from './queue-mapping.ts'
import type { Queues } from './queues.ts'
import type { Resolver } from './resolver.ts'
import { scheduleSource, type ScheduleSource } from './schedules.ts'
import { saveSetting, setting } from './state.ts'
import { type StreamFailure, streamSource } from './stream-mapping.ts'
import type { ReadStream } from './stream-record.ts'
import { resourcesOf, type Template } from './template.ts'

export interface Parts {
  readonly template: Template
  readonly resolver: Resolver
  readonly functions: ReadonlyMap<string, LocalFunction>
  readonly queues: Queues
  readonly objects: Objects
  readonly readerOf: (streamArn: string) => ReadStream
  /** Tells cheaply whether a table was written to. */
  readonly tableChanges: (() => number) | undefined
  readonly state: DatabaseSync
  readonly now: () => number
}

interface MappingProperties {
  readonly EventSourceArn: string
  readonly FunctionName: string
  readonly BatchSize?: number
  readonly FilterCriteria?: { Filters: { Pattern: string }[] }
  readonly FunctionResponseTypes?: string[]
  readonly BisectBatchOnFunctionError?: boolean
  readonly MaximumRetryAttempts?: number
  readonly MaximumRecordAgeInSeconds?: number
  readonly DestinationConfig?: { OnFailure?: { Destination: string } }
  readonly ScalingConfig?: { MaximumConcurrency?: number }
}

export function mappings(parts: Parts): { stream: boolean; queue?: string; source: Source }[] {
  const { template, resolver, queues } = parts
  return resourcesOf(template, 'AWS::Lambda::EventSourceMapping').map(([id, declared]) => {
    const properties = resolver.resolve(declared) as MappingProperties
    const target = functionOf(parts, properties.FunctionName)
    const reportsFailures = properties.FunctionResponseTypes?.includes('ReportBatchItemFailures') ?? false
    if (!properties.EventSourceArn.includes(':sqs:'))
      return { stream: true, source: stream(parts, id, properties, target, reportsFailures) }
    const queue = queues.find(properties.EventSourceArn)
    const concurrency = Math.min(
      properties.ScalingConfig?.MaximumConcurrency ?? target.settings.concurrency,
      target.settings.concurrency,
    )
    const source = queueSource(queues, {
      queue,
      target,
      batchSize: properties.BatchSize ?? 10,
      concurrency,
      reportsFailures,
    })
    return { stream: false, queue: queue.name, source }
  })
}

function stream(
  parts: Parts,
  id: string,
  properties: MappingProperties,
  target: LocalFunction,
  reportsFailures: boolean,
): Source {
  const { readerOf, state, now, tableChanges } = parts
  const destination = properties.DestinationConfig?.OnFailure?.Destination
  const mapping = {
    target,
    batchSize: properties.BatchSize ?? 100,
    filters: (properties.FilterCriteria?.Filters ?? []).map(
      ({ Pattern }) => JSON.parse(Pattern) as Record<string, unknown>,
    ),
    reportsFailures,
    bisects: properties.BisectBatchOnFunctionError ?? false,
    retries: properties.MaximumRetryAttempts ?? -1,
    maxAgeMs: (properties.MaximumRecordAgeInSeconds ?? -1) * 1000,
    onFailure: (failure: StreamFailure) => keepFailure(parts, id, destination, target, failure),
  }
  const name = `checkpoint.${id}`
  return streamSource(
    readerOf(properties.EventSourceArn),
    mapping,
    { read: () => setting(state, name), write: (value) => saveSetting(state, name, value) },
    now,
    tableChanges,
  )
}

/** Writes what could not be handled where the mapping says: whole to a bucket, as a pointer to a queue. */
function keepFailure(
  { objects, queues, now }: Parts,
  mapping: string,
  destination: string | undefined,
  target: LocalFunction,
  { records, condition, attempts }: StreamFailure,
) {
  if (!destination) return
  const at = new Date(now()).toISOString()
  const first = records[0]!
  const summary = {
    requestContext: {
      requestId: crypto.randomUUID(),
      functionArn: target.settings.arn,
      condition,
      approximateInvokeCount: attempts,
    },
    version: '1.0',
    timestamp: at,
    DDBStreamBatchInfo: {
      shardId: 'local',
      startSequenceNumber: first.dynamodb.SequenceNumber,
      endSequenceNumber: records.at(-1)!.dynamodb.SequenceNumber,
      batchSize: records.length,
      streamArn: first.eventSourceARN,
    },
  }
  if (destination.includes(':sqs:')) return void queues.send(queues.find(destination), JSON.stringify(summary))
  const key = `aws/lambda/${mapping}/local/${at.slice(0, 10).replaceAll('-', '/')}/${at.replaceAll(':', '.')}-${crypto.randomUUID()}`
  objects.put(
    destination.split(':').at(-1)!,
    key,
    Buffer.from(JSON.stringify({ ...summary, payload: JSON.stringify({ Records: records }) })),
  )
}

/** Schedules invoke asynchronously: tried three times, then given to the failure queue. */
export function schedules(parts: Parts): ScheduleSource[] {
  const { template, resolver, now } = parts
  return resourcesOf(template, 'AWS::Events::Rule').flatMap(([id, declared]) => {
    const {
      ScheduleExpression,
      Targets = [],
      State,
    } = resolver.resolve(declared) as {
      ScheduleExpression?: string
      Targets?: { Arn: string; Input?: string }[]
      State?: string
    }
    if (!ScheduleExpression || State === 'DISABLED') return []
    const fire = async (at: number) => {
      const event = {
        version: '0',
        id: crypto.randomUUID(),
        'detail-type': 'Scheduled Event',
        source: 'aws.events',
        time: new Date(at).toISOString(),
        resources: [id],
        detail: {},
      }
      for (const { Arn, Input } of Targets)
        await invokeAsync(parts, functionOf(parts, Arn), Input === undefined ? event : JSON.parse(Input))
    }
    return [scheduleSource({ expression: ScheduleExpression, fire }, now)]
  })
}

async function invokeAsync(parts: Parts, target: LocalFunction, event: unknown) {
  const config = resourcesOf(parts.template, 'AWS::Lambda::EventInvokeConfig')
    .map(
      ([, declared]) =>
        parts.resolver.resolve(declared) as {
          FunctionName: string
          MaximumRetryAttempts?: number
          DestinationConfig?: { OnFailure?: { Destination: string } }
        },
    )
    .find((one) => one.FunctionName === target.settings.name)
  const attempts = 1 + (config?.MaximumRetryAttempts ?? 2)
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const error = await target.invoke(event).then(
      () => undefined,
      (reason: unknown) => reason as Error,
    )
    if (!error) return
    const destination = config?.DestinationConfig?.OnFailure?.Destination
    if (attempt === attempts && destination) {
      parts.queues.send(
        parts.queues.find(destination),
        JSON.stringify({ requestPayload: event, responsePayload: error.message }),
      )
    }
  }
}

/** @throws Error where the stack has no such function */
export function functionOf({ functions }: Parts, reference: string): LocalFunction {
  const found = functions.get(reference.split(':').at(-1) ?? '')
  if (!found) throw new Error(`The stack has no function ${reference}.`)
  return found
}
