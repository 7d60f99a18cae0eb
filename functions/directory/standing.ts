// The directory as it stands when a page is made: what holds, read anew and surely, over the region as it was deployed. Called by every page.
import { type Changed, type Entry, type EntryKey, entriesOf, inForce } from '../../regions/directory.ts'
import type { Region } from '../../regions/schema.ts'
import { environment, regionBesideCode } from '../edge/environment.ts'
import { directoryVersion } from '../store/directory.ts'
import { holdingVersion } from '../store/directory-versions.ts'

export interface Standing {
  /** 0 where nothing was ever changed. */
  readonly version: number
  readonly changed: Changed
  /** As it was deployed. */
  readonly file: Region
  /** With what was changed. */
  readonly region: Region
  readonly entries: ReadonlyMap<EntryKey, Entry>
}

/** @throws Error where the version that holds cannot be read: nobody changes what they cannot see */
export async function standingNow(): Promise<Standing> {
  const tableName = environment('TABLE_NAME')
  const version = await directoryVersion(tableName, true)
  const changed = await holdingVersion(tableName, version)
  const file = regionBesideCode()
  const region = inForce(file, changed)
  return { version, changed, file, region, entries: entriesOf(region) }
}
