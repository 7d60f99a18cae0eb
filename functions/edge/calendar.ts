// Brings a running function the federal calendar that was put into the table after the deployment (`npm run calendar`).
// Called by http.ts, consumer.ts and the sweep before they work.
import { loadCalendar } from '../store/calendar.ts'
import { deployedRegion, environment, replaceCalendar } from './environment.ts'

/** How old the calendar may be (ms): two functions may for so long compute a new deadline by different years. */
const FRESH_MS = 5 * 60_000

let loadedAt = -Infinity

/** Loads the calendar unless it was loaded just before this instant (ISO, UTC). @throws whatever DynamoDB throws. */
export async function refreshCalendar(at: string): Promise<void> {
  const instant = Date.parse(at)
  if (Math.abs(instant - loadedAt) < FRESH_MS) return
  const years = await loadCalendar(environment('TABLE_NAME'))
  loadedAt = instant
  const { federalCalendar } = deployedRegion()
  const changed = Object.entries(years).some(([year, days]) => !isSame(federalCalendar[year], days))
  if (changed) replaceCalendar({ ...federalCalendar, ...years })
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
