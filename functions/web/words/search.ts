// The words of the console's search. Read by console.
import type { Language } from '../../../regions/schema.ts'

interface SearchWords {
  readonly what: string
  /** What can be typed, for whoever may find persons, and for all others. */
  readonly hints: { readonly all: string; readonly own: string }
  readonly from: string
  readonly to: string
  readonly find: string
  readonly found: (what: string) => string
  readonly samePerson: (caseId: string) => string
  readonly none: string
  readonly noneSoFar: string
  readonly older: string
  readonly notPersons: string
  readonly tooCommon: string
  readonly wordsOff: string
  readonly wrongAddress: string
  readonly order: string
}

const ru: SearchWords = {
  what: 'Что найти',
  hints: {
    all: 'Номер, номер у отправителя, почта или телефон жителя, слова или адрес из сообщения. Поиск жителя записывается.',
    own: 'Номер, номер у отправителя, слова или адрес из сообщения. Находятся только ваши.',
  },
  from: 'Поступило с',
  to: 'по',
  find: 'Найти',
  found: (what) => `Найдено: ${what}`,
  samePerson: (caseId) => `Все сообщения жителя, который написал ${caseId}`,
  none: 'Ничего не нашлось.',
  noneSoFar: 'Пока ничего не нашлось, но просмотрено не всё. Ищите дальше.',
  older: 'Более ранние',
  notPersons: 'Ваша роль не видит почту и телефоны жителей, поэтому и не ищет по ним.',
  tooCommon: 'Эти слова есть почти в каждом сообщении. Добавьте слово, по которому его можно отличить.',
  wordsOff: 'Поиск по словам в этом регионе выключен. Ищите по номеру.',
  wrongAddress: 'Адрес страницы поиска от прежнего входа или изменён. Наберите запрос ещё раз.',
  order: 'Сначала новые.',
}

const en: SearchWords = {
  what: 'What to find',
  hints: {
    all: 'A number, the sender’s own number, a citizen’s e-mail or telephone, words or an address of the message. A search for a citizen is noted.',
    own: 'A number, the sender’s own number, words or an address of the message. Only yours are found.',
  },
  from: 'Came from',
  to: 'to',
  find: 'Search',
  found: (what) => `Found: ${what}`,
  samePerson: (caseId) => `All messages of the citizen who wrote ${caseId}`,
  none: 'Nothing was found.',
  noneSoFar: 'Nothing was found so far, but not all was looked through. Search further.',
  older: 'Earlier ones',
  notPersons: 'Your role does not see citizens’ e-mails and telephones, and so does not search by them.',
  tooCommon: 'Nearly every message has these words. Add one that tells it apart.',
  wordsOff: 'Search by words is switched off in this region. Search by number.',
  wrongAddress: 'The address of this page is of an earlier session, or was altered. Type what you search for again.',
  order: 'The newest first.',
}

export const searchWords: Readonly<Record<Language, SearchWords>> = { ru, en }
