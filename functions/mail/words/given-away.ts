// Names what an answer that everybody reads may not hold, and asks to remove it. Read by officials' pages and mails.
import type { Language } from '../../../regions/schema.ts'
import type { GivenAway, Private } from '../../case/in-public.ts'

interface GivenAwayWords {
  readonly kinds: Readonly<Record<Private, string>>
  /** Above a form of an answer, before the link to the comment. */
  readonly note: string
  readonly comment: string
  readonly remove: (found: string) => string
}

const ru: GivenAwayWords = {
  kinds: {
    name: 'имя жителя',
    email: 'адрес почты',
    phone: 'телефон',
    flat: 'номер квартиры',
    document: 'номер документа или счёта',
    card: 'номер карты',
    'birth date': 'дату рождения',
  },
  note: 'Ответ появится под комментарием, его увидят все: без имён, телефонов, номеров квартир и счетов.',
  comment: 'Комментарий',
  remove: (found) => `Уберите ${found}: ответ увидят все. Личное сюда не пишите.`,
}

const en: GivenAwayWords = {
  kinds: {
    name: 'the citizen’s name',
    email: 'an e-mail address',
    phone: 'a telephone number',
    flat: 'the number of a flat',
    document: 'the number of a document or account',
    card: 'the number of a card',
    'birth date': 'a date of birth',
  },
  note: 'The answer stands below a comment, and everybody reads it: no names, telephones, numbers of flats or accounts.',
  comment: 'The comment',
  remove: (found) => `Remove ${found}: everybody will read the answer. Leave out what is personal.`,
}

export const givenAwayWords: Readonly<Record<Language, GivenAwayWords>> = { ru, en }

/** What is to be removed, by the words themselves: for whoever wrote them. */
export function removing(language: Language, found: readonly GivenAway[]): string {
  const { kinds, remove } = givenAwayWords[language]
  return remove(found.map(({ what, quote }) => `${kinds[what]} («${quote}»)`).join(', '))
}
