// Stands before the table engine where permissions are to be tried: a function may ask only what its role's policies let it,
// as on AWS. Who asks is known by the access key, which is the function's logical id; anybody else is the engine's owner.
import { connect, createServer, type Server, type Socket } from 'node:net'
import type { Resolver } from './resolver.ts'
import { type Asked, isAllowed, tableRightsOf } from './table-rights.ts'
import { type Resource, resourcesOf, type Template } from './template.ts'

/** Between head and body of HTTP/1.1. */
const HEAD_END = '\r\n\r\n'

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
  readonly #callers = new Set<Socket>()
  #rights: ReturnType<typeof tableRightsOf> | undefined
  #tables: Map<string, { readonly arn: string; readonly schema: Resource['Properties'] }> | undefined
  #server: Server | undefined

  constructor(template: Template, resolver: Resolver) {
    this.#template = template
    this.#resolver = resolver
  }

  /** Starts in front of an engine, on a port of 127.0.0.1 (0: a free one). @returns the address for the functions. */
  async start(target: string, port = 0): Promise<string> {
    const { hostname, port: behind } = new URL(target)
    const server = createServer({ noDelay: true }, (caller) => {
      this.#callers.add(caller)
      caller.once('close', () => this.#callers.delete(caller))
      this.#pass(caller, connect({ host: hostname, port: Number(behind), noDelay: true }))
    })
    this.#server = server
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(server.address() as { port: number }).port}`
  }

  stop(): void {
    for (const caller of this.#callers) caller.destroy()
    this.#server?.close()
  }

  /** Hands on request after request, each when it is whole, and what comes back as it is: no caller asks again before it was answered. */
  #pass(caller: Socket, engine: Socket): void {
    let came = Buffer.alloc(0)
    caller.on('data', (chunk) => {
      came = Buffer.concat([came, chunk])
      for (let size = sizeOf(came); size <= came.length; size = sizeOf(came)) {
        const request = came.subarray(0, size)
        const refusal = this.#refusalOf(request)
        if (refusal) caller.write(refusal)
        else engine.write(request)
        came = came.subarray(size)
      }
    })
    engine.on('data', (chunk) => caller.write(chunk))
    for (const [one, other] of [
      [caller, engine],
      [engine, caller],
    ] as const)
      one.on('error', () => one.destroy()).once('close', () => other.destroy())
  }

  /** The reply to a request (HTTP/1.1) that may not be made. */
  #refusalOf(request: Buffer): string | undefined {
    const end = request.indexOf(HEAD_END)
    const head = request.toString('latin1', 0, end)
    const who = /^authorization: \S+ Credential=(\w+)\//im.exec(head)?.[1] ?? ''
    const operation = /^x-amz-target: \w+\.(\w+)/im.exec(head)?.[1] ?? ''
    const refused = this.#refused(who, operation, request.subarray(end + HEAD_END.length))
    if (!refused) return undefined
    const Message = `${who} is not authorized to perform dynamodb:${refused.action} on ${refused.resource} with ${refused.leadingKeys.join(', ')}`
    const body = JSON.stringify({ __type: 'com.amazon.coral.service#AccessDeniedException', Message })
    const type = 'content-type: application/x-amz-json-1.0'
    return `HTTP/1.1 400 Bad Request\r\n${type}\r\ncontent-length: ${Buffer.byteLength(body)}${HEAD_END}${body}`
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
    if (operation === 'BatchWriteItem') {
      const tables = Object.entries(body['RequestItems'] as Record<string, Record<string, Query>[]>)
      return tables.flatMap(([TableName, writes]) =>
        writes.flatMap((write) => Object.values(write).map((one) => this.#one(operation, { ...one, TableName }))),
      )
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
    this.#tables ??= new Map(
      resourcesOf(this.#template, 'AWS::DynamoDB::Table').map(([id, schema]) => {
        const arn = this.#resolver.text({ 'Fn::GetAtt': [id, 'Arn'] })
        return [this.#resolver.ref(id), { arn, schema }]
      }),
    )
    return this.#tables.get(name)!
  }
}

/** What the condition of a Query asks of the key's first attribute: always one value. */
function valueInCondition(query: Query, attribute: string): string | undefined {
  const { KeyConditionExpression = '', ExpressionAttributeNames: names = {}, ExpressionAttributeValues: values } = query
  for (const [, name = '', value = ''] of KeyConditionExpression.matchAll(/([#\w]+)\s*=\s*(:\w+)/g))
    if ((names[name] ?? name) === attribute) return values?.[value]?.S
  return undefined
}

/** How long the first request in these bytes is, with its body; Infinity while that cannot be told. */
function sizeOf(bytes: Buffer): number {
  const end = bytes.indexOf(HEAD_END)
  if (end < 0) return Infinity
  const [, length = '0'] = /^content-length: *(\d+)/im.exec(bytes.toString('latin1', 0, end)) ?? []
  return end + HEAD_END.length + Number(length)
}
