// Chooses the stems that a model may know: those that at least five authors wrote as ordinary words, and that are seldom written as names
// or after "улица". Whatever fewer wrote might tell who they are. Called by train.ts.
import { isWord } from '../model/features.ts'
import { dimensionNames } from '../model/hearing.ts'
import type { WordVectors } from '../model/word-vectors.ts'
import type { ReadRow } from './labelled.ts'

const FEWEST_AUTHORS = 5
/** Of the times a word was written; more make it a name. */
const MOST_AS_NAME = 0.3
/** A model of more weights would be larger than 2 MB with its words. */
const MOST_WEIGHTS = 1_300_000

export interface Vocabulary {
  readonly features: readonly string[]
  readonly rarity: readonly number[]
}

/**
 * @param columns how many classes all heads have together.
 * @param words where they are known, their dimensions are features, too.
 */
export function chooseVocabulary(rows: readonly ReadRow[], columns: number, words?: WordVectors): Vocabulary {
  const seen = new Map<string, { ordinary: Set<string>; times: number; asName: number; rows: number }>()
  for (const { by, seen: words } of rows) {
    for (const { stem, ordinary } of words) {
      const one = seen.get(stem) ?? { ordinary: new Set(), times: 0, asName: 0, rows: 0 }
      if (ordinary === undefined) continue
      one.times += 1
      if (ordinary) one.ordinary.add(by)
      else one.asName += 1
      seen.set(stem, one)
    }
    for (const stem of new Set(words.map((word) => word.stem))) {
      const one = seen.get(stem)
      if (one) one.rows += 1
    }
  }
  const hints = [...new Set(rows.flatMap(({ hints }) => [...hints.keys()]))].sort()
  const others = [...hints, ...(words ? dimensionNames(words) : [])]
  const room = Math.max(0, Math.floor(MOST_WEIGHTS / columns) - others.length)
  const allowed = [...seen]
    .filter(([stem, { ordinary, asName, times }]) => {
      return isWord(stem) && ordinary.size >= FEWEST_AUTHORS && asName <= times * MOST_AS_NAME
    })
    .sort(([a, one], [b, other]) => other.rows - one.rows || (a < b ? -1 : 1))
    .slice(0, room)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  const rarityOf = (times: number) => Math.log((1 + rows.length) / (1 + times)) + 1
  return {
    features: [...allowed.map(([stem]) => stem), ...others],
    rarity: [...allowed.map(([, one]) => round(rarityOf(one.rows))), ...others.map(() => 1)],
  }
}

function round(rarity: number): number {
  return Math.round(rarity * 1000) / 1000
}
