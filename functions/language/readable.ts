// Reads a text as its writer meant it: without what cannot be seen, stress marks and broken lines, each word in one
// alphabet. Called by words.ts. The result knows where it stands in what was written, because evidence quotes that.

export interface Readable {
  readonly text: string
  /** Where each UTF-16 unit of `text` stands in what was written; its end is the last. */
  readonly from: readonly number[]
}

/** Signs without width, marks of direction, the form of an emoji. */
const UNSEEN = /[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]+/g
const STRESS = /[\u0300\u0301\u0340\u0341]/g
/** Latin letters that look like Cyrillic ones; `I` and `l` are the palochka of Chechen. */
const CYRILLIC = pairs('ABCEHKMOPTXYaceopxykmtëIl', 'АВСЕНКМОРТХУасеорхукмтёӀӏ')
const LATIN = pairs('АВСЕНКМОРТХУасеорху', 'ABCEHKMOPTXYaceopxy')

/** In this order: each pattern sees what those before it have left. */
const PASSES: ReadonlyArray<readonly [RegExp, (found: string) => string]> = [
  [/(?<=\p{L})\u00ad\s*[\r\n]\s*(?=\p{L})/gu, () => ''],
  [UNSEEN, () => ''],
  [/\P{M}\p{M}+/gsu, (letter) => letter.normalize('NFD').replace(STRESS, '').normalize('NFC')],
  [/[\u2010-\u2012\u2212\ufe63\uff0d]|(?<=\p{L})[–—](?=\p{L})/gu, () => '-'],
  // A capital begins the second half of a name: "Ачхой-⏎Мартан" keeps its hyphen.
  [/(?<=\p{L})-[^\S\r\n]*[\r\n]\s*(?=\p{Ll})/gu, () => ''],
  [/(?<=[гкптхцч])1(?=[аеиоуьэюя])|[Ііӏ]/giu, () => 'Ӏ'],
  [/[\p{Script=Cyrillic}\p{Script=Latin}]+/gu, inOneAlphabet],
  // A Latin "c." or "B" beside a Cyrillic word.
  [/(?<![\p{L}\p{N}@/.:-])[ABCEHKMOPTXYaceopxy]+(?=\.?\s{1,3}\p{Script=Cyrillic})/gu, (word) => swap(word, CYRILLIC)],
  [/(?<=\p{L})Ӏ(?!\p{Lu})/gu, () => 'ӏ'],
  [/[#_]/g, () => ' '],
]

export function readable(written: string): Readable {
  const whole = { text: written, from: Array.from({ length: written.length + 1 }, (_, at) => at) }
  return PASSES.reduce<Readable>((reading, [pattern, read]) => rewrite(reading, pattern, read), whole)
}

function rewrite(reading: Readable, pattern: RegExp, read: (found: string) => string): Readable {
  const text: string[] = []
  const from: number[] = []
  let end = 0
  const copy = (to: number) => {
    text.push(reading.text.slice(end, to))
    for (let at = end; at < to; at += 1) from.push(reading.from[at]!)
  }
  for (const { 0: found, index } of reading.text.matchAll(pattern)) {
    const made = read(found)
    if (made === found) continue
    copy(index)
    end = index + found.length
    text.push(made)
    for (let at = 0; at < made.length; at += 1) from.push(reading.from[index + Math.min(at, found.length - 1)]!)
  }
  if (end === 0) return reading
  copy(reading.text.length)
  return { text: text.join(''), from: [...from, reading.from.at(-1)!] }
}

/** "Kypск" in Cyrillic, "Аnadyr" in Latin letters; what has letters that look like none of the other stays. */
function inOneAlphabet(word: string): string {
  if (!/\p{Script=Cyrillic}/u.test(word) || !/\p{Script=Latin}/u.test(word)) return word
  const cyrillic = swap(word, CYRILLIC)
  if (!/\p{Script=Latin}/u.test(cyrillic)) return cyrillic
  const latin = swap(word, LATIN)
  return /\p{Script=Cyrillic}/u.test(latin) ? word : latin
}

function swap(word: string, letters: ReadonlyMap<string, string>): string {
  return [...word].map((letter) => letters.get(letter) ?? letter).join('')
}

function pairs(of: string, by: string): ReadonlyMap<string, string> {
  return new Map([...of].map((letter, at) => [letter, [...by][at]!]))
}
