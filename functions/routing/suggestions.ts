// The ready choices that a person gets for a message which waits: topics with whoever answers for each. Called by route-message.ts.
import type { Model } from '../model/model.ts'
import { wordsFor } from '../model/score.ts'
import { probabilityAt } from '../model/trust.ts'
import type { Answer } from './answers.ts'
import type { Suggestion } from './routing.ts'

const MOST = 5
const MOST_WORDS = 3
/** What is right less often than once in twenty is no help. */
const LEAST_SURE = 0.05

/** @param answers the likeliest first. @param model undefined where the region has none: then nobody knows how sure they are. */
export function suggestionsOf(answers: readonly Answer[], text: string, model: Model | undefined): Suggestion[] {
  const pairs = answers.flatMap(({ organisation, score, ways }) => {
    const all = ways.reduce((sum, { topic }) => sum + topic.probability, 0)
    return ways.map((way) => ({ ...way, organisation, score, part: way.topic.probability / all }))
  })
  const best = pairs.sort((a, b) => b.score * b.part - a.score * a.part).slice(0, MOST)
  const made = best.flatMap(({ organisation, topic, municipality, score, part }): Suggestion[] => {
    const where = municipality && { municipality }
    if (!model) {
      const found = topic.because.slice(0, MOST_WORDS).map((reason) => reason.found)
      return [{ topic: topic.value, organisation, ...where, found }]
    }
    const sure = Math.round(100 * part * probabilityAt(model.decisions.suggested, score)) / 100
    const found = learnedWords(model, text, topic.value)
    return sure < LEAST_SURE ? [] : [{ topic: topic.value, organisation, ...where, sure, found }]
  })
  return made.sort((a, b) => (b.sure ?? 0) - (a.sure ?? 0))
}

/** The words of a text that speak for a topic of the region, by the first label that means it. */
export function learnedWords(model: Model, text: string, topic: string): string[] {
  const label = model.regionTopics.indexOf(topic)
  return label < 0 ? [] : wordsFor(model, text, 'topic', label, MOST_WORDS)
}
