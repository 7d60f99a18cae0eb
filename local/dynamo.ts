// The table engine: dynoxide on disk where npm has it for the platform, else any DynamoDB endpoint the environment
// names. Its stream's record log has no indexes and is never trimmed; both are added here, or every write would read it
// all. Called by engine.ts.
import { spawn, type ChildProcess } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import { openStreamFile, type StreamFile } from './stream-of-file.ts'

/** Ten milliseconds apart. */
const START_ATTEMPTS = 3_000
const KEPT_RECORDS = 100_000

const cure = `
  CREATE INDEX IF NOT EXISTS _engine_seq ON _stream_records(table_name, CAST(sequence_number AS INTEGER));
  CREATE INDEX IF NOT EXISTS _engine_shard ON _stream_records(table_name, shard_id, CAST(sequence_number AS INTEGER));
  CREATE INDEX IF NOT EXISTS _engine_text ON _stream_records(table_name, shard_id, sequence_number);
  CREATE TRIGGER IF NOT EXISTS _engine_trim AFTER INSERT ON _stream_records WHEN NEW.id % 1000 = 0
    BEGIN DELETE FROM _stream_records WHERE id < NEW.id - ${KEPT_RECORDS}; END;
`

export interface TableEngine {
  readonly url: string
  /** Its streams, as it keeps them; of an engine named by the environment they are asked over HTTP. */
  readonly streams?: StreamFile
  /** Its process, where it is one of ours. */
  readonly pid?: number
  stop(): Promise<void>
}

/** Starts the table engine with its data in `dataDir`, on a port of 127.0.0.1 (0: a free one). @throws Error saying what to do where there is none. */
export async function startTableEngine(dataDir: string, port = 0): Promise<TableEngine> {
  const given = process.env['AWS_ENDPOINT_URL_DYNAMODB']
  if (given) {
    await fetch(given).catch(() => {
      throw new Error(
        `No DynamoDB answers at ${given}, which AWS_ENDPOINT_URL_DYNAMODB names: start it, or unset the variable to use the embedded one.`,
      )
    })
    return { url: given, stop: () => Promise.resolve() }
  }
  const binary = findBinary()
  const database = join(dataDir, 'table.db')
  const pidFile = join(dataDir, 'table.pid')
  endOrphan(pidFile, binary)
  if (!existsSync(database)) await (await run(binary, database, pidFile, port)).stop()
  const file = new DatabaseSync(database)
  file.exec(cure)
  file.close()
  return run(binary, database, pidFile, port)
}

async function run(binary: string, database: string, pidFile: string, given: number): Promise<TableEngine> {
  const port = given || (await freePort())
  const child = spawn(binary, ['serve', '--host', '127.0.0.1', '--port', String(port), '--db-path', database], {
    stdio: 'ignore',
  })
  writeFileSync(pidFile, String(child.pid))
  const url = `http://127.0.0.1:${port}`
  await ready(url, child)
  const streams = openStreamFile(database)
  return {
    url,
    ...(child.pid !== undefined && { pid: child.pid }),
    streams,
    async stop() {
      streams.close()
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await gone
      rmSync(pidFile, { force: true })
    },
  }
}

async function ready(url: string, child: ChildProcess) {
  for (let attempt = 0; attempt < START_ATTEMPTS; attempt += 1) {
    const end = child.exitCode ?? child.signalCode
    if (end !== null) throw new Error(`The table engine ended with status ${end}.`)
    if (
      await fetch(url).then(
        () => true,
        () => false,
      )
    )
      return
    await pause(10)
  }
  throw new Error('The table engine did not answer within 30 seconds: end what keeps the machine busy, and try again.')
}

/** After a kill -9 of this process its table engine lives on: it is ended, if the process of that number is still one. */
function endOrphan(pidFile: string, binary: string) {
  if (!existsSync(pidFile)) return
  const pid = Number(readFileSync(pidFile, 'utf8'))
  const command = existsSync(`/proc/${pid}/cmdline`) ? readFileSync(`/proc/${pid}/cmdline`, 'utf8') : ''
  if (command.includes(binary)) process.kill(pid, 'SIGKILL')
  rmSync(pidFile, { force: true })
}

function findBinary(): string {
  try {
    const require = createRequire(import.meta.url)
    return join(require.resolve(`@dynoxide/${process.platform}-${process.arch}/package.json`), '..', 'dynoxide')
  } catch {
    throw new Error(
      `There is no embedded DynamoDB for ${process.platform}-${process.arch}. Start one and name it:\n` +
        '  docker run -d -p 8000:8000 amazon/dynamodb-local\n' +
        '  export AWS_ENDPOINT_URL_DYNAMODB=http://127.0.0.1:8000',
    )
  }
}

/** Below those that a system gives to whoever calls out, so that no connection takes the port before it is listened on. */
const PORTS = { from: 10_000, to: 32_000 } as const

/** A port of 127.0.0.1 that was free a moment ago. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(PORTS.from, PORTS.to)
    const server = createServer()
    const listens = await new Promise<boolean>((resolve) =>
      server.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => resolve(true)),
    )
    if (!listens) continue
    await new Promise((resolve) => server.close(resolve))
    return port
  }
}
