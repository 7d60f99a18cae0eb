// The table of a region that runs: a deployed one by the name of its table and the credentials of the shell, or the one
// that npm start runs on this machine.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DATA_DIR } from './local-region.ts'

/** @returns the table's name. @throws Error when neither a table is named nor the region runs here. */
export function regionTable(region: string, table: string | undefined): string {
  if (table) return table
  const file = join(DATA_DIR, region, 'running.json')
  if (!existsSync(file)) throw new Error(`Region ${region} does not run here: name its table with --table.`)
  const { tableName, endpoint } = JSON.parse(readFileSync(file, 'utf8')) as { tableName: string; endpoint: string }
  reachTable(endpoint)
  return tableName
}

/** Lets the functions' own store, used by a command, reach a table on this machine. */
export function reachTable(endpoint: string): void {
  process.env['AWS_ENDPOINT_URL_DYNAMODB'] = endpoint
  process.env['AWS_REGION'] ??= 'local'
  process.env['AWS_ACCESS_KEY_ID'] ??= 'local'
  process.env['AWS_SECRET_ACCESS_KEY'] ??= 'local'
}
