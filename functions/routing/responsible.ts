// Finds the organisation that the region's routes name: that of the first route with both topic and municipality.
// Called by route-message.ts. Where the place is unknown, a route answers only if it is the first for its topic and
// names every municipality.
import type { RegionFile } from '../../regions/schema.ts'

export type Responsible =
  | { readonly organisation: string; readonly rule: number }
  | { readonly missing: 'place unknown' | 'nobody responsible' }

export function responsibleFor(region: RegionFile, topic: string, municipality: string | undefined): Responsible {
  for (const [rule, route] of region.routes.entries()) {
    if (!route.topics.some((pattern) => covers(pattern, topic))) continue
    const everywhere = route.municipalities.includes('*')
    if (municipality === undefined) {
      if (!everywhere || route.organisation === 'municipality') return { missing: 'place unknown' }
    } else if (!everywhere && !route.municipalities.includes(municipality)) continue
    if (route.organisation !== 'municipality') {
      const exists = region.organisations.some(({ id }) => id === route.organisation)
      return exists ? { organisation: route.organisation, rule } : { missing: 'nobody responsible' }
    }
    const local = region.organisations.filter(
      (body) => body.kind === 'municipality' && body.municipality === municipality,
    )
    return local.length === 1 ? { organisation: local[0]!.id, rule } : { missing: 'nobody responsible' }
  }
  return { missing: 'nobody responsible' }
}

/** Whether a route's pattern ("*", "roads.*" or a topic) covers the topic. */
export function covers(pattern: string, topic: string): boolean {
  if (pattern === '*' || pattern === topic) return true
  return pattern.endsWith('.*') && topic.startsWith(pattern.slice(0, -1))
}
