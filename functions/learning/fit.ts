// Fits several multinomial logistic regressions over the same features at once, by stochastic gradient descent: what each head (category,
// topic, organisation) finds in a text is a softmax over its own columns. Called by train.ts. Rows come in an order that a seed decides,
// so the same rows give the same weights.
import type { Vector } from '../model/features.ts'
import { numbersFrom, shuffled } from './shuffle.ts'

export interface Example {
  readonly vector: Vector
  /** For each head, which of its classes is right; -1 where it is not known. */
  readonly classes: readonly number[]
}

export interface Shape {
  readonly features: number
  /** How many classes each head has. */
  readonly heads: readonly number[]
}

export interface Fitted {
  /** Feature by feature, the columns of all heads beside each other. */
  readonly weights: Float32Array
  readonly bias: Float32Array
}

/** Chosen by cross-validation on 2,000 messages of one region (decisions 61 and 72). */
const EPOCHS = 15
const RATE = 0.7
const BIAS_RATE = 0.1
/** On large weights, per row. */
const PENALTY = 1 / 16_000
/** 0 would count each row the same, 1 each class. */
const BALANCE = 0.5
/** A rare class counts for more, but one row moves nothing further than this. */
const LONGEST_STEP = 2
/** Of each message's features, drawn anew in every epoch: so that what speaks for a class is not one word alone. */
const LEFT_OUT = 0.3
/** Less is not worth its time: nearly all classes of nearly all rows. */
const LEAST_MOVE = 1e-3

export function fit(examples: readonly Example[], { features, heads }: Shape, seed: number): Fitted {
  const columns = heads.reduce((sum, classes) => sum + classes, 0)
  const weights = new Float32Array(features * columns)
  const bias = new Float32Array(columns)
  const importance = heads.map((classes, head) => importances(examples, head, classes))
  const moves = new Float64Array(columns)
  const moved = new Int32Array(columns)
  const steps = EPOCHS * examples.length
  // The weights are `scale` times what is stored: the penalty shrinks them all in one multiplication.
  let scale = 1
  let step = 0
  const draw = numbersFrom(seed)
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (const { vector: whole, classes } of shuffled(examples, seed + epoch)) {
      const vector = thinned(whole, draw)
      const pace = RATE * (1 - step / steps)
      step += 1
      scale *= 1 - pace * PENALTY
      add(weights, vector, scale, moves, bias)
      toMoves(moves, heads, classes, importance, pace)
      subtract(weights, vector, scale, moves, moved, moveBias(bias, moves, moved))
    }
  }
  for (let at = 0; at < weights.length; at += 1) weights[at]! *= scale
  return { weights, bias }
}

/** A part of a message's features, each for as much more as others are left out. */
function thinned({ at, value }: Vector, draw: () => number): Vector {
  const isKept = Array.from(at, () => draw() >= LEFT_OUT)
  return {
    at: at.filter((_, n) => isKept[n]!),
    value: value.filter((_, n) => isKept[n]!).map((one) => one / (1 - LEFT_OUT)),
  }
}

/** The columns of one vector. */
export function columnsOf({ weights, bias }: Fitted, vector: Vector): Float64Array {
  const sums = new Float64Array(bias.length)
  add(weights, vector, 1, sums, bias)
  return sums
}

function add(weights: Float32Array, { at, value }: Vector, scale: number, sums: Float64Array, bias: Float32Array) {
  const columns = bias.length
  sums.set(bias)
  for (let n = 0; n < at.length; n += 1) {
    const start = at[n]! * columns
    const x = value[n]! * scale
    for (let column = 0; column < columns; column += 1) sums[column]! += x * weights[start + column]!
  }
}

/** @returns how many columns move at all; which they are stands in `moved`. */
function moveBias(bias: Float32Array, moves: Float64Array, moved: Int32Array): number {
  let count = 0
  for (let column = 0; column < bias.length; column += 1) {
    const move = moves[column]!
    bias[column]! -= BIAS_RATE * move
    if (move > LEAST_MOVE || move < -LEAST_MOVE) {
      moved[count] = column
      count += 1
    }
  }
  return count
}

function subtract(
  weights: Float32Array,
  { at, value }: Vector,
  scale: number,
  moves: Float64Array,
  moved: Int32Array,
  count: number,
) {
  for (let n = 0; n < at.length; n += 1) {
    const start = at[n]! * moves.length
    const x = value[n]! / scale
    for (let one = 0; one < count; one += 1) weights[start + moved[one]!]! -= x * moves[moved[one]!]!
  }
}

/** In the place of scores, what each column is to be moved by: how far its probability is from the truth, by how much that counts. */
function toMoves(
  scores: Float64Array,
  heads: readonly number[],
  classes: readonly number[],
  importance: readonly (readonly number[])[],
  pace: number,
) {
  let from = 0
  for (let head = 0; head < heads.length; head += 1) {
    const to = from + heads[head]!
    const right = classes[head]!
    const step = right < 0 ? 0 : Math.min(pace * importance[head]![right]!, LONGEST_STEP)
    let most = -Infinity
    for (let at = from; at < to; at += 1) most = Math.max(most, scores[at]!)
    let sum = 0
    for (let at = from; at < to; at += 1) {
      scores[at] = Math.exp(scores[at]! - most)
      sum += scores[at]!
    }
    for (let at = from; at < to; at += 1) scores[at]! *= step / sum
    if (right >= 0) scores[from + right]! -= step
    from = to
  }
}

/** How much a row of each class counts; 1 on the average of rows. */
function importances(examples: readonly Example[], head: number, classes: number): number[] {
  const counts = new Array<number>(classes).fill(0)
  for (const one of examples) if (one.classes[head]! >= 0) counts[one.classes[head]!]! += 1
  const raw = counts.map((count) => (count === 0 ? 0 : count ** -BALANCE))
  const rows = counts.reduce((sum, count) => sum + count, 0)
  const mean = raw.reduce((sum, weight, at) => sum + weight * counts[at]!, 0) / Math.max(1, rows)
  return raw.map((weight) => weight / mean)
}
