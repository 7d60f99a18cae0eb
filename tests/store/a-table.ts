// A table of its own for a test file: keys and index as in lib/case-table.ts, on the embedded engine, reached by the
// functions' own client.
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DeleteCommand, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { type Key, table } from '../../functions/store/table.ts'
import { startTableEngine } from '../../local/dynamo.ts'
import { createTable } from '../../tools/create-table.ts'
import { reachTable } from '../../tools/region-table.ts'

const ENDPOINT = 'AWS_ENDPOINT_URL_DYNAMODB'

type Item = Record<string, unknown>

export interface TestTable {
  readonly tableName: string
  get(key: Key): Promise<Item | undefined>
  put(item: Key | Item): Promise<void>
  remove(key: Key): Promise<void>
  /** Every item of a case, as stored. */
  partition(caseId: string): Promise<Item[]>
  end(): Promise<void>
}

export async function startTable(): Promise<TestTable> {
  const dataDir = mkdtempSync(join(tmpdir(), 'a-table-'))
  const given = process.env[ENDPOINT]
  const engine = await startTableEngine(dataDir)
  reachTable(engine.url)
  // The client keeps the first endpoint it was told; test files that share a process have one after another.
  const { hostname, port } = new URL(engine.url)
  table.middlewareStack.add(
    (next) => (args) => {
      Object.assign(args.request as object, { hostname, port: Number(port) })
      return next(args)
    },
    { step: 'build', name: 'to this engine', override: true },
  )
  const tableName = `Cases-${randomUUID()}`
  await createTable(tableName)
  return {
    tableName,
    get: async ({ pk, sk }) => (await table.send(new GetCommand({ TableName: tableName, Key: { pk, sk } }))).Item,
    put: async (Item) => void (await table.send(new PutCommand({ TableName: tableName, Item }))),
    remove: async (Key) => void (await table.send(new DeleteCommand({ TableName: tableName, Key }))),
    async partition(caseId) {
      const { Items = [] } = await table.send(
        new QueryCommand({
          TableName: tableName,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': `C#${caseId}` },
        }),
      )
      return Items
    },
    async end() {
      await engine.stop()
      if (given) process.env[ENDPOINT] = given
      else delete process.env[ENDPOINT]
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
