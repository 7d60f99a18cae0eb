// What key words and names of places say of a message, as hints for a model, which weighs them beside the words themselves. Called where a
// model is trained and where it routes.
import type { Region } from '../../regions/schema.ts'
import type { Hints } from '../model/features.ts'
import type { Candidate } from './find-topic.ts'

const MOST_TOPICS = 3
/** From here on the key words of a text are many (the sum of their scores). */
export const SURE_SCORE = 5
/** Chosen by cross-validation (decision 61). */
const TOPIC_COUNTS = 0.7
const GROUP_COUNTS = 0.35
const PLACE_COUNTS = 0.4

/** @param ranked topics by their key words, the best first. @param municipality where the place is known. */
export function hintsOf(
  ranked: readonly Candidate[],
  municipality: Region['municipalities'][number]['id'] | undefined,
): Hints {
  const best = ranked.slice(0, MOST_TOPICS)
  const total = best.reduce((sum, { score }) => sum + score, 0)
  const hints = new Map<string, number>()
  const add = (name: string, weight: number) => hints.set(name, (hints.get(name) ?? 0) + weight)
  for (const { topic, score } of best) {
    const part = (score / total) * Math.min(1, total / SURE_SCORE)
    add(`topic:${topic}`, TOPIC_COUNTS * part)
    add(`group:${topic.split('.')[0]!}`, GROUP_COUNTS * part)
  }
  if (municipality !== undefined) add(`place:${municipality}`, PLACE_COUNTS)
  return hints
}
