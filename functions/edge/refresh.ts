// Brings a running function what was put into the table after the deployment: changes of the directory and the federal calendar of a
// new year. Called by http.ts, consumer.ts and the sweep before they work.
import { loadCalendar } from '../store/calendar.ts'
import { directoryVersion, readableVersion } from '../store/directory.ts'
import { deployedRegion, environment, replaceCalendar, replaceDirectory } from './environment.ts'
import { count } from './log.ts'

/** How old the calendar may be (ms): two functions may for so long compute a new deadline by different years. */
const CALENDAR_FRESH_MS = 5 * 60_000
/** How old the directory may be (ms): a change holds everywhere within a minute. */
const DIRECTORY_FRESH_MS = 30_000

/** When a table was looked at last (ms), and which directory was found. */
interface Looked {
  readonly tableName: string
  calendarAt: number
  directoryAt: number
  version: number
}
let looked: Looked | undefined

function lookedAt(tableName: string): Looked {
  if (looked?.tableName !== tableName) looked = { tableName, calendarAt: -Infinity, directoryAt: -Infinity, version: 0 }
  return looked
}

/** Loads what was not looked at just before this instant (ISO, UTC). @throws whatever DynamoDB throws. */
export async function refreshRegion(at: string): Promise<void> {
  const instant = Date.parse(at)
  const { calendarAt, directoryAt } = lookedAt(environment('TABLE_NAME'))
  await Promise.all([
    Math.abs(instant - calendarAt) < CALENDAR_FRESH_MS || refreshCalendar(instant),
    Math.abs(instant - directoryAt) < DIRECTORY_FRESH_MS || refreshDirectory(instant),
  ])
}

/** Looks at the directory whenever it was looked at last: an event names somebody whom this function does not know yet. */
export function refreshDirectoryNow(at: string): Promise<void> {
  return refreshDirectory(Date.parse(at))
}

async function refreshCalendar(instant: number): Promise<void> {
  const tableName = environment('TABLE_NAME')
  const years = await loadCalendar(tableName)
  lookedAt(tableName).calendarAt = instant
  const { federalCalendar } = deployedRegion()
  const changed = Object.entries(years).some(([year, days]) => !isSame(federalCalendar[year], days))
  if (changed) replaceCalendar({ ...federalCalendar, ...years })
}

/** A version that this code cannot read is counted, and the one that was read before it stays. */
async function refreshDirectory(instant: number): Promise<void> {
  const tableName = environment('TABLE_NAME')
  const newest = await directoryVersion(tableName)
  const last = lookedAt(tableName)
  last.directoryAt = instant
  if (newest === last.version) return
  const found = await readableVersion(tableName, newest)
  if (found?.version !== newest) count('DirectoryRefused', 1, deployedRegion(), { version: newest })
  if (!found || found.version === last.version) return
  replaceDirectory(found.changed)
  last.version = found.version
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
