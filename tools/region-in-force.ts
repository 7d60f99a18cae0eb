// A region as its functions have it: its file, with what was changed of the directory and the years of the calendar that were put into its
// table. Called by the commands that decide for a running region.
import { inForce } from '../regions/directory.ts'
import { loadRegion } from '../regions/load.ts'
import type { Region } from '../regions/schema.ts'

/** @param code of a region whose table is reached already */
export async function regionInForce(code: string, tableName: string): Promise<Region> {
  const { loadCalendar } = await import('../functions/store/calendar.ts')
  const { directoryVersion } = await import('../functions/store/directory.ts')
  const { holdingVersion } = await import('../functions/store/directory-versions.ts')
  const changed = await holdingVersion(tableName, await directoryVersion(tableName, true))
  const region = inForce(loadRegion(code), changed)
  return { ...region, federalCalendar: { ...region.federalCalendar, ...(await loadCalendar(tableName)) } }
}
