// Reads a model from its file: a line that names the format, a line of JSON, and a byte for each weight. Called by routing once a container,
// and by the commands. A model of the first format knows nothing of word vectors.
import { hearingOf } from './hearing.ts'
import { type Head, type Model } from './model.ts'
import type { WordVectors } from './word-vectors.ts'

/** The first line of a model's file; another format has another number. The second one names the word vectors that it was trained with. */
export const FORMAT = 'otklik-model-1'
export const FORMAT_WITH_WORDS = 'otklik-model-2'
const NEW_LINE = 10

/** What the line of JSON says. */
export interface Header extends Omit<
  Model,
  'heads' | 'decisions' | 'index' | 'rarity' | 'hearing' | 'weights' | 'steps' | 'bias'
> {
  readonly heads: readonly (Omit<Head, 'trials'> & { readonly trials: readonly PackedTrial[] })[]
  readonly decisions: Readonly<Record<keyof Model['decisions'], readonly PackedTrial[]>>
  readonly vocabulary: readonly string[]
  readonly rarity: readonly number[]
  readonly steps: readonly number[]
  readonly bias: readonly number[]
}
/** What was found, how sure (of 1,000), and whether it was right (1 or 0). */
type PackedTrial = readonly [found: number, sure: number, right: number]

/**
 * @param loadWords the word vectors that this code has; asked for a model that was trained with some.
 * @throws Error where the bytes are no model, a model of another format or of other word vectors, or cut off.
 */
export function readModel(bytes: Uint8Array, loadWords: () => WordVectors): Model {
  const first = bytes.indexOf(NEW_LINE)
  const second = bytes.indexOf(NEW_LINE, first + 1)
  const line = (from: number, to: number) => new TextDecoder().decode(bytes.subarray(from, to))
  if (second < 0 || ![FORMAT, FORMAT_WITH_WORDS].includes(line(0, first)))
    throw new Error(`This is no model of the format ${FORMAT_WITH_WORDS}: train it anew with npm run train.`)
  const { vocabulary, rarity, steps, bias, heads, decisions, ...rest } = JSON.parse(line(first + 1, second)) as Header
  const weights = new Int8Array(bytes.buffer, bytes.byteOffset + second + 1, bytes.length - second - 1)
  if (weights.length !== vocabulary.length * bias.length)
    throw new Error(
      `The model ${rest.version} has ${weights.length} weights in place of ${vocabulary.length * bias.length}.`,
    )
  const index = new Map(vocabulary.map((feature, at) => [feature, at]))
  return {
    ...rest,
    ...(rest.words !== undefined && { hearing: hearingOf(wordsOf(rest, loadWords), index, rarity) }),
    heads: heads.map((head) => ({ ...head, trials: head.trials.map(unpack) })),
    decisions: { routed: decisions.routed.map(unpack), suggested: decisions.suggested.map(unpack) },
    index,
    rarity: Float32Array.from(rarity),
    steps: Float32Array.from(steps),
    bias: Float32Array.from(bias),
    weights,
  }
}

function wordsOf({ version, words }: Pick<Model, 'version' | 'words'>, loadWords: () => WordVectors): WordVectors {
  const loaded = loadWords()
  if (loaded.id !== words)
    throw new Error(
      `The model ${version} was trained with the word vectors ${words}, and these are ${loaded.id}: train it anew with npm run train.`,
    )
  return loaded
}

function unpack([found, sure, right]: PackedTrial) {
  return { found, sure: sure / 1000, right: right === 1 }
}
