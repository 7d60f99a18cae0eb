// Routes a played message: by the region's own routes for an invented topic and place; to a person where they do not
// decide, or where no topic was found. Called by played-case.ts.
import { responsibleFor } from '../../functions/routing/responsible.ts'
import type { Routing } from '../../functions/routing/routing.ts'
import type { Region } from '../../regions/schema.ts'
import type { Chance } from './random.ts'

const WITHOUT_TOPIC = 0.2

export function routingFor(region: Region, chance: Chance): Routing {
  const topic = chance.pick(region.topics).id
  const municipality = chance.pick(region.municipalities).id
  return routingOf(region, chance.happens(WITHOUT_TOPIC) ? undefined : topic, municipality)
}

/** What the region's routes say of a topic, if one was found, and a place. */
export function routingOf(region: Region, topic: string | undefined, municipality: string): Routing {
  const because = [] as const
  if (topic === undefined)
    return { outcome: 'triage', topic, municipality, why: 'topic unknown', because, missing: { topic: [] } }
  const found = responsibleFor(region, topic, municipality)
  return 'organisation' in found
    ? { outcome: 'routed', topic, municipality, organisation: found.organisation, because }
    : { outcome: 'triage', topic, municipality, why: found.missing, because }
}
