// Writes a trained model as the bytes that functions/model/read-model.ts reads: weights as steps of one byte. Called by npm run train.
import type { Model } from '../model/model.ts'
import type { Trials } from '../model/trust.ts'
import { FORMAT, FORMAT_WITH_WORDS, type Header } from '../model/read-model.ts'
import type { Trained } from './train.ts'

const MOST_STEPS = 127

/** What is known beside what was learned. */
export type Beside = Pick<Model, 'version' | 'regionTopics' | 'regionOrganisations' | 'decisions' | 'provenance'>

export function writeModel(trained: Trained, { decisions, ...beside }: Beside): Uint8Array {
  const { vocabulary, fitted, temperatures, trials, heads, categoryOfTopic, words } = trained
  const columns = fitted.bias.length
  const steps = new Float32Array(columns)
  fitted.weights.forEach((weight, at) => (steps[at % columns] = Math.max(steps[at % columns]!, Math.abs(weight))))
  for (let column = 0; column < columns; column += 1) steps[column] = (steps[column]! || 1) / MOST_STEPS
  const header: Header = {
    ...beside,
    ...(words && { words: words.id }),
    decisions: { routed: packed(decisions.routed), suggested: packed(decisions.suggested) },
    heads: heads.map((head, at) => ({
      ...head,
      temperature: temperatures[at]!,
      trials: packed(trials[at]!),
    })),
    categoryOfTopic,
    vocabulary: vocabulary.features,
    rarity: vocabulary.rarity,
    steps: Array.from(steps, rounded),
    bias: Array.from(fitted.bias, rounded),
  }
  const weights = Int8Array.from(fitted.weights, (weight, at) => Math.round(weight / steps[at % columns]!))
  const head = new TextEncoder().encode(`${words ? FORMAT_WITH_WORDS : FORMAT}\n${JSON.stringify(header)}\n`)
  const bytes = new Uint8Array(head.length + weights.length)
  bytes.set(head)
  bytes.set(new Uint8Array(weights.buffer), head.length)
  return bytes
}

/** Rounded up, so that nothing less sure passes a threshold that a trial sets. */
function packed(trials: Trials) {
  return trials.map(({ found, sure, right }) => [found, Math.ceil(sure * 1000), right ? 1 : 0] as const)
}

function rounded(number: number): number {
  return Number(number.toPrecision(6))
}
