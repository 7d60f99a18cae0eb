// Speaks the wire protocols of the services the engine stands in for, as the unmodified SDK clients do: JSON 1.0 for
// SQS, Step Functions and SSM, the query protocol for SES, REST for S3, all at one address on loopback, and beside them the social networks. Called by engine.ts.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { KEEP_ALIVE } from './keep-alive.ts'
import type { Executions } from './executions.ts'
import type { Mails } from './mails.ts'
import type { Clock } from './clock.ts'
import { answerNetworks, type Networks } from './networks/serve.ts'
import { objectRequest } from './object-requests.ts'
import type { Objects } from './objects.ts'
import type { Parameters } from './parameters.ts'
import { type Queues, ServiceError } from './queues.ts'
import { NETWORKS_PATH } from './sdk-environment.ts'

export interface Services {
  readonly queues: Queues
  readonly executions: Executions
  readonly mails: Mails
  readonly objects: Objects
  readonly parameters: Parameters
  /** What the social networks know; their address is that of the services. */
  readonly networks: (base: string) => Networks
  readonly clock: Clock
  readonly counts: Map<string, number>
}

type Input = Record<string, unknown>
const LONG_POLL_STEP_MS = 1_000

/** Serves the services on a port of 127.0.0.1 (0: a free one). */
export async function serveAws(services: Services, port = 0): Promise<{ server: Server; url: string }> {
  const server = createServer(KEEP_ALIVE, (request, response) => {
    const { port: own } = server.address() as { port: number }
    void answer(services, `http://127.0.0.1:${own}`, request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error))
    })
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return { server, url: `http://127.0.0.1:${(server.address() as { port: number }).port}` }
}

async function answer(services: Services, url: string, request: IncomingMessage, response: ServerResponse) {
  const body = Buffer.concat(await request.toArray())
  if (request.url?.startsWith(NETWORKS_PATH)) {
    const networks = services.networks(`${url}${NETWORKS_PATH}`)
    return answerNetworks(networks, request, request.url.slice(NETWORKS_PATH.length), body, response)
  }
  const target = request.headers['x-amz-target']
  if (typeof target === 'string') return json(services, target, body, response)
  if (request.headers['content-type']?.startsWith('application/x-www-form-urlencoded'))
    return query(services, body, response)
  count(services, `S3.${request.method}`)
  return objectRequest(services, request, body, response)
}

async function json(services: Services, target: string, body: Buffer, response: ServerResponse) {
  const [service, operation = ''] = target.split('.')
  count(services, target)
  try {
    const input = JSON.parse(body.toString() || '{}') as Input
    const output =
      service === 'AmazonSQS'
        ? await sqs(services.queues, operation, input)
        : service === 'AmazonSSM'
          ? services.parameters.answer(operation, input)
          : sfn(services.executions, operation, input)
    response.writeHead(200, { 'Content-Type': 'application/x-amz-json-1.0' }).end(JSON.stringify(output ?? {}))
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error
    const headers = { 'Content-Type': 'application/x-amz-json-1.0', 'x-amzn-query-error': `${error.code};Sender` }
    response
      .writeHead(error.status, headers)
      .end(JSON.stringify({ __type: `com.amazonaws#${error.code}`, message: error.message }))
  }
}

async function sqs(queues: Queues, operation: string, input: Input): Promise<unknown> {
  if (operation === 'ListQueues') return { QueueUrls: queues.all().map((queue) => queue.url) }
  if (operation === 'GetQueueUrl') return { QueueUrl: queues.find(String(input['QueueName'])).url }
  const queue = queues.find(String(input['QueueUrl']))
  const entries = (input['Entries'] ?? []) as Input[]
  if (operation.endsWith('Batch') && (entries.length === 0 || entries.length > 10)) {
    throw new ServiceError('AWS.SimpleQueueService.TooManyEntriesInBatchRequest', 'A batch has 1 to 10 entries.')
  }
  const each = (work: (entry: Input) => object | void) => ({
    Successful: queues.inOne(() => entries.map((entry) => ({ Id: entry['Id'], ...work(entry) }))),
    Failed: [],
  })
  switch (operation) {
    case 'SendMessage':
      return queues.send(
        queue,
        String(input['MessageBody']),
        input['MessageAttributes'],
        input['DelaySeconds'] as number | undefined,
      )
    case 'SendMessageBatch':
      return each((entry) =>
        queues.send(
          queue,
          String(entry['MessageBody']),
          entry['MessageAttributes'],
          entry['DelaySeconds'] as number | undefined,
        ),
      )
    case 'ReceiveMessage': {
      const visibility = input['VisibilityTimeout'] as number | undefined
      const max = Number(input['MaxNumberOfMessages'] ?? 1)
      for (let left = Number(input['WaitTimeSeconds'] ?? 0) * 1000; ; left -= LONG_POLL_STEP_MS) {
        const Messages = queues.receive(queue, max, visibility === undefined ? undefined : visibility * 1000)
        if (Messages.length > 0) return { Messages }
        if (left <= 0) return {}
        await queues.changed(Math.min(left, LONG_POLL_STEP_MS), queue.name)
      }
    }
    case 'DeleteMessage':
      return queues.remove(String(input['ReceiptHandle']))
    case 'DeleteMessageBatch':
      return each((entry) => queues.remove(String(entry['ReceiptHandle'])))
    case 'ChangeMessageVisibility':
      return queues.changeVisibility(String(input['ReceiptHandle']), Number(input['VisibilityTimeout']) * 1000)
    case 'ChangeMessageVisibilityBatch':
      return each((entry) =>
        queues.changeVisibility(String(entry['ReceiptHandle']), Number(entry['VisibilityTimeout']) * 1000),
      )
    case 'PurgeQueue':
      return queues.purge(queue)
    case 'GetQueueAttributes': {
      const { visible, hidden } = queues.depth(queue)
      return {
        Attributes: {
          QueueArn: queue.arn,
          VisibilityTimeout: String(queue.visibilityMs / 1000),
          ApproximateNumberOfMessages: String(visible),
          ApproximateNumberOfMessagesNotVisible: String(hidden),
        },
      }
    }
    default:
      throw new ServiceError('InvalidAction', `The local engine does not offer SQS ${operation}.`)
  }
}

function sfn(executions: Executions, operation: string, input: Input): unknown {
  switch (operation) {
    case 'StartExecution':
      return executions.start(
        String(input['stateMachineArn']),
        String(input['name'] ?? crypto.randomUUID()),
        String(input['input'] ?? '{}'),
      )
    case 'DescribeExecution':
      return executions.describe(String(input['executionArn']))
    case 'ListExecutions':
      return executions.list(String(input['stateMachineArn']), input['statusFilter'] as string | undefined)
    case 'StopExecution':
      return executions.stop(String(input['executionArn']))
    default:
      throw new ServiceError('InvalidAction', `The local engine does not offer Step Functions ${operation}.`)
  }
}

async function query(services: Services, body: Buffer, response: ServerResponse) {
  const form = new URLSearchParams(body.toString())
  const action = form.get('Action') ?? ''
  count(services, `SES.${action}`)
  try {
    const result = await ses(services.mails, action, form)
    response
      .writeHead(200, { 'Content-Type': 'text/xml' })
      .end(
        `<${action}Response xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><${action}Result>${result}</${action}Result><ResponseMetadata><RequestId>local</RequestId></ResponseMetadata></${action}Response>`,
      )
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error
    response
      .writeHead(error.status, { 'Content-Type': 'text/xml' })
      .end(
        `<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><Error><Type>Sender</Type><Code>${error.code}</Code><Message>${error.message}</Message></Error><RequestId>local</RequestId></ErrorResponse>`,
      )
  }
}

async function ses(mails: Mails, action: string, form: URLSearchParams): Promise<string> {
  switch (action) {
    case 'SendRawEmail': {
      const destinations = valuesOf(form, /^Destinations\.member\./)
      const names = valuesOf(form, /^Tags\.member\.\d+\.Name$/)
      const values = valuesOf(form, /^Tags\.member\.\d+\.Value$/)
      const raw = Buffer.from(form.get('RawMessage.Data') ?? '', 'base64')
      const tags = tagsOf(names, values)
      const [source, configurationSet] = ['Source', 'ConfigurationSetName'].map((name) => form.get(name) ?? undefined)
      return `<MessageId>${await mails.accept(raw, { source, destinations, configurationSet, tags })}</MessageId>`
    }
    case 'GetSendQuota':
      return '<Max24HourSend>200.0</Max24HourSend><MaxSendRate>14.0</MaxSendRate><SentLast24Hours>0.0</SentLast24Hours>'
    default:
      throw new ServiceError('InvalidAction', `The local engine does not offer SES ${action}.`)
  }
}

function valuesOf(form: URLSearchParams, name: RegExp): string[] {
  return [...form].filter(([key]) => name.test(key)).map(([, value]) => value)
}

/** @throws ServiceError for what SES would not take. */
function tagsOf(names: readonly string[], values: readonly string[]): Record<string, string> {
  if ([...names, ...values].some((text) => !/^[\w-]{1,256}$/.test(text)))
    throw new ServiceError('InvalidParameterValue', 'A tag has letters, digits, hyphens and underscores, 256 at most.')
  return Object.fromEntries(names.map((name, index) => [name, values[index] ?? '']))
}

function count({ counts }: Services, name: string) {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}
