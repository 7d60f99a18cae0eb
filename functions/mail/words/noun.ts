// What a citizen's case is called, by its regime: «обращение» is a term of 59-FZ and is said of appeals under that law only.
// Read by the words of mails and pages.
import type { Language } from '../../../regions/schema.ts'
import type { Regime } from '../../case/case.ts'

/** In Russian a stem that endings are put to: «сообщени» + «е», «я», «ю»; in English the word itself, and with its article. */
export interface Noun {
  readonly noun: string
  readonly Noun: string
  readonly one: string
}

const nouns: Readonly<Record<Language, Readonly<Record<Regime, Noun>>>> = {
  ru: {
    message: { noun: 'сообщени', Noun: 'Сообщени', one: 'сообщение' },
    statutory: { noun: 'обращени', Noun: 'Обращени', one: 'обращение' },
  },
  en: {
    message: { noun: 'message', Noun: 'Message', one: 'a message' },
    statutory: { noun: 'appeal', Noun: 'Appeal', one: 'an appeal' },
  },
}

/** The words of every regime, made by its noun. */
export function byRegime<Words>(language: Language, make: (noun: Noun) => Words): Readonly<Record<Regime, Words>> {
  const { message, statutory } = nouns[language]
  return { message: make(message), statutory: make(statutory) }
}
