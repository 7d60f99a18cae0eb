// Finds the organisation that the region's routes name: that of the first route with both topic and municipality.
// Called by route-message.ts. Where the place is unknown, a route answers only if it is the first for its topic and
// names every municipality.
import type { RegionFile } from '../../regions/schema.ts'

export type Responsible =
  /** The route as it reads, because its place in the file changes: what it covers of the topics and of the places. */
  | { readonly organisation: string; readonly route: string }
  | { readonly missing: 'place unknown' | 'nobody responsible' }

export function responsibleFor(region: RegionFile, topic: string, municipality: string | undefined): Responsible {
  for (const route of region.routes) {
    const pattern = route.topics.find((one) => covers(one, topic))
    if (pattern === undefined) continue
    const everywhere = route.municipalities.includes('*')
    const as = `${pattern} / ${everywhere ? '*' : municipality}`
    if (municipality === undefined) {
      if (!everywhere || route.organisation === 'municipality') return { missing: 'place unknown' }
    } else if (!everywhere && !route.municipalities.includes(municipality)) continue
    if (route.organisation !== 'municipality') {
      const exists = region.organisations.some(({ id }) => id === route.organisation)
      return exists ? { organisation: route.organisation, route: as } : { missing: 'nobody responsible' }
    }
    const local = region.organisations.filter(
      (body) => body.kind === 'municipality' && body.municipality === municipality,
    )
    return local.length === 1 ? { organisation: local[0]!.id, route: as } : { missing: 'nobody responsible' }
  }
  return { missing: 'nobody responsible' }
}

/** Whether a route's pattern ("*", "roads.*" or a topic) covers the topic. */
export function covers(pattern: string, topic: string): boolean {
  if (pattern === '*' || pattern === topic) return true
  return pattern.endsWith('.*') && topic.startsWith(pattern.slice(0, -1))
}
