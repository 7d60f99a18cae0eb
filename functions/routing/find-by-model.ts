// Finds by a model that was trained on the region's messages, which weighs key words and places as hints. Called by answers.ts.
import type { Model } from '../model/model.ts'
import { score, type Scores } from '../model/score.ts'
import { type Finder, type Found, likeliestFirst } from './finding.ts'
import { hintsOf } from './hints.ts'

export function finderOf(model: Model): Finder {
  return ({ input, reading: { ranked, place } }) => {
    const scores = score(model, input.text, hintsOf(ranked, place.municipality))
    return foundIn(model, scores)
  }
}

/** What scores of labels mean in the region: several may mean one topic, some mean none. */
export function foundIn(
  { regionTopics, regionOrganisations }: Pick<Model, 'regionTopics' | 'regionOrganisations'>,
  { topic, organisation }: Scores,
) {
  return {
    topic: summed(topic, regionTopics),
    municipality: [],
    organisation: summed(organisation, regionOrganisations),
  }
}

function summed(shares: readonly number[], meanings: readonly string[]): Found[] {
  const sums = new Map<string, number>()
  shares.forEach((share, at) => {
    const meaning = meanings[at]
    if (meaning) sums.set(meaning, (sums.get(meaning) ?? 0) + share)
  })
  return likeliestFirst([...sums].map(([value, probability]) => ({ value, probability, because: [] })))
}
