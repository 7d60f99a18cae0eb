// Tells integrators what a message may name: topics with their terms, municipalities, organisations, as the region's file has them
// today. No person is in them. Called by the handler.
import { topicOf, ruleFor } from '../case/clocks/rules.ts'
import type { MunicipalityView, OrganisationView, TopicView } from '../contract/replies/catalogues.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { tagged } from '../edge/etag.ts'
import { json, type Reply, type Request } from '../edge/http.ts'
import type { Region } from '../../regions/schema.ts'
import { authorize } from '../intake/authorize.ts'

const catalogues = {
  topics: (region: Region, at: string) => region.topics.map(({ id }) => topicView(region, id, at)),
  municipalities: ({ municipalities }: Region): MunicipalityView[] =>
    municipalities.map(({ id, name, centre }) => ({ id, name, centre })),
  organisations: ({ organisations }: Region): OrganisationView[] =>
    organisations.map(({ id, name, kind, municipality }) => ({ id, name, kind, municipality: municipality ?? null })),
}
export type CatalogueName = keyof typeof catalogues
export const catalogueNames = Object.keys(catalogues) as CatalogueName[]

/** Any key may read them. */
export async function getCatalogue(name: CatalogueName, request: Request): Promise<Reply> {
  await authorize(
    request,
    environment('TABLE_NAME'),
    'messages:write',
    'cases:read',
    'cases:read:all',
    'statistics:read',
  )
  return tagged(request, json(200, { [name]: catalogues[name](deployedRegion(), request.at) }))
}

/** The terms are those that hold today for a light message about it anywhere; a rule for one place may say otherwise. */
function topicView(region: Region, id: string, at: string): TopicView {
  const { name, important, emergency, season, partOf } = topicOf(region, { topic: id })!
  const term = (clock: 'acceptance' | 'finalAnswer') => {
    const { amount, unit } = ruleFor(region, { regime: 'message', topic: id }, clock, clock, Date.parse(at))
    return { amount, unit }
  }
  const group = region.topicGroups.find((one) => id.startsWith(`${one.id}.`))
  return {
    ...{ id, name, group: group ? { id: group.id, name: group.name } : null, partOf: partOf ?? null },
    ...{ important, emergency, season: season ?? null },
    terms: { acceptance: term('acceptance'), finalAnswer: term('finalAnswer') },
  }
}
