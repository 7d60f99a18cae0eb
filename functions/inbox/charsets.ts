// Mends texts whose mail named no charset, an unknown one, or another than that of its bytes: Russian mail has three old ones, and programs
// mistake them for each other. Pure. Called by read-mail.ts.

/** The label under which the parser reads what nobody labelled: it knows no such charset and takes windows-1252, which loses no byte. */
export const UNLABELLED = 'x-unlabelled'

/** Charsets that a mail may name while its bytes are UTF-8. */
const LABELLED = ['windows-1252', 'koi8-r', 'windows-1251', 'iso-8859-5', 'ibm866'] as const
/** What Russian text without a label is in. */
const RUSSIAN = ['windows-1251', 'koi8-r', 'iso-8859-5', 'ibm866'] as const
/** The commonest letters of Russian, small, and what they are worth; capitals in the midst of a word are no Russian. */
const COMMON = /[оеаинтсрвл]/g
const CAPITAL_INSIDE = /[а-яёА-ЯЁ][А-ЯЁ](?=[а-яё])/g
const FOREIGN = /[^\u0000-\u007fа-яё«»—–№…“”„‘’\u00a0]/gi

const utf8 = new TextDecoder('utf-8', { fatal: true })
const reversed = new Map<string, ReadonlyMap<string, number>>()

/** The text as it was meant, where that can be told; else as it is. */
export function mendCharset(text: string): string {
  if (!/[^\u0000-\u007f]/.test(text)) return text
  for (const charset of LABELLED) {
    const bytes = bytesIn(text, charset)
    const read = bytes && asUtf8(bytes)
    if (read !== undefined) return read
  }
  const bytes = isWesternLook(text) ? bytesIn(text, 'windows-1252') : undefined
  if (!bytes) return text
  return RUSSIAN.map((charset) => new TextDecoder(charset).decode(bytes)).toSorted((a, b) => worth(b) - worth(a))[0]!
}

/** Letters that are nearly all accented are no language of the West: their bytes are those of another charset. */
function isWesternLook(text: string): boolean {
  const accented = text.match(/[\u0080-\u00ff]/g)?.length ?? 0
  const plain = text.match(/[a-z]/gi)?.length ?? 0
  return !/[а-яё]/i.test(text) && accented > plain
}

function worth(text: string): number {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  return count(COMMON) - 3 * count(CAPITAL_INSIDE) - 3 * count(FOREIGN)
}

/** The bytes that a charset of one byte a letter reads as this text; undefined where it has a letter that the charset has not. */
function bytesIn(text: string, charset: string): Uint8Array | undefined {
  const table = reversed.get(charset) ?? reverse(charset)
  const bytes = new Uint8Array(text.length)
  let at = 0
  for (const letter of text) {
    const byte = table.get(letter)
    if (byte === undefined) return undefined
    bytes[at] = byte
    at += 1
  }
  return bytes.subarray(0, at)
}

function reverse(charset: string): ReadonlyMap<string, number> {
  const decoder = new TextDecoder(charset)
  const table = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte] as const))
  reversed.set(charset, table)
  return table
}

function asUtf8(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes)
  } catch {
    return undefined
  }
}
