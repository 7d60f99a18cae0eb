// Finds the table of a region that runs, and what time it is there: a deployed one by the name of its table and the
// credentials of the shell, or the one that npm start runs on this machine. What a command writes is dated by the
// region's clock, not the machine's. Called by the commands that write.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { engineTime } from '../local/clock.ts'
import { DATA_DIR } from './data-dir.ts'
import { reasonOf, refuse } from './refuse.ts'

/** A clock set by a network is not further off than this. */
const MOST_APART_MS = 60_000

export interface Reached {
  readonly tableName: string
  /** The region's time (ISO, UTC). */
  readonly at: string
  /** The queue of webhooks of a region on this machine. */
  readonly webhooksQueue?: string
}

/** Reaches a region's table; where it cannot, the command ends with a line that says what to do. */
export async function reachRegion(region: string, table: string | undefined): Promise<Reached> {
  return table ? deployed(table) : onThisMachine(region)
}

async function deployed(tableName: string): Promise<Reached> {
  const time = await timeAt(tableName).catch((error: unknown) => refuse(unreachable(tableName, error)))
  const ahead = Date.now() - time
  if (Math.abs(ahead) > MOST_APART_MS) {
    const apart = `${Math.round(Math.abs(ahead) / 1000)} seconds ${ahead > 0 ? 'ahead of' : 'behind'}`
    refuse(`The clock of this machine is ${apart} that of the table: set it right. Nothing was changed.`)
  }
  return { tableName, at: new Date(time).toISOString() }
}

async function onThisMachine(region: string): Promise<Reached> {
  const folder = join(DATA_DIR, region)
  const file = join(folder, 'running.json')
  const start = `Region ${region} does not run here: start it with npm start -- --region ${region}, or name the table of a deployed one with --table.`
  if (!existsSync(file)) refuse(start)
  const { tableName, endpoint, queues, webhooksQueue } = JSON.parse(readFileSync(file, 'utf8')) as {
    tableName: string
    endpoint: string
    queues?: string
    webhooksQueue?: string
  }
  reachTable(endpoint)
  if (queues) process.env['AWS_ENDPOINT_URL_SQS'] = queues
  await timeAt(tableName).catch(() => refuse(start))
  const at = new Date(engineTimeOf(folder)).toISOString()
  return { tableName, at, ...(webhooksQueue && { webhooksQueue }) }
}

/** The time (ms) of the engine that runs on these data. */
function engineTimeOf(folder: string): number {
  const state = new DatabaseSync(join(folder, 'engine.db'), { readOnly: true })
  try {
    return engineTime(state)
  } finally {
    state.close()
  }
}

/** The time (ms) by which a table answers: the Date header of a reading that every command is allowed. */
async function timeAt(tableName: string): Promise<number> {
  const { table } = await import('../functions/store/table.ts')
  const { loadCalendar } = await import('../functions/store/calendar.ts')
  let date: string | undefined
  table.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args)
      date = (result.response as { headers: Record<string, string> }).headers['date']
      return result
    },
    { step: 'deserialize' },
  )
  await loadCalendar(tableName)
  const time = Date.parse(date ?? '')
  if (Number.isNaN(time)) throw new Error('its answer has no date')
  return time
}

/** What to say of a deployed table that does not answer. */
export function unreachable(tableName: string, error: unknown): string {
  return `The table ${tableName} cannot be reached: ${reasonOf(error)}. Look at its name (the output TableName of the stack) and at the AWS region and credentials of this shell.`
}

/** Lets the functions' own store, used by a command, reach a table on this machine. */
export function reachTable(endpoint: string): void {
  process.env['AWS_ENDPOINT_URL_DYNAMODB'] = endpoint
  process.env['AWS_REGION'] ??= 'local'
  process.env['AWS_ACCESS_KEY_ID'] ??= 'local'
  process.env['AWS_SECRET_ACCESS_KEY'] ??= 'local'
}
