// What a region's file says of routing is about groups of topics that there are. Called by check.ts.
import { expect, type Mistake, unknown } from './mistakes.ts'
import type { RegionFile } from './schema.ts'

export function checkRouting({ routing, topicGroups }: RegionFile): Mistake[] {
  return Object.keys(routing.modes).flatMap((group) => {
    const isThere = group === '*' || topicGroups.some(({ id }) => id === group)
    return expect(isThere, `routing.modes["${group}"]`, unknown('group of topics', group))
  })
}
