// Finds landmarks and streets that the region's file names: "у школы №7", "на Садовой улице". A landmark tells where a message is where no place is
// named; of places with one name, both tell which is meant. Called by find-place.ts.
import type { Region } from '../../regions/schema.ts'
import { quote, type Word, wordsOf } from '../language/words.ts'
import { isStreetWord, OPEN_GAP } from './place-context.ts'
import { findNearest } from './place-by-coordinates.ts'

type Places = Pick<Region, 'municipalities' | 'outlines' | 'settlements' | 'landmarks'>
/** The stem of a word, or how it is written. */
type Token = string | RegExp

interface SpotName {
  readonly tokens: readonly Token[]
  readonly isStreet: boolean
  /** All that have something of this name, as far as the file says. */
  readonly municipalities: readonly string[]
}

export interface Spot {
  readonly municipalities: readonly string[]
  readonly found: string
  /** It tells alone: no other place of the region has one of its name. */
  readonly decides: boolean
}

/** "школа №7", "школа номер 7" */
const SPOT_GAP = /^[\s"«»“”„'`*()№#.-]*$/
const NUMBER_WORD = /^(?:номер|n)$/
const ORDINAL = /^(?:й|я|е|ой|ая|ое|ый|го|ого|му|ому|ую|ей|м|ом)$/

interface Spots {
  readonly byFirst: ReadonlyMap<string, readonly SpotName[]>
  /** The file gives the streets of every settlement: one that it names once is nowhere else. */
  readonly hasAllStreets: boolean
}

const known = new WeakMap<object, Spots>()

/** In the order of the words; in an address (`bare`) a street needs no word for it. */
export function spotsIn(region: Places, words: readonly Word[], bare: boolean): Spot[] {
  const { byFirst, hasAllStreets } = spotsOf(region)
  const spots: Spot[] = []
  for (let at = 0; at < words.length; at += 1) {
    for (const { tokens, isStreet, municipalities } of byFirst.get(words[at]!.stem) ?? []) {
      const end = endOf(tokens, words, at)
      if (end === undefined || (isStreet && !isStreetAt(words, at, end, bare))) continue
      // A name of one word may be a common word.
      if (!isStreet && tokens.length === 1 && !words[at]!.capital) continue
      spots.push({ municipalities, found: quote(words, at, end), decides: !isStreet || hasAllStreets })
      at = end
      break
    }
  }
  return spots
}

/** The last word of what begins at `at`, if all of it is there. */
function endOf(tokens: readonly Token[], words: readonly Word[], at: number): number | undefined {
  let end = at
  for (const token of tokens.slice(1)) {
    end += words[end + 1] && NUMBER_WORD.test(words[end + 1]!.plain) ? 2 : 1
    const word = words[end]
    if (!word || !SPOT_GAP.test(word.gap)) return undefined
    if (typeof token === 'string' ? token !== word.stem : !token.test(word.plain)) return undefined
  }
  // The house 7-а is not the house 7.
  const after = words[end + 1]
  return /^\p{N}+$/u.test(words[end]!.plain) && after?.gap === '-' ? undefined : end
}

function isStreetAt(words: readonly Word[], at: number, end: number, bare: boolean): boolean {
  const [before, word, after] = [words[at - 1], words[at]!, words[end + 1]]
  if (before && isStreetWord(before.plain) && /^[.\s"«“„]*$/.test(word.gap)) return true
  if (after && isStreetWord(after.plain) && OPEN_GAP.test(after.gap)) return true
  return bare && word.capital && (!before || word.gap.includes(','))
}

function spotsOf(region: Places): Spots {
  const made = known.get(region) ?? listSpots(region)
  known.set(region, made)
  return made
}

function listSpots(region: Places): Spots {
  const names = new Map<string, SpotName>()
  const add = (tokens: readonly Token[], isStreet: boolean, municipalities: readonly string[]) => {
    if (tokens.length === 0) return
    const key = `${isStreet} ${tokens.join(' ')}`
    const all = [...new Set([...(names.get(key)?.municipalities ?? []), ...municipalities])]
    names.set(key, { tokens, isStreet, municipalities: all })
  }
  for (const { streets = [], municipalities } of region.settlements)
    for (const street of streets) add(streetTokens(street), true, municipalities)
  for (const { name, aliases, municipality, at } of region.landmarks ?? []) {
    const place = municipality ?? (at && findNearest(region, at).municipality)
    for (const one of place === undefined ? [] : [name, ...aliases])
      for (const tokens of landmarkTokens(one)) add(tokens, false, [place!])
  }
  const longestFirst = [...names.values()].toSorted((one, other) => other.tokens.length - one.tokens.length)
  return {
    byFirst: Map.groupBy(longestFirst, ({ tokens }) => String(tokens[0])),
    hasAllStreets: region.settlements.length > 0 && region.settlements.every(({ streets }) => streets !== undefined),
  }
}

/** "улица Садовая" is called "Садовая". */
function streetTokens(street: string): string[] {
  return wordsOf(street).flatMap(({ plain, stem }) => (isStreetWord(plain) ? [] : [stem]))
}

/** "школа №7" is also "7-я школа". */
function landmarkTokens(name: string): Token[][] {
  const tokens = wordsOf(name).flatMap(({ plain, stem }) => (NUMBER_WORD.test(plain) ? [] : [stem]))
  const number = tokens.at(-1) ?? ''
  const isNumbered = tokens.length > 1 && /^\p{N}+$/u.test(number)
  return [tokens, ...(isNumbered ? [[number, ORDINAL, ...tokens.slice(0, -1)]] : [])]
}
