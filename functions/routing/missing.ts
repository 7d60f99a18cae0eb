// Says what a citizen has to tell so that their message can be routed without a person: where it is, which of the topics it is
// about, or both. Called by route-message.ts for what waits in triage.
import type { Region } from '../../regions/schema.ts'
import type { Place } from './find-place.ts'
import type { Candidate } from './find-topic.ts'
import { responsibleFor } from './responsible.ts'
import type { Missing, Routing } from './routing.ts'

type Why = Extract<Routing, { outcome: 'triage' }>['why']

/** More to choose from is no help: then all there are. */
const MOST_CHOICES = 6

/** Undefined where the citizen cannot know it: nobody is responsible, a point lies beyond the region, a fault. */
export function missingFor(
  region: Region,
  why: Why,
  candidates: readonly Candidate[],
  place: Place,
): Missing | undefined {
  const topics = candidates.map(({ topic }) => topic)
  const where = { place: few(place.because.flatMap(({ value }) => value.split(' ').filter(Boolean))) }
  switch (why) {
    case 'place unknown':
    case 'place ambiguous':
      return where
    case 'topic unknown':
      return { topic: [], ...(place.state === 'known' ? {} : where) }
    case 'topic ambiguous':
      if (place.state === 'known') return { topic: few(topics) }
      if (isSameEverywhere(region, topics)) return where
      return { topic: few(topics), ...(topics.some((topic) => needsPlace(region, topic)) ? where : {}) }
    default:
      return undefined
  }
}

function few(choices: readonly string[]): readonly string[] {
  const distinct = [...new Set(choices)]
  return distinct.length > MOST_CHOICES ? [] : distinct
}

function needsPlace(region: Region, topic: string): boolean {
  const answer = responsibleFor(region, topic, undefined)
  return 'missing' in answer && answer.missing === 'place unknown'
}

/** Whether all the topics go to the same organisation, wherever it is: then the place is all that is missing. */
function isSameEverywhere(region: Region, topics: readonly string[]): boolean {
  return region.municipalities.every(({ id }) => {
    const answers = topics.map((topic) => responsibleFor(region, topic, id))
    const organisations = new Set(answers.map((answer) => ('organisation' in answer ? answer.organisation : '')))
    return organisations.size === 1 && !organisations.has('')
  })
}
