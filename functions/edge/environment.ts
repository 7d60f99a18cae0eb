// Reads what the stack told a function: environment variables and the region's file. Read when needed, so that what is
// missing is named by the error. Called by every handler.
import { readFileSync } from 'node:fs'
import type { ReactionQueue } from '../case/reactions.ts'
import { type Changed, inForce } from '../../regions/directory.ts'
import type { FederalCalendar, Region } from '../../regions/schema.ts'

export type Variable =
  | 'TABLE_NAME'
  | ReactionQueue
  | 'WEBHOOKS_QUEUE_URL'
  | 'PHOTOS_BUCKET'
  | 'MAILS_BUCKET'
  | 'HEARD_QUEUE_URL'
  | 'SPEECH_QUEUE_URL'
  | 'STACK'
  | 'TIMER_ARN'
  | 'PUBLIC_URL'
  | 'CONFIGURATION_SET'
  | 'MAILS_PER_SECOND'

/** @throws Error naming the variable when the stack does not set it. */
export function environment(name: Variable): string {
  const value = process.env[name]
  if (!value) throw new Error(`The environment variable ${name} is not set.`)
  return value
}

/** What only some regions set. */
export function environmentIfSet(name: Variable): string | undefined {
  return process.env[name] || undefined
}

let asDeployed: Region | undefined
let region: Region | undefined

/** The region this function works for: as it was deployed, with what was put into the table since (refresh.ts). */
export function deployedRegion(): Region {
  return (region ??= regionBesideCode())
}

/** The region without what was put into the table: region.json lies beside the bundle and was checked when it was made. */
export function regionBesideCode(): Region {
  return (asDeployed ??= JSON.parse(readFileSync(new URL('./region.json', import.meta.url), 'utf8')) as Region)
}

/** Puts a federal calendar that was published after the deployment in the place of the deployed one. */
export function replaceCalendar(federalCalendar: FederalCalendar): void {
  region = { ...deployedRegion(), federalCalendar }
}

/** Lays what was changed of the directory over the deployed region. */
export function replaceDirectory(changed: Changed): void {
  const { federalCalendar } = deployedRegion()
  region = { ...inForce(regionBesideCode(), changed), federalCalendar }
}
