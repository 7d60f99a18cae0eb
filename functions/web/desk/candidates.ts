// Whom routing would have chosen, had it been sure: the topics that it ranked first for a message, each with the organisation that
// answers for it there. Shown as ready choices by operator-forms.tsx; read from the form that was sent by the handler.
import { responsibleFor } from '../../routing/responsible.ts'
import type { Fields } from '../forms.ts'
import type { Visit } from '../visit.ts'

const MOST = 3
/** Picked in the list of organisations: whoever the region's routes name for the topic and the place. No id has a dot. */
export const BY_ROUTES = 'by.routes'

export interface Candidate {
  /** As the form sends it. */
  readonly value: string
  readonly topic: string
  readonly organisation: string
}

/** The best first, at most three; not whoever has just sent the case back. */
export function candidatesOf({ file, region }: Pick<Visit, 'file' | 'region'>): Candidate[] {
  const { state, events } = file
  const triaged = events.findLast((event) => event.type === 'triaged')
  const refused = events.flatMap((event) => (event.type === 'declined' ? [event.organisation] : []))
  const found = triaged?.because.flatMap(({ about, value }) => (about === 'topic' ? [value] : [])) ?? []
  const topics = [...new Set([...(state.topic ? [state.topic] : []), ...found])]
  return topics
    .flatMap((topic): Candidate[] => {
      const answer = responsibleFor(region, topic, state.municipality)
      return 'organisation' in answer && !refused.includes(answer.organisation)
        ? [{ value: `${topic} ${answer.organisation}`, topic, organisation: answer.organisation }]
        : []
    })
    .slice(0, MOST)
}

/** What was sent, with the topic and the organisation of a ready choice, or the organisation that the routes name. */
export function chosenIn(visit: Visit): Fields {
  const { fields, region } = visit
  const ready = candidatesOf(visit).find(({ value }) => value === fields['ready'])
  if (ready) return { ...fields, topic: ready.topic, organisation: ready.organisation }
  const answer = byRoutes(fields, region)
  return answer && 'organisation' in answer ? { ...fields, organisation: answer.organisation } : fields
}

/** What the region's routes lack to name somebody, where they were to: the place, or a route. */
export function missingForRoutes({ fields, region }: Pick<Visit, 'fields' | 'region'>) {
  const answer = byRoutes(fields, region)
  return answer && 'missing' in answer ? answer.missing : undefined
}

function byRoutes(fields: Fields, region: Visit['region']) {
  if (fields['organisation'] !== BY_ROUTES) return undefined
  return responsibleFor(region, fields['topic'] ?? '', fields['municipality'] || undefined)
}
