// What is said of an answer that everybody reads: of what stands in it and may not, and how it goes out. Read by officials' pages and mails.
import type { Language } from '../../../regions/schema.ts'
import type { GivenAway, Private } from '../../case/in-public.ts'

interface InPublicWords {
  readonly kinds: Readonly<Record<Private, string>>
  /** Above a form of an answer. */
  readonly note: string
  readonly comment: string
  /** Of a question and all else that is no answer. */
  readonly alone: string
  readonly remove: (found: string) => string
  readonly toRemove: (found: string) => string
  /** To whoever approves what another wrote. */
  readonly mend: string
  readonly inLine: (what: string, line: number) => string
  /** To whoever answers by hand. */
  readonly byHand: {
    readonly paste: string
    readonly personal: (found: string) => string
    readonly alone: string
  }
}

const ru: InPublicWords = {
  kinds: {
    name: 'имя жителя',
    email: 'адрес почты',
    phone: 'телефон',
    flat: 'номер квартиры',
    document: 'номер документа или счёта',
    card: 'номер карты',
    'birth date': 'дату рождения',
  },
  note: 'Житель написал в комментарии. Ответ появится под ним, и его увидят все: без имён, телефонов, номеров квартир, счетов и документов. Подробности пошлите личным сообщением.',
  comment: 'Комментарий',
  alone: 'При всех вопрос не задают: он уйдёт личным сообщением, а где сеть не пускает, его задаст оператор.',
  remove: (found) => `Ответ увидят все. Уберите: ${found}. Подробности пошлите личным сообщением.`,
  toRemove: (found) => `Что убрать: ${found}.`,
  mend: 'Исправьте ответ или верните его.',
  inLine: (what, line) => `${what} (строка ${line})`,
  byHand: {
    paste: 'Текст, который нужно поместить под комментарием',
    personal: (found) =>
      `В ответе есть то, что нельзя показывать всем: ${found}. Под комментарием его нет. Откройте дело, поместите ответ без этого, а подробности пошлите лично.`,
    alone: 'Это не для всех: спросите или скажите лично, не под комментарием.',
  },
}

const en: InPublicWords = {
  kinds: {
    name: 'the citizen’s name',
    email: 'an e-mail address',
    phone: 'a telephone number',
    flat: 'the number of a flat',
    document: 'the number of a document or an account',
    card: 'the number of a card',
    'birth date': 'a date of birth',
  },
  note: 'The citizen wrote a comment. The answer stands below it, and everybody reads it: no names, telephones, numbers of flats, accounts or documents. Send details in private.',
  comment: 'The comment',
  alone:
    'Nobody is asked in public: the question goes as a private message, and where the network lets none through, an operator asks it.',
  remove: (found) => `Everybody will read this answer. Remove: ${found}. Send details in private.`,
  toRemove: (found) => `What to remove: ${found}.`,
  mend: 'Change the answer, or return it.',
  inLine: (what, line) => `${what} (line ${line})`,
  byHand: {
    paste: 'The text to put below the comment',
    personal: (found) =>
      `The answer holds what nobody else may read: ${found}. It does not stand below the comment. Open the case, put the answer there without it, and send the details in private.`,
    alone: 'This is for nobody else: ask or tell them in private, not below the comment.',
  },
}

export const inPublicWords: Readonly<Record<Language, InPublicWords>> = { ru, en }

/** What was found, each with its words: for whoever wrote them. */
export function quotedIn(language: Language, found: readonly GivenAway[]): string {
  const { kinds } = inPublicWords[language]
  return found.map(({ what, quote }) => `${kinds[what]} («${quote}»)`).join(', ')
}

/** What was found, each by its line alone: for mails. */
export function linesOf(language: Language, found: readonly GivenAway[]): string {
  const { kinds, inLine } = inPublicWords[language]
  return found.map(({ what, line }) => inLine(kinds[what], line)).join(', ')
}
