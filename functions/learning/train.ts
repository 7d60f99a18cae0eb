// Trains a model on labelled messages. Called by npm run train. First five times on four fifths of them, each time held against the fifth
// that was left out: from that come the temperature, the trials that say how far each finding may be trusted, and the figures; then on all.
import { countStems, type Hints, type Lexicon, vectorOf } from '../model/features.ts'
import { hearingOf } from '../model/hearing.ts'
import { heads as headNames, type HeadName } from '../model/model.ts'
import { scoresOf, type Scores } from '../model/score.ts'
import type { Trial } from '../model/trust.ts'
import type { WordVectors } from '../model/word-vectors.ts'
import { columnsOf, type Example, fit, type Fitted } from './fit.ts'
import { type Labelled, readRow, type ReadRow } from './labelled.ts'
import { hashOf } from './shuffle.ts'
import { temperatureOf } from './temperature.ts'
import { chooseVocabulary, type Vocabulary } from './vocabulary.ts'

const FOLDS = 5

export interface Classes {
  readonly heads: readonly { readonly name: HeadName; readonly labels: readonly string[] }[]
  /** For each topic label the place of its category. */
  readonly categoryOfTopic: readonly number[]
}

export interface TrainingOptions {
  readonly seed: number
  /** What the region's file says of a topic, each text counted as a message about it. */
  readonly describe: (topic: string) => readonly string[]
  /** What words of the language mean; without it, only those are heard that five authors wrote. */
  readonly words?: WordVectors
}

export interface Trained extends Classes {
  readonly vocabulary: Vocabulary
  readonly fitted: Fitted
  readonly temperatures: readonly number[]
  readonly trials: readonly (readonly Trial[])[]
  /** What each row scored by a model that had not seen it. */
  readonly unseen: readonly Scores[]
  readonly words?: WordVectors
}

/** @throws where there is nothing to tell apart: fewer than two topics. */
export function train(labelled: readonly Labelled[], options: TrainingOptions): Trained {
  const rows = labelled.map(readRow)
  const classes = classesOf(rows)
  if ((classes.heads.find(({ name }) => name === 'topic')?.labels.length ?? 0) < 2)
    throw new Error('There are fewer than two topics in the messages: nothing can be learned.')
  const columns = crossValidate(rows, classes, options)
  const plain = scoringBy(
    classes,
    classes.heads.map(() => 1),
  )
  const warm = columns.map((one) => scoresOf(plain, one))
  const temperatures = classes.heads.map(({ name, labels }) =>
    temperatureOf(
      warm.map((scores) => scores[name]),
      rows.map((row) => labels.indexOf(row.labels[name] ?? '')),
    ),
  )
  const scoring = scoringBy(classes, temperatures)
  const unseen = columns.map((one) => scoresOf(scoring, one))
  const trials = classes.heads.map((head) => trialsOf(head, rows, unseen))
  const { words } = options
  const vocabulary = chooseVocabulary(rows, columnCount(classes), words)
  const fitted = fitOn(rows, lexiconOf(vocabulary, options), classes, options)
  return { ...classes, vocabulary, fitted, temperatures, trials, unseen, ...(words && { words }) }
}

/** The columns of each row, by a model of rows in other folds; the same text is always in the same fold. */
function crossValidate(rows: readonly ReadRow[], classes: Classes, options: TrainingOptions): Float64Array[] {
  const folds = rows.map(({ text }) => hashOf(text.trim(), options.seed) % FOLDS)
  const columns: Float64Array[] = []
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const others = rows.filter((_, at) => folds[at] !== fold)
    const scoreBy = learn(others, classes, options)
    rows.forEach((row, at) => {
      if (folds[at] === fold) columns[at] = scoreBy(row)
    })
  }
  return columns
}

/** What a model of these rows makes of another. */
export function learn(rows: readonly ReadRow[], classes: Classes, options: TrainingOptions) {
  const lexicon = lexiconOf(chooseVocabulary(rows, columnCount(classes), options.words), options)
  const fitted = fitOn(rows, lexicon, classes, options)
  return ({ stems, hints }: ReadRow) => columnsOf(fitted, vectorOf(stems, hints, lexicon))
}

function fitOn(rows: readonly ReadRow[], lexicon: Lexicon, classes: Classes, options: TrainingOptions): Fitted {
  const places = classes.heads.map(({ labels }) => new Map(labels.map((label, at) => [label, at])))
  const exampleOf = ({ stems, hints, labels }: Pick<ReadRow, 'stems' | 'hints' | 'labels'>): Example => ({
    vector: vectorOf(stems, hints, lexicon),
    classes: classes.heads.map(({ name }, head) => places[head]!.get(labels[name] ?? '') ?? -1),
  })
  const examples = [...rows, ...describedAsRows(classes, options)].map(exampleOf)
  const heads = classes.heads.map(({ labels }) => labels.length)
  return fit(examples, { features: lexicon.index.size, heads }, options.seed)
}

/** Words of the region's file are messages about a topic, too: that helps those of which there are few. They choose no features. */
function describedAsRows({ heads, categoryOfTopic }: Classes, { describe }: TrainingOptions) {
  const topics = heads.find(({ name }) => name === 'topic')!.labels
  const categories = heads.find(({ name }) => name === 'category')!.labels
  return topics.flatMap((topic, at) => {
    const labels = { topic, category: categories[categoryOfTopic[at]!]! }
    const hints: Hints = new Map()
    return describe(topic).map((text) => ({ stems: countStems(text), hints, labels }))
  })
}

/** The classes of each head in the order of the alphabet; a head of one class has nothing to find. */
function classesOf(rows: readonly Labelled[]): Classes {
  const labelsOf = (name: HeadName) => [...new Set(rows.flatMap(({ labels }) => labels[name] ?? []))].sort()
  const all = headNames.map((name) => ({ name, labels: labelsOf(name) }))
  const [category, topic] = all
  const categories = new Map<string, string>()
  for (const { labels } of rows) if (labels.topic && labels.category) categories.set(labels.topic, labels.category)
  return {
    heads: all.filter(({ name, labels }) => name !== 'organisation' || labels.length > 1),
    categoryOfTopic: topic!.labels.map((label) => category!.labels.indexOf(categories.get(label) ?? '')),
  }
}

export function scoringBy(classes: Classes, temperatures: readonly number[]) {
  const heads = classes.heads.map((head, at) => ({ ...head, temperature: temperatures[at]!, trials: [] }))
  return { heads, categoryOfTopic: classes.categoryOfTopic }
}

function trialsOf(head: Classes['heads'][number], rows: readonly Labelled[], unseen: readonly Scores[]): Trial[] {
  return rows.flatMap((row, at) => {
    const truth = row.labels[head.name]
    if (truth === undefined || row.learnedOnly) return []
    const shares = unseen[at]![head.name]
    const found = shares.indexOf(Math.max(...shares))
    return [{ found, sure: shares[found]!, right: head.labels[found] === truth }]
  })
}

function lexiconOf({ features, rarity }: Vocabulary, { words }: TrainingOptions): Lexicon {
  const index = new Map(features.map((feature, at) => [feature, at]))
  return { index, rarity, ...(words && { hearing: hearingOf(words, index, rarity) }) }
}

function columnCount({ heads }: Classes): number {
  return heads.reduce((sum, { labels }) => sum + labels.length, 0)
}
