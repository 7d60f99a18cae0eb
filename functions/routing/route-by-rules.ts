// Decides who answers for a message by what is given, key words and names of places. Called by route-message.ts. Evidence in order: what the citizen
// said when asked, what the sender gave, coordinates, place names, key words. Two candidates or none mean triage: a wrong address costs a
// citizen days, a person at the desk costs minutes.
import type { Region } from '../../regions/schema.ts'
import type { Place } from './find-place.ts'
import { type Candidate, LEAST_SCORE } from './find-topic.ts'
import { missingFor } from './missing.ts'
import type { Reading } from './read-message.ts'
import { responsibleFor } from './responsible.ts'
import type { Reason, Routing, RoutingInput } from './routing.ts'

/** The best topic must be this many times stronger than the second. */
const CLEAR_MARGIN = 1.4
const MOST_REASONS = 5

export function routeByRules(region: Region, input: RoutingInput, { place, ranked }: Reading): Routing {
  const candidates = topicsOf(region, input, ranked)
  const best = candidates[0]
  const because = [...place.because, ...reasonsFor(input, candidates)]
  const triage = (why: Triage['why'], topic?: string): Routing => {
    const missing = missingFor(region, why, candidates, place)
    return { outcome: 'triage', topic, municipality: place.municipality, why, because, ...(missing && { missing }) }
  }
  if (place.state === 'outside') return triage('place outside', candidates.length === 1 ? best?.topic : undefined)
  if (!best) return triage('topic unknown')
  const answers = candidates.map(({ topic }) => responsibleFor(region, topic, place.municipality))
  const answer = answers[0]!
  const agreed =
    'organisation' in answer &&
    answers.every((other) => 'organisation' in other && other.organisation === answer.organisation)
  if (candidates.length > 1 && !agreed) return triage('topic ambiguous')
  if ('missing' in answer) return triage(whyMissing(answer.missing, place), best.topic)
  const same = candidates.map(({ topic }) => topic).join(' = ')
  const found = candidates.length > 1 ? same.slice(0, 60) : answer.route
  const rule: Reason = { step: 'rule', about: 'organisation', value: answer.organisation, found }
  return {
    outcome: 'routed',
    topic: best.topic,
    municipality: place.municipality,
    organisation: answer.organisation,
    because: [...because, rule],
  }
}

type Triage = Extract<Routing, { outcome: 'triage' }>

/** What the citizen said when asked, or the sender; undefined where that is no topic of the region. */
export function givenTopic(region: Region, { said, topic }: RoutingInput): string | undefined {
  return [said?.topic, topic].find((one) => region.topics.some(({ id }) => id === one))
}

/** The citizen's topic or the sender's alone, or every topic too near to the best to be ruled out. */
function topicsOf(region: Region, input: RoutingInput, ranked: readonly Candidate[]): Candidate[] {
  const given = givenTopic(region, input)
  if (given) return [{ topic: given, score: Infinity, found: [] }]
  const top = ranked[0]?.score ?? 0
  return top < LEAST_SCORE ? [] : ranked.filter(({ score }) => score * CLEAR_MARGIN > top)
}

function reasonsFor(input: RoutingInput, candidates: readonly Candidate[]): Reason[] {
  const perTopic = candidates.length > 1 ? 2 : MOST_REASONS
  return candidates.slice(0, 3).flatMap(({ topic, found }): Reason[] => {
    if (topic === input.said?.topic) return [{ step: 'asked', about: 'topic', value: topic, found: '' }]
    if (topic === input.topic) return [{ step: 'sender', about: 'topic', value: topic, found: topic }]
    return found.slice(0, perTopic).map((words) => ({ step: 'keywords', about: 'topic', value: topic, found: words }))
  })
}

function whyMissing(missing: 'place unknown' | 'nobody responsible', place: Place): Triage['why'] {
  return missing === 'place unknown' && place.state === 'ambiguous' ? 'place ambiguous' : missing
}
