// What a trained model is. Written by functions/learning, read and scored here.
import type { Hearing } from './hearing.ts'
import type { Trials } from './trust.ts'

/** What a model finds in a text. */
export const heads = ['category', 'topic', 'organisation'] as const
export type HeadName = (typeof heads)[number]

export interface Head {
  readonly name: HeadName
  /** Its classes, as the labelled messages name them. */
  readonly labels: readonly string[]
  /** Its scores are divided by it: then a probability of 0.8 is right in 80 of 100. */
  readonly temperature: number
  /** How its findings fared on messages that it had not been trained on. */
  readonly trials: Trials
}

/** Where a model comes from; no text and no author. */
interface Provenance {
  readonly region: string
  /** UTC instant. */
  readonly trainedAt: string
  readonly rows: number
  /** Authors told apart; undefined where the file names none, and each distinct message counted as an author. */
  readonly authors?: number
  /** First and last local date of the messages, where the file says. */
  readonly dates?: readonly [from: string, to: string]
  /** SHA-256 of the labelled rows. */
  readonly hash: string
  readonly seed: number
  /** The columns of the file that it was trained on, by what they say. */
  readonly columns: Readonly<Record<string, string>>
  /** What labels of topics were said to mean in the region. */
  readonly meanings?: Readonly<Record<string, string>>
  /** By cross-validation, for each head: accuracy, macroF1, top5, calibration error. */
  readonly figures: Readonly<Partial<Record<HeadName, Readonly<Record<string, number>>>>>
}

export interface Model {
  /** Names the model: the first 12 digits of the hash of its file's contents. */
  readonly version: string
  readonly heads: readonly Head[]
  /** For each topic label the place of its category among the labels of that head. */
  readonly categoryOfTopic: readonly number[]
  /** For each topic label the region's topic that it means; empty where the region has none. */
  readonly regionTopics: readonly string[]
  /** The same of labels of organisations. */
  readonly regionOrganisations: readonly string[]
  /** How decisions fared that routing would have made with it: those without a person, and what it would have suggested first. */
  readonly decisions: { readonly routed: Trials; readonly suggested: Trials }
  /** The word vectors that it was trained with, by their id; without any, it knows its own words alone. */
  readonly words?: string
  readonly hearing?: Hearing
  /** Where each stem, each hint and each dimension of what words mean stands. */
  readonly index: ReadonlyMap<string, number>
  readonly rarity: Float32Array
  /** Feature by feature, the columns of all heads beside each other, each a number of steps of its column. */
  readonly weights: Int8Array
  readonly steps: Float32Array
  readonly bias: Float32Array
  readonly provenance: Provenance
}
