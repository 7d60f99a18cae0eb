// Of the vectors of words those of stems, as messages are read: the mean of a stem's forms, the commoner ones more; all around the middle of the language, each
// of length 1. Called by npm run vectors.
import { isWord } from '../../functions/model/features.ts'
import { wordsOf } from '../../functions/language/words.ts'
import type { Navec } from './navec.ts'

export interface StemVector {
  readonly stem: string
  /** How often any of its forms stands in the texts. */
  readonly count: number
  readonly vector: Float32Array
}

/** In the order of the alphabet. */
export function stemVectors({ words, counts, dimensions, vectorOf }: Navec): StemVector[] {
  const forms = new Map<string, number[]>()
  words.forEach((word, at) => {
    const [read, ...more] = wordsOf(word)
    if (!read || more.length > 0 || !isWord(read.stem)) return
    forms.set(read.stem, [...(forms.get(read.stem) ?? []), at])
  })
  const stems = [...forms]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([stem, places]) => {
      const weights = places.map((at) => Math.sqrt(counts[at]! + 1))
      const vector = weightedMean(places.map(vectorOf), weights, dimensions)
      return { stem, count: places.reduce((sum, at) => sum + counts[at]!, 0), vector }
    })
  const middle = weightedMean(
    stems.map(({ vector }) => vector),
    stems.map(({ count }) => count),
    dimensions,
  )
  return stems.map((one) => ({ ...one, vector: unit(one.vector.map((number, at) => number - middle[at]!)) }))
}

function weightedMean(vectors: readonly Float32Array[], weights: readonly number[], dimensions: number): Float32Array {
  const sum = new Float64Array(dimensions)
  let whole = 0
  vectors.forEach((vector, one) => {
    const weight = weights[one]!
    whole += weight
    for (let at = 0; at < dimensions; at += 1) sum[at]! += weight * vector[at]!
  })
  return Float32Array.from(sum, (number) => number / (whole || 1))
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector) || 1
  return vector.map((number) => number / length)
}
