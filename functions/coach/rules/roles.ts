// How somebody signs by what they are and their surname alone: "Начальник участка Иванов", "Brown, site manager". A line that only tells of
// such a person, or of an office, is no signature. Read by ru.ts and en.ts.

/** Words with a capital or a small letter at the beginning. */
function either(...words: readonly string[]): string {
  return `(?:${words.map((word) => `[${word[0]!.toUpperCase()}${word[0]}]${word.slice(1)}`).join('|')})`
}

const END = '[.!]?\\s*$'
/** Between what somebody is and their name. */
const MARK = '\\s*[,:—–-]?\\s+'

const regards = `(?:${either('с уважением', 'искренне ваша?', 'ваша?', 'отвечает', 'ответила?', 'исполнитель', 'подписала?')}[\\s,:—–-]+)?`
const first = [
  'главн',
  'старш',
  'младш',
  'ведущ',
  'сменн',
  'дежурн',
  'генеральн',
  'техническ',
  'исполнительн',
  'участков',
  'перв',
]
const rank = `(?:${either(...first.map((stem) => `${stem}(?:ый|ий|ая)`), 'и\\. ?о\\.', 'врио', 'зам(?:\\.|еститель)')}\\s+)*`
const crafts = 'мастер прораб инженер диспетчер инспектор специалист бригадир механик техник врач оператор'.split(' ')
const craft = either(...crafts)
const post = either(
  ...crafts,
  ...'начальник[ау]? директор[ау]? начальница нач\\. глав[аы] главврач руководител[ья] заведующ(?:ий|ая|его|ей)'.split(
    ' ',
  ),
  ...'управляющ(?:ий|ая) председател[ья] секретарь консультант координатор администратор юрист комендант'.split(' '),
  ...'энергетик завхоз'.split(' '),
)
/** What the post is at: small words, numbers, abbreviations. */
const at = '(?:\\s+(?:\\p{Ll}[\\p{L}-]*\\.?|(?:№\\s?)?\\d+|\\p{Lu}{2,}))*'
/** A name after these is a place's. */
const ofPlace = '(?<!(?:город|г\\.|сел|с\\.|посёлк|посел|район|станиц|улиц|станци|школ|остановк|площад)\\p{L}*)'
const surname =
  '\\p{Lu}\\p{Ll}*(?:[оеё]ва?|[иы]на?|[сц]кий|ской|[сц]кая|ко|ук|юк|[иая]к|ич|дзе|швили|янц?|[иы]х|ман|ер)(?:-\\p{Lu}\\p{Ll}+)?'
const anyName = '\\p{Lu}\\p{Ll}+(?<!ого|его|ой|ий|ая|ое|ия)'

/** In Russian. Roles with a surname, in this order or the other; a surname that ends as few do only right after a craft. */
export const signedInRussian = new RegExp(
  [
    `^\\s*${regards}${rank}${post}${at}${ofPlace}${MARK}${surname}${END}`,
    `^\\s*${regards}${rank}${craft}${MARK}${anyName}${END}`,
    `^\\s*${regards}${surname}\\s*[,—–-]\\s*${rank}${post}(?!\\p{L})`,
  ].join('|'),
  'u',
)

/** What somebody is: no part of their name. */
export const rolesInRussian = new RegExp(`(?<!\\p{L})${post}(?!\\p{L})`, 'gu')

const role = either(
  ...['manager', 'engineer', 'director', 'officer', 'supervisor', 'foreman', 'forewoman', 'clerk', 'inspector'],
  ...['secretary', 'coordinator', 'leader', 'surveyor', 'ranger', 'warden', 'chief'],
)
const work = '(?:\\p{L}+\\s+){0,3}'
const named = '(?<!(?:of|for|at|the|and|to|by|with|our|in)\\s)\\p{Lu}\\p{Ll}+(?:-\\p{Lu}\\p{Ll}+)?'
const closing = `(?:${either('regards', 'kind regards', 'best regards', 'yours(?: \\p{L}+)?', 'signed')}[\\s,:—–-]+)?`

/** In English. "Head of repairs Brown", "Brown, site manager", "Mr Brown, highways"; not "Head of Highways", nor "Call our manager Brown". */
export const signedInEnglish = new RegExp(
  [
    `^\\s*${closing}(?!(?:${either('call|ask|see|write|ring|the|our|your|a|an|please|contact')})\\s)${work}${role}${MARK}${named}${END}`,
    `^\\s*${closing}${either('head|chief')} of(?:\\s+\\p{Ll}+){1,3}${MARK}${named}${END}`,
    `^\\s*${closing}(?:(?:Mr|Mrs|Ms|Miss|Dr)\\.?\\s+)?\\p{Lu}\\p{Ll}+\\s*[,—–]\\s*${work}(?:${role}|${either('head of')})(?!\\p{L})`,
    `^\\s*${closing}(?:Mr|Mrs|Ms|Miss|Dr)\\.?\\s+\\p{Lu}\\p{Ll}+\\s*(?:[,—–]|${END})`,
  ].join('|'),
  'u',
)

export const rolesInEnglish = new RegExp(`(?<!\\p{L})(?:${role}|${either('head')})(?!\\p{L})`, 'gu')
