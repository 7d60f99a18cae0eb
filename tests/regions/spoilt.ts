// A valid region, whole as the functions get it, spoilt at one place or another.
import { checkRegion, loadRegion } from '../../regions/load.ts'
import type { Mistake } from '../../regions/mistakes.ts'
import type { RegionFile } from '../../regions/schema.ts'

const { federalCalendar: _, outlines: __, stage: ___, emblem: ____, ...whole } = loadRegion('87')
export const valid: RegionFile = whole

/** The valid region with other values at some places, as JSON; an absent value is left out. */
export function spoilt(...changes: readonly (readonly [place: string, value: unknown])[]): string {
  const region = structuredClone(valid) as unknown as Record<string, unknown>
  for (const [place, value] of changes) {
    const keys = place.match(/[^.[\]]+/g)!
    const inside = keys.slice(0, -1).reduce((part, key) => part[key] as Record<string, unknown>, region)
    inside[keys.at(-1)!] = value
  }
  return JSON.stringify(region)
}

export function mistakesIn(json: string): readonly Mistake[] {
  const check = checkRegion(JSON.parse(json))
  return 'mistakes' in check ? check.mistakes : []
}
