// Splits an answer into sentences and says how hard they are to read. Called by the coach. Flesch's formula with the
// coefficients that I. V. Oborneva found for Russian (2006): a vowel is a syllable there, so that nothing has to be guessed.
import type { Rules } from './rules/shape.ts'

const WORD = /\p{L}+(?:[-’']\p{L}+)*/gu
const END = /(?<=[.!?…][»"”)]?)\s+(?=[\p{Lu}«"“\d—-])|\n+/u

export function sentencesOf(text: string, { abbreviations }: Rules): string[] {
  const sentences: string[] = []
  let open = ''
  for (const part of text.split(END)) {
    open = open ? `${open} ${part}` : part
    const [, last = ''] = /(?<!\p{L})(\p{L}+)\.$/u.exec(part) ?? []
    const goesOn = last.length === 1 || abbreviations.includes(last.toLowerCase())
    if (goesOn) continue
    sentences.push(open.trim())
    open = ''
  }
  return [...sentences, open.trim()].filter((sentence) => /\p{L}/u.test(sentence))
}

export function wordsIn(text: string): string[] {
  return text.match(WORD) ?? []
}

/** About 100 is read by a child, 30 by a student, less than 0 only in an office. */
export function readingEase(sentences: readonly string[], { ease, vowels }: Rules): number {
  const words = sentences.flatMap(wordsIn)
  const syllables = words.map((word) => Math.max(1, word.match(vowels)?.length ?? 0))
  const perWord = syllables.reduce((sum, count) => sum + count, 0) / Math.max(1, words.length)
  return ease.base - (ease.perSentence * words.length) / Math.max(1, sentences.length) - ease.perWord * perWord
}
