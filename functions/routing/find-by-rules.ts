// Finds by key words, names of places and the page on which a message was written: a topic is as likely as its words are many beside those of others. An
// organisation follows from the two; the owner of an official page is one that its writer turned to. Called by route-message.ts.
import { type Finder, type Found, likeliestFirst } from './finding.ts'
import { SURE_SCORE } from './hints.ts'
import type { Region } from '../../regions/schema.ts'
import type { RoutingInput } from './routing.ts'

const MOST_REASONS = 5

export const findByRules: Finder = ({ region, input, reading: { place, ranked } }) => {
  const total = ranked.reduce((sum, { score }) => sum + score, 0)
  const strength = Math.min(1, total / SURE_SCORE)
  const topic = ranked.map(({ topic: value, score, found }): Found => {
    const because = found.slice(0, MOST_REASONS).map((words) => {
      return { step: 'keywords', about: 'topic', value, found: words } as const
    })
    return { value, probability: (strength * score) / total, because }
  })
  const names =
    place.state === 'known'
      ? [place.municipality]
      : [...new Set(place.because.flatMap(({ value }) => value.split(' ').filter(Boolean)))]
  const municipality = names.map((value): Found => {
    const because = place.because.filter((reason) => reason.value.split(' ').includes(value))
    return { value, probability: 1 / names.length, because }
  })
  return { topic: likeliestFirst(topic), municipality, organisation: ownerOf(region, input) }
}

/** Whose page it was written on; nobody where it was on none. */
export function ownerOf({ organisations }: Pick<Region, 'organisations'>, { page }: RoutingInput): Found[] {
  return organisations
    .filter(({ id }) => id === page?.organisation)
    .map(({ id }) => ({
      ...{ value: id, probability: 1 },
      because: [{ step: 'page', about: 'organisation', value: id, found: page!.name }],
    }))
}
