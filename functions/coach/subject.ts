// Compares what a citizen wrote about with what is answered, by the stems of their words. Called by the coach.
import { fold, type Word, wordsOf } from '../language/words.ts'
import type { Rules } from './rules/shape.ts'

const SHORTEST = 3
/** "Отловить" is answered by "отлов", "осветили" by "освещение": so many first letters are enough, fewer of a short word. */
const SAME_LETTERS = 5
const SAME_OF_A_SHORT_WORD = 4
const SHOWN = 3
/** "Починили вчера." needs no word of the question. */
const LEAST_WORDS = 8

/** The words that a message is about, as they stand in it. */
function keyWords(message: string, { common }: Rules): Word[] {
  const left = new Set(common.map(fold))
  const isKey = ({ plain }: Word) => plain.length >= SHORTEST && /^\p{L}+$/u.test(plain) && !left.has(plain)
  return [
    ...new Map(
      wordsOf(message)
        .filter(isKey)
        .map((word) => [word.stem, word]),
    ).values(),
  ]
}

/** The first words of the message's subject when none of them occurs in the answer. */
export function unansweredWords(answer: string, message: string, rules: Rules): string[] | undefined {
  const keys = keyWords(message, rules)
  const said = wordsOf(answer)
  const isSaid = (key: Word) => said.some((word) => word.stem === key.stem || beginAlike(word.plain, key.plain))
  if (keys.length === 0 || said.length < LEAST_WORDS || keys.some(isSaid)) return undefined
  return keys.slice(0, SHOWN).map(({ written }) => written)
}

function beginAlike(one: string, other: string): boolean {
  const length = Math.min(SAME_LETTERS, one.length, other.length)
  return length >= SAME_OF_A_SHORT_WORD && one.startsWith(other.slice(0, length))
}
