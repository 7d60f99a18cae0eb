// Makes a text readable for routing without changing what is kept of it: what nobody sees is passed over, look-alike letters
// are read as what they look like. Every character knows where it stood, so that evidence quotes what was written. Called by
// words.ts.

export interface Readable {
  readonly text: string
  /** The place in the source of each unit of `text`, and of its end. */
  readonly at: readonly number[]
}

/** Soft hyphens, zero-width characters and the stress marks of textbooks. */
const UNREAD = /[\u00ad\u200b-\u200d\u2060\ufeff\u0300\u0301]/
/** A word that was broken at the end of a line, in lower case on both sides. */
const BROKEN = /(?<=\p{Ll})[-\u2010\u00ad][ \t]*\n[ \t]*(?=\p{Ll})/gu
/** Hyphens and dashes of every length within a word. */
const DASH = /(?<=\p{L})[\u2010-\u2015\u2212](?=\p{L})/gu
const LETTERS = /\p{L}+/gu
/** "гРОЗНЫЙ": typed with caps lock on. */
const CAPS_LOCK = /^\p{Ll}\p{Lu}{2,}$/u

const LOOK_ALIKE: Readonly<Record<string, string>> = Object.fromEntries(
  [...'aceopxykmtbhABCEHKMOPTXY'].map((latin, index) => [latin, [...'асеорхукмтвнАВСЕНКМОРТХУ'][index]!]),
)

export function readable(source: string): Readable {
  const skipped = new Set<number>()
  for (const { 0: broken, index } of source.matchAll(BROKEN))
    for (let at = index; at < index + broken.length; at += 1) skipped.add(at)
  const at: number[] = []
  let text = ''
  for (let index = 0; index < source.length; index += 1) {
    if (skipped.has(index) || UNREAD.test(source[index]!)) continue
    text += source[index]!
    at.push(index)
  }
  return { text: text.replace(DASH, '-').replace(LETTERS, letters), at: [...at, source.length] }
}

/** The word as it is read: as long as it was. */
function letters(word: string): string {
  const inCyrillic = mixed(word) ? [...word].map((letter) => LOOK_ALIKE[letter] ?? letter).join('') : word
  return CAPS_LOCK.test(inCyrillic) ? swapCase(inCyrillic) : inCyrillic
}

/** Cyrillic with some letters of the Latin keyboard that look the same. */
function mixed(word: string): boolean {
  return (
    /\p{sc=Cyrillic}/u.test(word) &&
    /\p{sc=Latin}/u.test(word) &&
    [...word].every((letter) => letter in LOOK_ALIKE || /\p{sc=Cyrillic}/u.test(letter))
  )
}

function swapCase(word: string): string {
  return word[0]!.toUpperCase() + word.slice(1).toLowerCase()
}
