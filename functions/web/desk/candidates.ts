// Whom routing would have chosen, had it been sure: the topics that it ranked first for a message, each with the organisation that
// answers for it there. Shown as ready choices by operator-forms.tsx; read from the form that was sent by the handler.
import type { Label } from '../../case/label.ts'
import { modeOf } from '../../routing/mode.ts'
import { responsibleFor } from '../../routing/responsible.ts'
import type { Fields } from '../forms.ts'
import type { Visit } from '../visit.ts'
import { assignable } from './assignable.ts'

const MOST = 5
/** The first is chosen beforehand only where it is likelier than this to be right. */
const CHOSEN_BEFOREHAND = 0.8
/** Picked in the list of organisations: whoever the region's routes name for the topic and the place. No id has a dot. */
export const BY_ROUTES = 'by.routes'

export interface Candidate {
  /** As the form sends it. */
  readonly value: string
  readonly topic: string
  readonly organisation: string
  /** Where it would then be, where the message does not say it. */
  readonly municipality?: string
  /** 0–1; undefined where nobody knows. */
  readonly sure?: number
  /** The words of the message that speak for it. */
  readonly found: readonly string[]
}

type Seen = Pick<Visit, 'file' | 'region'>

/** The best first, at most five; not whoever has just sent the case back, and none while the region keeps what is found out of sight. */
export function candidatesOf(seen: Seen): Candidate[] {
  const { file, region } = seen
  const refused = file.events.flatMap((event) => (event.type === 'declined' ? [event.organisation] : []))
  const all = [...suggested(seen), ...ranked(seen)]
  const first = new Map<string, Candidate>()
  for (const one of all) if (!first.has(one.value)) first.set(one.value, one)
  return [...first.values()]
    .filter(({ organisation, topic }) => !refused.includes(organisation) && modeOf(region, topic) !== 'shadow')
    .slice(0, MOST)
}

/** The value of the one that is chosen before anybody chose. */
export function chosenBeforehand([first]: readonly Candidate[]): string | undefined {
  return (first?.sure ?? 0) > CHOSEN_BEFOREHAND ? first?.value : undefined
}

/** What routing kept with the case, as far as the region still knows it and the place is as it was. */
function suggested({ file: { state, events }, region }: Seen): Candidate[] {
  const kept = events.findLast((event) => event.type === 'triaged')?.suggestions ?? []
  return kept.flatMap((one) => {
    const isKnown =
      region.topics.some(({ id }) => id === one.topic) && region.organisations.some(({ id }) => id === one.organisation)
    const isElsewhere = one.municipality && state.municipality && one.municipality !== state.municipality
    return isKnown && !isElsewhere ? [{ ...one, value: valueOf(one) }] : []
  })
}

/** The topics of a case, each with whoever the routes name for it: of cases that were routed before suggestions were kept, and for a topic that somebody corrected. */
function ranked({ file: { state, events }, region }: Seen): Candidate[] {
  const triaged = events.findLast((event) => event.type === 'triaged')
  const found = triaged?.because.flatMap(({ about, value }) => (about === 'topic' ? [value] : [])) ?? []
  const topics = [...new Set([...(state.topic ? [state.topic] : []), ...found])]
  return topics.flatMap((topic): Candidate[] => {
    const answer = responsibleFor(region, topic, state.municipality)
    if (!('organisation' in answer)) return []
    const { organisation } = answer
    return [{ value: valueOf({ topic, organisation }), topic, organisation, found: [] }]
  })
}

function valueOf({ topic, organisation }: { readonly topic: string; readonly organisation: string }): string {
  return `${topic} ${organisation}`
}

/** Those that whoever looks may give the case to. */
export function offeredTo(visit: Seen & Pick<Visit, 'actor'>): Candidate[] {
  const mine = new Set(assignable(visit).map(({ id }) => id))
  return candidatesOf(visit).filter(({ organisation }) => mine.has(organisation))
}

/** What an assignment out of triage says of the choices that were offered for it, by whatever field of the form it was made; undefined where there were none. */
export function labelOf(
  visit: Seen & Pick<Visit, 'actor'>,
  chosen: Pick<Candidate, 'topic' | 'organisation'>,
): Label | undefined {
  const { state, events } = visit.file
  const offered = state.status === 'triage' ? offeredTo(visit) : []
  if (offered.length === 0) return undefined
  const { topic, organisation } = chosen
  const rank = offered.findIndex((one) => one.topic === topic && one.organisation === organisation) + 1
  const model = events.findLast((event) => event.type === 'triaged')?.model
  return {
    ...{ took: rank || 'other', of: offered.length },
    ...(chosenBeforehand(offered) && { preselected: true }),
    ...(model && { model }),
  }
}

/** What was sent, with the topic and the organisation of a ready choice, or the organisation that the routes name. */
export function chosenIn(visit: Visit): Fields {
  const { fields, region } = visit
  const ready = candidatesOf(visit).find(({ value }) => value === fields['ready'])
  if (ready && !isOverruled(ready, visit)) {
    const { topic, organisation, municipality } = ready
    return { ...fields, topic, organisation, ...(municipality && { municipality }) }
  }
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

/** A choice that stood there beforehand gives way to what somebody chose below it: an organisation, another topic, another place. */
function isOverruled(ready: Candidate, { fields, file: { state } }: Visit): boolean {
  const isOther = (chosen: string | undefined, before: string | undefined, own: string | undefined) =>
    Boolean(chosen) && chosen !== before && chosen !== own
  const { topic, municipality, organisation } = fields
  return (
    isOther(organisation, undefined, ready.organisation) ||
    isOther(topic, state.topic, ready.topic) ||
    isOther(municipality, state.municipality, ready.municipality)
  )
}
