// Finds the places a text speaks of. Called by find-place.ts. The name of a village is often a common word, so
// something beside it must show that a place is meant. In doubt nothing is found: a person assigns the case then.
import { isCompared, isJoined, isSettlementWord, isStreet, isTowards, OPEN_GAP } from './place-context.ts'
import type { PlaceName, PlaceNames } from './place-names.ts'
import { quote, type Word } from '../language/words.ts'

export interface Mention {
  readonly name: PlaceName
  readonly found: string
  readonly at: number
  readonly end: number
}

const NEAR = /^(?:в|во|на|по|под|у|около|возле|близ|за|жители|жителей|житель)$/
/** Without a full stop a letter shows a place only before the name's first form: "п Кшенский", not "с Дичней". */
const SHORT = /^(?:[псдх]|ст)$/
const FILLER = /^(?:муниципальн|городск|сельск)(?:ого|ому|ом|ий|ой|ый|им|ым)$/
const DISTRICT = /^(?:район|округ)(?:а|у|ом|е|ы|ов|ам|ах|ами)?$/
const ADJECTIVE = /ск(?:ий|ого|ому|ом|им)$/

/** All places named in the words; in an address (`bare`) a village needs no sign that a place is meant. */
export function placesIn(names: PlaceNames, words: readonly Word[], bare: boolean): Mention[] {
  const mentions: Mention[] = []
  for (let at = 0; at < words.length; at += 1) {
    for (const name of names.byForm.get(words[at]!.plain) ?? []) {
      const end = endOf(name, words, at)
      if (end === undefined) continue
      if (isMeant(name, words, at, end, bare)) mentions.push({ name, found: quote(words, at, end), at, end })
      at += name.forms.length - 1
      break
    }
  }
  return mentions
}

/** Where the name that begins at `at` ends, if all its words are there. */
function endOf(name: PlaceName, words: readonly Word[], at: number): number | undefined {
  const end = at + name.forms.length - 1
  for (let next = at + 1; next <= end; next += 1) {
    const word = words[next]
    if (!word || !name.forms[next - at]!.has(word.plain) || !OPEN_GAP.test(word.gap)) return undefined
  }
  return name.district ? districtWord(words, end + 1) : end
}

/** "Курский и Октябрьский районы": the word may stand after other districts. */
function districtWord(words: readonly Word[], from: number): number | undefined {
  for (let next = from; next < words.length && next < from + 5; next += 1) {
    const { plain, gap } = words[next]!
    if (!/^[\s,()-]*$/.test(gap)) return undefined
    if (DISTRICT.test(plain)) return next
    if (plain !== 'и' && !FILLER.test(plain) && !ADJECTIVE.test(plain)) return undefined
  }
  return undefined
}

function isMeant(name: PlaceName, words: readonly Word[], at: number, end: number, bare: boolean): boolean {
  if (name.district) return true
  const word = words[at]!
  const before = at > 0 && /^[.:\s"«“„]*$/.test(word.gap) ? words[at - 1]!.plain : ''
  const first = name.nominative[0] === word.plain
  const marked = isSettlementWord(before) || (SHORT.test(before) && first)
  if (!marked && isStreet(words, at)) return false
  if (isJoined(words, at, end)) return false
  const nominative = name.nominative.at(-1) === words[end]!.plain
  // "деревни ясенок" is hardly that of the Ясенки: it may be one that the file does not know.
  if (!nominative && !word.capital && /[ео]к$/.test(words[end]!.plain)) return false
  if (isCompared(words, marked ? at - 1 : at)) return false
  if (isTowards(words, marked ? at - 1 : at, { last: words[end]!.plain, nominative, marked })) return false
  const after = words[end + 1]
  // "в Наурской станице"
  const called = name.kind !== undefined && after !== undefined && isSettlementWord(after.plain, name.kind)
  const tagged = /#$/.test(word.between) && after?.between !== '' && (word.capital || name.own)
  if (marked || bare || tagged || (called && word.capital && /^\s+$/.test(after.gap))) return true
  if (name.adjective) return name.own && word.capital && !word.shouted && NEAR.test(before)
  if (name.forms.length > 1) return word.capital || name.own
  // "в Курском лесу" is an adjective, "под Курском" is the town.
  if (name.key.endsWith('ск') && word.plain.endsWith('ском')) return /^(?:под|над|за|с|перед)$/.test(before)
  return name.own || (word.capital && NEAR.test(before))
}
