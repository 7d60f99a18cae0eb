// Cuts a slice out of stem vectors: the stems that are common or near to what messages to authorities are about, fewer dimensions, half a byte for each. The
// file that it makes is read by functions/model/word-vectors.ts. Called by npm run vectors.
import { createHash } from 'node:crypto'
import { MIDDLE_CODE, RARITY_STEPS, WORDS_FORMAT, type WordsHeader } from '../../functions/model/word-vectors.ts'
import { principalDirections } from './principal.ts'
import type { StemVector } from './stem-vectors.ts'

export interface Cut {
  /** How many stems, at most. */
  readonly stems: number
  /** An even number. */
  readonly dimensions: number
}

/** How much nearness to the catalogue counts beside the logarithm of how often a stem stands in the texts (decision 74). */
const NEARNESS = 10
/** The nearest words of the catalogue that it is the mean of; the very nearest may be the word itself and does not count. */
const NEAREST = 5
/** Of the spread of a dimension: what is further out is taken for this. */
const OUTERMOST = 2.8
const HIGHEST_CODE = 7
/** Words that stand everywhere say nothing: so much is taken from every rarity. */
const COMMONPLACE = 2

/** @param catalogue stems of the names and key words of topics. */
export function sliceOf(all: readonly StemVector[], catalogue: ReadonlySet<string>, cut: Cut): Uint8Array {
  const whole = all.reduce((sum, { count }) => sum + count, 0)
  const chosen = choose(all, catalogue, cut.stems)
  const directions = principalDirections(
    chosen.map(({ vector }) => vector),
    chosen.map(({ count }) => Math.sqrt(count)),
    cut.dimensions,
  )
  const turned = chosen.map(({ vector }) => directions.map((direction) => dot(direction, vector)))
  const steps = directions.map((_, at) => {
    const spread = Math.sqrt(turned.reduce((sum, numbers) => sum + numbers[at]! ** 2, 0) / turned.length)
    return Number(((spread * OUTERMOST) / HIGHEST_CODE || 1).toPrecision(6))
  })
  const codes = turned.flatMap((numbers) => numbers.map((number, at) => codeOf(number / steps[at]!)))
  const halves = Uint8Array.from({ length: codes.length / 2 }, (_, at) => (codes[2 * at]! << 4) | codes[2 * at + 1]!)
  const rarity = Uint8Array.from(chosen, ({ count }) => {
    const rare = Math.log(whole / (count + 1)) - COMMONPLACE
    return Math.min(255, Math.max(0, Math.round(rare * RARITY_STEPS)))
  })
  const stems = chosen.map(({ stem }) => stem)
  const file = (id: string) => {
    const header: WordsHeader = { id, dimensions: directions.length, steps, stems }
    return Buffer.concat([Buffer.from(`${WORDS_FORMAT}\n${JSON.stringify(header)}\n`), rarity, halves])
  }
  return file(createHash('sha256').update(file('')).digest('hex').slice(0, 12))
}

function choose(all: readonly StemVector[], catalogue: ReadonlySet<string>, most: number): StemVector[] {
  const asked = all.filter(({ stem }) => catalogue.has(stem)).map(({ vector }) => vector)
  return all
    .map((one) => ({ one, worth: Math.log(one.count + 1) + NEARNESS * nearness(one.vector, asked) }))
    .sort((a, b) => b.worth - a.worth || (a.one.stem < b.one.stem ? -1 : 1))
    .slice(0, most)
    .map(({ one }) => one)
    .sort((a, b) => (a.stem < b.stem ? -1 : 1))
}

function nearness(vector: Float32Array, asked: readonly Float32Array[]): number {
  const nearest = new Float64Array(NEAREST + 1).fill(-1)
  for (const other of asked) {
    const likeness = dot(other, vector)
    if (likeness <= nearest[0]!) continue
    nearest[0] = likeness
    nearest.sort()
  }
  return nearest.subarray(0, NEAREST).reduce((sum, likeness) => sum + likeness, 0) / NEAREST
}

function codeOf(steps: number): number {
  return MIDDLE_CODE + Math.max(-HIGHEST_CODE, Math.min(HIGHEST_CODE, Math.round(steps)))
}

function dot(one: Float32Array | Float64Array, other: Float32Array): number {
  let sum = 0
  for (let at = 0; at < other.length; at += 1) sum += one[at]! * other[at]!
  return sum
}
