// Runs a synthesized stack on this machine: reads its cloud assembly, starts the embedded engines, creates what it
// declares and connects it. It knows templates, never what a stack is for. Everything listens on loopback only. Called
// by tools/local-region.ts.
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import { mkdirSync } from 'node:fs'
import type { Server } from 'node:http'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { admitting } from './admission.ts'
import { serveAws } from './aws-api.ts'
import { connectBus } from './bus-connections.ts'
import { cpuUsed, type CpuUsed } from './cpu.ts'
import { type Clock, openClock, type Pace } from './clock.ts'
import { mappings, schedules } from './connections.ts'
import { freePort, startTableEngine, type TableEngine } from './dynamo.ts'
import type { EngineOptions } from './engine-options.ts'
import { EventBus } from './event-bus.ts'
import { Executions } from './executions.ts'
import { startHousekeeping } from './housekeeping.ts'
import type { FunctionCount, LocalFunction } from './functions.ts'
import { MailEvents } from './mail-events.ts'
import { MailDoor, receiptRules } from './mail-door.ts'
import { watchFolder } from './mail-folder.ts'
import { serveMailbox } from './mailbox.ts'
import { Mails } from './mails.ts'
import { pump } from './mapping.ts'
import { Parameters } from './parameters.ts'
import { mover } from './mover.ts'
import { serveNetworks } from './networks/serve.ts'
import { World } from './networks/world.ts'
import { Objects } from './objects.ts'
import { Queues } from './queues.ts'
import { REGION, Resolver } from './resolver.ts'
import { serveRestApi } from './rest-api.ts'
import { restApi } from './rest-connections.ts'
import { restOf } from './rest.ts'
import { serveSmtp } from './smtp-door.ts'
import { endpointsAt, NETWORKS_PATH, sdkEnvironment } from './sdk-environment.ts'
import { makeStack } from './stack.ts'
import { readerOfEndpoint } from './stream-of-endpoint.ts'
import { markOf, openState } from './state.ts'
import { TableGate } from './table-gate.ts'
import { readTemplate, type Template } from './template.ts'
import type { Ports } from './warm-workers.ts'

/** More than any page or test asks for at once; with what one machine does in a second, the last waits for some five. */
const MOST_AT_ONCE = 300

export interface Engine {
  /** Without a trailing slash. */
  readonly apiUrl: string
  readonly mailboxUrl: string
  /** The simulator of social networks. */
  readonly networksUrl: string
  /** Where it takes mails in; undefined where the stack receives none. */
  readonly mailsIn?: { readonly smtpPort: number; readonly folder: string }
  /** AWS_ENDPOINT_URL_… for SDK clients. */
  readonly endpoints: Readonly<Record<string, string>>
  readonly outputs: Readonly<Record<string, string>>
  physical(logicalId: string): string
  function(namePart: string): LocalFunction
  /** Engine time, ms. */
  now(): number
  /** Moves engine time forward (ms) through everything that falls due on the way; schedules fire on the way and at the end, six times at most. @param pace how seldom, where there are many small moves */
  advance(ms: number, pace?: Pace): Promise<void>
  /** Resolves when nothing is left to do at this instant. */
  idle(): Promise<void>
  counts(): {
    readonly requests: Readonly<Record<string, number>>
    readonly functions: Readonly<Record<string, FunctionCount>>
    readonly transitions: number
  }
  cpu(): Promise<CpuUsed>
  stop(): Promise<void>
}

/** Starts a stack. @throws Error naming what it cannot run or lacks. */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const template = readTemplate(options.assembly, options.stack)
  const logFolder = join(options.dataDir, 'logs')
  mkdirSync(logFolder, { recursive: true })
  const state = openState(join(options.dataDir, 'engine.db'))
  const clock = openClock(state, options.startAt, options.standing ?? false)
  const ports = (await options.warm?.ports()) ?? { table: 0, services: 0 }
  const tableEngine = await startTableEngine(options.dataDir, options.permissions ? 0 : ports.table)
  try {
    return await runStack(options, { template, logFolder, state, clock, tableEngine, ports })
  } catch (error) {
    await tableEngine.stop()
    state.close()
    throw error
  }
}

interface Started {
  readonly template: Template
  readonly logFolder: string
  readonly state: DatabaseSync
  readonly clock: Clock
  readonly tableEngine: TableEngine
  readonly ports: Ports
}

async function runStack(options: EngineOptions, started: Started): Promise<Engine> {
  const { template, logFolder, state, clock, tableEngine, ports } = started
  const behind = (await options.tableProxy?.(tableEngine.url)) ?? tableEngine.url
  const queues = new Queues(state, clock)
  const bus = new EventBus()
  const objects = new Objects(state, clock, (event) => bus.put(event))
  const mailEvents = new MailEvents(bus)
  const mails = new Mails(state, clock, (mail) => mailEvents.tell(mail))
  const executions = new Executions(state, clock, (parameters) => {
    const { QueueUrl, MessageBody } = parameters as { QueueUrl: string; MessageBody: unknown }
    queues.send(queues.find(QueueUrl), typeof MessageBody === 'string' ? MessageBody : JSON.stringify(MessageBody))
  })
  const requests = new Map<string, number>()
  const world = new World(join(options.dataDir, 'networks.json'))
  const networks = (base: string) => ({ world, base, now: () => clock.now() })
  const parameters = new Parameters(join(options.dataDir, 'parameters.json'))
  const services = { queues, executions, mails, objects, parameters, networks, clock, counts: requests }
  const aws = await serveAws(services, ports.services)
  const gatewayUrl = /https:\/\/\w+\.execute-api\.[\w-]+\.amazonaws\.com\/\w+/g
  const port = options.port || (await freePort())
  const apiUrl = `http://127.0.0.1:${port}`
  const resolver = new Resolver(template, (text) => text.replace(gatewayUrl, apiUrl))
  const gate = options.permissions ? new TableGate(template, resolver) : undefined
  const endpoints = endpointsAt(behind, aws.url)
  const ofFunctions = gate ? endpointsAt(await gate.start(behind, ports.table), aws.url) : endpoints
  const client = {
    endpoint: tableEngine.url,
    region: REGION,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  }
  const dynamo = new DynamoDBClient(client)
  const streams = new DynamoDBStreamsClient(client)

  const made = await makeStack({
    template,
    resolver,
    queues,
    objects,
    executions,
    dynamo,
    streams,
    clock,
    awsUrl: aws.url,
    environment: sdkEnvironment(ofFunctions),
    logFolder,
    ...(options.warm && { warm: options.warm, mark: markOf(state) }),
  })

  const parts = {
    template,
    resolver,
    functions: made.functions,
    queues,
    objects,
    readerOf: (arn: string) => tableEngine.streams?.readerOf(arn) ?? readerOfEndpoint(streams, arn),
    tableChanges: tableEngine.streams && (() => tableEngine.streams!.changes()),
    state,
    now: () => clock.now(),
  }
  const report = (error: unknown) => console.error(`engine: ${String(error)}`)
  connectBus(parts, bus, mailEvents)
  const connected = mappings(parts)
  const scheduled = schedules(parts)
  const api = restApi(parts)
  const servers: Server[] = [aws.server]
  const { atOnce = MOST_AT_ONCE, throttles = false } = options
  if (api) {
    const admission = admitting(throttles ? api.throttle : undefined, atOnce, () => performance.now())
    servers.push(await serveRestApi(api, port, clock, admission))
  }
  const door = new MailDoor(receiptRules(template, resolver), objects, clock)
  const mailboxPort = options.mailboxPort || (await freePort())
  servers.push(await serveMailbox(mails, door, mailboxPort))
  const networksBase = `${aws.url}${NETWORKS_PATH}`
  const { networksPort } = options
  if (networksPort) servers.push(await serveNetworks(networks(networksBase), networksPort))
  const smtp = door.isOpen ? await serveSmtp(door, options.smtpPort ?? 0) : undefined
  const folder = door.isOpen ? watchFolder(door, join(options.dataDir, 'mail-in'), report) : undefined
  const pumps = connected.map(({ stream, source }) => ({ stream, source, pump: pump(source, report) }))
  const schedulePumps = scheduled.map((source) => pump(source, report))
  executions.runDue()

  const housekeeping = startHousekeeping({ queues, objects, tables: made.tables, dynamo, clock, report })

  const consumed = connected.flatMap(({ queue }) => (queue ? [queue] : []))
  const streamsFed = pumps.filter(({ stream }) => stream)
  const rest = restOf({ functions: [...made.functions.values()], queues, consumed, streams: streamsFed })
  const idle = () => {
    executions.runDue()
    return rest()
  }

  return {
    apiUrl,
    mailboxUrl: `http://127.0.0.1:${mailboxPort}`,
    networksUrl: networksPort ? `http://127.0.0.1:${networksPort}` : networksBase,
    ...(smtp && folder && { mailsIn: { smtpPort: smtp.port, folder: folder.path } }),
    endpoints,
    outputs: Object.fromEntries(
      Object.entries(template.outputs).map(([name, { Value }]) => [name, resolver.text(Value)]),
    ),
    physical: (logicalId) => resolver.ref(logicalId),
    function(namePart) {
      const found = [...made.functions].find(([name]) => name.toLowerCase().includes(namePart.toLowerCase()))
      if (!found) throw new Error(`The stack has no function like ${namePart}.`)
      return found[1]
    },
    now: () => clock.now(),
    idle,
    advance: mover({ clock, executions, queues, consumed, scheduled, streams: streamsFed, housekeeping, idle }),
    counts: () => ({
      requests: Object.fromEntries(requests),
      functions: Object.fromEntries([...made.functions].map(([name, { count }]) => [name, { ...count }])),
      transitions: executions.transitions,
    }),
    cpu: () => cpuUsed(made.functions, tableEngine.pid),
    async stop() {
      housekeeping.stop()
      folder?.close()
      await smtp?.close()
      await Promise.all(servers.slice(1).map(close))
      await Promise.all([...pumps.map((one) => one.pump), ...schedulePumps].map((one) => one.stop()))
      queues.wake()
      await Promise.all([...made.functions.values()].map((one) => one.release()))
      executions.close()
      await close(servers[0]!)
      dynamo.destroy()
      streams.destroy()
      gate?.stop()
      await tableEngine.stop()
      state.close()
    },
  }
}

function close(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}
