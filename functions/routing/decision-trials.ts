// How the decisions of a model fared on messages that it had not been trained on: whom routing would have given each to, whom it would have
// suggested first, how sure, and whether that was who answered. Called where a model is trained.
import type { Model } from '../model/model.ts'
import type { Scores } from '../model/score.ts'
import type { Trial } from '../model/trust.ts'
import { type Answer, answersOf } from './answers.ts'
import { decidedTopics } from './decide.ts'
import { findByRules } from './find-by-rules.ts'
import { foundIn } from './find-by-model.ts'
import type { ReadMessage } from './finding.ts'

export interface Unseen {
  readonly message: ReadMessage
  readonly scores: Scores
  /** Who answered, by its id in the region. */
  readonly organisation: string
}

export function decisionTrials(
  meanings: Pick<Model, 'regionTopics' | 'regionOrganisations'>,
  rows: readonly Unseen[],
): Model['decisions'] {
  const topics = decidedTopics(meanings)
  const routed: Trial[] = []
  const suggested: Trial[] = []
  for (const { message, scores, organisation } of rows) {
    const answers = answersOf(message.region, findByRules(message), foundIn(meanings, scores))
    const toTrial = (answer: Answer): Trial => ({
      found: topics.indexOf(answer.ways[0]!.topic.value),
      sure: answer.score,
      right: answer.organisation === organisation,
    })
    const placed = answers.find(({ isPlaced }) => isPlaced)
    if (placed) routed.push(toTrial(placed))
    if (answers[0]) suggested.push(toTrial(answers[0]))
  }
  return { routed, suggested }
}
