// Finds personal data in a text by their shape and the words around them: telephones, mail addresses, numbers of documents and
// cards, birth dates, flats. Called by the coach of answers, and by lists that show texts without them. In doubt a number is
// taken for personal, but for what everybody may read: house numbers, other dates, short and free numbers (112, 8-800).

type PersonalKind = 'email' | 'document' | 'card' | 'phone' | 'birth date' | 'flat'

export interface PersonalSpan {
  readonly kind: PersonalKind
  /** UTF-16 units of the text; `end` is the first after it. */
  readonly start: number
  readonly end: number
}

/** Not `\\p{L}`: patterns of it take a third of a second to compile. */
const LETTERS = 'a-zа-яё'
const GAP = '[ \\u00a0\\u2009\\u202f]'
const DASH = '[-\\u2010-\\u2015\\u2212]'
const BETWEEN = `(?:${GAP}|${DASH}|[().])`
const MONTH =
  'январ[ья]|феврал[ья]|марта?|апрел[ья]|ма[йя]|июн[ья]|июл[ья]|августа?|сентябр[ья]|октябр[ья]|ноябр[ья]|декабр[ья]|' +
  'january|february|march|april|may|june|july|august|september|october|november|december'
const YEAR = '(?:19|20)\\d\\d'
const DATE = `(?:\\d{1,2}[./-]\\d{1,2}[./-](?:${YEAR}|\\d\\d)|${YEAR}-\\d\\d-\\d\\d|\\d{1,2}${GAP}(?:${MONTH})${GAP}${YEAR})(?!\\d)`
/** A number that stands for itself, not in the middle of a longer one or of a word. */
const FREE = `(?<![${LETTERS}\\d]|\\d[.,:/-])`
const END = `(?!\\d|[-.,/]\\d)`
const NUMBER_SIGN = `[ .:\\u00a0]{0,3}(?:№|N|номер[а-я]{0,3})?[ .:]{0,3}`

/** The group `it` is what is personal; without one it is everything that was found. Of two that overlap the first kind counts. */
const SHAPES: ReadonlyArray<readonly [PersonalKind, string]> = [
  // Begun where its word begins and bounded, so that a long text without "@" is read once.
  [
    'email',
    `(?<![${LETTERS}\\d._%+-])[${LETTERS}\\d._%+-]{1,64}@[${LETTERS}\\d-]{1,63}(?:\\.[${LETTERS}\\d-]{1,63}){0,4}\\.[${LETTERS}]{2,63}`,
  ],
  ['phone', `\\+\\d{1,3}${BETWEEN}{0,2}(?:\\d${BETWEEN}{0,2}){7,11}\\d${END}`],
  // СНИЛС: 112-233-445 95.
  ['document', `${FREE}\\d{3}${DASH}\\d{3}${DASH}\\d{3}(?:${GAP}|${DASH})\\d\\d${END}`],
  ['document', `снилс[а-я]*[^\\d\\n]{0,15}(?<it>\\d(?:[ -]?\\d){10})${END}`],
  // Russian passports and driving licences: 4510 123456, 45 10 № 123456.
  ['document', `${FREE}\\d\\d${GAP}?\\d\\d${GAP}(?:№${GAP}?)?\\d{6}${END}`],
  ['document', `сери[яиюей]+${GAP}*(?<it>\\d\\d${GAP}?\\d\\d[ ,]*(?:номер|№)?${GAP}*\\d{6})${END}`],
  ['document', `паспорт[а-я]*[^\\d\\n]{0,20}(?<it>\\d\\d${GAP}?\\d\\d?${GAP}?(?:№${GAP}?)?\\d{6,7})${END}`],
  // Certificates of birth, marriage, death: II-ОЖ № 654321.
  ['document', `${FREE}[IVX]{1,4}${DASH}[А-Я]{2}${NUMBER_SIGN}\\d{6}${END}`],
  // An organisation's ИНН has ten digits and is public.
  ['document', `инн${NUMBER_SIGN}(?<it>\\d{12})${END}`],
  ['document', `полис[а-я]*[^\\d\\n]{0,20}(?<it>\\d{4}(?:${GAP}?\\d{4}){3})${END}`],
  ['document', `(?:лицев[а-я]+${GAP}сч[её]т[а-я]*|л/с)${NUMBER_SIGN}(?<it>\\d{5,20})${END}`],
  ['card', `${FREE}\\d{4}(?:[ -]?\\d{4}){3}${END}`],
  ['card', `${FREE}\\d{20}${END}`],
  ['phone', `(?<![${LETTERS}\\d+№]|№ )(?:\\+7|[78])${BETWEEN}{0,3}(?=\\d{3})(?:\\d${BETWEEN}{0,2}){9}\\d${END}`],
  ['phone', `${FREE}\\(?9\\d\\d\\)?(?:${GAP}|${DASH})\\d{3}(?:${GAP}|${DASH})?\\d\\d(?:${GAP}|${DASH})?\\d\\d${END}`],
  ['phone', `${FREE}0\\d{2,4}${GAP}\\d{3}${GAP}?\\d{3,4}${END}`],
  ['phone', `${FREE}\\d{3}${DASH}\\d\\d${DASH}\\d\\d${END}`],
  [
    'phone',
    `(?<![${LETTERS}])(?:тел|телефон[а-я]*|моб[а-я]*|сот[а-я]*|звон[а-я]+|перезвон[а-я]+|call|phone|ring)\\.?[^\\d\\n]{0,15}(?<it>\\d(?:[ -]?\\d){5,9})${END}`,
  ],
  ['birth date', `дат[а-я]${GAP}рождени[яей]+[^\\d\\n]{0,25}(?<it>${DATE})`],
  ['birth date', `рождени[яей]+[ :—-]{0,3}(?<it>${DATE})`],
  [
    'birth date',
    `(?<![${LETTERS}])(?:родил(?:ся|ась|ись)|рожд[её]н(?:а|ы|н[а-я]{2,3})?(?![${LETTERS}])|род\\.|д\\.${GAP}?р\\.)[^\\d\\n]{0,12}(?<it>${DATE})`,
  ],
  ['birth date', `(?<it>${DATE})${GAP}?(?:г(?:ода|\\.)?${GAP}?)?(?:р\\.|рождени[яей]+|рожд[её]н)`],
  ['birth date', `(?:date of birth|dob|born)[^\\d\\n]{0,12}(?<it>${DATE})`],
  [
    'flat',
    `(?<![${LETTERS}])(?:кв\\.?|квартир[аеуой]{1,2}|flat|apt\\.?|apartment)${NUMBER_SIGN}(?<it>\\d{1,4}[а-я]?)(?![${LETTERS}\\d]|[.,]\\d|${GAP}*(?:кв|м²|метр|тыс|руб|млн))`,
  ],
  [
    'flat',
    `(?<![${LETTERS}])квартир(?:ы|ах|ам)${NUMBER_SIGN}(?<it>\\d{1,4}(?:(?:,${GAP}*|${GAP}и${GAP}|${DASH})\\d{1,4})*)${END}`,
  ],
  ['flat', `${FREE}(?<it>\\d{1,4})-?(?:я|й|ю|е|ей|ой)${GAP}квартир[аеуой]{1,2}(?![${LETTERS}])`],
]
const PATTERNS = SHAPES.map(([kind, shape]) => [kind, new RegExp(shape, 'dgi')] as const)

/** Everybody may ring them; nobody lives in a flat numbered like a year ("3 кв. 2026"). */
const PUBLIC: Partial<Record<PersonalKind, RegExp>> = {
  phone: /^(?:\+?7|8)\D*80[0-9]/,
  flat: new RegExp(`^${YEAR}$`),
}

/** What is personal in a text, in its order; nothing twice. */
export function findPersonal(text: string): PersonalSpan[] {
  const spans: PersonalSpan[] = []
  const everybodys: PersonalSpan[] = []
  for (const [kind, pattern] of PATTERNS) {
    for (const { indices } of text.matchAll(pattern)) {
      const [start, end] = indices!.groups?.['it'] ?? indices![0]!
      if ([...spans, ...everybodys].some((other) => start < other.end && other.start < end)) continue
      const found = PUBLIC[kind]?.test(text.slice(start, end)) ? everybodys : spans
      found.push({ kind, start, end })
    }
  }
  return spans.sort((a, b) => a.start - b.start)
}

const HIDDEN = '•'
/** Of these the last digits stay, so that whoever knows the number knows which is meant. */
const SHOWN_DIGITS: Readonly<Record<Exclude<PersonalKind, 'email'>, number>> = {
  document: 0,
  card: 4,
  phone: 2,
  'birth date': 0,
  flat: 0,
}

/** The text with its personal data made unreadable: "8 928 123-45-67" is "• ••• •••-••-67", "ann@mail.example" "a•••@mail.example". */
export function maskPersonal(text: string): string {
  let masked = ''
  let end = 0
  for (const span of findPersonal(text)) {
    masked += text.slice(end, span.start) + mask(span.kind, text.slice(span.start, span.end))
    end = span.end
  }
  return masked + text.slice(end)
}

function mask(kind: PersonalKind, found: string): string {
  if (kind === 'email') return `${[...found][0]!}${HIDDEN.repeat(3)}${found.slice(found.indexOf('@'))}`
  const digits = found.match(/\d/g)?.length ?? 0
  let seen = 0
  return found.replace(/\d/g, (digit) => {
    seen += 1
    return seen > digits - SHOWN_DIGITS[kind] ? digit : HIDDEN
  })
}
