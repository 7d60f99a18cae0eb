// Finds phrases of the rules in a text. Called by the coach.
import type { Phrase } from './rules/shape.ts'

export interface Found {
  readonly quote: string
  readonly at: number
  readonly better: string
}

/** Plain classes and lower case instead of `\p{L}` and the flag `i`: a hundred patterns of those take a second to compile. */
const LETTER = '[a-zа-я]'
const patterns = new Map<string, RegExp>()

/** Lower case and е for ё, every letter where it was. */
export function lowered(text: string): string {
  return text.replace(/[A-ZА-ЯЁё]/g, (letter) => (letter === 'ё' || letter === 'Ё' ? 'е' : letter.toLowerCase()))
}

/** `*` is any ending, `…` up to three words, `(a|b)` a choice, a blank any white space; ё is е. */
function patternOf(phrase: string): RegExp {
  const known = patterns.get(phrase)
  if (known) return known
  const source = lowered(phrase)
    .replaceAll(/[.+?^${}[\]\\]/g, '\\$&')
    .replaceAll('(', '(?:')
    .replaceAll(/\s*…\s*/g, '(?:[\\s,]+[^\\s.!?]+){0,3}?[\\s,]+')
    .replaceAll('*', `${LETTER}*`)
    .replaceAll(' ', '\\s+')
  const pattern = new RegExp(`(?<![a-zа-я\\d])(?:${source})(?![a-zа-я\\d])`, 'g')
  patterns.set(phrase, pattern)
  return pattern
}

/** Every phrase that occurs, once, in the order of the text; of two that overlap the longer one. */
export function findPhrases(text: string, phrases: readonly Phrase[]): Found[] {
  const read = lowered(text)
  const found: Found[] = []
  for (const [better, ...words] of phrases) {
    for (const phrase of words) {
      const match = read.matchAll(patternOf(phrase)).next().value
      if (match) found.push({ quote: text.slice(match.index, match.index + match[0].length), at: match.index, better })
    }
  }
  found.sort((a, b) => b.quote.length - a.quote.length)
  const apart = found.filter((one, index) => !found.slice(0, index).some((other) => overlaps(one, other)))
  return apart.sort((a, b) => a.at - b.at)
}

/** In lower case, and without those phrases. */
export function without(text: string, phrases: readonly string[]): string {
  return phrases.reduce((rest, phrase) => rest.replace(patternOf(phrase), ' '), lowered(text))
}

export function has(text: string, phrases: readonly string[]): boolean {
  const read = lowered(text)
  return phrases.some((phrase) => read.search(patternOf(phrase)) >= 0)
}

export function overlaps(one: Found, other: Found): boolean {
  return one.at < other.at + other.quote.length && other.at < one.at + one.quote.length
}
