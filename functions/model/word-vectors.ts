// Reads a file of word vectors: of each word of a public vocabulary, by its stem, what it means, as a point in space; words that mean much the same lie near each other. Made by
// npm run vectors; called by functions/vectors/load.ts once a container, and by the tests.

export interface WordVectors {
  /** The first 12 digits of the hash of its contents: a model names the vectors that it was trained with. */
  readonly id: string
  readonly dimensions: number
  /** Where each stem stands. */
  readonly index: ReadonlyMap<string, number>
  /** How rare each stem is in the public texts, in sixteenths. */
  readonly rarity: Uint8Array
  /** Of each dimension, what one step is. */
  readonly steps: Float32Array
  /** Half a byte for each dimension of each stem, from 1 to 15: 8 is nothing. */
  readonly codes: Uint8Array
}

/** The first line of such a file; another format has another number. */
export const WORDS_FORMAT = 'otklik-words-1'
export const RARITY_STEPS = 16
/** What stands for nothing among the codes. */
export const MIDDLE_CODE = 8
const NEW_LINE = 10

export interface WordsHeader {
  readonly id: string
  readonly dimensions: number
  readonly steps: readonly number[]
  readonly stems: readonly string[]
}

/** @throws Error where the bytes are no such file, or cut off. */
export function readWordVectors(bytes: Uint8Array): WordVectors {
  const first = bytes.indexOf(NEW_LINE)
  const second = bytes.indexOf(NEW_LINE, first + 1)
  const line = (from: number, to: number) => new TextDecoder().decode(bytes.subarray(from, to))
  if (second < 0 || line(0, first) !== WORDS_FORMAT) throw new Error(`These are no word vectors of ${WORDS_FORMAT}.`)
  const { stems, steps, id, dimensions } = JSON.parse(line(first + 1, second)) as WordsHeader
  const codesFrom = second + 1 + stems.length
  const codes = bytes.subarray(codesFrom)
  if (codes.length !== (stems.length * dimensions) / 2) throw new Error(`The word vectors ${id} are cut off.`)
  return {
    id,
    dimensions,
    index: new Map(stems.map((stem, at) => [stem, at])),
    rarity: bytes.subarray(second + 1, codesFrom),
    steps: Float32Array.from(steps),
    codes,
  }
}

/** Adds a word's vector, `times` as long, to a sum. */
export function addVector({ dimensions, steps, codes }: WordVectors, word: number, times: number, sum: Float64Array) {
  const start = (word * dimensions) / 2
  for (let pair = 0; pair < dimensions / 2; pair += 1) {
    const code = codes[start + pair]!
    const even = 2 * pair
    sum[even]! += times * ((code >> 4) - MIDDLE_CODE) * steps[even]!
    sum[even + 1]! += times * ((code & 15) - MIDDLE_CODE) * steps[even + 1]!
  }
}
