// What a model hears of a word that it may not know: which of its own words mean the same, and what the words of a text mean together. Both
// come from public word vectors, so that a word which too few authors wrote to be kept is heard all the same. Called by features.ts.
import { addVector, RARITY_STEPS, type WordVectors } from './word-vectors.ts'

/** A word of a model that means much the same, with the cosine of the angle between both. */
interface Near {
  readonly at: number
  readonly likeness: number
}

export interface Hearing {
  readonly words: WordVectors
  /** The model's feature that stands for the first dimension; the others follow. */
  readonly first: number
  /** A model's own words that have a vector, by their places; these vectors one after another, each of length 1; how long each is without its HEAD. */
  readonly own: { readonly at: readonly number[]; readonly vectors: Float32Array; readonly beyond: Float32Array }
  /** How rare a word is taken for that the model does not know: as the rarest that it knows. */
  readonly rarest: number
  /** What was looked for before, by stem. */
  readonly nearest: Map<string, readonly Near[]>
}

/** Chosen by cross-validation (decision 74). */
const LEAST_LIKENESS = 0.8
const MOST_NEAR = 3
/** How much what a word is taken for counts beside what is written: more makes a model surer than it should be. */
export const TAKEN_FOR = 0.5
const MOST_KEPT = 20_000
/** The first dimensions are the widest: most words are known by them alone to be too far away. */
const HEAD = 16
const ROUNDING = 1e-6

/** The features that stand for dimensions; no stem has a colon. */
export function dimensionNames({ dimensions }: WordVectors): string[] {
  return Array.from({ length: dimensions }, (_, at) => `meaning:${at}`)
}

/** @param index the features of a model, those of dimensionNames among them. @throws Error where they are not. */
export function hearingOf(words: WordVectors, index: ReadonlyMap<string, number>, rarity: ArrayLike<number>): Hearing {
  const first = index.get(dimensionNames(words)[0]!)
  if (first === undefined) throw new Error('The model has no features for what words mean.')
  const own = [...index].filter(([stem]) => words.index.has(stem))
  const vectors = new Float32Array(own.length * words.dimensions)
  own.forEach(([stem], at) => vectors.set(unitVector(words, words.index.get(stem)!), at * words.dimensions))
  const beyond = Float32Array.from(own, (_, at) =>
    beyondHead(vectors.subarray(at * words.dimensions, (at + 1) * words.dimensions)),
  )
  const rarest = own.reduce((most, [, at]) => Math.max(most, rarity[at]!), 0)
  return { words, first, own: { at: own.map(([, at]) => at), vectors, beyond }, rarest, nearest: new Map() }
}

/** The model's own words that mean what this one means, the nearest first; none where no vector is known or nothing is near. */
export function nearestTo(hearing: Hearing, stem: string): readonly Near[] {
  const before = hearing.nearest.get(stem)
  if (before) return before
  const word = hearing.words.index.get(stem)
  const found = word === undefined ? [] : lookFor(hearing, unitVector(hearing.words, word))
  if (hearing.nearest.size >= MOST_KEPT) hearing.nearest.clear()
  hearing.nearest.set(stem, found)
  return found
}

/** Adds to a sum what a stem means, as much as it is rare. */
export function addMeaning({ words }: Hearing, stem: string, times: number, sum: Float64Array): void {
  const word = words.index.get(stem)
  if (word !== undefined) addVector(words, word, (times * words.rarity[word]!) / RARITY_STEPS, sum)
}

function lookFor({ own: { at, vectors, beyond } }: Hearing, vector: Float32Array): Near[] {
  const near: Near[] = []
  const head = Math.min(HEAD, vector.length)
  const rest = beyondHead(vector)
  for (let one = 0; one < at.length; one += 1) {
    const start = one * vector.length
    let likeness = 0
    for (let dimension = 0; dimension < head; dimension += 1)
      likeness += vector[dimension]! * vectors[start + dimension]!
    // What lies beyond can add no more than the product of both lengths.
    if (likeness + rest * beyond[one]! < LEAST_LIKENESS - ROUNDING) continue
    for (let dimension = head; dimension < vector.length; dimension += 1)
      likeness += vector[dimension]! * vectors[start + dimension]!
    if (likeness > LEAST_LIKENESS) near.push({ at: at[one]!, likeness })
  }
  return near.sort((a, b) => b.likeness - a.likeness || a.at - b.at).slice(0, MOST_NEAR)
}

/** How long a vector of length 1 is without its first dimensions. */
function beyondHead(vector: Float32Array): number {
  return Math.hypot(...vector.subarray(HEAD))
}

function unitVector(words: WordVectors, word: number): Float32Array {
  const vector = new Float64Array(words.dimensions)
  addVector(words, word, 1, vector)
  const length = Math.hypot(...vector) || 1
  return Float32Array.from(vector, (one) => one / length)
}
