// Stands between the functions and the table engine and adds up the capacity each request consumes, as the engine
// reports it by the rules of DynamoDB. Nothing else is changed. Called by npm run bench.
import { createServer, request as forward, type Server } from 'node:http'
import { type Asked, type Consumed, partsOf, type Units } from './parts-of.ts'

export interface Capacity {
  requests: number
  readUnits: number
  writeUnits: number
  /** Requests by operation. */
  operations: Record<string, number>
  /** Units by what they are for. */
  parts: Record<string, Units>
}

const reading = /^(GetItem|Query|BatchGetItem|TransactGetItems)$/

export class CapacityProxy {
  readonly total: Capacity = { requests: 0, readUnits: 0, writeUnits: 0, operations: {}, parts: {} }
  #server: Server | undefined

  /** Starts in front of an engine. @returns the address for the clients. */
  async start(target: string): Promise<string> {
    this.#server = createServer((incoming, outgoing) => {
      void incoming.toArray().then((chunks: Buffer[]) => {
        const operation = String(incoming.headers['x-amz-target'] ?? '').split('.')[1] ?? ''
        const asked = JSON.parse(Buffer.concat(chunks).toString()) as Asked
        const body = Buffer.from(JSON.stringify({ ...asked, ReturnConsumedCapacity: 'INDEXES' }))
        const headers = { ...incoming.headers, 'content-length': String(body.length) }
        const onward = forward(target + (incoming.url ?? '/'), { method: 'POST', headers }, (reply) => {
          void reply.toArray().then((parts: Buffer[]) => {
            const answer = Buffer.concat(parts)
            this.#count(operation, asked, answer)
            const { 'x-amz-crc32': _, ...rest } = reply.headers
            outgoing
              .writeHead(reply.statusCode ?? 500, { ...rest, 'content-length': String(answer.length) })
              .end(answer)
          })
        })
        onward.on('error', (error) => outgoing.writeHead(502).end(String(error)))
        onward.end(body)
      })
    })
    const server = this.#server
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(server.address() as { port: number }).port}`
  }

  stop(): void {
    this.#server?.closeAllConnections()
    this.#server?.close()
  }

  #count(operation: string, asked: Asked, answer: Buffer) {
    // However many cases there are, a container reads calendar and directory now and then, and training looks at each day of the time
    // behind it: that is no part of a life (decisions 55, 69).
    if (reading.test(operation) && /"(?:G#|ended#)/.test(JSON.stringify(asked))) return
    this.total.requests += 1
    this.total.operations[operation] = (this.total.operations[operation] ?? 0) + 1
    const { ConsumedCapacity } = JSON.parse(answer.toString() || '{}') as { ConsumedCapacity?: Consumed | Consumed[] }
    for (const consumed of [ConsumedCapacity ?? []].flat()) {
      const kind = reading.test(operation) ? 'readUnits' : 'writeUnits'
      this.total[kind] += consumed.CapacityUnits
      for (const [part, units] of Object.entries(partsOf(asked, consumed)))
        (this.total.parts[part] ??= { readUnits: 0, writeUnits: 0 })[kind] += units
    }
  }
}
