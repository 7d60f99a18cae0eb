// Finds by key words and names of places: a topic is as likely as its words are many beside those of others. An organisation they do not find:
// it follows from the two. Called by answers.ts.
import { type Finder, type Found, likeliestFirst } from './finding.ts'
import { SURE_SCORE } from './hints.ts'

const MOST_REASONS = 5

export const findByRules: Finder = ({ reading: { place, ranked } }) => {
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
  return { topic: likeliestFirst(topic), municipality, organisation: [] }
}
