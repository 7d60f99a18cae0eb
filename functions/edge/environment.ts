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

/** One region: as it was deployed, and as it holds now. */
interface Held {
  readonly of: string
  readonly asDeployed: Region
  now: Region
}

/** Only the local engine lets a running function work for one region after another, and tells it where the file of the next one lies. */
let held: Held | undefined
/** By their text: what was made of a region serves whoever has the same. */
const regions = new Map<string, Region>()

/** The region this function works for: as it was deployed, with what was put into the table since (refresh.ts). */
export function deployedRegion(): Region {
  return hold().now
}

/** The region without what was put into the table: region.json lies beside the bundle and was checked when it was made. */
export function regionBesideCode(): Region {
  return hold().asDeployed
}

/** Puts a federal calendar that was published after the deployment in the place of the deployed one. */
export function replaceCalendar(federalCalendar: FederalCalendar): void {
  const region = hold()
  region.now = { ...region.now, federalCalendar }
}

/** Lays what was changed of the directory over the deployed region. */
export function replaceDirectory(changed: Changed): void {
  const region = hold()
  region.now = { ...inForce(region.asDeployed, changed), federalCalendar: region.now.federalCalendar }
}

function hold(): Held {
  const { TABLE_NAME, LOCAL_REGION_FILE } = process.env
  const of = `${TABLE_NAME} ${LOCAL_REGION_FILE}`
  if (held?.of !== of) {
    const asDeployed = read(LOCAL_REGION_FILE ?? new URL('./region.json', import.meta.url))
    held = { of, asDeployed, now: asDeployed }
  }
  return held
}

function read(file: string | URL): Region {
  const text = readFileSync(file, 'utf8')
  const region = regions.get(text) ?? (JSON.parse(text) as Region)
  regions.set(text, region)
  return region
}
