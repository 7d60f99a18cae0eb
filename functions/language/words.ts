// Splits a message into words that remember how they were written and what stood before them, because "г. Курск",
// "Курск-Воронеж" and "ул. Курская" differ only there. Called by everything in routing, and by the coach. A very long text is cut, so that
// routing takes a bounded time.
import { readable } from './readable.ts'
import { stem } from './stem.ts'

export interface Word {
  /** As it stands in the message, and everything between the word before and this one. */
  readonly written: string
  readonly between: string
  /** Lower case, `ё` as `е`, usual abbreviations in full. */
  readonly plain: string
  /** With `ъ` as `ь`, because many write "подьезд" and "обьявление". */
  readonly stem: string
  /** What stands between, as it is read. */
  readonly gap: string
  readonly capital: boolean
  /** In a text of capitals a capital says nothing. */
  readonly shouted: boolean
}

export const LONGEST_TEXT = 12_000

/** Abbreviations, words whose case the caps lock turned round ("гРОЗНЫЙ"), words, numbers. */
const WORD =
  /(?<![\p{L}\p{N}])(?:[рР]-[нН]|[пП][рР]-[кК]?[тТ]|[бБ]-[рР]|[мМ][кК]?[рР]?-[нН]|[мМ][иИ][кК]-[нН]|[сС]\/[сС]|[пП]\.[гГ]\.[тТ]|[рР]\.[пП]|[жЖ][/-][дД]|[сС][тТ]-[цЦ]|[дД]-[нН]|[дД][еЕ][рР]-[нН])\p{L}{0,2}(?![\p{L}\p{N}])|(?<!\p{L})\p{Ll}\p{Lu}{2,}(?!\p{L})|\p{Lu}?\p{Ll}+|\p{Lu}+|\p{N}+|\p{L}+/gu
const SHOUTED = 0.7

const ABBREVIATIONS: ReadonlyArray<readonly [RegExp, string]> = [
  [/^р-н/, 'район'],
  [/^(пр-к?т|просп$)/, 'проспект'],
  [/^(мк?р?-н|мик-н|мкр$|мкрн$)/, 'микрорайон'],
  [/^б-р/, 'бульвар'],
  [/^ст-ц/, 'станица'],
  [/^(д|дер)-н/, 'деревня'],
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
  слоб: 'слобода',
  ст: 'станица',
  стан: 'станица',
  хут: 'хутор',
  ул: 'улица',
  пер: 'переулок',
  пр: 'проспект',
  пл: 'площадь',
  ш: 'шоссе',
  наб: 'набережная',
}
const UNPOINTED = new Set(['г', 'ул', 'пос', 'дер', 'пер'])

/** "паркуют" is a form of "парковать", not of "парк"; "отсутствует" keeps the stem of "отсутствие". */
const PRESENT = /(?<=\p{L}{3})(?<!ств)у(?:ют|ет|ющ\p{L}{2,3})(?:ся)?$/u

const stems = new Map<string, string>()
const MOST_STEMS = 50_000

/** Lower case with `ё` folded, as words are compared everywhere. */
export function fold(text: string): string {
  return text.toLowerCase().replaceAll('ё', 'е')
}

export function wordsOf(text: string): Word[] {
  const source = cut(text, LONGEST_TEXT)
  const { text: read, from } = readable(source)
  const shouted = isShouted(read)
  const words: Word[] = []
  let end = 0
  for (const match of read.matchAll(WORD)) {
    const word = match[0]
    const gap = read.slice(end, match.index)
    // What cannot be seen at the very beginning stands before the first word.
    const between = source.slice(end === 0 ? 0 : from[end], from[match.index])
    end = match.index + word.length
    const written = source.slice(from[match.index], from[end])
    const plain = writeOut(fold(word), read[end])
    const capital = /^(?:\p{Lu}|\p{Ll}\p{Lu})/u.test(word)
    words.push({ written, between, plain, stem: stemOf(plain), gap, capital, shouted })
  }
  return words
}

function isShouted(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? []
  return letters.filter((letter) => /\p{Lu}/u.test(letter)).length > letters.length * SHOUTED
}

/** The words of a span as they were written, short enough to be kept on the case. */
export function quote(words: readonly Word[], from: number, to: number): string {
  const span = words.slice(from, to + 1).map((word, at) => (at === 0 ? '' : cut(word.between, 5)) + word.written)
  return cut(span.join('').replace(/\s+/g, ' '), 60)
}

/** At most so much of a text, without half an emoji: half a character is nothing that a table or a page can take. */
export function cut(text: string, length: number): string {
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
  const made = stem(plain.replaceAll('ъ', 'ь').replace(PRESENT, 'овать'))
  stems.set(plain, made)
  return made
}
