// How much two texts have in common, by the stems of their words. Called where cases about the same are looked for.
import { wordsOf } from './words.ts'

/** Shorter words say nothing of what a text is about (characters). */
const SHORTEST = 4
/** Two texts share a word or two by chance. */
const FEWEST = 3

/** The share (0–1) of the words of the shorter text that the other has, too; 0 where that is less than three words. */
export function likeness(one: string, other: string): number {
  const [mine, theirs] = [stemsOf(one), stemsOf(other)]
  const shared = [...mine].filter((stem) => theirs.has(stem)).length
  return shared < FEWEST ? 0 : shared / Math.min(mine.size, theirs.size)
}

function stemsOf(text: string): Set<string> {
  return new Set(wordsOf(text).flatMap(({ stem, plain }) => (plain.length < SHORTEST ? [] : [stem])))
}
