// A model learns from invented messages what others are about, the same from the same seed, and its file reads back as it was written.
import { expect, it } from 'vitest'
import { loadRegion } from '../../regions/load.ts'
import { learningCurve } from '../../functions/learning/curve.ts'
import { columnsOf } from '../../functions/learning/fit.ts'
import { measure } from '../../functions/learning/measure.ts'
import { type Trained, train } from '../../functions/learning/train.ts'
import { writeModel } from '../../functions/learning/write-model.ts'
import { countStems, vectorOf } from '../../functions/model/features.ts'
import { readModel } from '../../functions/model/read-model.ts'
import { score, scoresOf, wordsFor } from '../../functions/model/score.ts'

import { besides, inventMessages } from './invented-messages.ts'

const region = loadRegion('95')
const options = { seed: 1, describe: (topic: string) => [region.topics.find(({ id }) => id === topic)!.name['ru']!] }
const write = (trained: Trained) => writeModel(trained, besides)
/** A model of the first format asks for none. */
const noWords = () => {
  throw new Error('Word vectors were asked for.')
}

const rows = inventMessages(region, 500, 1)
const trained = train(rows, options)
const model = readModel(write(trained), noWords)

it('the same rows and seed make the same file to the byte, another seed another', () => {
  const few = rows.slice(0, 60)
  const file = write(train(few, options))
  expect(write(train(few, options))).toEqual(file)
  expect(write(train(few, { ...options, seed: 2 }))).not.toEqual(file)
})

it('messages that nobody has seen are told apart, better than by what is commonest, and as often as it says', () => {
  const others = inventMessages(region, 400, 2).map((row) => ({ row, scores: score(model, row.text, row.hints) }))
  const figuresOf = (name: 'category' | 'topic') => {
    const { labels, trials } = model.heads.find((head) => head.name === name)!
    return measure(
      labels,
      others.map(({ row, scores }) => ({ shares: scores[name], truth: row.labels[name] })),
      trials,
    )
  }
  const [category, topic] = [figuresOf('category'), figuresOf('topic')]
  expect(category.accuracy).toBeGreaterThan(0.75)
  expect(topic.accuracy).toBeGreaterThan(0.45)
  expect(topic.top5).toBeGreaterThan(topic.accuracy)
  expect(topic.calibrationError).toBeLessThan(0.1)
  const at90 = topic.coverage.find(({ precision, isBound }) => precision === 0.9 && isBound)!
  expect(at90.covered).toBeGreaterThan(0.2)
  expect(at90.right).toBeGreaterThan(0.85)
})

it('a file of one byte a weight finds what the weights found', () => {
  const { heads, vocabulary, fitted } = trained
  const best = (shares: readonly number[]) => shares.indexOf(Math.max(...shares))
  const same = rows.filter(({ text, hints }) => {
    const vector = vectorOf(countStems(text), hints, { index: model.index, rarity: vocabulary.rarity })
    const [one, other] = [score(model, text, hints), scoresOf(model, columnsOf(fitted, vector))]
    return heads.every(({ name }) => best(one[name]) === best(other[name]))
  })
  expect(same.length).toBeGreaterThanOrEqual(rows.length * 0.99)
})

it('the words that speak for a topic are quoted as they were written', () => {
  const topic = model.heads[1]!.labels.indexOf('roads.pothole')
  expect(wordsFor(model, 'Здравствуйте! ЯМЫ на дороге, авария', 'topic', topic, 1)).toEqual(['ЯМЫ'])
})

it('more messages make it better', () => {
  const points = learningCurve(rows, trained, options)
  expect(points.map((point) => point.rows)).toEqual([52, 104, 208, 416].map((_, at) => points[at]!.rows))
  expect(points.at(-1)!.topic).toBeGreaterThan(points[0]!.topic)
})

it('a file that is none, of another format or cut off is refused', () => {
  const file = write(trained)
  const text = (words: string) => new TextEncoder().encode(words)
  expect(() => readModel(text('otklik-model-0\n{}\n'), noWords)).toThrow('train it anew')
  expect(() => readModel(text(''), noWords)).toThrow('train it anew')
  expect(() => readModel(file.slice(0, -1), noWords)).toThrow('weights in place of')
})

it('where there is nothing to tell apart, it says so', () => {
  const same = rows.slice(0, 20).map((row) => ({ ...row, labels: { topic: 'roads.pothole', category: 'roads' } }))
  expect(() => train(same, options)).toThrow('fewer than two topics')
})
