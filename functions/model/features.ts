// Turns a text into numbers: the stems that a vocabulary knows, weighted by how rare they are, what all of them mean by word vectors, and hints,
// which are what else is known (what key words and names of places say). Called where a model is trained and where it scores, so that both see the same.
import { wordsOf } from '../language/words.ts'
import { addMeaning, type Hearing, nearestTo, TAKEN_FOR } from './hearing.ts'

/** What else is known of a message, by name, with how much it counts (about 0–1): `topic:roads.pothole` 0.4, `place:kursk` 0.4. */
export type Hints = ReadonlyMap<string, number>

export interface Vector {
  /** Places in the vocabulary. */
  readonly at: Int32Array
  readonly value: Float64Array
}

const WORD = /^\p{L}{2,}$/u

/** How often each stem occurs in a text; numbers and single letters are none. */
export function countStems(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { stem } of wordsOf(text)) if (isWord(stem)) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  return counts
}

/** Whether a stem may be a feature at all. */
export function isWord(stem: string): boolean {
  return WORD.test(stem)
}

/** What a model knows of words. */
export interface Lexicon {
  /** Where each feature of the vocabulary stands. */
  readonly index: ReadonlyMap<string, number>
  /** How rare each is, by its place. */
  readonly rarity: ArrayLike<number>
  /** Where it was trained with word vectors. */
  readonly hearing?: Hearing
}

/** Beside the stems, whose vector has length 1; chosen by cross-validation (decision 74). */
const MEANING = 0.5

/** The stems make up a vector of length 1, what they mean one of length MEANING; hints stand beside them with their own weight. */
export function vectorOf(stems: ReadonlyMap<string, number>, hints: Hints, lexicon: Lexicon): Vector {
  const sums = sumsOf(stems, lexicon)
  const { length, distance } = lengthsOf(sums)
  const at: number[] = []
  const value: number[] = []
  const put = (feature: number | undefined, weight: number) => {
    if (feature === undefined || weight === 0) return
    at.push(feature)
    value.push(weight)
  }
  for (const [feature, weight] of sums.known) put(feature, weight / length)
  for (const [hint, weight] of hints) put(lexicon.index.get(hint), weight)
  sums.meaning.forEach((weight, dimension) => put(sums.first + dimension, (weight / distance) * MEANING))
  return { at: Int32Array.from(at), value: Float64Array.from(value) }
}

/**
 * How much each stem speaks for a class: a text's vector is the sum of what its stems add to it.
 * @param weightOf how much a feature speaks for it.
 */
export function pullsOf(
  stems: ReadonlyMap<string, number>,
  lexicon: Lexicon,
  weightOf: (feature: number) => number,
): Map<string, number> {
  const { length, distance } = lengthsOf(sumsOf(stems, lexicon))
  const pullOf = (stem: string) => {
    const { known, meaning, first } = sumsOf(new Map([[stem, 1]]), lexicon)
    let pull = 0
    for (const [feature, weight] of known) pull += (weight / length) * weightOf(feature)
    for (let dimension = 0; dimension < meaning.length; dimension += 1)
      pull += (meaning[dimension]! / distance) * MEANING * weightOf(first + dimension)
    return pull
  }
  return new Map([...stems.keys()].map((stem) => [stem, pullOf(stem)]))
}

interface Sums {
  readonly known: ReadonlyMap<number, number>
  readonly meaning: Float64Array
  /** The feature of the first dimension of meaning. */
  readonly first: number
}

function sumsOf(stems: ReadonlyMap<string, number>, { index, rarity, hearing }: Lexicon): Sums {
  const known = new Map<number, number>()
  const add = (feature: number, weight: number) => known.set(feature, (known.get(feature) ?? 0) + weight)
  const meaning = new Float64Array(hearing?.words.dimensions ?? 0)
  for (const [stem, times] of stems) {
    const often = 1 + Math.log(times)
    const at = index.get(stem)
    if (at !== undefined) add(at, often * rarity[at]!)
    if (!hearing) continue
    addMeaning(hearing, stem, often, meaning)
    if (at === undefined)
      for (const near of nearestTo(hearing, stem)) add(near.at, often * TAKEN_FOR * near.likeness * hearing.rarest)
  }
  return { known, meaning, first: hearing?.first ?? 0 }
}

function lengthsOf({ known, meaning }: Sums) {
  return { length: Math.hypot(...known.values()) || 1, distance: Math.hypot(...meaning) || 1 }
}
