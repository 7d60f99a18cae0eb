// A function learns of a new federal calendar within minutes, without being deployed: it looks before it works, unless it
// has looked just now.
import { loadCalendar } from '../store/calendar.ts'
import { deployedRegion, environment, learn } from './environment.ts'

/** How old the calendar may be (ms): two functions may for so long compute a new deadline by different years. */
const FRESH_MS = 5 * 60_000

let lookedAt = -Infinity

/** Brings the region's federal calendar up to date at an instant (ISO, UTC). @throws whatever DynamoDB throws. */
export async function refreshCalendar(at: string): Promise<void> {
  const now = Date.parse(at)
  if (Math.abs(now - lookedAt) < FRESH_MS) return
  const years = await loadCalendar(environment('TABLE_NAME'))
  lookedAt = now
  const { federalCalendar } = deployedRegion()
  const isNews = Object.entries(years).some(([year, days]) => !isSame(federalCalendar[year], days))
  if (isNews) learn({ ...federalCalendar, ...years })
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
