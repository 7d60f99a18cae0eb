// The week of an instant by ISO 8601: from Monday on, and of the year in which its Thursday is. Called by the handler.

const DAY_MS = 86_400_000

/** "2026-W48" of an instant (ISO, UTC). */
export function weekOf(at: string): string {
  const day = Date.parse(at.slice(0, 10))
  const sinceMonday = (new Date(day).getUTCDay() + 6) % 7
  const thursday = new Date(day + (3 - sinceMonday) * DAY_MS)
  const year = thursday.getUTCFullYear()
  const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY_MS)) + 1
  return `${year}-W${String(week).padStart(2, '0')}`
}
