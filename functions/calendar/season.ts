// Tells whether a date lies in a season: a part of the year by month and day, which may go over the New Year. Called by
// deadline rules and by routing.
export interface Season {
  readonly from: string
  readonly to: string
}

/** Whether a local date ("2026-11-23") lies in the season, both ends included; without a season it always does. */
export function inSeason(season: Season | undefined, date: string): boolean {
  if (!season || !/^\d{4}-\d\d-\d\d/.test(date)) return true
  const day = date.slice(5, 10)
  if (season.from <= season.to) return season.from <= day && day <= season.to
  return season.from <= day || day <= season.to
}
