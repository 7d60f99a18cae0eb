// Starts a region on this machine: its stack synthesized and run on the local engine, with a key to try it. Called by
// npm start, the bench, the simulator and the journey tests.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb'
import { holdData } from '../local/data-lock.ts'
import { type Engine, startEngine } from '../local/engine.ts'
import type { WarmWorkers } from '../local/warm-workers.ts'
import { newIntegratorKey } from '../functions/intake/integrator-key.ts'
import { stackName } from '../regions/stages.ts'
import { connectAll } from './channels/on-this-machine.ts'
import { synthesizeOnce } from './synthesize.ts'

export interface LocalRegion {
  readonly engine: Engine
  /** The key of the integrator "demo". */
  readonly key: string
  readonly dataDir: string
  readonly document: DynamoDBDocumentClient
  readonly tableName: string
}

export interface LocalOptions {
  readonly region: string
  readonly dataDir: string
  readonly port?: number
  readonly mailboxPort?: number
  readonly smtpPort?: number
  readonly networksPort?: number
  /** Whether its channels are made known to the simulator of social networks. */
  readonly channels?: boolean
  /** A cloud assembly made before; without it the stack is synthesized. */
  readonly assembly?: string
  readonly startAt?: string
  /** Whether its time stands still but for `advance`. */
  readonly standing?: boolean
  /** Put in front of the table engine. */
  readonly tableProxy?: (url: string) => Promise<string>
  /** Whether its functions may do with the table only what the policies of their roles say. */
  readonly permissions?: boolean
  /** How many requests its API takes at one time; 300 without. */
  readonly atOnce?: number
  /** Whether its API holds the requests a second that the region's file allows. */
  readonly throttles?: boolean
  /** Keeps the workers of its functions for the region that is started after it. */
  readonly warm?: WarmWorkers
}

/** Starts a region; its data live in `dataDir` and survive. @throws Error when another process works on them. */
export async function startLocalRegion(options: LocalOptions): Promise<LocalRegion> {
  const release = holdData(options.dataDir)
  try {
    return await start(options, release)
  } catch (error) {
    release()
    throw error
  }
}

async function start(options: LocalOptions, release: () => void): Promise<LocalRegion> {
  const assembly = options.assembly ?? join(options.dataDir, 'assembly')
  if (!options.assembly) synthesizeOnce(options.region, assembly)
  const running = await startEngine({
    assembly,
    stack: stackName({ code: options.region, stage: 'prod' }),
    dataDir: options.dataDir,
    ...(options.port !== undefined && { port: options.port }),
    ...(options.mailboxPort !== undefined && { mailboxPort: options.mailboxPort }),
    ...(options.smtpPort !== undefined && { smtpPort: options.smtpPort }),
    ...(options.networksPort !== undefined && { networksPort: options.networksPort }),
    ...(options.startAt && { startAt: options.startAt }),
    ...(options.standing && { standing: true }),
    ...(options.tableProxy && { tableProxy: options.tableProxy }),
    ...(options.permissions && { permissions: true }),
    ...(options.atOnce !== undefined && { atOnce: options.atOnce }),
    ...(options.throttles && { throttles: true }),
    ...(options.warm && { warm: options.warm }),
  })
  const engine: Engine = { ...running, stop: () => running.stop().finally(release) }
  const document = DynamoDBDocumentClient.from(
    new DynamoDBClient({
      endpoint: engine.endpoints['AWS_ENDPOINT_URL_DYNAMODB']!,
      region: 'local',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    }),
  )
  const tableName = engine.outputs['TableName']!
  const reach = {
    ...{ tableName, endpoint: engine.endpoints['AWS_ENDPOINT_URL_DYNAMODB'] },
    ...{ queues: engine.endpoints['AWS_ENDPOINT_URL_SQS'], webhooksQueue: engine.outputs['WebhooksQueueUrl'] },
    api: engine.apiUrl,
  }
  writeFileSync(join(options.dataDir, 'running.json'), JSON.stringify(reach))
  if (options.channels) await connectAll(options.region, reach.queues!, engine.apiUrl)
  const { dataDir } = options
  return { engine, key: await demoKey(dataDir, document, tableName), dataDir, document, tableName }
}

/** Whoever tries a flood on this machine wants to see the machine's limit, not the key's. */
const limits = { requestsPerMinute: 1_000_000, requestsPerDay: 100_000_000 }

/** The demo key is made once and kept beside the data: it opens nothing but this machine. */
async function demoKey(dataDir: string, document: DynamoDBDocumentClient, tableName: string): Promise<string> {
  const file = join(dataDir, 'demo-key')
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  const made = newIntegratorKey(
    { integrator: 'demo', scopes: ['messages:write', 'cases:read', 'cases:read:all'], limits },
    randomBytes,
  )
  await document.send(new PutCommand({ TableName: tableName, Item: made.item }))
  writeFileSync(file, `${made.key}\n`, { mode: 0o600 })
  return made.key
}
