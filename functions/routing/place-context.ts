// Recognises by the words around a name that no place is meant: a street or a shop that bears the name, a road between two
// towns, the town a bus goes to. Called by place-in-text.ts.
import type { Word } from './words.ts'

const SETTLEMENT =
  /^(?:город(?:а|е|у|ом)?|сел(?:о|а|е|у|ом)|пос[её]л(?:ок|ка|ке|ку|ком)|деревн(?:я|е|и|ю|ей)|хутор(?:а|е|у|ом)?|станиц(?:а|ы|е|у|ей)|станци(?:я|и|ю|ей)|аул(?:а|е|у|ом)?|местечк(?:о|а|е|у|ом)|слобод[аеуы]|микрорайон[аеу]?|сельсовет[аеу]?)$/
const STREET =
  /^(?:улиц(?:а|е|у|ы|ей|ам|ами|ах)?|проспект(?:а|е|у|ом)?|переул(?:ок|ка|ке|ку)|площад[ьи]|бульвар[аеу]?|шоссе|проезд[аеу]?|набережн(?:ая|ой|ую)|тупик[аеу]?|алле[яеию]|трасс[аеуы])$/
const BEARER =
  /^(?:им|имени|академика|маршала|генерала|героя|космонавта|магазин[аеуы]?|супермаркет[аеу]?|рын(?:ок|ка|ке)|завод[аеу]?|фабрик[аеи]|комбинат[аеу]?|остановк[аеуи]|ост|санатори[йяе]|кинотеатр[аеу]?|кафе|гостиниц[аеы]|снт|тц|трц|жк|тсж|ук|оао|ооо|пао|парк[аеу]?|стадион[аеу]?|лагер[ьяе]|рек[аеиу]|знак|указатель|надпись|табличк[аиу])$/
const TOWARDS =
  /^(?:до|от|из|через|между|сторону|направлени[еию]|маршрут[аеу]?|автобус[аеу]?|поезд[аеу]?|электричк[аеиу]|рейс[аеу]?|дорога|автодорог[аеиу]|маршрутк[аеиу])$/
const DASH = /^\s*[-–—]\s*$/

/** Nothing but spaces, quotes or brackets: the words belong together. */
export const OPEN_GAP = /^[\s"«»“”„'`*()-]*$/

export function isSettlementWord(plain: string): boolean {
  return SETTLEMENT.test(plain)
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
    word !== undefined && word.capital && !STREET.test(word.plain) && !SETTLEMENT.test(word.plain)
  const next = words[end + 1]
  return (DASH.test(words[at]!.gap) && toName(words[at - 1])) || (DASH.test(next?.gap ?? '') && toName(next))
}

/** "до Курска", "в сторону Обояни", "в Курск", "на Суджу": where somebody goes. */
export function isTowards(words: readonly Word[], at: number, last: string, nominative: boolean): boolean {
  const before = words[at - 1]?.plain
  if (before === undefined || !/^[.\s"«“„]*$/.test(words[at]!.gap)) return false
  if (TOWARDS.test(before)) return true
  if (!/^(?:в|во|на)$/.test(before)) return false
  return nominative ? /[бвгджзклмнпрстфхцчшщьы]$/.test(last) : /[ую]$/.test(last)
}
