// Turns a text into numbers: the stems that a vocabulary knows, weighted by how rare they are, and hints, which are what else is known
// (what key words and names of places say). Called where a model is trained and where it scores, so that both see the same.
import { wordsOf } from '../language/words.ts'

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

/**
 * The stems make up a vector of length 1; hints stand beside it with their own weight.
 * @param index where each feature of the vocabulary stands. @param rarity how rare each is, by its place.
 */
export function vectorOf(
  stems: ReadonlyMap<string, number>,
  hints: Hints,
  index: ReadonlyMap<string, number>,
  rarity: ArrayLike<number>,
): Vector {
  const known = [...stems].flatMap(([stem, times]) => {
    const at = index.get(stem)
    return at === undefined ? [] : [{ at, weight: (1 + Math.log(times)) * rarity[at]! }]
  })
  const length = Math.hypot(...known.map(({ weight }) => weight)) || 1
  const told = [...hints].flatMap(([hint, weight]) => {
    const at = index.get(hint)
    return at === undefined ? [] : [{ at, weight }]
  })
  return {
    at: Int32Array.from([...known, ...told], ({ at }) => at),
    value: Float64Array.from([...known.map(({ weight }) => weight / length), ...told.map(({ weight }) => weight)]),
  }
}
