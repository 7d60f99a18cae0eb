// Recognises by the words around a name that no place is meant: a street or a shop that bears the name, a road between two
// towns, the town a bus goes to, a comparison. Called by place-in-text.ts.
import type { PlaceKind } from '../../regions/schema.ts'
import type { Word } from '../language/words.ts'

const SETTLEMENT: Readonly<Record<PlaceKind, RegExp>> = {
  город: /^город(?:а|е|у|ом|ов|ам|ами|ах)?$/,
  село: /^сел(?:о|а|е|у|ом|ам|ами|ах)?$/,
  посёлок: /^посел(?:ок|к(?:а|е|у|ом|и|ов|ам|ами|ах))$/,
  деревня: /^дерев(?:ень|н(?:я|е|и|ю|ей|ею|ям|ями|ях))$/,
  хутор: /^хутор(?:а|е|у|ом|ов|ам|ами|ах)?$/,
  станица: /^станиц(?:а|е|у|ы|ей|ею|ам|ами|ах)?$/,
  слобода: /^слобод(?:а|е|у|ы|ой|ою|ам|ами|ах)?$/,
  аул: /^аул(?:а|е|у|ом|ы|ов|ам|ами|ах)?$/,
  местечко: /^местеч(?:ек|к(?:о|а|е|у|ом|и|ам|ами|ах))$/,
  станция: /^станци(?:я|ю|и|й|ей|ею|ям|ями|ях)$/,
  разъезд: /^разъезд(?:а|е|у|ом|ы|ов|ам|ами|ах)?$/,
  микрорайон: /^микрорайон(?:а|е|у|ом|ы|ов|ам|ами|ах)?$/,
  сельсовет: /^сельсовет(?:а|е|у|ом|ы|ов|ам|ами|ах)?$/,
}
const STREET =
  /^(?:улиц(?:а|е|у|ы|ей|ам|ами|ах)?|проспект(?:а|е|у|ом)?|переул(?:ок|ка|ке|ку)|площад[ьи]|бульвар[аеу]?|шоссе|проезд[аеу]?|набережн(?:ая|ой|ую)|тупик[аеу]?|алле[яеию]|трасс[аеуы])$/
const BEARER =
  /^(?:вгтрк|гтрк|телеканал[аеу]?|газет[аеуы]|радио|им|имени|академика|маршала|генерала|героя|космонавта|магазин[аеуы]?|супермаркет[аеу]?|рын(?:ок|ка|ке)|завод[аеу]?|фабрик[аеи]|комбинат[аеу]?|остановк[аеуи]|ост|санатори[йяе]|кинотеатр[аеу]?|кафе|гостиниц[аеы]|снт|тц|трц|жк|тсж|ук|оао|ооо|пао|парк[аеу]?|стадион[аеу]?|лагер[ьяе]|рек[аеиу]|знак|указатель|надпись|табличк[аиу])$/
const TOWARDS =
  /^(?:до|от|из|через|между|сторону|направлени[еию]|маршрут[аеу]?|автобус[аеу]?|поезд[аеу]?|электричк[аеиу]|рейс[аеу]?|дорога|автодорог[аеиу]|маршрутк[аеиу])$/
const DASH = /^\s*[-–—]\s*$/

/** Nothing but spaces, quotes or brackets: the words belong together. */
export const OPEN_GAP = /^[\s"«»“”„'`*()-]*$/

/** "станица", "в сёлах"; with a kind, only the words for that one. */
export function isSettlementWord(plain: string, kind?: PlaceKind): boolean {
  return kind ? SETTLEMENT[kind].test(plain) : Object.values(SETTLEMENT).some((cases) => cases.test(plain))
}

/** "улица", "проспекта" */
export function isStreetWord(plain: string): boolean {
  return STREET.test(plain)
}

/** "ул. Курчатова", "улиц Ленина и Курчатова", "ул. 2-я Моква", "магазин «Клюква»", "имени Курчатова". */
export function isStreet(words: readonly Word[], at: number): boolean {
  for (let back = at; back > 0 && back > at - 5; back -= 1) {
    const previous = words[back - 1]!
    if (!/^[.\s"«“„`'-]*$/.test(words[back]!.gap)) return false
    if (STREET.test(previous.plain) || BEARER.test(previous.plain)) return true
    const listed = previous.capital && /^улиц/.test(words[back - 2]?.plain ?? '') && words[back]!.plain === 'и'
    if (!listed && !/^(?:\p{N}+|я|й|и|го|лет)$/u.test(previous.plain)) return false
  }
  return false
}

/** "Курск – Воронеж": a road or a line. */
export function isJoined(words: readonly Word[], at: number, end: number): boolean {
  const toName = (word: Word | undefined) =>
    word !== undefined && word.capital && !STREET.test(word.plain) && !isSettlementWord(word.plain)
  const next = words[end + 1]
  return (DASH.test(words[at]!.gap) && toName(words[at - 1])) || (DASH.test(next?.gap ?? '') && toName(next))
}

/** "как и в Курске", "чем в Обояни": how it is elsewhere. */
export function isCompared(words: readonly Word[], at: number): boolean {
  const [than = '', and = '', preposition = ''] = [at - 3, at - 2, at - 1].map((before) => words[before]?.plain)
  return /^(?:в|во|на|у)$/.test(preposition) && (and === 'чем' || (and === 'и' && /^(?:как|что)$/.test(than)))
}

/** "до Курска", "с Курска", "в сторону Обояни", "в Курск", "на Суджу": where somebody comes from or goes. */
export function isTowards(
  words: readonly Word[],
  at: number,
  name: { last: string; nominative: boolean; marked: boolean },
): boolean {
  const before = words[at - 1]?.plain
  if (before === undefined || !/^[.\s"«“„]*$/.test(words[at]!.gap)) return false
  if (TOWARDS.test(before)) return true
  const { last, nominative, marked } = name
  if (/^со?$/.test(before)) return !nominative
  if (!/^(?:в|во|на)$/.test(before)) return false
  return nominative ? !marked && /[бвгджзклмнпрстфхцчшщьы]$/.test(last) : /[ую]$/.test(last)
}
