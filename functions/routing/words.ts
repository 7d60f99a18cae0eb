// Splits a message into words that remember how they were written and what stood before them, because "г. Курск",
// "Курск-Воронеж" and "ул. Курская" differ only there. Called by everything in routing. A very long text is cut, so that
// routing takes a bounded time.
import { readable } from './readable.ts'
import { stem } from './stem.ts'

export interface Word {
  readonly written: string
  /** Lower case, `ё` as `е`, usual abbreviations in full. */
  readonly plain: string
  readonly stem: string
  /** Everything between the word before and this one. */
  readonly gap: string
  readonly capital: boolean
}

const LONGEST_TEXT = 12_000

const WORD =
  /(?<![\p{L}\p{N}])(?:р-н|ст-ц|пр-к?т|б-р|мк?р?-н|мик-н|с\/с|п\.г\.т|р\.п|ж[/-]д)\p{Ll}{0,2}(?![\p{L}\p{N}])|\p{Lu}?\p{Ll}+|\p{Lu}+|\p{N}+|\p{L}+/gu

const ABBREVIATIONS: ReadonlyArray<readonly [RegExp, string]> = [
  [/^р-н/, 'район'],
  [/^ст-ц/, 'станица'],
  [/^(пр-к?т|просп$)/, 'проспект'],
  [/^(мк?р?-н|мик-н|мкр$|мкрн$)/, 'микрорайон'],
  [/^б-р/, 'бульвар'],
  [/^с\/с/, 'сельсовет'],
  [/^(п\.г\.т|пгт$|р\.п)/, 'поселок'],
  [/^ж[/-]д/, 'жд'],
]

/** Shortened only with a full stop after them, because "с", "п" and "д" are much else besides. */
const POINTED: Readonly<Record<string, string>> = {
  г: 'город',
  гор: 'город',
  с: 'село',
  сел: 'село',
  п: 'поселок',
  пос: 'поселок',
  д: 'деревня',
  дер: 'деревня',
  х: 'хутор',
  сл: 'слобода',
  ст: 'станица',
  ул: 'улица',
  пер: 'переулок',
  пр: 'проспект',
  пл: 'площадь',
  ш: 'шоссе',
  наб: 'набережная',
}
const UNPOINTED = new Set(['г', 'ул', 'пос', 'дер', 'пер'])

const stems = new Map<string, string>()
const MOST_STEMS = 50_000

/** Lower case with `ё` folded, as words are compared everywhere. */
export function fold(text: string): string {
  return text.toLowerCase().replaceAll('ё', 'е')
}

export function wordsOf(text: string): Word[] {
  const source = cut(text, LONGEST_TEXT).normalize('NFC')
  const read = readable(source)
  const written = (from: number, to: number) => source.slice(read.at[from], read.at[to])
  const words: Word[] = []
  let end = 0
  for (const { 0: word, index } of read.text.matchAll(WORD)) {
    const gap = read.text.slice(end, index)
    end = index + word.length
    const plain = writeOut(fold(word), read.text[end])
    const capital = /^\p{Lu}/u.test(word)
    words.push({ written: written(index, end), plain, stem: stemOf(plain), gap, capital })
  }
  return words
}

/** The words of a span as they were written, short enough to be kept on the case. */
export function quote(words: readonly Word[], from: number, to: number): string {
  const span = words.slice(from, to + 1).map((word, at) => (at === 0 ? '' : cut(word.gap, 5)) + word.written)
  return cut(span.join('').replace(/\s+/g, ' '), 60)
}

/** At most so much of a text, without half an emoji: half a character is nothing that a table or a page can take. */
function cut(text: string, length: number): string {
  return text
    .slice(0, length)
    .replace(/[\uD800-\uDBFF]$/, '')
    .toWellFormed()
}

function writeOut(plain: string, next: string | undefined): string {
  const pointed = POINTED[plain]
  if (pointed && Object.hasOwn(POINTED, plain) && (next === '.' || UNPOINTED.has(plain))) return pointed
  for (const [pattern, full] of ABBREVIATIONS) if (pattern.test(plain)) return full
  return plain
}

function stemOf(plain: string): string {
  const known = stems.get(plain)
  if (known !== undefined) return known
  if (stems.size >= MOST_STEMS) stems.clear()
  const made = stem(plain)
  stems.set(plain, made)
  return made
}
