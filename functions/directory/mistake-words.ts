// Says in Russian what region:check says in English of a directory. What is not known here is said as region:check says it. Called by the
// pages.
import type { Mistake } from '../../regions/mistakes.ts'
import type { Language } from '../../regions/schema.ts'

/** The sentence of a mistake with where it is. */
export function mistakeIn({ path, message }: Mistake, language: Language): string {
  if (language !== 'ru') return `${path}: ${message}`
  return `${translated(path, places)}: ${translated(message, sentences)}`
}

type Pattern = readonly [found: RegExp, said: string]

const places: readonly Pattern[] = [
  [/^organisation "(.+?)"/, 'организация «$1»'],
  [/^responder of "(.+?)"/, 'ответственный организации «$1»'],
  [/^deputy of "(.+?)"/, 'заместитель в организации «$1»'],
  [/^supervisor of "(.+?)"/, 'куратор организации «$1»'],
  [/^head of "(.+?)"/, 'руководитель «$1»'],
  [/^operator "(.+?)"/, 'оператор «$1»'],
  [/^moderator "(.+?)"/, 'модератор «$1»'],
  [/^analyst "(.+?)"/, 'аналитик «$1»'],
  [/^administrator "(.+?)"/, 'администратор «$1»'],
  [/^municipal "(.+?)"/, 'муниципальный центр «$1»'],
  [/^route (\d+)/, 'маршрут $1'],
  [/^topic "(.+?)"/, 'тема «$1»'],
  [/^template "(.+?)"/, 'готовый ответ «$1»'],
  [/^operators/, 'операторы'],
  [/^moderators/, 'модераторы'],
  [/^organisations/, 'организации'],
  [/^routes/, 'маршруты'],
]

const sentences: readonly Pattern[] = [
  [/^is missing: add it$/, 'не заполнено'],
  [/^is empty: add at least one$/, 'нужен хотя бы один'],
  [/^must be an e-mail address.*$/, 'это не адрес электронной почты'],
  [/^must be a telephone number$/, 'это не номер телефона'],
  [/^must have at least (\d+) character\(s\)$/, 'нужно хотя бы $1 знака'],
  [/^must be at most (\d+).*$/, 'должно быть не больше $1'],
  [/^is not known here: correct the spelling or remove it$/, 'такого сведения здесь нет'],
  [/^there is no organisation "(.+?)": .*$/, 'организации «$1» нет: выберите другую'],
  [/^there is no municipality "(.+?)": .*$/, 'муниципалитета «$1» нет: выберите другой'],
  [/^there is no topic or group "(.+?)": .*$/, 'темы «$1» нет: выберите другую'],
  [/^"(.+?)" is already (.+), with another e-mail: .*$/, 'под именем «$1» в справочнике уже другой человек ($2)'],
  [/^"(.+?)" is already the id of (.+): .*$/, 'имя «$1» уже занято ($2)'],
  [/^"(.+?)" is already administered by (.+): .*$/, 'у муниципалитета «$1» уже есть администрация ($2)'],
  [/^does not say which municipality it administers: add it$/, 'не сказано, администрация какого муниципалитета'],
  [/^nobody answers for "(.+?)"(.*): add a route for it$/, 'за тему «$1» никто не отвечает$2: нужен маршрут'],
  [/^routes need the administration of "(.+?)": .*$/, 'по маршрутам нужна администрация муниципалитета «$1»'],
  [
    /^never decides, earlier routes take all it matches: .*$/,
    'никогда не сработает: всё забирают маршруты выше; переставьте его выше или уберите',
  ],
  [/^overlapping key words: "(.+?)" is also (.+), leave it to one topic$/, 'слово «$1» есть и у другой темы ($2)'],
  [/^"(.+?)" is also among the topic's notKeywords: .*$/, 'слово «$1» есть и среди слов, при которых это не она'],
  [/^"(.+?)" is filled in by nobody: take (.+)$/, '«$1» никто не заполнит; можно $2'],
  [/^has no text in "(.+?)", a language of the region: add it$/, 'нет текста на языке «$1»'],
  [/^is not a language of the region: .*$/, 'это не язык региона'],
]

function translated(text: string, patterns: readonly Pattern[]): string {
  const known = patterns.find(([found]) => found.test(text))
  return known ? text.replace(known[0], known[1]) : text
}
