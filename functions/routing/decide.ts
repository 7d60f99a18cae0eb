// Whether what a model found may be acted on without a person: how often such decisions were right on messages that it had not seen. Called by
// route-message.ts.
import type { Region } from '../../regions/schema.ts'
import type { Model } from '../model/model.ts'
import { thresholdsByClass } from '../model/trust.ts'
import type { Answer } from './answers.ts'

/** The answer that is sure enough, of those for which nothing is assumed. */
export function sureAnswer(region: Region, model: Model, answers: readonly Answer[]): Answer | undefined {
  const best = answers.find(({ isPlaced }) => isPlaced)
  const topic = best && decidedTopics(model).indexOf(best.ways[0]!.topic.value)
  if (best === undefined || topic === undefined || topic < 0) return undefined
  return best.score >= leastScores(model, region.routing.autoPrecision)[topic]! ? best : undefined
}

/** The region's topics that a model knows, each once: the classes of the trials of its decisions. */
export function decidedTopics({ regionTopics }: Pick<Model, 'regionTopics'>): readonly string[] {
  return [...new Set(regionTopics.filter(Boolean))]
}

const known = new WeakMap<Model, { readonly precision: number; readonly least: readonly number[] }>()

function leastScores(model: Model, precision: number): readonly number[] {
  const before = known.get(model)
  if (before?.precision === precision) return before.least
  const least = thresholdsByClass(model.decisions.routed, decidedTopics(model).length, precision)
  known.set(model, { precision, least })
  return least
}
