// How much better a model becomes with more messages: trained on parts of the same rows and held against the same others. Called by npm run
// train.
import { scoresOf } from '../model/score.ts'
import { type Labelled, readRow } from './labelled.ts'
import { hashOf } from './shuffle.ts'
import { type Classes, learn, scoringBy, type TrainingOptions } from './train.ts'

const PARTS = [0.125, 0.25, 0.5, 1]
/** Every fifth is kept to measure with. */
const KEPT = 5

export interface CurvePoint {
  readonly rows: number
  /** Shares of right ones. */
  readonly category: number
  readonly topic: number
}

export function learningCurve(rows: readonly Labelled[], classes: Classes, options: TrainingOptions): CurvePoint[] {
  const ordered = rows
    .map(readRow)
    .map((row) => ({ row, at: hashOf(row.text.trim(), options.seed) }))
    .sort((a, b) => a.at - b.at || (a.row.text < b.row.text ? -1 : 1))
  const kept = ordered.filter(({ at }) => at % KEPT === 0).map(({ row }) => row)
  const others = ordered.filter(({ at }) => at % KEPT !== 0).map(({ row }) => row)
  const measured = kept.filter(({ learnedOnly }) => !learnedOnly)
  const scoring = scoringBy(
    classes,
    classes.heads.map(() => 1),
  )
  return PARTS.map((part) => {
    const some = others.slice(0, Math.ceil(others.length * part))
    const scoreBy = learn(some, classes, options)
    const found = measured.map((row) => ({ row, scores: scoresOf(scoring, scoreBy(row)) }))
    const right = (name: 'category' | 'topic') => {
      const { labels } = classes.heads.find((head) => head.name === name)!
      const hits = found.filter(({ row, scores }) => {
        const shares = scores[name]
        return labels[shares.indexOf(Math.max(...shares))] === row.labels[name]
      })
      return hits.length / Math.max(1, measured.length)
    }
    return { rows: some.length, category: right('category'), topic: right('topic') }
  })
}
