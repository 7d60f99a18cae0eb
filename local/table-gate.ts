// Stands before the table engine where permissions are to be tried: a function may ask only what its role's policies let it,
// as on AWS. Who asks is known by the access key, which is the function's logical id; anybody else is the engine's owner.
import { Agent, createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import { KEEP_ALIVE } from './keep-alive.ts'
import type { Resolver } from './resolver.ts'
import { type Asked, isAllowed, tableRightsOf } from './table-rights.ts'
import { resourcesOf, type Template } from './template.ts'

type Item = Record<string, { readonly S?: string } | undefined>
interface Query {
  readonly TableName: string
  readonly IndexName?: string
  readonly Key?: Item
  readonly Item?: Item
  readonly KeyConditionExpression?: string
  readonly ExpressionAttributeNames?: Record<string, string>
  readonly ExpressionAttributeValues?: Item
}
interface KeySchema {
  readonly KeySchema: readonly { readonly AttributeName: string }[]
}

export class TableGate {
  readonly #template: Template
  readonly #resolver: Resolver
  readonly #agent = new Agent({ keepAlive: true })
  #rights: ReturnType<typeof tableRightsOf> | undefined
  #server: Server | undefined

  constructor(template: Template, resolver: Resolver) {
    this.#template = template
    this.#resolver = resolver
  }

  /** Starts in front of an engine. @returns the address for the functions. */
  async start(target: string): Promise<string> {
    const server = createServer(KEEP_ALIVE, (asked, reply) => {
      void this.#pass(target, asked, reply).catch((error: unknown) => reply.writeHead(502).end(String(error)))
    })
    this.#server = server
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(server.address() as { port: number }).port}`
  }

  stop(): void {
    this.#server?.closeAllConnections()
    this.#server?.close()
    this.#agent.destroy()
  }

  async #pass(target: string, asked: IncomingMessage, reply: ServerResponse): Promise<void> {
    const body = Buffer.concat((await asked.toArray()) as Buffer[])
    const authorization = asked.headers.authorization ?? ''
    const who = /Credential=(\w+)\//.exec(authorization)?.[1] ?? ''
    const operation = String(asked.headers['x-amz-target'] ?? '').split('.')[1] ?? ''
    const refused = this.#refused(who, operation, body)
    if (refused) {
      const Message = `${who} is not authorized to perform dynamodb:${refused.action} on ${refused.resource} with ${refused.leadingKeys.join(', ')}`
      reply.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' })
      reply.end(JSON.stringify({ __type: 'com.amazon.coral.service#AccessDeniedException', Message }))
      return
    }
    const { host: _, connection: __, ...others } = asked.headers
    const headers = {
      ...others,
      authorization: authorization.replace(`Credential=${who}/`, 'Credential=local/'),
      'accept-encoding': 'identity',
    }
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      request(target, { method: 'POST', agent: this.#agent, headers }, resolve).once('error', reject).end(body)
    })
    reply.writeHead(answer.statusCode!, { 'content-type': answer.headers['content-type'] ?? '' })
    reply.end(Buffer.concat((await answer.toArray()) as Buffer[]))
  }

  #refused(who: string, operation: string, body: Buffer): Asked | undefined {
    this.#rights ??= tableRightsOf(this.#template, this.#resolver)
    const rights = this.#rights.get(who)
    if (!rights) return undefined
    const asked = this.#asked(operation, JSON.parse(body.toString()) as Record<string, unknown>)
    return asked.find((one) => !isAllowed(rights, one))
  }

  /** IAM asks for each item of a transaction by itself. */
  #asked(operation: string, body: Record<string, unknown>): Asked[] {
    if (operation === 'TransactWriteItems') {
      const entries = (body['TransactItems'] as Record<string, Query>[]).flatMap((one) => Object.entries(one))
      return entries.map(([what, query]) =>
        this.#one(what === 'ConditionCheck' ? 'ConditionCheckItem' : `${what}Item`, query),
      )
    }
    if (operation === 'BatchGetItem') {
      const tables = Object.entries(body['RequestItems'] as Record<string, { Keys: Item[] }>)
      return tables.flatMap(([TableName, { Keys }]) => Keys.map((Key) => this.#one(operation, { TableName, Key })))
    }
    return [this.#one(operation, body as unknown as Query)]
  }

  #one(action: string, query: Query): Asked {
    const { arn, schema } = this.#tableOf(query.TableName)
    const { IndexName } = query
    const indexes = (schema['GlobalSecondaryIndexes'] ?? []) as unknown as ({ IndexName: string } & KeySchema)[]
    const index = indexes.find((one) => one.IndexName === IndexName)
    const first = (index ?? (schema as unknown as KeySchema)).KeySchema[0]!.AttributeName
    const value = (query.Key ?? query.Item)?.[first]?.S ?? valueInCondition(query, first)
    return {
      action,
      resource: IndexName ? `${arn}/index/${IndexName}` : arn,
      leadingKeys: value === undefined ? [] : [value],
    }
  }

  #tableOf(name: string) {
    const [id, schema] = resourcesOf(this.#template, 'AWS::DynamoDB::Table').find(
      ([one]) => this.#resolver.ref(one) === name,
    )!
    return { arn: this.#resolver.text({ 'Fn::GetAtt': [id, 'Arn'] }), schema }
  }
}

/** What the condition of a Query asks of the key's first attribute: always one value. */
function valueInCondition(query: Query, attribute: string): string | undefined {
  const { KeyConditionExpression = '', ExpressionAttributeNames: names = {}, ExpressionAttributeValues: values } = query
  for (const [, name = '', value = ''] of KeyConditionExpression.matchAll(/([#\w]+)\s*=\s*(:\w+)/g))
    if ((names[name] ?? name) === attribute) return values?.[value]?.S
  return undefined
}
