// How much two texts have in common, by the stems of their words, and whether they say the same. Called where cases about the same are looked for.
import { isIndexed } from './terms.ts'
import { type Word, wordsOf } from './words.ts'

/** Shorter words say nothing of what a text is about (characters). */
const SHORTEST = 4
/** Two texts share a word or two by chance. */
const FEWEST = 3

/**
 * Of the words of both texts so many (0–1) are in both, and no fewer: then they say the same. Chosen by tests/language/same-words.test.ts; docs/learning.md
 * has the figures.
 */
const SAME_SHARE = 0.45
const FEWEST_SAME = 5

/**
 * Whether two messages say the same, in much the same words: the share of all their telling words that both have (Jaccard's). Where both name
 * numbers and none in common, of houses or flats mostly, they speak of different things.
 */
export function saysTheSame(one: string, other: string): boolean {
  const [mine, theirs] = [wordsOf(one), wordsOf(other)]
  const shared = sharedBy(telling(mine), telling(theirs))
  const [numbers, others] = [numbersIn(mine), numbersIn(theirs)]
  if (shared.count < FEWEST_SAME || shared.count < SAME_SHARE * shared.all) return false
  return numbers.size === 0 || others.size === 0 || sharedBy(numbers, others).count > 0
}

function sharedBy(mine: ReadonlySet<string>, theirs: ReadonlySet<string>) {
  const count = [...mine].filter((one) => theirs.has(one)).length
  return { count, all: mine.size + theirs.size - count }
}

function telling(words: readonly Word[]): Set<string> {
  return new Set(words.map(({ stem }) => stem).filter(isIndexed))
}

function numbersIn(words: readonly Word[]): Set<string> {
  return new Set(words.map(({ plain }) => plain).filter((plain) => /^\p{N}/u.test(plain)))
}

/** The share (0–1) of the words of the shorter text that the other has, too; 0 where that is less than three words. */
export function likeness(one: string, other: string): number {
  const [mine, theirs] = [stemsOf(one), stemsOf(other)]
  const { count } = sharedBy(mine, theirs)
  return count < FEWEST ? 0 : count / Math.min(mine.size, theirs.size)
}

function stemsOf(text: string): Set<string> {
  return new Set(wordsOf(text).flatMap(({ stem, plain }) => (plain.length < SHORTEST ? [] : [stem])))
}
