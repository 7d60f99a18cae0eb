// A valid region's file, spoilt at one place or another.
import { readFileSync } from 'node:fs'
import { checkRegion } from '../../regions/load.ts'
import type { Mistake } from '../../regions/mistakes.ts'

export const valid = readFileSync(new URL('../../regions/87-chukotka.json', import.meta.url), 'utf8')

/** The valid file with other values at some places; an absent value is left out. */
export function spoilt(...changes: readonly (readonly [place: string, value: unknown])[]) {
  const file = JSON.parse(valid) as Record<string, unknown>
  for (const [place, value] of changes) {
    const keys = place.match(/[^.[\]]+/g)!
    const inside = keys.slice(0, -1).reduce((part, key) => part[key] as Record<string, unknown>, file)
    inside[keys.at(-1)!] = value
  }
  return JSON.stringify(file)
}

export function mistakesIn(json: string): readonly Mistake[] {
  const check = checkRegion(json)
  return 'mistakes' in check ? check.mistakes : []
}
