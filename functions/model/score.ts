// Scores a text with a model: for category, topic and organisation the probability of each class, and the words that speak for one. Called
// by routing, and on the rows of a file that a model is held against. Some tenths of a millisecond a message.
import { isIndexed } from '../language/terms.ts'
import { wordsOf } from '../language/words.ts'
import { countStems, type Hints, pullsOf, vectorOf, type Vector } from './features.ts'
import type { HeadName, Model } from './model.ts'
import { calibrated, mixed, softmax } from './probabilities.ts'

/** For each head the probabilities of its classes, by their places. */
export type Scores = Readonly<Record<HeadName, readonly number[]>>

export function score(model: Model, text: string, hints: Hints): Scores {
  const vector = vectorOf(countStems(text), hints, model)
  return scoresOf(model, columnsOf(model, vector))
}

/** What the columns of a model come to: levels mixed, and calibrated. */
export function scoresOf(
  { heads, categoryOfTopic }: Pick<Model, 'heads' | 'categoryOfTopic'>,
  columns: ArrayLike<number>,
): Scores {
  const plain: Record<HeadName, readonly number[]> = { category: [], topic: [], organisation: [] }
  let from = 0
  for (const { name, labels } of heads) {
    plain[name] = softmax(Array.from(labels, (_, at) => columns[from + at]!))
    from += labels.length
  }
  const both = { ...plain, ...mixed(plain.category, plain.topic, categoryOfTopic) }
  const made = heads.map(({ name, temperature }) => [name, calibrated(both[name], temperature)] as const)
  return { ...plain, ...(Object.fromEntries(made) as Partial<Scores>) }
}

function columnsOf({ weights, steps, bias }: Model, { at, value }: Vector): Float32Array {
  const sums = new Float32Array(bias.length)
  at.forEach((feature, n) => {
    const start = feature * bias.length
    for (let column = 0; column < bias.length; column += 1) sums[column]! += value[n]! * weights[start + column]!
  })
  return sums.map((sum, column) => sum * steps[column]! + bias[column]!)
}

/** The words of a text that speak most for a class, as they are written, the strongest first. */
export function wordsFor(model: Model, text: string, head: HeadName, label: number, most: number): string[] {
  const column = columnOf(model, head, label)
  const columns = model.bias.length
  const byStem = pullsOf(countStems(text), model, (feature) => model.weights[feature * columns + column]!)
  const pulls = new Map<string, number>()
  for (const { stem, written } of wordsOf(text))
    if (!pulls.has(written) && isIndexed(stem)) pulls.set(written, byStem.get(stem) ?? 0)
  const telling = [...pulls].filter(([, pull]) => pull > 0).sort((a, b) => b[1] - a[1])
  return telling.slice(0, most).map(([written]) => written)
}

function columnOf({ heads }: Model, name: HeadName, label: number): number {
  const before = heads.slice(
    0,
    heads.findIndex((head) => head.name === name),
  )
  return before.reduce((sum, { labels }) => sum + labels.length, label)
}
